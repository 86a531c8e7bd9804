"""How long what a report tells of lasted, where it says that it ended on the day it was written.

从10月30日起召开为期三天的会议，会议今天结束: the length gives the last day. Where only a first day
and a length are told the day stays a day, since no last day is written.
"""

import re
from dataclasses import replace

from tui.bulletins.datewords import DateWords, number_of

_LENGTH = re.compile(
    r"(?:为期|历时) ?(?P<days>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?[天日](?!半)"
)
_MOST = 31
"""Days that what a report tells of lasts at most."""
_ENDED_TODAY = re.compile(
    r"今[天日](?:[上下]午|晚)?(?:圆满|顺利|胜利|全部|正式)?(?:结束|落幕|闭幕|收官|闭营|结营)"
    r"(?!式|典礼|仪式|会|座谈|汇报|晚会)"
)
"""A ceremony at the end is a meeting of its own."""


def lasting(window: str, date: DateWords | None) -> DateWords | None:
    """The day `date` with how many days it is the first of.

    Args:
        window: the first sentences of a report, folded.
        date: the day they tell of, or none.
    """
    if date is None or not _is_day(date):
        return date
    found = _LENGTH.search(window, date.end)
    days = number_of(found["days"]) if found is not None else None
    if found is None or days is None or not 1 < days <= _MOST:
        return date
    return replace(date, days=days) if _ENDED_TODAY.search(window, found.end()) else date


def _is_day(date: DateWords) -> bool:
    return date.last_day is None and not date.part and not date.readings and bool(date.day)
