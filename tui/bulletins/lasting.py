"""How long what a report tells of lasted: 为期三天, 历时2天, which gives a range its other end."""

import re
from dataclasses import replace

from tui.bulletins.datewords import DateWords, number_of
from tui.bulletins.heldon import AFTER_DATE

_LENGTH = re.compile(
    r"(?:为期|历时) ?(?P<days>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?[天日](?!半)"
)
_MOST = 31
"""Days that what a report tells of lasts at most."""
_HELD_FOR = re.compile(
    r"(?:召开|举办|举行|组织|开展|开办|开设|启动|进行)(?:了|起)?[^,。;的]{0,12}$"
)
"""Before the length, where what was held has it: 举办了一期为期三天的…"""
_OPENED = re.compile(r"(?:开班|开营|开课|开幕|开讲|启动|举行|举办|召开)[^。;]{0,30},$")
"""Before the length, where it is said of what was opened: 在县委党校开班,为期三天。"""
_IT = re.compile(
    r"(?:(?:[本此这]次|本期|整个)?"
    r"(?:活动|会议|培训|集训|轮训|夏令营|冬令营|[^,。;]{0,4}班)(?:共|将)?)?$"
)
_PLANNED = re.compile(
    r"决定|将|拟|计划|筹|商定|议定|定于|通知|印发|要求|号召|部署|预备|总结|传达|动员"
)
"""What is only spoken of, or prepared, is not what was held."""
_CLOSES = r"(?:结束|落幕|闭幕|收官|结业|闭营|结营)"
_CEREMONY = r"(?:式|典礼|仪式|会|座谈|汇报|晚会)"
"""A ceremony at the end is a meeting of its own."""
_CLOSED = re.compile(rf"[^。]{{0,60}}?(?:{_CLOSES}|落下帷幕)(?!{_CEREMONY})")
"""Behind the length, where its last day is told of."""
_ENDED = re.compile(rf"日[^,。;]{{0,10}}{_CLOSES},$")
"""Before the length, where its last day is told of: 11月12日结束,历时三天。"""
_LAST_PART = re.compile(_CLOSES + _CEREMONY)


def lasting(window: str, date: DateWords | None) -> DateWords | None:
    """The day `date` with how many days it is the first, or the last, of.

    Args:
        window: the first sentences of a report, folded.
        date: the day they tell of, or none.
    """
    if date is None or ("期" not in window and "历时" not in window) or not _is_day(date):
        return date
    found = _LENGTH.search(window)
    days = number_of(found["days"]) if found is not None else None
    if found is None or days is None or not 1 < days <= _MOST:
        return date
    begun = window.rfind("。", 0, found.start()) + 1
    end = window.find("。", found.end())
    before = window[begun : found.start()]
    if _PLANNED.search(before) or _LAST_PART.search(
        window, begun, end if end > 0 else len(window)
    ):
        return date
    if date.start > found.end():
        return _named_by(window, date, days, found.end())
    if date.end <= begun:  # said of it in the next sentence: 培训为期四天
        said = "。" not in window[date.end : begun - 1] and before and _IT.fullmatch(before)
        return replace(date, days=days) if said else date
    if _has_length(before):
        return replace(date, days=days)
    if _ENDED.search(before):
        return replace(date, days=days, closing=True)
    if window.startswith("的", found.end()) and _CLOSED.match(window, found.end()):
        return replace(date, days=days, closing=True)
    return date


def _is_day(date: DateWords) -> bool:
    one = date.last_day is None and not date.part and not date.readings
    return one and bool(date.day or date.relative)


def _has_length(before: str) -> bool:
    """Whether the words before a length say that what was held has it."""
    at = max(before.rfind(sign) for sign in ",;") + 1
    if _HELD_FOR.search(before, at):
        return True
    return bool(_OPENED.search(before[:at])) and bool(_IT.fullmatch(before, at))


def _named_by(window: str, date: DateWords, days: int, at: int) -> DateWords:
    """为期两天的某展演11月21日落幕: the day right after what the length is said of."""
    between = window[at : date.start]
    if not between.startswith("的") or any(sign in between for sign in ",。;"):
        return date
    after = AFTER_DATE.match(window, date.end)
    start = after.end() if after is not None else date.end
    clause = window[start : start + 20].partition(",")[0]
    return replace(date, days=days, closing=_CLOSED.match(clause) is not None)
