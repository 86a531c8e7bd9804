"""The days a query means: one range, or the same range of every year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from one to another, both included."""

    first: date | None = None
    """None: from the beginning of time."""
    last: date | None = None
    """None: without end."""

    def touches(self, start: date, end: date) -> bool:
        """Whether any day from `start` to `end` is in the range."""
        return (self.first is None or end >= self.first) and (
            self.last is None or start <= self.last
        )

    def within(self, first: date, last: date) -> tuple["DateRange", ...]:
        """The range itself where it has days from `first` to `last`, else nothing."""
        return (self,) if self.touches(first, last) else ()


@dataclass(frozen=True, slots=True)
class EveryYear:
    """The days from one to another of every year; over New Year where the last comes first."""

    first: MonthDay
    last: MonthDay

    def touches(self, start: date, end: date) -> bool:
        """Whether any day from `start` to `end` is meant."""
        return bool(self.within(start, end))

    def within(self, first: date, last: date) -> tuple[DateRange, ...]:
        """The ranges of single years that have days from `first` to `last`."""
        return tuple(
            one
            for year in range(first.year - 1, last.year + 1)
            if (one := self._of_year(year)) and one.touches(first, last)
        )

    def _of_year(self, year: int) -> DateRange | None:
        """The range that begins in `year`; none where that is only a 29th of February it lacks."""
        if year < date.min.year:
            return None
        first = clamped(year, *self.first)
        if self.first[1] > first.day:
            if self.first == self.last:
                return None
            first += timedelta(1)
        ends_in = year + (self.last < self.first)
        return DateRange(first, date.max if ends_in > 9999 else clamped(ends_in, *self.last))


Dates = DateRange | EveryYear


def clamped(year: int, month: int, day: int) -> date:
    """The day, or the last of the month where that is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))
