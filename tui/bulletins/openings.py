"""How a report opens: lead-in, clauses of purpose, date, who, and the doing.

All of it is looked for in the first two or three sentences, in folded text.
"""

import re
from dataclasses import dataclass, replace

from tui.bulletins.datewords import DateWords, date_at, date_words
from tui.bulletins.organisations import Subject, subject_at
from tui.bulletins.regions import Naming, Scope, naming
from tui.bulletins.verbs import ACTION
from tui.reports.places import Place

_WINDOW = 260
"""How far into a paragraph its opening may reach, in characters."""

_LEAD = re.compile(
    r"(?:\"?本(?:报|网|刊|台)|[^\s,。:;、《(\d]{2,10}?(?:网|报|社|台|在线|客户端))?"
    r"[^\s,。:;、《(\d]{0,8}"
    r"(?P<dateline>(?:\d{1,2} ?月 ?)?\d{1,2} ?日)?"
    r"(?:(?<![通资音简])讯|(?<=日)电|(?<=日 )电)(?=[ (:]|[^\s])"
    r" ?(?:\([^()]{0,60}\))? ?:?[ -]*"
)
_REPORTING = re.compile(r"(?:讯|电|报道|消息)$|记者|通讯员")
_BYLINE = re.compile(r"\((?:记者|通讯员|本报记者|见习记者|特约)[^()]{0,50}\) ?")
AFTER_DATE = re.compile(
    r" ?(?:\((?:星期|周|农历|正月|腊月)[^()]{1,8}\))? ?(?:上午|下午|中午|晚上|晚间|傍晚|凌晨|"
    r"早上|清晨|早晨|晚)?"
    r"(?:\d{1,2}(?:时|:\d\d|点)(?:\d{1,2}分|半|许)?)? ?"
)
_NOT_FREE = re.compile(
    r"以来|前[,，]?|起|之前|以前|以后|之后|后|为止|止|的|截止|开始|是|正值|适逢|恰逢|零时|《|"
    r"前后|被|通车"
)
_CLAUSE = re.compile(r"[,。;:!?]\"? ?")
_SINCE = re.compile(r"(?:起|开始),? ?")
"""After the day on which what is reported began."""
_PREPOSED = re.compile(r"(?:于|在|定于|从|自)? ?")
_MAY_DATE = re.compile(r"[今本去昨当前近日最不连]|\d|[〇一二三四五六七八九十元]+[月〇一二]")
_HELD_ON = re.compile(r"(?:于|定于)$")
_TIME_IS = re.compile(r"时间(?:是|为|:|定在|定于|选在)$")
_REPORTER = re.compile(
    r"(?:本[报刊网])?(?:记者|笔者)(?:在|从|走进|来到|走访)了?|同[省市州县]的|而?在(?!此)"
)
_HELD_THEN = re.compile(
    r"(?:在[^,。;]{2,24}?)?(?:隆重|成功|顺利|正式|圆满|如期)?"
    r"(?:召开|举行|举办|开幕|启动|开班|开营|开赛|落幕|闭幕)"
)
_HELD_AT = re.compile(
    r"(?:会|会议|活动|仪式|[班营课展]|讲座|大赛|比赛|论坛|式)(?:于[^,。;]{2,14}?)?在([^在,。;]{2,20}?)(?:隆重|成功|顺利|正式|圆满)?"
    r"(?:召开|举行|举办|开幕|启动|开班|开营|开课|开讲|开展|落幕|闭幕)"
)
_VERB = re.compile(r"召开|举办|举行|组织|开展|启动|开班|开营|闭幕|开幕|圆满|召集")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first sentences say."""

    lead_end: int = 0
    dateline: DateWords | None = None
    """The date of 某地M月D日电."""
    date: DateWords | None = None
    subject: Subject | None = None
    named: Naming | None = None
    """The place of the subject, or else the first one named at the head of a clause."""
    venue: Naming | None = None
    """The place it was held at, where no one is named who held it: 会议在略阳县召开."""
    verb: bool = False
    """Whether something is held, organised or convened."""

    @property
    def place(self) -> Place | None:
        """The place named, where it is one."""
        return self.named.place if self.named is not None else None

    @property
    def starts_dated(self) -> bool:
        """Whether a date, even a vague one, stands at the very beginning."""
        return self.date is not None and self.date.start <= self.lead_end + 1

    @property
    def begins(self) -> bool:
        """Whether a date or someone who does something stands at the very beginning."""
        subject = self.subject
        return self.starts_dated or (subject is not None and subject.start <= 1 and subject.doing)


def opening_of(plain: str, scope: Scope) -> Opening:
    """The opening of a paragraph of folded text."""
    window = plain[:_WINDOW]
    lead, dateline = _lead_in(window)
    subject: Subject | None = None
    named: Naming | None = None
    dates: list[DateWords] = []
    for start in _clauses(window, lead):
        since = _since(window, start, scope)
        if since is not None:
            subject, began = since
            named, dates = subject.named or named, [began]
            break
        at = _take_date(window, start, dates)
        if window.startswith((",", "、"), at) and at > start:
            continue
        if window.count('"', 0, at) % 2:
            # Inside a slogan: "关爱明天,普法先行".
            continue
        subject = subject_at(window, at, scope)
        if subject is not None and _is_aside(window, subject, named, dates):
            subject = None
            break
        if subject is not None:
            named = subject.named or named
            break
        named = named or naming(window, _after_reporter(window, at), scope)
    date = _chosen(window, subject, dates) or _held_on(window[:120])
    date = _counted(window, date or _dated_next(window, subject))
    verb = (subject is not None and subject.doing) or bool(_VERB.search(window))
    venue = _venue(window[:120], scope) if subject is None else None
    return Opening(lead, dateline, date, subject, named, venue, verb)


def _is_aside(window: str, subject: Subject, named: Naming | None, dates: list[DateWords]) -> bool:
    """Whether someone is only spoken of after a dated sentence about another place."""
    if subject.named is not None or named is None or not dates:
        return False
    if subject.doing and window[subject.start - 1] == "。":
        return False
    return "。" in window[dates[0].end : subject.start]


def _after_reporter(window: str, at: int) -> int:
    """记者在环县看到…: where the place is that the reporter was at."""
    found = _REPORTER.match(window, at)
    return found.end() if found is not None else at


def _venue(window: str, scope: Scope) -> Naming | None:
    found = _HELD_AT.search(window)
    return naming(window, found.start(1), scope) if found is not None else None


def is_lead_in(words: str) -> bool:
    """Whether words only say who reports: 本报讯, 记者某某."""
    return bool(_REPORTING.search(words))


def _lead_in(window: str) -> tuple[int, DateWords | None]:
    filed = "讯" in window[:40] or "电" in window[:40]
    found = _LEAD.match(window) if filed else None
    if found is None:
        byline = _BYLINE.match(window)
        return (byline.end() if byline else 0), None
    dateline = date_at(window, found.start("dateline")) if found["dateline"] else None
    byline = _BYLINE.match(window, found.end())
    return (byline.end() if byline else found.end()), dateline


def _clauses(window: str, lead: int) -> list[int]:
    """Where clauses begin, in the first three sentences."""
    starts = [lead]
    sentences = 0
    for found in _CLAUSE.finditer(window, lead):
        sentences += found[0].startswith("。")
        if sentences > 2 or len(starts) > 8:
            break
        starts.append(found.end())
    return starts


def _take_date(window: str, start: int, dates: list[DateWords]) -> int:
    """Take the date a clause begins with, if there is one; where its other words begin."""
    preposed = _PREPOSED.match(window, start)
    date = date_at(window, preposed.end() if preposed else start)
    if date is None or (window[start] in "从自" and date.last_day is None):
        return start
    after = AFTER_DATE.match(window, date.end)
    at = after.end() if after else date.end
    at += date.last_day is not None and window.startswith("止", at)
    if _is_free(window, at):
        dates.append(date)
    return at


def _since(window: str, start: int, scope: Scope) -> tuple[Subject, DateWords] | None:
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
    if before in ("自", "从") and date.day:
        began = _SINCE.match(window, date.end)
        return began is not None and bool(ACTION.match(window, began.end()))
    if before.strip(" ,") == "":
        after = AFTER_DATE.match(window, date.end)
        return _is_free(window, after.end() if after else date.end)
    if len(before) > 24 or "," in before or "。" in before:
        return False
    after = AFTER_DATE.match(window, date.end)
    held = _HELD_THEN.match(window, after.end() if after else date.end)
    return bool(held) or bool(_HELD_ON.search(before))


def _dated_next(window: str, subject: Subject | None) -> DateWords | None:
    """The day that the next clause or sentence about the same body begins with.

    某局把课堂搬到田间,6月7日组织…; 某局历来重视…。6月7日,某局召开…
    """
    if subject is None:
        return None
    comma = window.find(",", subject.end, subject.end + 26)
    date = date_at(window, comma + 1) if comma > 0 and "。" not in window[:comma] else None
    if date is not None and date.day is not None and ACTION.match(window, date.end):
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
    again = window.startswith((window[subject.start : subject.end], "该"), at)
    return date if again or ACTION.match(window, at) else None


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
        if _HELD_ON.search(window[max(0, date.start - 2) : date.start]) and _VERB.search(
            window, date.end, date.end + 40
        ):
            return date
    return None
