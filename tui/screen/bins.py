"""Months gathered into as many periods as a line has room for: quarters, years, decades."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

SIZES = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months a period may have; periods begin where a calendar's would."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A period and how many reports it has."""

    first: date
    last: date
    count: int

    @property
    def name(self) -> str:
        """As the query language writes it: ``2023``, ``2023-02`` or ``2023-01..2023-03``."""
        return period_name(self.first, self.last)


def period_name(first: date, last: date) -> str:
    """The shortest name of the months from `first` to `last`."""
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first.year}..{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y-%m}..{last:%Y-%m}"


def gather(months: Sequence[tuple[str, int]], room: int) -> tuple[Bin, ...]:
    """The counts of `months` in at most `room` periods without gaps.

    Args:
        months: ``("2023-02", 8)`` in date order; months without reports may be left out.
        room: how many periods there may be.
    """
    if not months or room < 1:
        return ()
    counts = {_number(month): count for month, count in months}
    first, last = min(counts), max(counts)
    size = next((size for size in SIZES if last // size - first // size < room), SIZES[-1])
    sums = dict.fromkeys(range(first // size, last // size + 1), 0)
    for number, count in counts.items():
        sums[number // size] += count
    bins = tuple(
        Bin(_first_day(group * size), _last_day(group * size + size - 1), count)
        for group, count in sums.items()
    )
    return bins[-room:]


def _number(month: str) -> int:
    """Months since the year 0."""
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def _first_day(number: int) -> date:
    return date(_year(number), number % 12 + 1, 1)


def _last_day(number: int) -> date:
    year, month = _year(number), number % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _year(number: int) -> int:
    """A period's edge may lie beyond the years a date can have."""
    return min(max(number // 12, MINYEAR), MAXYEAR)
