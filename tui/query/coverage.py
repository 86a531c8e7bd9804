"""Who has reported and who has not: counts of reports per region and period, zeros included."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, repeat

from tui.query.catalog import Catalog, CellCounts, Facet, Period, RegionCount, RegionKey
from tui.query.cells import periods_of
from tui.query.dates import DateRange, read_dates
from tui.query.query import Field, FieldValues, Query
from tui.query.regions import Region, regions_named
from tui.reports.places import Level, Place, places

Names = tuple[str, str, str, str]
"""Key and name of the prefecture, key and name of the county."""

Rows = dict[RegionKey, Names]

LONGEST_SPAN = 3_700
"""Days; of a longer span only the part is shown that has reports."""

MOST_COLUMNS = 10_000
"""Periods shown without gaps, 27 years of days; one report with a mistaken year asks for more."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The reports of one region, period by period."""

    region_key: str
    """As `Report.region_key`: what ``prefecture:`` in a query takes."""
    region: str
    """Name of the prefecture, or the heading; empty where the reports name no region."""
    county_key: str
    """Empty in a coverage of prefectures, and for a prefecture's own reports."""
    county: str
    counts: tuple[int, ...]
    """One for each period of the coverage."""
    undated: int
    total: int
    """How many reports; less than the sum where one lasted several periods."""

    @property
    def has_reported(self) -> bool:
        """Whether there is any report."""
        return self.total > 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """A table of regions and periods."""

    period: Period
    counties: bool
    """Whether the rows are counties."""
    periods: tuple[date, ...]
    """The first day of each column, without gaps unless they are too many."""
    rows: tuple[CoverageRow, ...]
    """In official order, those without a report among them."""

    @property
    def expected(self) -> tuple[CoverageRow, ...]:
        """The rows of whom a report is expected.

        No county is the prefecture itself, and nobody are those whose reports name no region.
        """
        return tuple(
            row for row in self.rows if (row.county_key or not self.counties) and row.region_key
        )

    @property
    def reported(self) -> int:
        """How many of those expected have reported at all."""
        return sum(row.has_reported for row in self.expected)

    @property
    def share(self) -> float:
        """The part of those expected that have reported, from 0 to 1."""
        return self.reported / len(self.expected) if self.expected else 0.0

    @property
    def percent(self) -> int:
        """The share in whole per cents: 0 only where nobody has reported, 100 only where all."""
        if self.reported in (0, len(self.expected)):
            return 100 if self.reported else 0
        return min(99, max(1, round(self.share * 100)))

    @property
    def silent(self) -> tuple[CoverageRow, ...]:
        """Those expected that have not reported."""
        return tuple(row for row in self.expected if not row.has_reported)

    @property
    def total(self) -> int:
        """How many reports there are."""
        return sum(row.total for row in self.rows)

    @property
    def undated(self) -> int:
        """How many of them have no date."""
        return sum(row.undated for row in self.rows)

    def totals(self) -> tuple[int, ...]:
        """How many reports each period has."""
        return tuple(map(sum, zip(*(row.counts for row in self.rows), strict=True)))

    def reporting(self, first: date) -> int:
        """How many of those expected reported in the period that begins on `first`."""
        number = self.periods.index(first)
        return sum(row.counts[number] > 0 for row in self.expected)


def coverage(
    catalog: Catalog, query: Query, period: Period, *, counties: bool = False
) -> Coverage:
    """The reports that match `query` by region and period, with those who should have reported.

    Should have: every prefecture of a province that is in the archive, or every county of a
    prefecture that is in it; where the query asks for regions, those of them that it asks for.
    The columns are the days the query asks for, or else those there are reports of.
    """
    regions = catalog.regions(query)
    rows = _asked_for(query, expected_rows(catalog.regions(Query()), counties))
    if query.values(Field.COUNTY) and not counties:
        reported = {region.region_key for region in regions}
        rows = {key: names for key, names in rows.items() if key[0] in reported}
    return tabulate(
        catalog.cells(query, period, counties=counties),
        regions,
        rows,
        period,
        counties=counties,
        span=_span(query),
    )


def fitting_period(catalog: Catalog, query: Query) -> Period:
    """The shortest period that gives no more columns than can be looked over, about thirty."""
    span = _span(query)
    if span is not None:
        months = (span[1] - span[0]).days // 30
    else:
        months = len(catalog.facet(query, Facet.MONTH))
    return Period.DAY if months <= 1 else Period.WEEK if months <= 7 else Period.MONTH


