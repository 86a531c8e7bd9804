"""A catalog that looks at every report: the reference for others, and what stands in for them."""

from bisect import bisect_left, bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from threading import Lock

from tui.query.catalog import (
    CellCounts,
    Entry,
    Facet,
    FacetCount,
    Interrupted,
    Period,
    RegionCount,
)
from tui.query.cells import count_cells
from tui.query.item import Item
from tui.query.matching import (
    RegionOrder,
    Term,
    date_order,
    months_of,
    order_of,
    region_order,
    region_then_date,
    term,
)
from tui.query.pinyin import Alphabet, is_pinyin
from tui.query.predicate import Surroundings, Test, tests
from tui.query.query import Order, Query
from tui.query.regions import Region
from tui.reports.report import Report

STRIDE = 512
"""Reports looked at between two looks at whether the answer is still wanted."""

KEPT = 8
"""Queries whose matches are remembered."""

Asked = tuple[Query, frozenset[str], date]

Values = Callable[[Report], tuple[str, ...]]


class ScanCatalog:
    """Answers from reports in memory. Texts are folded when a query first wants them."""

    def __init__(self, reports: Iterable[Report]) -> None:
        """Keep `reports`, of which those with one id count once, the first."""
        self.marked: frozenset[str] = frozenset()
        self._by_id: dict[str, Item] = {}
        for report in reports:
            if report.id not in self._by_id:
                self._by_id[report.id] = Item(report)
        self._orders = {
            Order.NEWEST: sorted(self._by_id.values(), key=lambda item: date_order(item.entry))
        }
        entries = [item.entry for item in self._by_id.values()]
        self._prefectures = tuple(
            Region(key, name)
            for key, name in {
                entry.region_key: entry.prefecture or entry.heading for entry in entries
            }.items()
        )
        self._counties = tuple(
            Region(key, name)
            for key, name in {entry.county_key: entry.county or "" for entry in entries}.items()
        )
        self._matched: OrderedDict[Asked, list[Item]] = OrderedDict()
        self._lock = Lock()
        self._interruptions = 0

    def page(
        self,
        query: Query,
        *,
        after: Entry | None = None,
        before: Entry | None = None,
        limit: int = 50,
    ) -> list[Entry]:
        """As `Catalog.page`; it looks no further than it must."""
        asked = self._asked(query)
        known = self._known(asked)
        if known is None and query.order is Order.RELEVANCE:
            known = self._matches(query)
        items = self._in_order(query.order) if known is None else known
        start, stop = 0, len(items)
        if after is not None:
            start = _place(items, query, after, bisect_right)
        if before is not None:
            stop = _place(items, query, before, bisect_left)
        backward = before is not None and after is None
        span = range(stop - 1, start - 1, -1) if backward else range(start, stop)
        walked = map(items.__getitem__, span)
        wanted = walked if known is not None else self._scan(walked, self._tests(asked))
        found = [item.entry for item in islice(wanted, limit)]
        return found[::-1] if backward else found

    def total(self, query: Query) -> int:
        """As `Catalog.total`."""
        return len(self._matches(query))

    def position(self, query: Query, entry: Entry) -> int:
        """As `Catalog.position`."""
        items = self._matches(query)
        at = _place(items, query, entry, bisect_left)
        return at + 1 if at < len(items) and items[at].entry.id == entry.id else 0

    def regions(self, query: Query) -> list[RegionCount]:
        """As `Catalog.regions`."""
        counts: Counter[tuple[str, str]] = Counter()
        first: dict[tuple[str, str], Entry] = {}
        for item in self._matches(query):
            key = (item.region_key, item.county_key)
            counts[key] += 1
            first.setdefault(key, item.entry)
        return [
            RegionCount(
                entry.region_key,
                entry.prefecture or entry.heading,
                entry.county_key,
                entry.county or "",
                counts[entry.region_key, entry.county_key],
            )
            for entry in sorted(first.values(), key=region_order)
        ]

    def facet(self, query: Query, facet: Facet) -> list[FacetCount]:
        """As `Catalog.facet`."""
        matches = self._matches(query)
        values = _FACETS[facet]
        counts = Counter(value for item in matches for value in values(item.report))
        if facet is Facet.MONTH:
            later = (months_of(item.entry.held)[1:] for item in matches)
            lasting = Counter(month for months in later for month in months)
            return [FacetCount(month, counts[month], lasting[month]) for month in sorted(counts)]
        if facet in (Facet.PREFECTURE, Facet.COUNTY):
            ordered = sorted(counts, key=_first_places(matches, values).__getitem__)
        else:
            ordered = sorted(counts, key=lambda value: (-counts[value], value))
        return [FacetCount(value, counts[value]) for value in ordered]

    def cells(self, query: Query, period: Period, *, counties: bool = False) -> CellCounts:
        """As `Catalog.cells`."""
        entries = (item.entry for item in self._matches(query))
        return count_cells(entries, period, counties=counties)

    def report(self, report_id: str) -> Report | None:
        """As `Catalog.report`."""
        item = self._by_id.get(report_id)
        return item.report if item else None

    def reports(self, query: Query) -> Iterator[Report]:
        """As `Catalog.reports`."""
        return (item.report for item in self._matches(query))

    def entries(self, ids: Iterable[str]) -> Sequence[Entry]:
        """As `Catalog.entries`."""
        return [self._by_id[one].entry for one in ids if one in self._by_id]

    def interrupt(self) -> None:
        """As `Catalog.interrupt`."""
        self._interruptions += 1

    def close(self) -> None:
        """Nothing is open."""

    def prepare(self) -> None:
        """Fold every text now, so that the first query need not."""
        for item in self._scan(self._orders[Order.NEWEST], []):
            _ = item.text, item.has_letters, item.organisation
        _ = self._alphabet

    def _asked(self, query: Query) -> Asked:
        return query, self.marked, date.today()

    def _tests(self, asked: Asked) -> list[Test]:
        query, marked, today = asked
        around = Surroundings(today, marked, self._prefectures, self._counties, self._term)
        return tests(query, around)

    def _term(self, word: str) -> Term:
        return term(word, self._alphabet if is_pinyin(word) else None)

    @cached_property
    def _alphabet(self) -> Alphabet:
        """The characters of all names that pinyin is looked for in."""
        items = self._by_id.values()
        return Alphabet.of({name for item in items for name in (item.title, item.affiliation)})

    def _scan(self, items: Iterable[Item], must_pass: list[Test]) -> Iterator[Item]:
        """Those of `items` that pass every test."""
        interruptions = self._interruptions
        left = iter(items)
        while some := list(islice(left, STRIDE)):
            if self._interruptions != interruptions:
                raise Interrupted
            passing = iter(some)
            for test in must_pass:
                passing = filter(test, passing)
            yield from passing

    def _known(self, asked: Asked) -> list[Item] | None:
        """The matches, if they have been looked for lately."""
        with self._lock:
            found = self._matched.get(asked)
            if found is not None:
                self._matched.move_to_end(asked)
            return found

    def _matches(self, query: Query) -> list[Item]:
        """Every match in order."""
        asked = self._asked(query)
        found = self._known(asked)
        if found is not None:
            return found
        found = list(self._scan(self._in_order(query.order), self._tests(asked)))
        if query.order is Order.RELEVANCE:
            found.sort(key=self._relevance(query))
        with self._lock:
            self._matched[asked] = found
            while len(self._matched) > KEPT:
                self._matched.popitem(last=False)
        return found

    def _relevance(self, query: Query) -> Callable[[Item], tuple[int, int]]:
        """The beginning of the key of `order_of`; its rest is the order items are in already."""
        terms = [self._term(word) for word in query.words]
        known: dict[str, int] = {}

        def found_in(name: str) -> int:
            return sum(one.in_name(name) for one in terms)

        def key(item: Item) -> tuple[int, int]:
            if item.affiliation not in known:
                known[item.affiliation] = found_in(item.affiliation)
            return -found_in(item.title), -known[item.affiliation]

        return key

    def _in_order(self, order: Order) -> list[Item]:
        """Every report in order; by relevance, the newest first."""
        if order is Order.REGION and order not in self._orders:
            newest = self._orders[Order.NEWEST]
            self._orders[order] = sorted(newest, key=lambda item: region_then_date(item.entry))
        return self._orders.get(order, self._orders[Order.NEWEST])


def _place(items: list[Item], query: Query, entry: Entry, bisect: Callable[..., int]) -> int:
    """Where `entry` stands among `items`, or would stand if it were there."""
    key = order_of(query)
    return bisect(items, key(entry), key=lambda item: key(item.entry))


def _first_places(items: Iterable[Item], values: Values) -> dict[str, RegionOrder]:
    """Each value of a facet with the first place in official order that has it."""
    places: dict[str, RegionOrder] = {}
    for item in items:
        for value in values(item.report):
            place = region_order(item.entry)
            places[value] = min(place, places.get(value, place))
    return places


def _only(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


_FACETS: dict[Facet, Values] = {
    Facet.PREFECTURE: lambda report: _only(report.prefecture or report.heading),
    Facet.COUNTY: lambda report: _only(report.county),
    Facet.MONTH: lambda report: months_of(report.held),
    Facet.ORGANISATION: lambda report: _only(report.organisation),
    Facet.DOCUMENT: lambda report: tuple(f"《{title}》" for title in set(report.documents)),
}
"""The values that a report has of each facet."""
