"""Dates as they are written: every form, found in folded text, not yet given a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.bulletins.dateforms import FIRSTS, PATTERN, SIGN

NEXT = "次日"
"""What a day is counted from that comes after another."""

_CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九十")} | {
    "〇": 0,
    "○": 0,
    "元": 1,
    "两": 2,
    "廿": 20,
}


@dataclass(frozen=True, slots=True)
class DateWords:
    """One date as it is written."""

    start: int
    """Where its first character stands in the text."""
    end: int
    text: str
    """The words themselves."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    """上旬, 中旬, 下旬, 底 or 初."""
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    """The end of a range; the month is given only where it is written."""
    last_part: str = ""
    relative: str = ""
    """今年, 去年, 昨天, 今天, 当天, 本月 …: what it is counted from."""
    weekday: int = 0
    """From 1 for Monday, where a day of a week is meant."""
    days: int = 1
    """How many days what was held lasted, from this day on: 为期三天."""
    lunar: bool = False
    """Whether it is a day of the lunar calendar: 农历正月初八."""
    leap: bool = False
    """Whether its lunar month is one that was put in: 闰二月."""
    vague: bool = False
    """近日 and the like: a date is meant but not given."""
    readings: tuple[tuple[int, int], ...] = ()
    """Months and days it may mean, where the sign of the month is lost."""

    @property
    def counts_from_text(self) -> bool:
        """当天 and the like count from the report they stand in."""
        return self.text in ("当天", "当日", "同日", "同一天")

    def day_after(self) -> "DateWords":
        """The day after its last one."""
        year, month = self.last_year or self.year, self.last_month or self.month
        day = (self.last_day or self.day or 0) + 1
        if month is not None and 1 <= month <= 12 and day > _LONG[month]:
            year = year + 1 if year is not None and month == 12 else year
            month, day = month % 12 + 1, 1
        return DateWords(self.start, self.end, self.text, year, month, day)

    @property
    def is_lost(self) -> bool:
        """The sign of its month is lost: 1022日."""
        return bool(self.readings) or (
            not self.vague and not self.relative and self.month is None and self.day is None
        )


def whole_year(figures: str) -> str:
    """The four figures of a year written with two: 09 is 2009, 98 is 1998."""
    return f"{'19' if figures > '50' else '20'}{figures}"


def date_words(plain: str, start: int = 0, end: int | None = None) -> Iterator[DateWords]:
    """Every date written in a piece of folded text, in order."""
    stop = len(plain) if end is None else end
    if SIGN.search(plain, start, stop) is None:
        return
    for found in PATTERN.finditer(plain, start, stop):
        yield _MAKERS[_kind(found)](found)


def date_at(plain: str, start: int) -> DateWords | None:
    """The date that folded text has at `start`."""
    if plain[start : start + 1] not in FIRSTS:
        return None
    found = PATTERN.match(plain, start)
    return None if found is None else _MAKERS[_kind(found)](found)


def _kind(found: re.Match[str]) -> str:
    return next(name for name in _MAKERS if found[name] is not None)


def number_of(words: str) -> int | None:
    """A number as written, in figures or in words up to 99."""
    return int(words) if words.isdecimal() else _spelled_number(words)


def _span(found: re.Match[str]) -> tuple[int, int, str]:
    return found.start(), found.end(), found[0]


def _int(value: str | None) -> int | None:
    return None if value is None else 1 if value == "元" else int(value.replace(" ", ""))


def _spelled_number(value: str | None) -> int | None:
    """十, 十二, 二十, 二十二, 廿二, 三十一; also digit by digit: 二三."""
    if value is None:
        return None
    total = 0
    for sign in value:
        number = _CHINESE[sign]
        if sign == "十":
            total = max(total, 1) * 10
        elif total % 10 == 0:
            total += number
        else:
            return 99
    return total


def _packed(found: re.Match[str]) -> DateWords:
    """20230530."""
    return DateWords(*_span(found), int(found["py"]), int(found["pm"]), int(found["pd"]))


def _dotted(found: re.Match[str]) -> DateWords:
    year, month, day = int(found["ty"]), int(found["tm"]), int(found["td"])
    return DateWords(
        *_span(found),
        year,
        month,
        day,
        last_year=_int(found["ty2"]),
        last_month=_int(found["tm2"]),
        last_day=_int(found["td2"]),
    )


def _reversed(found: re.Match[str]) -> DateWords:
    """11.03.2015."""
    day, month, year = int(found["rvd"]), int(found["rvm"]), int(found["rvy"])
    return DateWords(*_span(found), year, month, day)


def _short(found: re.Match[str]) -> DateWords:
    """2.9, or 2/10, where a report begins."""
    return DateWords(
        *_span(found),
        month=int(found["sm"]),
        day=int(found["sd"]),
        last_month=_int(found["sm2"]),
        last_day=_int(found["sd2"]),
    )


def _full(found: re.Match[str]) -> DateWords:
    if found["hole"]:
        return DateWords(*_span(found), year=_int(found["y"]))
    date = DateWords(
        *_span(found),
        year=_int(found["y"]),
        month=_int(found["m"]),
        day=_int(found["d"]) if found["d"] else _spelled_number(found["dc"]),
        part=found["part"] or "",
        last_year=_int(found["y2"] or found["y3"]),
        last_month=_int(found["m2"] or found["m3"]),
        last_day=_int(found["d2"]) if found["d2"] else _spelled_number(found["dc2"]),
        last_part=found["part2"] or "",
        relative=found["yw"] or "",
    )
    if not found["nx"] or date.day is None:
        return date
    after = date.day_after()
    return replace(date, last_year=after.year, last_month=after.month, last_day=after.day)


def _spelled(found: re.Match[str]) -> DateWords:
    year = found["cy"]
    return DateWords(
        *_span(found),
        year=int("".join(str(_CHINESE[sign]) for sign in year)) if year else None,
        month=_spelled_number(found["cm"]),
        day=_spelled_number(found["cd"]),
        part=found["cpart"] or "",
        last_month=_spelled_number(found["cm2"]),
        last_day=_spelled_number(found["cd2"]),
    )


_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def _of_moon(found: re.Match[str]) -> DateWords:
    """农历正月初八, 腊月廿三, 二月初二."""
    month, last = found["lnm"], found["lnd2"]
    return DateWords(
        *_span(found),
        year=_int(found["lny"]),
        month=_MONTHS.get(month) or _spelled_number(month),
        day=_spelled_number(found["lnd"].removeprefix("初")),
        last_day=_spelled_number(last.removeprefix("初")) if last else None,
        lunar=True,
        leap=found["leap"] is not None,
    )


def _lost(found: re.Match[str]) -> DateWords:
    digits = found["l"]
    year = _int(found["ly"] or found["ly2"])
    return DateWords(
        *_span(found),
        year=year,
        last_month=_int(found["lm2"]),
        last_day=_int(found["ld2"]),
        readings=_months_and_days(digits),
    )


def _months_and_days(digits: str) -> tuple[tuple[int, int], ...]:
    """What a month and a day without the sign between them may be: 1022 is 10 and 22."""
    pairs = [(digits[:cut], digits[cut:]) for cut in range(1, len(digits))]
    return tuple(
        (int(month), int(day))
        for month, day in pairs
        if month[0] != "0" and (day[0] != "0" or len(month) == len(day) == 2)
        if int(month) <= 12 and 0 < int(day) <= _LONG[int(month)]
    )


_LONG = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _relative(found: re.Match[str]) -> DateWords:
    if found["rel"]:
        return DateWords(*_span(found), relative=found["rel"])
    if found["rm2"]:
        return DateWords(*_span(found), part=found["rpart"], relative=found["rm2"])
    return DateWords(
        *_span(found),
        day=_int(found["bare"]),
        last_day=_int(found["bare2"] or found["bare3"]),
        relative=found["rm"] or "bare",
    )


def _next(found: re.Match[str]) -> DateWords:
    """次日: the day after that of the report above."""
    return DateWords(*_span(found), relative=NEXT)


def _entry(found: re.Match[str]) -> DateWords:
    """中旬, 是月: a part of the month a chronicle is at, or all of it."""
    return DateWords(*_span(found), part=found["epart"] or "", relative="bare")


def _garbled(found: re.Match[str]) -> DateWords:
    """11日3: signs got mixed up, and no day can be read."""
    return DateWords(*_span(found))


def _spelled_days(found: re.Match[str]) -> DateWords:
    """二十四日至二十五日, of the month the text is from."""
    first = found["sd1"] or found["sd4"]
    return DateWords(
        *_span(found),
        day=_spelled_number(first),
        last_day=_spelled_number(found["sd3"]),
        relative="bare",
    )


def _week(found: re.Match[str]) -> DateWords:
    """上周五: Friday, counted from the week of publication; 周五: the last one before it."""
    weekday = "一二三四五六日".find(found["wd"].replace("天", "日")) + 1
    return DateWords(*_span(found), weekday=weekday, relative=(found["wk"] or "") + "周")


def _vague(found: re.Match[str]) -> DateWords:
    return DateWords(*_span(found), vague=True)


_MAKERS = {
    "packed": _packed,
    "dotted": _dotted,
    "reversed": _reversed,
    "short": _short,
    "full": _full,
    "lunar": _of_moon,
    "chinese": _spelled,
    "lost": _lost,
    "word": _relative,
    "garbled": _garbled,
    "next": _next,
    "entry": _entry,
    "days": _spelled_days,
    "week": _week,
    "vague": _vague,
}
