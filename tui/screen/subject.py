"""What an export or a copy is about: the basket, the report shown, or everything that matches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from tui import locale
from tui.archive.notebook import Notes
from tui.export.options import Grouping
from tui.export.summary import Summary, summarize
from tui.query.catalog import Catalog, Entry, Facet
from tui.query.matching import date_order
from tui.query.query import Field, FieldValues, Flag, Order, Query
from tui.reports.places import places
from tui.reports.report import Report

_ORDERS = {Grouping.PREFECTURE: Order.REGION, Grouping.DATE: Order.NEWEST}
"""How matches come for a grouping; else as the query asks for them."""
SAMPLE = 30
"""Reports of a preview."""
OLDEST = 5_000
"""Reports of the first month looked at for its first day."""


class Scope(StrEnum):
    """Which reports."""

    BASKET = "basket"
    REPORT = "report"
    MATCHES = "matches"


@dataclass(frozen=True, slots=True)
class Offer:
    """One scope the user may choose, with what it holds."""

    scope: Scope
    summary: Summary
    sample: tuple[Report, ...]
    missing: int = 0
    """Reports of the basket that the catalog does not have."""
    complete: bool = True
    """Every report of the archive was looked at; else there may be more."""

    def __str__(self) -> str:
        """``The basket: 3 reports, 2 prefectures, 2023-02-08 to 2023-02-09``."""
        sentence = locale.text(f"screen.export-{self.scope.value}", summary=self.summary)
        if self.waits:
            return f"{sentence} · {locale.text('screen.export-so-far')}"
        if self.missing:
            gone = locale.text("screen.export-gone", count=self.missing)
            return f"{sentence} · {gone}"
        return sentence

    @property
    def waits(self) -> bool:
        """Whether it holds more once all of the archive is indexed, or may do so."""
        return not self.complete and (self.scope is Scope.MATCHES or self.missing > 0)


@dataclass(frozen=True, slots=True)
class Subject:
    """What was at hand when the user asked."""

    query: Query
    entry: Entry | None
    notes: Notes

    def offers(self, catalog: Catalog, *, complete: bool = True) -> list[Offer]:
        """The scopes there are; the first is the one meant unless the user says otherwise.

        Args:
            catalog: what answers.
            complete: whether it answers from all of the archive.
        """
        scopes = [Scope.BASKET] if self.notes.basket else []
        scopes += [Scope.REPORT] if self.entry else []
        scopes += [Scope.MATCHES]
        offers = [self.offer(scope, catalog, complete=complete) for scope in scopes]
        return [offer for offer in offers if offer.summary.reports or offer.waits]

    def offer(self, scope: Scope, catalog: Catalog, *, complete: bool = True) -> Offer:
        """What `scope` holds; as `offers`."""
        sample = tuple(islice(self.reports(scope, catalog), SAMPLE))
        if scope is Scope.MATCHES:
            summary = self._summary_of_matches(catalog)
            return Offer(scope, summary, sample, complete=complete)
        ids = self._ids(scope)
        entries = catalog.entries(ids)
        return Offer(scope, summarize(entries), sample, len(ids) - len(entries), complete)

    def _summary_of_matches(self, catalog: Catalog) -> Summary:
        """Counted by the catalog, since the matches may be a million."""
        regions = catalog.regions(self.query)
        total = sum(region.count for region in regions)
        prefectures = len({region.region_key for region in regions} - {""})
        undated = catalog.total(self.query.with_flag(Flag.UNDATED, True))
        first, last = self._days(catalog)
        return Summary(total, prefectures, first, last, undated)

    def _days(self, catalog: Catalog) -> tuple[date | None, date | None]:
        """The earliest and the latest day among the matches."""
        newest = catalog.page(self.query._replace(order=Order.NEWEST), limit=1)
        months = catalog.facet(self.query, Facet.MONTH)
        if not months:
            return None, None
        oldest = self.query.and_(Query((FieldValues(Field.DATE, (months[0].value,)),)))
        entries = catalog.page(oldest._replace(order=Order.NEWEST), limit=OLDEST)
        return entries[-1].held.first, newest[0].held.last

    def _ids(self, scope: Scope) -> tuple[str, ...]:
        if scope is Scope.BASKET:
            return self.notes.basket
        return (self.entry.id,) if self.entry else ()

    def reports(
        self, scope: Scope, catalog: Catalog, grouping: Grouping = Grouping.PREFECTURE
    ) -> Iterator[Report]:
        """The reports of `scope` in the order that `grouping` wants them."""
        if scope is Scope.MATCHES:
            order = _ORDERS.get(grouping, self.query.order)
            yield from catalog.reports(self.query._replace(order=order))
            return
        entries = list(catalog.entries(self._ids(scope)))
        if grouping is Grouping.PREFECTURE:
            entries.sort(key=_by_region)
        elif grouping is Grouping.DATE:
            entries.sort(key=date_order)
        for entry in entries:
            report = catalog.report(entry.id)
            if report is not None:
                yield report


def _by_region(entry: Entry) -> tuple[int, str, int, str]:
    rank = places().rank
    return rank(entry.prefecture_code), entry.region_key, rank(entry.county_code), entry.county_key
