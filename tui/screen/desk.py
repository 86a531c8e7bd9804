"""What the browser works with: an archive, its catalog, its notebook. No widgets, no threads."""

from collections.abc import Iterator, Mapping, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from tui.archive.archive import Archive
from tui.archive.errors import DamagedFile
from tui.archive.notebook import Notebook
from tui.query.catalog import Entry, Facet, FacetCount
from tui.query.query import Field, Order, Query
from tui.reports.report import Report

if TYPE_CHECKING:  # loaded with the first question
    from tui.archive.catalog.live import ArchiveCatalog

FACET_FIELDS = {
    Facet.PREFECTURE: Field.PREFECTURE,
    Facet.COUNTY: Field.COUNTY,
    Facet.MONTH: Field.DATE,
    Facet.ORGANISATION: Field.ORG,
    Facet.DOCUMENT: Field.DOC,
}
"""The field of the query whose values a facet counts."""

AGAIN = 1.0
"""Seconds until what was interrupted, or asked before all was indexed, is asked again."""

AT_HAND = 8
"""Reports kept read: those beside the one shown, and some gone by."""


class Desk:
    """An archive opened for browsing."""

    def __init__(self, archive: Archive, notebook: Notebook | None = None) -> None:
        """Nothing is read before it is asked for."""
        self.archive = archive
        self.notebook = notebook or archive.notebook()
        self._catalog: ArchiveCatalog | None = None
        self._marked: frozenset[str] = frozenset()
        self._opening = RLock()
        self._has_changed = False
        self._at_hand: dict[str, Report] = {}

    @property
    def catalog(self) -> "ArchiveCatalog":
        """The catalog, opened at first use; threads that ask meanwhile wait for it."""
        with self._opening:
            if self._catalog is None:
                self._catalog = self.archive.catalog(wait=False)
                self._catalog.marked = self._marked
            return self._catalog

    @property
    def marked(self) -> frozenset[str]:
        """The ids that ``is:marked`` means."""
        return self._marked

    @marked.setter
    def marked(self, ids: frozenset[str]) -> None:
        self._marked = ids
        if self._catalog is not None:
            self._catalog.marked = ids

    def refresh(self) -> bool:
        """Take up what has changed in the archive; say whether answers may differ now.

        Raises:
            ArchiveError: it is no longer there, or its only file is damaged.
        """
        changed = self.catalog.refresh() or self._has_changed
        self._has_changed = False
        if changed:
            self._at_hand = {}
        return changed

    @property
    def progress(self) -> tuple[int, int] | None:
        """Files indexed and in all, while an index is being made; none when it is not."""
        return self.catalog.progress

    def completed(self) -> bool:
        """Whether every report of the archive is found; an index just finished is taken up.

        Raises:
            ArchiveError: the archive is no longer there.
        """
        if not self.catalog.is_complete and self.catalog.refresh():
            self._has_changed = True  # whoever watches is told at the next look
        return self.catalog.is_complete

    @property
    def damaged(self) -> list[DamagedFile]:
        """The files of the archive that cannot be read."""
        return self.catalog.damaged()

    @property
    def notice(self) -> str | None:
        """Why searching is slower than it might be."""
        return self.catalog.notice

    def interrupt(self) -> None:
        """Stop counting for a query that is no longer asked."""
        if self._catalog is not None:
            self._catalog.interrupt()

    def reopen(self) -> None:
        """Use a new archive's catalog from now on, as after the first import."""
        if self._catalog is not None:
            self._catalog.close()
            self._catalog = None
            self._at_hand = {}

    def correct(self, report_id: str, fields: Mapping[str, object]) -> Report:
        """Replace fields of a report; of a bundled one in the user's own archive, begun for it.

        Raises:
            JianbaoError: it cannot be stored.
        """
        if self.archive.read_only:
            self.archive.begin_own()
            self.reopen()
        report = self.archive.correct(report_id, **fields)
        self.refresh()
        return report

    def uncorrect(self, report_id: str) -> Report:
        """Give a report back what was first read of it; raises as `correct`."""
        report = self.archive.uncorrect(report_id)
        self.refresh()
        return report

    def first(self, query: Query) -> tuple[Entry | None, Report | None]:
        """The first match and its text; two nones where nothing matches."""
        page = self.catalog.page(query, limit=1)
        return (page[0], self.catalog.report(page[0].id)) if page else (None, None)

    def read_ahead(self, ids: Sequence[str]) -> None:
        """Read reports that may be wanted next."""
        kept = self._at_hand  # of the archive as it is now: a change begins another
        for one in ids:
            report = kept.pop(one, None) or self.catalog.report(one)
            if report is not None:
                kept[one] = report
        for one in list(kept)[:-AT_HAND]:
            kept.pop(one, None)

    def at_hand(self, report_id: str) -> Report | None:
        """A report that was read ahead; the archive may be another since."""
        return self._at_hand.get(report_id)

    def facets(self, query: Query) -> Iterator[Mapping[Facet, Sequence[FacetCount]]]:
        """The values of one facet, of two, and at last of all.

        A facet's own field does not narrow it.
        """
        counted: dict[Facet, Sequence[FacetCount]] = {}
        for facet, field in FACET_FIELDS.items():
            counted[facet] = self.catalog.facet(query.with_values(field, ()), facet)
            yield dict(counted)

    def ids(self, query: Query, limit: int) -> tuple[str, ...]:
        """The ids of the matches in the tree's order, `limit` at most."""
        page = self.catalog.page(query._replace(order=Order.REGION), limit=limit)
        return tuple(entry.id for entry in page)

    def by_date(self, query: Query, entry: Entry, step: int) -> Entry | None:
        """The match after (`step` 1) or before (-1) `entry` in the query's own order."""
        if step > 0:
            page = self.catalog.page(query, after=entry, limit=1)
        else:
            page = self.catalog.page(query, before=entry, limit=1)
        return page[0] if page else None
