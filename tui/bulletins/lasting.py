"""How long what a report tells of lasted: 为期三天, 历时2天, which gives a range its other end."""

import re
from dataclasses import replace

from tui.bulletins.datewords import DateWords, number_of
from tui.bulletins.heldon import AFTER_DATE

_LENGTH = re.compile(r"(?:为期|历时) ?(?P<days>\d{1,2}|[一二两三四五六七八九十]{1,3}) ?[天日](?!半)")
_HELD_FOR = re.compile(
    r"(?:召开|举办|举行|组织|开展|开办|开设|启动|进行)(?:了|起)?[^,。;的]{0,12}$"
)
"""Before the length, where what was held has it: 举办了一期为期三天的…"""
_OPENED = re.compile(r"(?:开班|开营|开课|开幕|开讲|启动|举行|举办|召开)[^。;]{0,30},$")
"""Before the length, where it is said of what was opened: 在县委党校开班,为期三天。"""
_IT = re.compile(
    r"(?:(?:本次|此次|本期|这次|整个)?(?:活动|会议|培训|集训|轮训|夏令营|冬令营|[^,。;]{0,4}班)(?:共|将)?)?$"
)
_PLANNED = re.compile(r"决定|将|拟|计划|筹|商定|议定|定于|通知|印发|要求|号召|部署|预备|总结|传达|动员")
"""What is only spoken of, or prepared, is not what was held."""
_CLOSES = r"(?:结束|落幕|闭幕|收官|结业|闭营|结营|落下帷幕)(?!式|典礼|仪式|会|座谈|汇报|晚会)"
_CLOSED_ON = re.compile(rf"[^,。;]{{0,10}}?{_CLOSES}")
_CLOSED = re.compile(rf"[^。]{{0,60}}?{_CLOSES}")
"""Behind the length, where its last day is told of."""
_LAST_PART = re.compile(r"(?:结束|落幕|闭幕|收官|结业|闭营|结营)(?:式|典礼|仪式|会|座谈|汇报|晚会)")


def lasting(window: str, date: DateWords | None) -> DateWords | None:
    """The day `date` with how many days it is the first, or the last, of.

    Args:
        window: the first sentences of a report, folded.
        date: the day they tell of, or none.
    """
    if date is None or ("期" not in window and "历时" not in window):
        return date
    if not (date.day or date.relative) or date.last_day is not None or date.part or date.readings:
        return date
    found = _LENGTH.search(window)
    if found is None or not 1 < (days := number_of(found["days"]) or 0) < 32:
        return date
    begun = window.rfind("。", 0, found.start()) + 1
    before = window[begun : found.start()]
    end = window.find("。", found.end())
    end = end if end > 0 else len(window)
    after = window[found.end() : end]
    if _PLANNED.search(before) or _LAST_PART.search(window, begun, end) or window.count('"', 0, begun) % 2:
        return date
    if date.start > found.end():
        return _named_by(window, date, days, found.end())
    apart = window[date.end : begun] if begun > date.end else ""
    if "。" in apart[:-1]:
        return date
    if apart:
        said = _IT.fullmatch(before) is not None and bool(before)
        return replace(date, days=days) if said else date
    clause = before[max(before.rfind(sign) for sign in ",;") + 1 :]
    opened = _OPENED.search(before[: len(before) - len(clause)]) and _IT.fullmatch(clause)
    if _HELD_FOR.search(clause) or opened:
        return replace(date, days=days)
    if after.startswith("的") and _CLOSED.match(after) and date.end >= begun:
        return replace(date, days=days, closing=True)
    return date


def _named_by(window: str, date: DateWords, days: int, at: int) -> DateWords:
    """为期两天的某展演11月21日落幕: the day right after what the length is said of."""
    between = window[at : date.start]
    if not between.startswith("的") or any(sign in between for sign in ",。;"):
        return date
    after = AFTER_DATE.match(window, date.end)
    start = after.end() if after is not None else date.end
    closing = _CLOSED_ON.match(window, start) is not None
    return replace(date, days=days, closing=closing)
