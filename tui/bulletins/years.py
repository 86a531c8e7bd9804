"""The year a bulletin was written in: publication line, issue, title, then its own words."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from tui.bulletins.dates import Calendar, is_likely
from tui.bulletins.datewords import DateWords, date_words

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d) ?年(?: ?(\d{1,2}) ?月)?")
_LOOKING = re.compile(
    r" ?(?:以来|起|至今|开始|之前|以前|入党|参军|入伍|出生|退休|"
    r"成立|建成|创办|启动|荣获|获|被|度?末)"
)
"""What follows a year that is spoken of, and is not the year of the report."""
_TITLE = re.compile(r"《[^《》]{0,80}》")
_SPELLED = re.compile(r"[一二][〇○零九][〇○零一二三四五六七八九]{2}(?= ?年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_FULL = 3
"""What a year with a month counts for beside a bare one: 2023年2月 dates something."""


def published_calendar(words: DateWords) -> Calendar | None:
    """The calendar a publication line gives, or none where its date cannot be."""
    year, month, day = words.year, words.month, words.day
    if year is None or not is_likely(year):
        return None
    if month is not None and not 1 <= month <= 12:
        return Calendar(year)
    try:
        date(year, month or 1, 1 if day is None else day)
    except ValueError:
        return Calendar(year, month)
    return Calendar(year, month, day)


def titled_calendar(plain: str) -> Calendar | None:
    """The calendar a title gives: 2023年2月工作简报."""
    found = _YEAR.search(_in_digits(plain))
    if found is None:
        dates = date_words(plain) if any(sign.isdigit() for sign in plain) else ()
        return next(filter(None, map(published_calendar, dates)), None)
    month = int(found[2]) if found[2] and 1 <= int(found[2]) <= 12 else None
    return Calendar(int(found[1]), month) if is_likely(int(found[1])) else None


def _in_digits(plain: str) -> str:
    """二〇二一年 as 2021年."""
    return _SPELLED.sub(lambda year: year[0].translate(_DIGITS), plain)


def mentioned_year(texts: Iterable[str], months: Iterable[int]) -> int | None:
    """The year the words of the reports speak of most, titles of documents if nothing else.

    Where two are spoken of alike, the months of the reports decide: in spring one looks back,
    at the end of the year ahead.
    """
    spoken = [text for text in texts if "年" in text]
    outside = [_TITLE.sub("", text) if "《" in text else text for text in spoken]
    likely = _counted(outside, plainly=True) or _counted(outside) or _counted(spoken)
    if not likely:
        return None
    most = max(likely.values())
    years = sorted(year for year, count in likely.items() if count == most)
    late = [month >= 11 for month in months]
    return years[0] if late and all(late) else years[-1]


def _counted(texts: Iterable[str], plainly: bool = False) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for text in texts:
        for found in _YEAR.finditer(text):
            if not plainly or not _is_other(text, found):
                counts[int(found[1])] += _FULL if found[2] else 1
    return {year: count for year, count in counts.items() if is_likely(year)}


def _is_other(text: str, found: re.Match[str]) -> bool:
    """2019年以来, 自2019年启动, 到2025年: a year before or after that of the report."""
    before = text[max(0, found.start() - 1) : found.start()]
    return before in tuple("自从到至") or bool(_LOOKING.match(text, found.end()))
