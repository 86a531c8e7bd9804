"""From the words of a date to the days: the missing year, parts of months, impossible days."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tui.bulletins.datewords import DateWords
from tui.bulletins.lunar import day_of
from tui.reports.date import MeetingDate, Precision
from tui.reports.label import part_of_month

FIRST_YEAR = 1949
"""Reports of meetings before it are not expected; nor are years after the next one."""

WRITTEN_IN = 2026
"""The year of this program: a clock that shows less is wrong, and decides nothing."""

NO_YEAR = "bulletins.no-year"
IMPOSSIBLE = "bulletins.impossible-date"
UNLIKELY_YEAR = "bulletins.unlikely-year"
LOST_SIGN = "bulletins.lost-month-sign"
UNCLEAR = "bulletins.unclear-date"

_PARTS = {"底": "下旬", "末": "下旬", "初": "上旬"}
_DAYS_AGO = {
    "今天": 0,
    "今日": 0,
    "当天": 0,
    "当日": 0,
    "同日": 0,
    "同一天": 0,
    "昨天": 1,
    "昨日": 1,
    "前天": 2,
    "前日": 2,
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a bulletin says of when it was written."""

    year: int | None = None
    """The year of publication, or the likeliest year."""
    month: int | None = None
    """The month of publication; months after it belong to the year before."""
    day: int | None = None

    @property
    def published(self) -> date | None:
        """The day of publication, where all of it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def year_of(self, month: int) -> int | None:
        """The year in which a month without a year fell."""
        if self.year is None or self.month is None or month <= self.month:
            return self.year
        return self.year - 1


@dataclass(frozen=True, slots=True)
class DateReading:
    """The date, and what was not sure about it."""

    held: MeetingDate
    flags: tuple[str, ...] = ()


def resolve(words: DateWords, calendar: Calendar) -> DateReading:
    """The days that `words` mean in a bulletin written at the time of `calendar`."""
    try:
        reading = _resolved(words, calendar)
        return reading if words.days == 1 else _lengthened(reading, words)
    except OverflowError:  # before the year 1, after 9999
        return _unknown(words, IMPOSSIBLE)


def _lengthened(reading: DateReading, words: DateWords) -> DateReading:
    """The range of days that begins with a day: 为期三天."""
    day = reading.held.start
    if day is None or reading.held.precision is not Precision.DAY:
        return reading
    last = day + timedelta(words.days - 1)
    held = reading.held._replace(end=last, precision=Precision.RANGE)
    return replace(reading, held=held)


def _resolved(words: DateWords, calendar: Calendar) -> DateReading:
    unknown = MeetingDate(as_written=words.text)
    if words.vague:
        return DateReading(unknown)
    if words.relative in _DAYS_AGO:
        return _days_ago(words, calendar)
    if words.weekday:
        return _of_week(words, calendar)
    if words.is_lost:
        return _lost(words, calendar)
    if words.lunar:
        return _of_moon(words, calendar)
    if words.month is None:
        return _day_of_month(words, calendar)
    return _spelled_out(words, calendar)


def _unknown(words: DateWords, flag: str) -> DateReading:
    return DateReading(MeetingDate(as_written=words.text), (flag,))


def _days_ago(words: DateWords, calendar: Calendar) -> DateReading:
    if calendar.published is None:
        return _unknown(words, UNCLEAR)
    day = calendar.published - timedelta(_DAYS_AGO[words.relative])
    return DateReading(MeetingDate(day, None, Precision.DAY, words.text, year_inferred=True))


def _of_week(words: DateWords, calendar: Calendar) -> DateReading:
    """上周五, 本周二: a day of the week before that of publication, or of it; 周五: the last."""
    if calendar.published is None:
        return _unknown(words, UNCLEAR)
    if words.relative == "周":
        ago = (calendar.published.isoweekday() - words.weekday) % 7
        last = calendar.published - timedelta(ago)
        return DateReading(MeetingDate(last, None, Precision.DAY, words.text, year_inferred=True))
    monday = calendar.published - timedelta(calendar.published.weekday())
    day = monday + timedelta(words.weekday - 1 - 7 * (words.relative == "上周"))
    if day > calendar.published:
        return _unknown(words, UNCLEAR)
    return DateReading(MeetingDate(day, None, Precision.DAY, words.text, year_inferred=True))


def _day_of_month(words: DateWords, calendar: Calendar) -> DateReading:
    """A day without its month: the month of publication, or the one before."""
    if calendar.month is None or calendar.year is None or not (words.day or words.part):
        return _unknown(words, UNCLEAR)
    month = calendar.month
    later = calendar.day is not None and (words.last_day or words.day or 0) > calendar.day
    if words.relative == "上月" or (words.relative == "bare" and later):
        month -= 1
    year = calendar.year if month else calendar.year - 1
    return _ends(words, year, month or 12, inferred=True)


def _lost(words: DateWords, calendar: Calendar) -> DateReading:
    readings = [reading for reading in words.readings if _may_end(words, *reading)]
    if not readings:
        return _unknown(words, IMPOSSIBLE)
    if len(readings) > 1:
        return _unknown(words, LOST_SIGN)
    month, day = readings[0]
    year = words.year or calendar.year_of(month)
    if year is None:
        return _unknown(words, NO_YEAR)
    found = _ends(replace(words, day=day), year, month, inferred=words.year is None)
    return DateReading(found.held, (*found.flags, LOST_SIGN))


def _of_moon(words: DateWords, calendar: Calendar) -> DateReading:
    """农历正月初八: that day of the lunar year which is written, or which was over by then."""
    first = _moon_day(words, calendar, words.day or 0)
    if first is None:
        return _unknown(words, NO_YEAR if calendar.year is None else UNCLEAR)
    last = _moon_day(words, calendar, words.last_day) if words.last_day is not None else None
    if words.last_day is not None and (last is None or last < first):
        return _unknown(words, IMPOSSIBLE)
    precision = Precision.DAY if last is None else Precision.RANGE
    return _checked(MeetingDate(first, last, precision, words.text, words.year is None))


def _moon_day(words: DateWords, calendar: Calendar, day: int) -> date | None:
    month = words.month or 0
    if words.year is not None:
        return day_of(words.year, month, day, leap=words.leap)
    year = calendar.year
    if year is None:
        return None
    found = [day_of(one, month, day, leap=words.leap) for one in (year - 2, year - 1, year)]
    days = [one for one in found if one is not None]
    if calendar.month is None:
        of_year = [one for one in days if one.year == year]
        return of_year[0] if len(of_year) == 1 else None
    over = [one for one in days if (one.year, one.month) <= (year, calendar.month)]
    if not over or (calendar.published is not None and over[-1] > calendar.published):
        return None
    return over[-1]


def _may_end(words: DateWords, month: int, day: int) -> bool:
    """Whether a range that begins on this day may end when it is written to."""
    if words.last_day is None:
        return True
    return words.last_month not in (None, month) or day <= words.last_day


def _checked(held: MeetingDate) -> DateReading:
    first, last = held.first, held.last
    if first is None or last is None:
        return DateReading(held)
    likely = is_likely(first.year) and is_likely(last.year)
    return DateReading(held, () if likely else (UNLIKELY_YEAR,))


def is_likely(year: int) -> bool:
    """Whether reports of meetings in `year` are expected."""
    return FIRST_YEAR <= year <= max(date.today().year, WRITTEN_IN) + 1


def _spelled_out(words: DateWords, calendar: Calendar) -> DateReading:
    month = words.month or 0
    if not 1 <= month <= 12 or not 1 <= (words.last_month or month) <= 12:
        return _unknown(words, IMPOSSIBLE)
    if words.year is not None:
        return _ends(words, words.year, month, inferred=False)
    if words.relative in ("去年", "上年") and calendar.year is not None:
        return _ends(words, calendar.year - 1, month, inferred=True)
    last = words.last_month or month
    if words.last_year is not None:
        return _ends(words, words.last_year - (month > last), month, inferred=False)
    year = calendar.year if words.relative else calendar.year_of(month)
    if year is None:
        return _unknown(words, NO_YEAR)
    # 12月28日至1月3日 in a bulletin of 2023 whose month is not known: 2023 is the end's year.
    before = month > last and calendar.month is None
    return _ends(words, year - before, month, inferred=True)


def _ends(words: DateWords, year: int, month: int, inferred: bool) -> DateReading:
    """First and last day, from the year and month of the first."""
    try:
        start, end, precision = _span(words, year, month)
    except ValueError:
        return _unknown(words, IMPOSSIBLE)
    if end is not None and end < start:
        return _unknown(words, IMPOSSIBLE)
    return _checked(MeetingDate(start, end, precision, words.text, inferred))


def _span(words: DateWords, year: int, month: int) -> tuple[date, date | None, Precision]:
    start, end = _part(year, month, words.day, words.part)
    if words.last_day is not None or words.last_month is not None or words.last_part:
        month_after = words.last_month or month
        year_after = words.last_year or year + (month_after < month)
        first, last = _part(year_after, month_after, words.last_day, words.last_part)
        return start, last or first, Precision.RANGE
    if words.day is not None:
        return start, None, Precision.DAY
    return start, end, Precision.PART if words.part else Precision.MONTH


def _part(year: int, month: int, day: int | None, part: str) -> tuple[date, date | None]:
    if day is not None:
        return date(year, month, day), None
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        raise ValueError(month)
    return part_of_month(year, month, _PARTS.get(part, part))
