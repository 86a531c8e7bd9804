"""Counting by region and period without a row for each report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice

from tui.archive.catalog.codes import Codes, by_code
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
    cells: defaultdict[int, dict[date | None, int]] = defaultdict(dict)
    codes = by_code(regions)
    for first, start, stop in _periods(matches, period):
        for region, count in matches.count(codes, start, stop).items():
            cells[region][first] = count
    # Until now every report has counted in the period it began in, and in no other.
    for group, row, days in lasting:
        begun, of_region = LAST_DAY - group, cells[regions[row]]
        ended = begun + days
        if days < 0 and ended < (first := period.first_day(_date(begun))).toordinal():
            of_region[first] -= 1
            if not of_region[first]:
                del of_region[first]
        for day in _later(begun, ended, period):
            of_region[day] = of_region.get(day, 0) + 1
    return cells


def _periods(matches: Codes, period: Period) -> Iterator[tuple[date | None, int, int]]:
    """The first day of each period, and from where to where the matches that began in it are."""
    start = 0
    while start < len(matches):
        first = _first_day(matches.group(start), period)
        stop = matches.after(LAST_DAY - first.toordinal(), start) if first else len(matches)
        yield first, start, stop
        start = stop


def _later(begun: int, ended: int, period: Period) -> Iterable[date | None]:
    """The first days of the periods up to `ended` but the one of `begun`."""
    if period is Period.DAY:
        return map(_date, range(begun + 1, ended + 1))
    if period is Period.WEEK:  # 1 was a Monday
        return map(_date, range(begun + 7 - (begun - 1) % 7, ended + 1, 7))
    return islice(periods_of(_date(begun), _date(ended), period), 1, None)


_date = lru_cache(maxsize=1 << 14)(date.fromordinal)


def _first_day(group: int, period: Period) -> date | None:
    return None if group >= UNDATED else period.first_day(_date(LAST_DAY - group))
