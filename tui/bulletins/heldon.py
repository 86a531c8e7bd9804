"""Which of the dates in the first sentences of a report is the day it was held."""

import re
from dataclasses import replace

from tui.bulletins.datewords import DateWords, date_at, date_words
from tui.bulletins.organisations import Subject, ends_body, subject_at
from tui.bulletins.regions import Scope
from tui.bulletins.verbs import ACTION, DOING, HOLDING

AFTER_DATE = re.compile(
    r" ?(?:\((?:(?:星期|周|农历|正月|腊月)[^()]{1,8}|(?:\d{1,2}月)?\d{1,2}日)\))? ?"
    r"(?:上午|下午|中午|晚上|晚间|傍晚|凌晨|"
    r"早上|清晨|早晨|一大?早|清早|夜里|午后|晚)?"
    r"(?:\d{1,2}(?:时|:\d\d|点)(?:\d{1,2}分|半|许)?)? ?"
)
_NOT_FREE = re.compile(
    r"以来|前[,，]?|起|之前|以前|以后|之后|后|为止|止|的(?!(?:[会课班]|座谈会|活动)[则却是就])|截止|开始|是|正值|适逢|恰逢|零时|《|"
    r"前后|被|通车"
)
_LED = re.compile(r",(?:(?P<since>[自从])|于|而是在?) ?(?=\d)")
"""What leads to a day in the second clause: 某局会同某局,于4月9日在…"""
_PUTS = re.compile(r"[把将][^,。;]{1,12}[开请搬办送放设引摆带](?:到|进|在|入|上)")
"""某局把宣讲点设在早市: what it held, whose day the next sentence gives."""
_TEAMS = ("小分队", "宣讲队", "宣讲团", "讲师团", "报告团", "服务队", "志愿队", "工作队", "讲习班")
_GATHERS = re.compile(r"[会课班讲][^,]{0,12}$")
_AT_IT = re.compile(r"(?:上午|下午|晚)?(?:召开|举行|举办)的[^,。;]{2,16}[会式班]上")
"""某市关工委在11月2日召开的主任办公会上…: its own meeting, where a body is the subject."""
_EVE = re.compile(r"[^,。;]{1,12}(?:前夕|前一天|当天|期间|这天|之际)的(?=\d)")
"""What leads to a day: "五一"前夕的4月27日."""
_SINCE = re.compile(r"(?:起|开始),? ?")
"""After the day on which what is reported began."""
_PREPOSED = re.compile(r"(?:于|在|定于|从|自|到了|也就是|即)? ?")
_MAY_DATE = re.compile(
    r"[今本去昨当前近日最不连]|\d|[〇一二三四五六七八九十元]+[月日〇一二]|[农阴旧夏]历|[正冬腊]月"
)
_HELD_ON = re.compile(r"(?:于|定于)$")
_TIME_IS = re.compile(r"时间(?:是|为|:|定在|定于|选在)?$")
_HELD_THEN = re.compile(
    r"(?:在[^,。;]{2,24}?)?(?:隆重|成功|顺利|正式|圆满|如期)?"
    r"(?:召开|举行|举办|开幕|启动|开班|开营|开赛|开展|开讲|开课|挂牌|揭牌|揭晓|启用|成立|结业|毕业|结束|收官|落幕|闭幕)"
    r"(?![^,。;]{0,8}(?:的|精神))"
)
_ACTS_ONLY = re.compile(rf"(?:{ACTION.pattern}|给)(?![^,。;]{{0,8}}(?:的|精神))")
_ASIDE = re.compile(r"[^,。;:()《\"]{2,14}\((?=\d)")
_CLOSED = re.compile(r"[^,。()]{0,6}\)(?=,)")
_OPENED = re.compile(r"[(《][^)》]*$|^[^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*$")
_FEAST = re.compile(r",?是[^,。]{2,20}[节日周],")
_NEAR = re.compile(r"来临|前夕|即将|将至|到来")


def day_held(
    window: str, lead: int, subject: Subject | None, dates: list[DateWords]
) -> DateWords | None:
    """The day that the first sentences tell of.

    Args:
        window: the sentences, folded.
        lead: where they begin after a lead-in.
        subject: who they are about.
        dates: those that clauses begin with.
    """
    date = _chosen(window, subject, dates) or _held_on(window[:120])
    date = _counted(window, date or _dated_next(window, subject))
    return date or _festival(window, lead, subject) or _inside(window[:160])


