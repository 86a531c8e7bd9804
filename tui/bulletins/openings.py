"""How a report opens: lead-in, clauses of purpose, date, who, and the doing.

All of it is looked for in the first two or three sentences, in folded text.
"""

import re
from dataclasses import dataclass, replace

from tui.bulletins.datewords import DateWords, date_at, date_words
from tui.bulletins.organisations import Subject, subject_at
from tui.bulletins.regions import Naming, Scope, naming

_WINDOW = 260
"""How far into a paragraph its opening may reach, in characters."""

_LEAD = re.compile(
    r"(?:\"?本(?:报|网|刊|台)|[^\s,。:;、《(\d]{2,10}?(?:网|报|社|台|在线|客户端))?"
    r"[^\s,。:;、《(\d]{0,8}"
    r"(?P<dateline>(?:\d{1,2} ?月 ?)?\d{1,2} ?日)?"
    r"(?:讯|电)(?=[ (:]|[^\s视话子影动力商网信台])"
    r" ?(?:\([^()]{0,60}\))? ?:?[ -]*"
)
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
_PREPOSED = re.compile(r"(?:于|在|定于)? ?")
_HELD_ON = re.compile(r"(?:于|定于)$")
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
    verb: bool = False
    """Whether something is held, organised or convened."""

    @property
    def starts_dated(self) -> bool:
        """Whether a date, even a vague one, stands at the very beginning."""
        return self.date is not None and self.date.start <= self.lead_end + 1


def opening_of(plain: str, scope: Scope) -> Opening:
    """The opening of a paragraph of folded text."""
    window = plain[:_WINDOW]
    lead, dateline = _lead_in(window)
    clauses = _clauses(window, lead)
    found = Opening(lead, dateline)
    dates: list[DateWords] = []
    for start in clauses:
        found, done = _read_clause(window, start, scope, found, dates)
        if done:
            break
    date = _chosen(window, found.subject, dates)
    verb = bool(_VERB.search(window)) or (found.subject is not None and found.subject.doing)
    return replace(found, date=date or _held_on(window[:120]), verb=verb)


def _lead_in(window: str) -> tuple[int, DateWords | None]:
    found = _LEAD.match(window)
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


def _read_clause(
    window: str, start: int, scope: Scope, found: Opening, dates: list[DateWords]
) -> tuple[Opening, bool]:
    """Take in one clause: its date, and its subject, with which the opening is complete."""
    at = start
    date = date_at(window, _PREPOSED.match(window, at).end())  # type: ignore[union-attr]
    if date is not None:
        after = AFTER_DATE.match(window, date.end)
        at = after.end() if after else date.end
        if _is_free(window, at):
            dates.append(date)
        if window.startswith((",", "、"), at):
            return found, False
    subject = subject_at(window, at, scope)
    if subject is None:
        named = found.named or naming(window, at, scope)
        return replace(found, named=named), False
    if date is not None and date not in dates and subject.start == at:
        dates.append(date)
    if subject.person and found.subject is None and not subject.doing:
        return replace(found, subject=subject, named=subject.named or found.named), True
    return replace(found, subject=subject, named=subject.named or found.named), True


def _is_free(window: str, at: int) -> bool:
    return not _NOT_FREE.match(window, at)


def _chosen(window: str, subject: Subject | None, dates: list[DateWords]) -> DateWords | None:
    """The date after the subject (X于M月D日召开), else the last one before it."""
    if subject is not None:
        for date in date_words(window, subject.end, min(len(window), subject.end + 60)):
            if _is_meant(window, subject.end, date):
                return date
    return dates[-1] if dates else None


def _is_meant(window: str, end: int, date: DateWords) -> bool:
    before = window[end : date.start]
    if date.vague:
        return not before
    if before.strip(" ,") == "":
        after = AFTER_DATE.match(window, date.end)
        return _is_free(window, after.end() if after else date.end)
    near = len(before) <= 24 and "," not in before and "。" not in before
    return near and bool(_HELD_ON.search(before))


def _held_on(window: str) -> DateWords | None:
    """会议于3月5日在…召开, where nothing else is dated."""
    for date in date_words(window):
        if _HELD_ON.search(window[max(0, date.start - 2) : date.start]) and _VERB.search(
            window, date.end, date.end + 40
        ):
            return date
    return None
