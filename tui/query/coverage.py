"""Who has reported and who has not: counts of reports per region and period, zeros included."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tui.query.catalog import CellCount, Entry, Period, RegionCount
from tui.reports.places import Place, places


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
    """The first day of each column, without gaps."""
    rows: tuple[CoverageRow, ...]
    """In official order, those without a report among them."""

    @property
    def reported(self) -> int:
        """How many regions have reported at all."""
        return sum(row.has_reported for row in self.rows)

    @property
    def share(self) -> float:
        """The part of the regions that have reported, from 0 to 1."""
        return self.reported / len(self.rows) if self.rows else 0.0

    @property
    def silent(self) -> tuple[CoverageRow, ...]:
        """The regions that have not reported."""
        return tuple(row for row in self.rows if not row.has_reported)

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

    def reporting(self) -> tuple[int, ...]:
        """How many regions reported in each period."""
        return tuple(
            sum(count > 0 for count in column)
            for column in zip(*(row.counts for row in self.rows), strict=True)
        )


def coverage(
    cells: Iterable[CellCount],
    regions: Sequence[RegionCount],
    everywhere: Sequence[RegionCount],
    period: Period,
    *,
    counties: bool = False,
    span: tuple[date, date] | None = None,
) -> Coverage:
    """The table of what was counted, with those who should have reported.

    Args:
        cells: the counts, from `Catalog.cells` with the same `period` and `counties`.
        regions: counts per county of the same query, for the totals.
        everywhere: counts per county of the whole archive, or of as much as should be seen.
            Every prefecture of a province that is in it gets a row, and every county of a
            prefecture that is in it.
        period: what a column is.
        counties: whether a row is a county.
        span: the first and last day to show; by default those there are reports of.
    """
    counts: dict[tuple[str, str], Counter[date | None]] = {}
    for cell in cells:
        of_region = counts.setdefault((cell.region_key, cell.county_key), Counter())
        of_region[cell.period] += cell.count
    totals: Counter[tuple[str, str]] = Counter()
    for region in regions:
        totals[region.region_key, region.county_key if counties else ""] += region.count
    periods = _periods({day for row in counts.values() for day in row if day}, period, span)
    rows = tuple(
        CoverageRow(
            *names,
            tuple(counts.get(key, _NOTHING)[day] for day in periods),
            counts.get(key, _NOTHING)[None],
            totals[key],
        )
        for key, names in _rows(everywhere, counties).items()
    )
    return Coverage(period, counties, periods, rows)


_NOTHING: Counter[date | None] = Counter()

_Key = tuple[str, str]
_Names = tuple[str, str, str, str]


def _periods(days: set[date], period: Period, span: tuple[date, date] | None) -> tuple[date, ...]:
    if span is None:
        if not days:
            return ()
        span = min(days), max(days)
    day, last = period.first_day(span[0]), span[1]
    found = []
    while day <= last:
        found.append(day)
        day = period.next(day)
    return tuple(found)


def _rows(everywhere: Sequence[RegionCount], counties: bool) -> dict[_Key, _Names]:
    """Key and names of every row: in official order, then headings that are no place."""
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
    return dict(sorted(rows.items(), key=lambda row: (rank(row[0][0]), rank_county(row[0][1]))))


def rank_county(code: str) -> int:
    """The order of counties within a prefecture: its own reports first, unknown ones last."""
    return places().rank(code) if code else -1


def _expected_prefectures(known: Iterable[Place]) -> Iterator[tuple[_Key, _Names]]:
    """Every prefecture of the provinces that `known` belong to."""
    table = places()
    for province in dict.fromkeys(place.parent for place in known):
        for place in table.children(province) if province else ():
            if not place.name.endswith("直辖县级行政区划"):
                yield (place.code, ""), (place.code, place.name, "", "")
    for place in known:
        if not place.parent:
            yield (place.code, ""), (place.code, place.name, "", "")


def _expected_counties(known: Iterable[Place]) -> Iterator[tuple[_Key, _Names]]:
    """Every county of the prefectures `known`."""
    for prefecture in known:
        for place in places().children(prefecture.code):
            names = prefecture.code, prefecture.name, place.code, place.name
            yield (prefecture.code, place.code), names


def count_cells(
    entries: Iterable[Entry], period: Period, *, counties: bool = False
) -> list[CellCount]:
    """What `Catalog.cells` gives for these entries, counted one by one."""
    counted: Counter[tuple[str, str, date | None]] = Counter()
    for entry in entries:
        county = entry.county_key if counties else ""
        for day in periods_of(entry.held.first, entry.held.last, period):
            counted[entry.region_key, county, day] += 1
    return [CellCount(*key, count) for key, count in counted.items()]


def periods_of(first: date | None, last: date | None, period: Period) -> Iterator[date | None]:
    """The first day of every period that has a day from `first` to `last`; none where undated."""
    if first is None or last is None:
        yield None
        return
    day = period.first_day(first)
    while day <= last:
        yield day
        day = period.next(day)
