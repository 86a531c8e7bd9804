"""The catalog that answers from SQLite, with the same answers as `ScanCatalog`."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import lru_cache
from heapq import nlargest, nsmallest
from itertools import groupby, islice
from pathlib import Path
from threading import Lock
from typing import Any

from tui.archive.catalog.bodies import Bodies
from tui.archive.catalog.failure import CatalogError
from tui.archive.catalog.layout import LAST_DAY, UNDATED, group_of
from tui.archive.catalog.names import Names
from tui.archive.catalog.plan import END, NUMBER, Plan, Planner
from tui.archive.catalog.rows import ENTRY, JOINS, entry, kept, text
from tui.archive.catalog.schema import connect, layout_of
from tui.archive.catalog.update import damaged_file
from tui.archive.errors import DamagedFile
from tui.query.catalog import (
    CellCount,
    Entry,
    Facet,
    FacetCount,
    Interrupted,
    Period,
    RegionCount,
)
from tui.query.cells import periods_of
from tui.query.dates import Dates, read_dates
from tui.query.fold import fold
from tui.query.matching import date_order, order_of, region_order, term
from tui.query.query import Order, Query
from tui.reports.report import Report


class _Reader:
    """One connection, used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.connection = connect(path)
        self.connection.create_function("title_has", 2, _title_has, deterministic=True)
        self.connection.create_function("touches", 4, _touches, deterministic=True)
        self.layout = layout_of(self.connection)
        self._lock = Lock()
        self._version = -1
        self._names = Names(self.connection)

    @property
    def names(self) -> Names:
        """The names as they are now."""
        version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version, self._names = version, Names(self.connection)
        return self._names

    def close(self) -> None:
        """Close the connection when the thread that uses it is done."""
        self.connection.interrupt()
        with self._lock:
            self.connection.close()

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The connection, in one unchanging state of the catalog.

        Raises:
            Interrupted: somebody called `SidecarCatalog.interrupt`.
            CatalogError: the catalog cannot answer.
        """
        with self._lock:
            try:
                self.connection.execute("BEGIN")
                yield self.connection
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                    raise Interrupted from None
                raise CatalogError from error
            finally:
                with suppress(sqlite3.Error):
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")


def _title_has(title: str | bytes, word: str) -> bool:
    pinyin = term(word).pinyin
    return pinyin is not None and pinyin.search(fold(text(title)).replace("\n", " "))


def _touches(first: int | None, last: int | None, value: str, today: int) -> bool:
    if first is None or last is None:
        return False
    wanted = _dates(value, today)
    return wanted.touches(date.fromordinal(first), date.fromordinal(last))


@lru_cache(maxsize=64)
def _dates(value: str, today: int) -> Dates:
    return read_dates(value, date.fromordinal(today))


class SidecarCatalog:
    """Answers from a catalog that was written by `update`; it may grow meanwhile."""

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
        self._pages = _Reader(path)
        self._counts = _Reader(path)
        self._layout = self._pages.layout
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
        backward = before is not None and after is None
        with self._pages.using():
            walked = self._walk(self._pages, query, after, before, backward=backward, limit=limit)
            found = list(islice(walked, limit))
        return found[::-1] if backward else found

    def total(self, query: Query) -> int:
        """As `Catalog.total`."""
        with self._counts.using():
            plan = self._plan(self._counts, query)
            if plan.selects_all:
                return self._one(self._counts, "SELECT total(count) FROM region")
            return self._count(self._counts, plan)

    def position(self, query: Query, entry: Entry) -> int:
        """As `Catalog.position`."""
        with self._counts.using():
            if query.order is Order.RELEVANCE:
                return self._position_by_key(query, entry)
            plan = self._plan(self._counts, query)
            before = 0
            if query.order is Order.REGION:
                rows, earlier = self._regions_till(self._counts, plan, entry)
                before = sum(earlier)
                plan = self._in_regions(plan, rows)
            low, high = self._group_bounds(group_of(entry))
            group = self._entries(self._counts, plan.within(low, high))
            ordered = sorted(map(date_order, group))
            key = date_order(entry)
            if key not in ordered:
                return 0
            return before + self._before(plan, low) + ordered.index(key) + 1

    def regions(self, query: Query) -> list[RegionCount]:
        """As `Catalog.regions`."""
        with self._counts.using():
            names = self._counts.names
            counts = self._by_region(self._counts, self._plan(self._counts, query))
            joined: dict[tuple[str, str], int] = Counter()
            entries: dict[tuple[str, str], Entry] = {}
            for row, count in counts.items():
                one = names.regions[row]
                joined[one.region_key, one.county_key] += count
                entries.setdefault((one.region_key, one.county_key), one)
        return [
            RegionCount(
                one.region_key,
                one.prefecture or one.heading,
                one.county_key,
                one.county or "",
                joined[one.region_key, one.county_key],
            )
            for one in sorted(entries.values(), key=region_order)
        ]

    def facet(self, query: Query, facet: Facet) -> list[FacetCount]:
        """As `Catalog.facet`."""
        with self._counts.using():
            plan = self._plan(self._counts, query)
            if facet in (Facet.PREFECTURE, Facet.COUNTY):
                return self._facet_of_regions(plan, facet)
            if facet is Facet.MONTH:
                return self._facet_of_months(plan)
            if facet is Facet.ORGANISATION:
                sql, values = plan.sql(
                    "organisation.name, count(*)",
                    "GROUP BY organisation.id",
                    " JOIN organisation ON organisation.id = report.organisation",
                )
                quoted = "{}"
            else:
                sql, values = plan.sql(
                    "document.name, count(*)",
                    "GROUP BY document.id",
                    f" JOIN citation ON citation.number = {NUMBER}"
                    " JOIN document ON document.id = citation.document",
                )
                quoted = "《{}》"
            counts = self._counts.connection.execute(sql, values).fetchall()
        found = ((quoted.format(text(name)), count) for name, count in counts)
        return [
            FacetCount(value, count)
            for value, count in sorted(found, key=lambda one: (-one[1], one[0]))
        ]

    def cells(self, query: Query, period: Period, *, counties: bool = False) -> list[CellCount]:
        """As `Catalog.cells`."""
        cells: Counter[tuple[str, str, Any]] = Counter()
        with self._counts.using() as connection:
            regions = self._counts.names.regions
            sql, values = self._plan(self._counts, query).sql(
                f"{NUMBER} & {self._layout.region_mask}, report.first, report.last, count(*)",
                "GROUP BY 1, 2, 3",
                " ",
            )
            for row, first, last, count in connection.execute(sql, values):
                one = regions[row]
                key = one.county_key if counties else ""
                days = (_day(first), _day(last))
                for day in periods_of(*days, period):
                    cells[one.region_key, key, day] += count
        return [CellCount(*key, count) for key, count in cells.items()]

    def report(self, report_id: str) -> Report | None:
        """As `Catalog.report`."""
        with self._pages.using() as connection, Bodies(connection, self._folder) as bodies:
            return bodies.report(report_id)

    def reports(self, query: Query) -> Iterator[Report]:
        """As `Catalog.reports`; it sees the catalog as it is when it begins."""
        reader = _Reader(self._path)
        try:
            with reader.using() as connection, Bodies(connection, self._folder) as bodies:
                for one in self._walk(reader, query, None, None, backward=False, limit=None):
                    if found := bodies.report(one.id):
                        yield found
        finally:
            reader.connection.close()

    def entries(self, ids: Iterable[str]) -> Sequence[Entry]:
        """As `Catalog.entries`."""
        wanted = list(ids)
        with self._pages.using() as connection:
            statement = f"SELECT {ENTRY} FROM report{JOINS} WHERE report.id = ?"
            found = (connection.execute(statement, (kept(one),)).fetchone() for one in wanted)
            return [entry(row) for row in found if row]

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that the archive has."""
        with self._pages.using() as connection:
            statement = "SELECT 1 FROM report WHERE id = ?"
            return {one for one in ids if connection.execute(statement, (kept(one),)).fetchone()}

    def damaged(self) -> list[DamagedFile]:
        """The files that could not be read, or not wholly, when they were catalogued."""
        with self._pages.using() as connection:
            rows = connection.execute("SELECT name, damage FROM file WHERE damage NOT NULL")
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
        with suppress(sqlite3.ProgrammingError):  # closed meanwhile
            self._counts.connection.interrupt()

    def close(self) -> None:
        """As `Catalog.close`."""
        for reader in (self._pages, self._counts):
            reader.close()

    def _plan(self, reader: _Reader, query: Query) -> Plan:
        return Planner(self._layout, reader.names, self.marked).plan(query)

    def _one(self, reader: _Reader, sql: str, values: Sequence[object] = ()) -> int:
        return int(reader.connection.execute(sql, values).fetchone()[0])

    def _count(self, reader: _Reader, plan: Plan) -> int:
        return self._one(reader, *plan.sql("count(*)"))

    def _before(self, plan: Plan, number: int) -> int:
        """How many matches have a smaller number."""
        if plan.selects_all:
            group = number >> self._layout.span
            return self._one(
                self._counts, "SELECT total(count) FROM day WHERE day_group < ?", (group,)
            )
        return self._count(self._counts, plan.within(0, number))

    def _group_bounds(self, group: int) -> tuple[int, int]:
        return group << self._layout.span, (group + 1) << self._layout.span

    def _entries(self, reader: _Reader, plan: Plan, rest: str = "") -> Iterator[Entry]:
        sql, values = plan.sql(ENTRY, rest, JOINS)
        return map(entry, reader.connection.execute(sql, values))

    def _walk(
        self,
        reader: _Reader,
        query: Query,
        after: Entry | None,
        before: Entry | None,
        *,
        backward: bool,
        limit: int | None,
    ) -> Iterator[Entry]:
        """Matches in order, or in reverse, without those up to `after` and from `before`."""
        plan = self._plan(reader, query)
        if query.order is Order.RELEVANCE:
            return self._by_relevance(reader, plan, query, after, before, backward, limit)
        if query.order is Order.REGION:
            return self._by_place(reader, plan, after, before, backward)
        return self._by_date(reader, plan, after, before, backward)

    def _by_date(
        self,
        reader: _Reader,
        plan: Plan,
        after: Entry | None,
        before: Entry | None,
        backward: bool,
    ) -> Iterator[Entry]:
        if after:
            plan = plan.within(self._group_bounds(group_of(after))[0], END)
        if before:
            plan = plan.within(0, self._group_bounds(group_of(before))[1])
        order = f"ORDER BY {NUMBER}" + (" DESC" if backward else "")
        low = date_order(after) if after else None
        high = date_order(before) if before else None
        for _, group in groupby(self._entries(reader, plan, order), group_of):
            keyed = sorted(((date_order(one), one) for one in group), key=lambda pair: pair[0])
            for key, one in reversed(keyed) if backward else keyed:
                if (low is None or key > low) and (high is None or key < high):
                    yield one

    def _by_place(
        self,
        reader: _Reader,
        plan: Plan,
        after: Entry | None,
        before: Entry | None,
        backward: bool,
    ) -> Iterator[Entry]:
        regions = reader.names.regions
        rows = sorted(self._by_region(reader, plan), key=lambda row: region_order(regions[row]))
        low = region_order(after) if after else None
        high = region_order(before) if before else None
        for place, same in groupby(
            reversed(rows) if backward else rows, lambda row: region_order(regions[row])
        ):
            if (low is None or place >= low) and (high is None or place <= high):
                yield from self._by_date(
                    reader,
                    self._in_regions(plan, list(same)),
                    after if place == low else None,
                    before if place == high else None,
                    backward,
                )

    def _by_relevance(
        self,
        reader: _Reader,
        plan: Plan,
        query: Query,
        after: Entry | None,
        before: Entry | None,
        backward: bool,
        limit: int | None,
    ) -> Iterator[Entry]:
        key = order_of(query)
        low, high = (key(one) if one else None for one in (after, before))
        keyed = (
            (rank, one)
            for one in self._entries(reader, plan)
            if ((rank := key(one)) is not None)
            and (low is None or rank > low)
            and (high is None or rank < high)
        )
        if limit is None:
            chosen = sorted(keyed, key=lambda pair: pair[0], reverse=backward)
        elif backward:
            chosen = nlargest(limit, keyed, key=lambda pair: pair[0])
        else:
            chosen = nsmallest(limit, keyed, key=lambda pair: pair[0])
        return (one for _, one in chosen)

    def _position_by_key(self, query: Query, entry: Entry) -> int:
        key = order_of(query)
        own = key(entry)
        before, found = 0, False
        for one in self._entries(self._counts, self._plan(self._counts, query)):
            rank = key(one)
            before += rank < own
            found = found or rank == own
        return before + 1 if found else 0

    def _by_region(self, reader: _Reader, plan: Plan) -> dict[int, int]:
        """How many matches each row of the table of regions has."""
        if plan.selects_all:
            values: list[object] = []
            sql = "SELECT id, count FROM region WHERE count > 0"
        elif plan.impossible:
            return {}
        else:
            sql, values = plan.sql(
                f"{NUMBER} & {self._layout.region_mask}, count(*)", "GROUP BY 1"
            )
        return dict(reader.connection.execute(sql, values))

    def _in_regions(self, plan: Plan, rows: list[int]) -> Plan:
        """With only the reports of these rows, which are few."""
        expression = " OR ".join(f"tags:r{row}" for row in rows)
        return plan.finding(f"({expression})")

    def _regions_till(
        self, reader: _Reader, plan: Plan, entry: Entry
    ) -> tuple[list[int], list[int]]:
        """The rows of an entry's region, and the counts of the regions before it."""
        regions, own = reader.names.regions, region_order(entry)
        counts = self._by_region(reader, plan)
        rows = [row for row in regions if region_order(regions[row]) == own]
        return rows, [count for row, count in counts.items() if region_order(regions[row]) < own]

    def _facet_of_regions(self, plan: Plan, facet: Facet) -> list[FacetCount]:
        regions = self._counts.names.regions
        counts: Counter[str] = Counter()
        places: dict[str, Any] = {}
        for row, count in self._by_region(self._counts, plan).items():
            one = regions[row]
            name = (one.prefecture or one.heading) if facet is Facet.PREFECTURE else one.county
            if name:
                counts[name] += count
                place = region_order(one)
                places[name] = min(place, places.get(name, place))
        ordered = sorted(counts, key=places.__getitem__)
        return [FacetCount(name, counts[name]) for name in ordered]

    def _facet_of_months(self, plan: Plan) -> list[FacetCount]:
        if plan.selects_all:
            values: list[object] = []
            sql = "SELECT day_group, count FROM day WHERE count > 0"
        else:
            sql, values = plan.sql(f"{NUMBER} >> {self._layout.span}, count(*)", "GROUP BY 1")
        counts: Counter[str] = Counter()
        for group, count in self._counts.connection.execute(sql, values).fetchall():
            if group < UNDATED:
                counts[_month(LAST_DAY - group)] += count
        sql, values = plan.finding("tags:m").sql("report.first, report.last", "", " ")
        for first, last in self._counts.connection.execute(sql, values):
            counts[_month(first)] -= 1
            for day in periods_of(_day(first), _day(last), Period.MONTH):
                if day is not None:
                    counts[_month(day.toordinal())] += 1
        return [FacetCount(month, counts[month]) for month in sorted(counts) if counts[month]]


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _month(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.year:04}-{day.month:02}"
