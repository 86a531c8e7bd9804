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
    cells: dict[int, dict[date | None, int]] = {
        key: dict(compress(zip(periods, row, strict=True), row)) for key, row in rows
    }
    # Until now every report has counted in the period it began in, and in no other.
    later: defaultdict[int, list[int]] = defaultdict(list)
    for group, row, days in lasting:
        begun = LAST_DAY - group
        if days < 0:
            _take_back(cells[regions[row]], begun, begun + days, period)
        else:
            later[regions[row]] += _later(begun, begun + days, period)
    for region, ordinals in later.items():
        cells[region] = of_region = Counter(cells[region])
        of_region.update(map(_date, ordinals))
    return cells


def _begun(
    matches: Codes, period: Period, regions: Mapping[int, int]
) -> tuple[list[date | None], Iterable[tuple[int, list[int]]]]:
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
    return [first for first, _ in runs], enumerate(rows)


def _take_back(of_region: dict[date | None, int], begun: int, ended: int, period: Period) -> None:
    """Count a report that ended before it began in no period, unless both were in the same."""
    first = period.first_day(_date(begun))
    if ended < first.toordinal():
        of_region[first] -= 1
        if not of_region[first]:
            del of_region[first]


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
