"""Counting by region and period without a row for each report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import compress, groupby, islice

from tui.archive.catalog.codes import Codes
from tui.archive.catalog.layout import LAST_DAY, UNDATED
from tui.query.catalog import Period
from tui.query.cells import periods_of

Cells = Mapping[int, Mapping[date | None, int]]
"""How many reports of which region, by the first day of the period; none for the undated."""


def count_cells(
    matches: Codes,
    lasting: Iterable[tuple[int, int, int]],
    period: Period,
    regions: Mapping[int, int],
) -> Cells:
    """How many matches each region has in each period.

    Args:
        matches: all of them.
        lasting: of the matches that may touch several periods, or none: group, row of the region
            and days from the first to the last.
        period: the length of a period.
        regions: what a row of the table of regions counts as.
    """
    periods, rows = _begun(matches, period, regions)
    # Until now every report has counted in the period it began in, and in no other.
    places = {first.toordinal(): place for place, first in enumerate(periods) if first}
    beyond: defaultdict[int, Counter[int]] = defaultdict(Counter)
    """Of periods in which no match began, by their first days."""
    for group, row, days in lasting:
        begun, region = LAST_DAY - group, regions[row]
        counts = rows[region]
        if days < 0:
            place = _taken_back(begun, begun + days, period, places)
            if place is not None:
                counts[place] -= 1
            continue
        for first in _later(begun, begun + days, period):
            if first in places:
                counts[places[first]] += 1
            else:
                beyond[region][first] += 1
    cells = {
        region: dict(compress(zip(periods, counts, strict=True), counts))
        for region, counts in enumerate(rows)
    }
    for region, firsts in beyond.items():
        cells[region].update({_date(first): count for first, count in firsts.items()})
    return cells


def _begun(
    matches: Codes, period: Period, regions: Mapping[int, int]
) -> tuple[list[date | None], list[list[int]]]:
    """The periods in which matches began, and by region how many did in each."""
    runs = [
        (first, sum(count for _, count in run))
        for first, run in groupby(
            zip(*matches.days(), strict=True), lambda day: _first_day(day[0], period)
        )
    ]
    rows = [[0] * len(runs) for _ in range(max(regions.values(), default=0) + 1)]
    codes = matches.counted_as(regions)
    stop = 0
    for place, (_, count) in enumerate(runs):
        start, stop = stop, stop + count
        for code in codes[start:stop]:
            rows[code][place] += 1
    return [first for first, _ in runs], rows


def _taken_back(begun: int, ended: int, period: Period, places: Mapping[int, int]) -> int | None:
    """Where a report that ended before it began has counted, unless both were in one period."""
    first = period.first_day(_date(begun)).toordinal()
    return places[first] if ended < first else None


def _later(begun: int, ended: int, period: Period) -> Iterable[int]:
    """The first days of the periods up to `ended` but the one of `begun`."""
    if period is Period.DAY:
        return range(begun + 1, ended + 1)
    if period is Period.WEEK:  # 1 was a Monday
        return range(begun + 7 - (begun - 1) % 7, ended + 1, 7)
    months = periods_of(_date(begun), _date(ended), period)
    return [month.toordinal() for month in islice(months, 1, None) if month]


_date = lru_cache(maxsize=1 << 14)(date.fromordinal)


def _first_day(group: int, period: Period) -> date | None:
    return None if group >= UNDATED else period.first_day(_date(LAST_DAY - group))