def take_date(window: str, start: int, dates: list[DateWords]) -> int:
    """Take the date a clause begins with, if there is one; where its other words begin."""
    preposed = _PREPOSED.match(window, start)
    led = _EVE.match(window, start) or preposed
    date = date_at(window, led.end() if led else start)
    if date is None:
        return _take_aside(window, start, dates)
    if window[start] in "从自" and date.last_day is None:
        return start
    date = _in_brackets(window, date) or date
    after = AFTER_DATE.match(window, date.end)
    at = after.end() if after else date.end
    at += date.last_day is not None and window.startswith("止", at)
    if _is_free(window, at):
        dates.append(date)
    return at


def _in_brackets(window: str, counted: DateWords) -> DateWords | None:
    """周三(8月17日), 昨日(6月3日): the day itself stands behind what it is counted as."""
    if not (counted.relative and window.startswith("(", counted.end)):
        return None
    date = date_at(window, counted.end + 1)
    if date is None or date.month is None or not window.startswith(")", date.end):
        return None
    end = date.end + 1
    return replace(date, start=counted.start, end=end, text=window[counted.start : end])


def _take_aside(window: str, start: int, dates: list[DateWords]) -> int:
    """Take the date of 重阳节当天(10月21日),…; where the clause's other words begin."""
    found = _ASIDE.match(window, start) if "(" in window else None
    date = date_at(window, found.end()) if found is not None else None
    closed = _CLOSED.match(window, date.end) if date is not None else None
    if date is None or closed is None or date.month is None:
        return start
    dates.append(date)
    return closed.end()


def began_on(window: str, start: int, scope: Scope) -> tuple[Subject, DateWords] | None:
    """自7月3日起,某县关工委开设…: who began something, and the day it began on.

    What only was in force from a day on (7月1日起,某条例施行。) is not what a report tells of.
    """
    preposed = _PREPOSED.match(window, start)
    began = date_at(window, preposed.end() if preposed else start)
    after = _SINCE.match(window, began.end) if began is not None and began.day else None
    subject = subject_at(window, after.end(), scope) if after is not None else None
    if began is None or subject is None or not subject.doing or after is None:
        return None
    return (subject, began) if subject.start <= after.end() + 1 else None


def _is_free(window: str, at: int) -> bool:
    return not _NOT_FREE.match(window, at)


def _chosen(window: str, subject: Subject | None, dates: list[DateWords]) -> DateWords | None:
    """The date after the subject (X于M月D日召开), else the last one before it, else the first."""
    if subject is not None:
        end = min(len(window), subject.end + 60)
        dated = _MAY_DATE.search(window, subject.end, end)
        for date in date_words(window, dated.start(), end) if dated else ():
            if _is_meant(window, subject.end, date):
                return date
    return dates[0 if subject is None else -1] if dates else None


def _is_meant(window: str, end: int, date: DateWords) -> bool:
    before = window[end : date.start]
    if date.vague:
        return not before
    if before.strip() in ("自", "从") and date.day:
        if date.last_day is not None:
            return True
        began = _SINCE.match(window, date.end)
        return began is not None and bool(ACTION.match(window, began.end()))
    if before.strip(" ,") == "":
        after = AFTER_DATE.match(window, date.end)
        return _is_free(window, after.end() if after else date.end)
    if len(before) > 24 or any(sign in before for sign in ",;。"):
        return False
    after = AFTER_DATE.match(window, date.end)
    held = _HELD_THEN.match(window, after.end() if after else date.end)
    at_it = before == "在" and _AT_IT.match(window, date.end) is not None
    return bool(held) or at_it or bool(_HELD_ON.search(before))