def _asked_for(query: Query, rows: Rows) -> Rows:
    """Those of `rows` that the query's conditions on regions let through."""
    for condition in query.conditions:
        if not isinstance(condition, FieldValues) or condition.field not in _LEVELS:
            continue
        level = _LEVELS[condition.field]
        part = 0 if level is Level.PREFECTURE else 2
        regions = [Region(names[part], names[part + 1]) for names in rows.values()]
        meant = frozenset().union(
            *(regions_named(value, regions, level) for value in condition.values)
        )
        if level is Level.PREFECTURE or any(region.key for region in regions):
            rows = {
                key: names
                for key, names in rows.items()
                if (names[part] in meant) != condition.excluded
            }
    return rows


_LEVELS = {Field.PREFECTURE: Level.PREFECTURE, Field.COUNTY: Level.COUNTY}


def _span(query: Query) -> tuple[date, date] | None:
    """The first and the last day the query asks for; none where one of them is open."""
    ranges = [read_dates(value, date.today()) for value in query.values(Field.DATE)]
    days = []
    for dates in ranges:
        if not isinstance(dates, DateRange) or dates.first is None or dates.last is None:
            return None
        days += [dates.first, dates.last]
    return (min(days), max(days)) if days else None


def tabulate(
    cells: CellCounts,
    regions: Iterable[RegionCount],
    rows: Rows,
    period: Period,
    *,
    counties: bool = False,
    span: tuple[date, date] | None = None,
) -> Coverage:
    """The table of what was counted.

    Args:
        cells: the counts, from `Catalog.cells` with the same `period` and `counties`.
        regions: counts per county of the same query, for the totals.
        rows: key and names of every row that should be there, in order.
        period: what a column is.
        counties: whether a row is a county.
        span: the first and last day to show; by default those there are reports of.
    """
    totals: Counter[RegionKey] = Counter()
    for region in regions:
        totals[region.region_key, region.county_key if counties else ""] += region.count
    days = {day for day in frozenset().union(*cells.values()) if day}
    periods = _periods(days, period, span)
    found = tuple(
        CoverageRow(
            *names,
            tuple(map(cells.get(key, _NOTHING).get, periods, repeat(0))),
            cells.get(key, _NOTHING).get(None, 0),
            totals[key],
        )
        for key, names in rows.items()
    )
    return Coverage(period, counties, periods, found)


_NOTHING: Mapping[date | None, int] = {}


def _periods(days: set[date], period: Period, span: tuple[date, date] | None) -> tuple[date, ...]:
    if span is None or (span[1] - span[0]).days > LONGEST_SPAN:
        if not days:
            return ()
        span = min(days), max(days)
    found = tuple(islice(_days_of(span, period), MOST_COLUMNS + 1))
    return found if len(found) <= MOST_COLUMNS else tuple(sorted(days))


def _days_of(span: tuple[date, date], period: Period) -> Iterator[date]:
    """The first day of every period of a span."""
    return (day for day in periods_of(*span, period) if day)


def expected_rows(everywhere: Sequence[RegionCount], counties: bool) -> Rows:
    """Key and names of every row: in official order, then headings that are no place.

    Args:
        everywhere: counts per county of all that should be seen, usually of the whole archive.
        counties: whether a row is a county.
    """
    seen = {
        (count.region_key, count.county_key if counties else ""): (
            count.region_key,
            count.region,
            count.county_key if counties else "",
            count.county if counties else "",
        )
        for count in everywhere
    }
    codes = dict.fromkeys(count.region_key for count in everywhere)
    known = [place for code in codes if (place := places().get(code))]
    expected = dict(_expected_counties(known) if counties else _expected_prefectures(known))
    rows = expected | seen
    rank = places().rank
    return dict(sorted(rows.items(), key=lambda row: (rank(row[0][0]), _county_rank(row[0][1]))))


def _county_rank(code: str) -> int:
    """The order of counties within a prefecture: its own reports first, unknown ones last."""
    return places().rank(code) if code else -1


def _expected_prefectures(known: Iterable[Place]) -> Iterator[tuple[RegionKey, Names]]:
    """Every prefecture of the provinces that `known` belong to."""
    table = places()
    for province in dict.fromkeys(place.parent for place in known):
        for place in table.children(province) if province else ():
            if not place.name.endswith("直辖县级行政区划"):
                yield (place.code, ""), (place.code, place.name, "", "")
    for place in known:
        if not place.parent:
            yield (place.code, ""), (place.code, place.name, "", "")


def _expected_counties(known: Iterable[Place]) -> Iterator[tuple[RegionKey, Names]]:
    """Every county of the prefectures `known`."""
    for prefecture in known:
        for place in places().children(prefecture.code):
            names = prefecture.code, prefecture.name, place.code, place.name
            yield (prefecture.code, place.code), names
