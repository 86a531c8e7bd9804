"""Reading the dates of a query: ``2023-02``, ``2月9日``, ``上月``, ``2023-02-08..``.

A date without a year, such as ``2月9日``, means that day of any year. An open range of such dates
goes to the end, or from the beginning, of every year.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from tui.query.errors import DateError
from tui.query.fold import fold
from tui.query.ranges import DateRange, Dates, EveryYear, MonthDay, clamped

__all__ = ["DateRange", "Dates", "EveryYear", "read_dates"]


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as far as it was written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    third: int = 0
    """1 to 3: 上旬, 中旬, 下旬."""

    def first(self) -> MonthDay:
        return self.month or 1, self.day or (10 * self.third - 9 if self.third else 1)

    def last(self) -> MonthDay:
        month = self.month or 12
        if self.third in (1, 2):
            return month, 10 * self.third
        return month, self.day or monthrange(self.year or 2000, month)[1]

    def dates(self) -> Dates:
        if self.year is None:
            return EveryYear(self.first(), self.last())
        return DateRange(date(self.year, *self.first()), date(self.year, *self.last()))

    def check(self, text: str) -> None:
        """Refuse a day that is in no calendar."""
        given = (self.year, 2000), (self.month, 1), (self.day, 1)
        try:
            date(*(default if part is None else part for part, default in given))
        except ValueError:
            raise DateError("query.no-such-day", value=text) from None


def read_dates(text: str, today: date) -> Dates:
    """The days that `text` means, read on the day `today`.

    Raises:
        DateError: it is no date, names a day that does not exist, or ends before it begins.
    """
    plain = _plain(text)
    first, is_range, last = plain.partition("..")
    if not is_range:
        return _dates(_single(first, today, text), text)
    if not first and not last:
        raise DateError("query.bad-date", value=text)
    return _between(
        _single(first, today, text) if first else None,
        _single(last, today, text) if last else None,
        text,
    )


def _plain(text: str) -> str:
    """One way of writing for all that mean the same."""
    parts = fold(text).split()
    plain = ("-" if re.search("[a-z]", fold(text)) else "").join(parts)
    if not plain.isascii():
        plain = re.sub("。。+|…+|至|到|(?<=[日号月年旬])[-~]+", "..", plain)
        plain = plain.replace("元月", "1月").replace("两", "二")
        plain = re.sub("[〇零一二三四五六七八九十]+(?=[年月日号天周个星季])", _number, plain)
    return plain.replace("~", "..")


def _number(found: re.Match[str]) -> str:
    """A Chinese number in figures: 二〇二三, 十二, 三十一."""
    digits = {character: str(value) for value, character in enumerate("零一二三四五六七八九")}
    digits["〇"] = "0"
    tens, ten, ones = found[0].partition("十")
    if not ten:
        return "".join(digits[character] for character in found[0])
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return found[0]
    return digits.get(tens, "1") + digits.get(ones, "0")


def _single(plain: str, today: date, text: str) -> _Moment | DateRange:
    for pattern, read in _FORMS:
        if found := re.fullmatch(pattern, plain, re.A):
            try:
                moment = read(found, today)
            except (ValueError, OverflowError):
                raise DateError("query.no-such-day", value=text) from None
            if isinstance(moment, _Moment):
                moment.check(text)
            return moment
    if relative := _RELATIVE.get(plain):
        return relative(today)
    raise DateError("query.bad-date", value=text)


def _dates(single: _Moment | DateRange, text: str) -> Dates:
    if isinstance(single, DateRange):
        return single
    if single.month is None and (single.year is None or single.day):
        raise DateError("query.bad-date", value=text)
    return single.dates()


def _between(
    first: _Moment | DateRange | None, last: _Moment | DateRange | None, text: str
) -> Dates:
    """The range between two; a part that one lacks, such as the year, is the other's."""
    if isinstance(last, _Moment) and last.month is None and isinstance(first, _Moment):
        last = replace(last, month=first.month if last.year is None else None)
    first, last = _with_year(first, last), _with_year(last, first)
    for moment in (first, last):
        if isinstance(moment, _Moment):
            moment.check(text)
    begins = _dates(first, text) if first else None
    ends = _dates(last, text) if last else None
    if isinstance(begins, EveryYear) or isinstance(ends, EveryYear):
        return EveryYear(
            begins.first if isinstance(begins, EveryYear) else (1, 1),
            ends.last if isinstance(ends, EveryYear) else (12, 31),
        )
    between = DateRange(begins.first if begins else None, ends.last if ends else None)
    if between.first and between.last and between.first > between.last:
        raise DateError("query.reversed", value=text)
    return between