def _dated_next(window: str, subject: Subject | None) -> DateWords | None:
    """The day that the next clause or sentence about the same body begins with.

    某局把课堂搬到田间,6月7日组织…; 某局组成讲师团,自11月3日至14日…; 某局历来重视…。6月7日,
    某局召开…
    """
    if subject is None:
        return None
    comma = window.find(",", subject.end, subject.end + 26)
    date = date_at(window, comma + 1) if comma > 0 and "。" not in window[:comma] else None
    led = _LED.match(window, comma) if date is None and comma > 0 else None
    held = date_at(window, led.end()) if led is not None else None
    if held is not None and led is not None and held.day is not None:
        return held if held.last_day is not None or not led["since"] else None
    if date is not None and (date.day is not None or (date.month and date.part)):
        after = AFTER_DATE.match(window, date.end)
        at = after.end() if after is not None else date.end
        timed = at > date.end and window[at : at + 1] != ","
        gathers = window.startswith(",", at) and _GATHERS.search(window, subject.end, comma)
        acts = timed or gathers or ACTION.match(window, at) or _HELD_THEN.match(window, at)
        if _is_free(window, at) and acts:
            return date
    return _dated_sentence(window, subject)


def _dated_sentence(window: str, subject: Subject) -> DateWords | None:
    end = window.find("。", subject.end)
    date = date_at(window, end + 1) if end > 0 else None
    if date is None or date.day is None:
        return None
    after = AFTER_DATE.match(window, date.end)
    at = after.end() if after is not None else date.end
    if not _is_free(window, at):
        return None
    at += window.startswith(",", at)
    name = window[subject.start : subject.end]
    # 康县妇联 as 县妇联, 观音河镇调委会 as 镇调委会
    briefly = [name[cut:] for cut in range(len(name) - 2) if name[cut] in "县市区旗州盟镇乡村"]
    again = window.startswith((name, "该", "她们", "他们", *briefly), at)
    told = again or ACTION.match(window, at) or _PUTS.match(window, subject.end)
    return date if told or _of_team(window, at, subject) else None


def _of_team(window: str, at: int, subject: Subject) -> bool:
    """某县妇联组建了小分队。3月7日,小分队在…举行首场宣讲: what it formed holds something."""
    end = window.find("。", at)
    team = next((word for word in _TEAMS if window.startswith(word, at)), "")
    return (
        bool(team) and team in window[subject.end : at] and bool(HOLDING.search(window, at, end))
    )


def _inside(window: str) -> DateWords | None:
    """A day in the middle of the first sentence: 某县妇女工作会议8月2日召开。

    What was held is spoken of, or who did something in the first clause; a day of a meeting that
    is only spoken of (学习8月2日召开的会议精神) is not the report's.
    """
    end = window.find("。")
    for date in date_words(window, 0, end if end > 0 else len(window)):
        head = max(window.rfind(sign, 0, date.start) for sign in ",;:")
        before = window[head + 1 : date.start]
        after = AFTER_DATE.match(window, date.end)
        at = after.end() if after is not None else date.end
        if (
            not (date.day or date.readings)
            or not before
            or _OPENED.search(before)
            or not _is_free(window, at)
        ):
            continue
        first = head < 0 or ends_body(before)
        if _HELD_THEN.match(window, at) or (first and _acts(window, at, before)):
            return date
    return None


def _acts(window: str, at: int, before: str) -> bool:
    """Whether someone, of whom nothing was said before the date, does something after it."""
    return bool(_ACTS_ONLY.match(window, at)) and DOING.search(before) is None


def _festival(window: str, lead: int, subject: Subject | None) -> DateWords | None:
    """6月1日是国际儿童节,某县关工委…: the day itself, unless it is only near."""
    date = date_at(window, lead)
    found = _FEAST.match(window, date.end) if date is not None and date.day else None
    if date is None or found is None or subject is None or subject.start != found.end():
        return None
    return None if _NEAR.search(window[: subject.end + 60]) else date


def _counted(window: str, date: DateWords | None) -> DateWords | None:
    """3月8日是妇女节,某妇联当天举办…: the day that 当天 counts from."""
    if date is None or date.text not in ("当天", "当日"):
        return date
    before = [day for day in date_words(window, 0, date.start) if day.month and day.day]
    if not before:
        return date
    return replace(before[-1], start=date.start, end=date.end, text=date.text)


def _held_on(window: str) -> DateWords | None:
    """会议于3月5日在…召开, where nothing else is dated."""
    for date in date_words(window):
        if _TIME_IS.search(window[max(0, date.start - 4) : date.start]):
            return date
        if _HELD_ON.search(window[max(0, date.start - 2) : date.start]) and HOLDING.search(
            window, date.end, date.end + 40
        ):
            return date
    return None
