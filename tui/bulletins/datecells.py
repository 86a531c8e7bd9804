"""Dates in the cells of tables, where 5.8, 24.5.8-10 and 0318 are days too."""

import re
from dataclasses import replace
from functools import lru_cache

from tui.bulletins.datewords import DateWords, date_at, whole_year

_CELL = re.compile(r"(\d{1,2})[./](\d{1,2})(?: ?(?:-{1,2}|至|到|~) ?(?:(\d{1,2})[./])?(\d{1,2}))?")
"""A day of a table, or two."""
_PACKED = re.compile(
    r"(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
    r"(?: ?(?:-{1,2}|至|到|~) ?(0[1-9]|1[0-2])?(0[1-9]|[12]\d|3[01]))?"
)
"""0318, 0320-0321, 0320-21."""
_SHORT_YEAR = re.compile(
    r"(?<![\d.])(\d\d)(?:(?=\.\d{1,2}\.\d{1,2}(?![\d.]))|[.年](?=\d{1,2} ?月))"
)
"""24.3.5, 24.3.11-13, 24.2月下旬: in a cell the first of three numbers is a year."""


@lru_cache(maxsize=512)
def date_in_cell(plain: str) -> DateWords | None:
    """The date a cell begins with; there 5.8 and 24.5.8-10 are days too. Many rows have one."""
    found = _CELL.fullmatch(plain.strip()) or _PACKED.fullmatch(plain.strip())
    if found is None:
        return _short_yeared(plain) or date_at(plain, 0)
    month, day, last_month, last_day = (
        int(found[number]) if found[number] else None for number in range(1, 5)
    )
    return DateWords(
        0, len(plain), plain, None, month, day, last_month=last_month, last_day=last_day
    )


def _short_yeared(plain: str) -> DateWords | None:
    """The date that a cell begins with, whose year has two figures."""
    if _SHORT_YEAR.match(plain) is None:
        return None
    whole, years = _SHORT_YEAR.subn(_whole_year, plain)
    date = date_at(whole, 0)
    if date is None:
        return None
    end = date.end - years * len("20")
    return replace(date, end=end, text=plain[:end])


def _whole_year(found: re.Match[str]) -> str:
    """24. as 2024年, or as 2024 where a month and a day follow in figures."""
    return f"{whole_year(found[1])}{'年' if found[0] != found[1] else ''}"
