"""The catalog that answers from SQLite, with the same answers as `ScanCatalog`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from tui.archive.catalog import counting, walking
from tui.archive.catalog.bodies import Bodies
from tui.archive.catalog.reader import Reader
from tui.archive.catalog.rows import ENTRY, JOINS, LOCATION, entry, kept, located, text
from tui.archive.catalog.update import damaged_file
from tui.archive.catalog.walking import Part
from tui.archive.errors import DamagedFile
from tui.query.catalog import CellCounts, Entry, Facet, FacetCount, Period, RegionCount
from tui.query.query import Query
from tui.reports.report import Report


class SidecarCatalog:
    """Answers from a catalog that was written by `update`; it may grow meanwhile.

    Pages and counts have a connection each, so that a count that takes long delays no page.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        """Open the catalog.

        Args:
            path: the catalog.
            folder: where the archive's files are.

        Raises:
            sqlite3.DatabaseError: it is damaged, or not there.
            OutdatedError: it is of another format.
        """
        self.marked: frozenset[str] = frozenset()
        self._path = path
        self._folder = folder
        self._pages = Reader(path)
        self._counts = Reader(path)
        self._seen = -1

    def page(
        self,
        query: Query,
        *,
        after: Entry | None = None,
        before: Entry | None = None,
        limit: int = 50,
    ) -> list[Entry]:
        """As `Catalog.page`."""
        part = Part(after, before, before is not None and after is None, limit)
        with self._pages.using():
            plan = self._pages.plan(query, self.marked)
            matches = walking.walk(self._pages, plan, query, part, walking.entries)
            found = list(islice(matches, limit))
        return found[::-1] if part.backward else found

    def total(self, query: Query) -> int:
        """As `Catalog.total`."""
        with self._counts.using():
            return counting.total(self._counts, self._counts.plan(query, self.marked))

    def position(self, query: Query, entry: Entry) -> int:
        """As `Catalog.position`."""
        with self._counts.using():
            plan = self._counts.plan(query, self.marked)
            return walking.position(self._counts, plan, query, entry)

    def regions(self, query: Query) -> list[RegionCount]:
        """As `Catalog.regions`."""
        with self._counts.using():
            return counting.regions(self._counts, self._counts.plan(query, self.marked))

    def facet(self, query: Query, facet: Facet) -> list[FacetCount]:
        """As `Catalog.facet`."""
        with self._counts.using():
            return counting.facet(self._counts, self._counts.plan(query, self.marked), facet)

    def cells(self, query: Query, period: Period, *, counties: bool = False) -> CellCounts:
        """As `Catalog.cells`."""
        with self._counts.using():
            plan = self._counts.plan(query, self.marked)
            return counting.cells(self._counts, plan, period, counties=counties)

    def report(self, report_id: str) -> Report | None:
        """As `Catalog.report`."""
        with self._pages.using() as connection:
            columns = f"{ENTRY}, {LOCATION}"
            statement = f"SELECT {columns} FROM report{JOINS} WHERE report.id = ?"
            row = connection.execute(statement, (kept(report_id),)).fetchone()
            bodies = Bodies(self._folder, self._pages.names.files)
            return bodies.report(located(row)) if row else None

    def reports(self, query: Query) -> Iterator[Report]:
        """As `Catalog.reports`; it sees the catalog as it is when it begins."""
        reader = Reader(self._path)
        try:
            with reader.using():
                plan = reader.plan(query, self.marked)
                matches = walking.walk(reader, plan, query, Part(), walking.located_entries)
                yield from Bodies(self._folder, reader.names.files).reports(matches)
        finally:
            reader.close()

    def entries(self, ids: Iterable[str]) -> Sequence[Entry]:
        """As `Catalog.entries`."""
        wanted = list(ids)
        with self._pages.using() as connection:
            statement = f"SELECT {ENTRY} FROM report{JOINS} WHERE report.id = ?"
            found = (connection.execute(statement, (kept(one),)).fetchone() for one in wanted)
            return [entry(row) for row in found if row]

    def damaged(self) -> list[DamagedFile]:
        """The files that could not be read, or not wholly, when they were catalogued."""
        with self._pages.using() as connection:
            sql = "SELECT name, damage FROM file WHERE damage NOT NULL ORDER BY name"
            rows = connection.execute(sql)
            return [damaged_file(self._folder / text(name), noted) for name, noted in rows]

    def has_changed(self) -> bool:
        """Whether another process wrote to the catalog since this was last asked."""
        with self._pages.using() as connection:
            version = connection.execute("PRAGMA data_version").fetchone()[0]
        changed = version != self._seen
        self._seen = version
        return bool(changed)

    def interrupt(self) -> None:
        """As `Catalog.interrupt`."""
        self._counts.interrupt()

    def close(self) -> None:
        """As `Catalog.close`."""
        for reader in (self._pages, self._counts):
            reader.close()
