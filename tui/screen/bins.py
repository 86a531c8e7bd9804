"""Months gathered into as many periods as a line has room for: quarters, years, decades."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from tui.query.catalog import FacetCount
from tui.query.dates import EveryYear, read_dates
from tui.query.query import Field, Query

Period = tuple[date, date]
"""A first and a last day."""

SIZES = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months a period may have; periods begin where a calendar's would."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A period and how many reports it has."""

    first: date
    last: date
    count: int
    lasting: int = 0
    """How many of them have days before the period as well."""

    @property
    def name(self) -> str:
        """As the query language writes it: ``2023``, ``2023-02`` or ``2023-01..2023-03``."""
        return period_name(self.first, self.last)

    @property
    def months(self) -> int:
        """How many months it has."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


def period_name(first: date, last: date) -> str:
    """The shortest name of the months from `first` to `last`."""
    if first.month == 1 and last.month == 12:
        years = first.isoformat()[:4], last.isoformat()[:4]
        return "..".join(dict.fromkeys(years))
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first.isoformat()[:7]}..{last.isoformat()[:7]}"


def merged(bins: Sequence[Bin]) -> Bin:
    """Periods that follow each other as one, in which a report counts once however it lasted."""
    count = bins[0].count + sum(found.count - found.lasting for found in bins[1:])
    return Bin(bins[0].first, bins[-1].last, count, bins[0].lasting)


def gather(months: Sequence[FacetCount], room: int) -> tuple[Bin, ...]:
    """The counts of `months` in at most `room` periods without gaps.

    Args:
        months: of ``2023-02`` and others in date order; those without reports may be left out.
        room: how many periods there may be.
    """
    if not months or room < 1:
        return ()
    counts = {_number(month.value): month for month in months}
    first, last = min(counts), max(counts)
    size = next((size for size in SIZES if last // size - first // size < room), SIZES[-1])
    groups: dict[int, list[Bin]] = {
        group: [Bin(_first_day(group * size), _last_day(group * size + size - 1), 0)]
        for group in range(first // size, last // size + 1)
    }
    for number, month in counts.items():
        days = _first_day(number), _last_day(number)
        groups[number // size].append(Bin(*days, month.count, month.lasting))
    return tuple(map(_whole, groups.values()))[-room:]


def _whole(group: Sequence[Bin]) -> Bin:
    """The first of them, a period, with the counts of the others, its months."""
    period, *months = group
    if not months:
        return period
    found = merged(months)
    return Bin(period.first, period.last, found.count, found.lasting)


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


def asked_months(query: Query, months: Sequence[FacetCount]) -> tuple[FacetCount, ...]:
    """Those of `months` that `query` asks for: reports that last beyond its dates have others."""
    is_asked = asked_by(query)
    numbered = [(_number(month.value), month) for month in months]
    return tuple(
        month for place, month in numbered if is_asked(_first_day(place), _last_day(place))
    )


def asked_by(query: Query) -> Callable[[date, date], bool]:
    """Says whether `query` asks for any day from one to another: by its dates, or having none."""
    today = date.today()
    dates = [read_dates(value, today) for value in query.values(Field.DATE)]
    return lambda first, last: not dates or any(one.touches(first, last) for one in dates)


def period_of(query: Query) -> Period | None:
    """First and last day of the one period `query` asks for; none where it is open or several."""
    values = query.values(Field.DATE)
    if len(values) != 1:
        return None
    period = read_dates(values[0], date.today())
    if isinstance(period, EveryYear) or period.first is None or period.last is None:
        return None
    return period.first, period.last
