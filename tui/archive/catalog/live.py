"""The catalog of an archive that may change: the best one that can answer at the moment."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from tui import locale
from tui.archive.catalog.failure import CatalogError, DamagedIndexError
from tui.archive.errors import DamagedFile
from tui.archive.folder import FileKey, file_keys
from tui.archive.reading import ReportFiles
from tui.query.catalog import (
    Catalog,
    CellCounts,
    Entry,
    Facet,
    FacetCount,
    Interrupted,
    Period,
    RegionCount,
)
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.report import Report

if TYPE_CHECKING:  # a small archive needs none of it, and is open sooner without
    from tui.archive.catalog.build import Build
    from tui.archive.catalog.sidecar import SidecarCatalog
    from tui.archive.catalog.update import Progress

T = TypeVar("T")

SMALL = 4 << 20
"""Bytes; an archive up to this, some 2,000 reports, is read whole faster than a catalog opens."""


class ArchiveCatalog:
    """Answers from memory while the archive is small, or else from an index in a file.

    While an index is being built it answers from what there is so far, the newest reports first;
    see `progress`. Where an index is damaged, locked or cannot be, it reads the archive whole.
    """

    def __init__(
        self, path: Path, *, wait: bool = True, progress: "Progress | None" = None
    ) -> None:
        """Open the catalog of the archive at `path`.

        Args:
            path: the archive.
            wait: answer from all reports from the start, even if that takes time.
            progress: told the files done and in all while waiting for an index to be built.

        Raises:
            ArchiveError: the archive is not there, or it is one file and that is damaged.
        """
        self.marked: frozenset[str] = frozenset()
        self.notice: str | None = None
        """A sentence to be shown once: why searching is slower than it might be."""
        self._path = path
        self._wait = wait
        self._tell = progress
        self._lock = RLock()
        self._keys: list[FileKey] = []
        self._sidecar: Path | None = None
        self._build: Build | None = None
        self._is_closed = False
        self._is_current = True
        self._damaged: list[DamagedFile] = []
        self._inner: ScanCatalog | SidecarCatalog = ScanCatalog(())
        self._open()

    @property
    def progress(self) -> tuple[int, int] | None:
        """Files read and files in all while an index is being built; none when it is not."""
        build = self._build
        return (build.done, build.total) if build and build.is_running else None

    @property
    def is_complete(self) -> bool:
        """Whether answers are of all reports; not before `refresh` took up a finished index."""
        return self._build is None and self._is_current

    def refresh(self) -> bool:
        """Take up what has changed in the archive; say whether answers may differ now.

        Raises:
            ArchiveError: the archive is no longer there, or its only file is damaged.
        """
        with self._lock:
            keys = file_keys(self._path)
            if self._build is not None:
                return self._follow_build(self._build)
            if keys == self._keys:
                return False
            self._open()
            return True

    def damaged(self) -> list[DamagedFile]:
        """The files that could not be read, or not wholly."""
        return list(self._damaged)

    def page(
        self,
        query: Query,
        *,
        after: Entry | None = None,
        before: Entry | None = None,
        limit: int = 50,
    ) -> list[Entry]:
        """As `Catalog.page`."""
        return self._ask(lambda one: one.page(query, after=after, before=before, limit=limit))

    def total(self, query: Query) -> int:
        """As `Catalog.total`."""
        return self._ask(lambda one: one.total(query))

    def position(self, query: Query, entry: Entry) -> int:
        """As `Catalog.position`."""
        return self._ask(lambda one: one.position(query, entry))

    def regions(self, query: Query) -> list[RegionCount]:
        """As `Catalog.regions`."""
        return self._ask(lambda one: one.regions(query))

    def facet(self, query: Query, facet: Facet) -> list[FacetCount]:
        """As `Catalog.facet`."""
        return self._ask(lambda one: one.facet(query, facet))

    def cells(self, query: Query, period: Period, *, counties: bool = False) -> CellCounts:
        """As `Catalog.cells`."""
        return self._ask(lambda one: one.cells(query, period, counties=counties))

    def report(self, report_id: str) -> Report | None:
        """As `Catalog.report`."""
        return self._ask(lambda one: one.report(report_id))

    def reports(self, query: Query) -> Iterator[Report]:
        """As `Catalog.reports`."""
        self.total(query)  # whatever is wrong with the catalog shows before the first report
        inner = self._inner
        inner.marked = self.marked
        return inner.reports(query)

    def entries(self, ids: Iterable[str]) -> Sequence[Entry]:
        """As `Catalog.entries`."""
        wanted = list(ids)
        return self._ask(lambda one: one.entries(wanted))

    def interrupt(self) -> None:
        """As `Catalog.interrupt`."""
        self._inner.interrupt()

    def close(self) -> None:
        """Let go of files; a catalog being built is built on next time."""
        with self._lock:
            if self._build is not None:
                self._build.stop()
                self._build = None
            self._is_closed = True
            self._inner.close()

    def _ask(self, question: Callable[[Catalog], T]) -> T:
        inner = self._inner
        inner.marked = self.marked
        try:
            return question(inner)
        except CatalogError as error:
            if self._is_closed:
                raise Interrupted from None
            self._give_up(inner, anew=isinstance(error, DamagedIndexError))
        inner = self._inner
        inner.marked = self.marked
        return question(inner)

    def _give_up(self, broken: Catalog, *, anew: bool) -> None:
        """Answer from memory instead of a catalog that fails, which next time is made `anew`."""
        with self._lock:
            if self._inner is not broken:
                return
            if self._build is not None:
                self._build.stop()
                self._build = None
            self._scan()
            if anew and self._sidecar is not None:
                from tui.archive.catalog.index import discard

                discard(self._sidecar)

    def _open(self) -> None:
        self._keys = file_keys(self._path)
        size = sum(key.size for key in self._keys)
        if size <= SMALL or not self._index(size):
            self._scan()

    def _scan(self) -> None:
        names = [key.name for key in self._keys]
        folder = self._path if self._path.is_dir() else self._path.parent
        files = ReportFiles([folder / name for name in names], strict=not self._path.is_dir())
        old, self._inner = self._inner, ScanCatalog(files)
        self._is_current = True
        self._damaged = files.damaged
        old.close()

    def _index(self, size: int) -> bool:
        """Answer from an index, where there can be one and it is complete soon enough."""
        from tui.archive.catalog import index

        if not index.is_possible():
            self.notice = locale.text("archive.no-fts5")
            return False
        try:
            found = index.open_index(
                self._path, size, wait=self._wait, progress=self._tell, path=self._sidecar
            )
        except CatalogError:
            return False
        if found is None:
            return False
        self._sidecar, self._build = found.path, found.build
        self._is_current = found.is_current
        if not found.is_current:
            self._keys = []  # to be looked at again
        self._take(found.catalog)
        return True

    def _take(self, new: "SidecarCatalog") -> None:
        old, self._inner = self._inner, new
        old.close()
        self._damaged = new.damaged()
        if not self._path.is_dir() and self._damaged and not new.total(Query()):
            raise self._damaged[0].error

    def _follow_build(self, build: "Build") -> bool:
        from tui.archive.catalog.index import sidecar

        if build.is_running:
            return not isinstance(self._inner, ScanCatalog) and self._inner.has_changed()
        is_complete = build.wait()
        self._build = None
        assert self._sidecar is not None
        try:
            if not is_complete:
                raise CatalogError
            self._take(sidecar(self._sidecar, self._path))
        except CatalogError:
            self.notice = locale.text("archive.no-index", path=self._sidecar)
            self._scan()
        return True