def _with_year(
    one: _Moment | DateRange | None, other: _Moment | DateRange | None
) -> _Moment | DateRange | None:
    if not isinstance(one, _Moment) or one.year is not None or other is None:
        return one
    if isinstance(other, _Moment):
        return replace(one, year=other.year)
    return replace(one, year=other.first.year) if other.first else one


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return clamped(year, month + 1, day.day)


def _figures(found: re.Match[str], today: date) -> _Moment:
    year, month, day = (int(group) if group else None for group in found.groups())
    return _Moment(year, month, day)


def _month_and_day(found: re.Match[str], today: date) -> _Moment:
    return _Moment(None, int(found[1]), int(found[2]))


def _chinese(found: re.Match[str], today: date) -> _Moment:
    year, month, day, third = found.groups()
    named_year = _year(year, today)
    if month in ("本", "上"):
        of = _months_before(today, month == "上")
        named_year, month = of.year, str(of.month)
    if third and not month:
        raise ValueError
    return _Moment(
        named_year,
        int(month) if month else None,
        int(day) if day else None,
        " 上中下".find(third) if third else 0,
    )


def _year(written: str | None, today: date) -> int | None:
    if not written:
        return None
    back = {"今": 0, "本": 0, "去": 1, "上": 1, "前": 2}.get(written)
    return int(written) if back is None else today.year - back


def _part_of_year(found: re.Match[str], today: date) -> DateRange:
    year = _year(found[1], today) or today.year
    if found[2]:
        first, length = int(found[2]) * 3 - 2, 3
    else:
        first, length = (1 if found[3] == "上" else 7), 6
    return _months(date(year, first, 1), length)


def _recent(found: re.Match[str], today: date) -> DateRange:
    """The last days, weeks, months or years, today included."""
    count, unit = int(found[1]), found[2]
    if not count:
        raise ValueError
    if unit[0] in "天日周星dw":
        days = count * (1 if unit[0] in "天日d" else 7)
        return DateRange(today - timedelta(days - 1), today)
    months = count * (1 if unit[0] in "个月m" else 12)
    return DateRange(_months_before(today, months) + timedelta(1), today)


def _months(first: date, count: int) -> DateRange:
    month = first.month + count - 1
    return DateRange(first, clamped(first.year, month, 31))


def _week(today: date, back: int) -> DateRange:
    monday = today - timedelta(today.weekday() + 7 * back)
    return DateRange(monday, monday + timedelta(6))


def _month(today: date, back: int) -> DateRange:
    return _months(_months_before(today.replace(day=1), back), 1)


def _days(today: date, back: int) -> DateRange:
    day = today - timedelta(back)
    return DateRange(day, day)


def _whole_year(today: date, back: int) -> DateRange:
    return _months(date(today.year - back, 1, 1), 12)


_RELATIVE: dict[str, Callable[[date], DateRange]] = {
    name: partial(read, back=back)
    for read, kinds in (
        (_days, ("今天 今日 today", "昨天 昨日 yesterday", "前天")),
        (_week, ("本周 这周 本星期 这星期 this-week", "上周 上星期 last-week")),
        (_month, ("这个月 this-month", "last-month")),
        (_whole_year, ("this-year", "last-year")),
    )
    for back, names in enumerate(kinds)
    for name in names.split()
}
"""The words for 0, 1, 2 … days, weeks, months and years before today."""

_Reading = Callable[[re.Match[str], date], _Moment | DateRange]

_FORMS: tuple[tuple[str, _Reading], ...] = (
    (r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", _figures),
    (r"(\d{4})(\d\d)(\d\d)?", _figures),
    (r"(\d{1,2})[-/.](\d{1,2})", _month_and_day),
    (
        r"(?=.)(?:(\d{4}|[今本去上前])年)?(?:(\d{1,2}|[本上])个?月)?"
        r"(?:(\d{1,2})[日号]|([上中下])旬)?",
        _chinese,
    ),
    (r"(?:(\d{4}|[今本去上前])年)?(?:第?([1-4])季度|([上下])半年)", _part_of_year),
    (r"(?:最近|近|过去)(\d{1,5})(天|日|周|个?星期|个?月|年)", _recent),
    (r"(?:last|past)-(\d{1,5})-(day|week|month|year)s?", _recent),
)
"""How a date is written, and what reads it."""
