"""How a report opens: lead-in, clauses of purpose, date, who, and the doing.

All of it is looked for in the first two or three sentences, in folded text.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.bulletins.datewords import DateWords, date_at
from tui.bulletins.heldon import began_on, day_held, take_date
from tui.bulletins.lasting import lasting
from tui.bulletins.mentions import named_before
from tui.bulletins.organisations import Subject, ends_body, subject_at
from tui.bulletins.regions import Naming, Scope, naming
from tui.bulletins.verbs import HOLDING
from tui.reports.places import Place

_WINDOW = 260
"""How far into a paragraph its opening may reach, in characters."""

_LEAD = re.compile(
    r"据(?:[^\s,。:;、《(\d]{2,12}|《[^《》]{2,12}》)(?:消息|报道|讯) ?[,:]? ?|"
    r"(?:\"?本(?:报|网|刊|台)|[^\s,。:;、《(\d]{2,10}?(?:网|报|社|台|在线|客户端))?"
    r"[^\s,。:;、《(\d]{0,8}?"
    r"(?P<dateline>(?:\d{1,2} ?月 ?)?\d{1,2} ?日|"
    r"(?:[一二三四五六七八九十元]{1,2}月)?[一二三四五六七八九十廿]{1,4}日)?"
    r"(?:消息(?=\()|(?:(?<=[南昭]通)|(?<![通资音简]))讯|(?<=日)[专急快]?电|(?<=日 )电)"
    r"(?=[ (:]|[^\s])"
    r" ?(?:\([^()]{0,60}\))? ?:?[ -]*"
)
_REPORTED = re.compile(r"(?:本报)?(?:记者)?[\u4e00-\u9fff]{2,8}报道:")
"""记者王某海口报道:…, 云上荆州报道:…"""
_LONGEST_LEAD = 60
_REPORTING = re.compile(r"(?:(?:(?<=[南昭]通)|(?<![通资音简快短要]))讯|电|报道|消息)$|记者|通讯员")
_BYLINE = re.compile(
    r"\([^()\d,。]{2,12}(?:讯|消息)\) ?|\((?:记者|通讯员|本报记者|见习记者|特约)[^()]{0,50}\) ?"
)
_CLAUSE = re.compile(r"[,。;:!?]\"? ?|--")
_REPORTER = re.compile(
    r"(?:为期|历时) ?[\d一二两三四五六七八九十]{1,3} ?[天日]的|"
    r"(?:本[报刊网])?(?:记者|笔者)(?:在|从|走进|来到|走访)了?|同[省市州县]的|而?在(?!此)"
)
_LEARNT = re.compile(
    r"(?:本[报刊网])?记者[^,。;从]{0,6}从(?=[^,。;]{4,24}(?:获悉|了解到|得知)[,:] ?该)"
)
"""记者日前从什邡市教育局获悉,该局…: of whom is told stands between."""
_HAPPENING = r"\"?[会议动式班营课展座赛坛演节礼]\"?"
"""What the names of meetings and events end with."""
_HELD_AT = re.compile(
    rf"{_HAPPENING}(?:于[^,。;]{{2,14}}?|[\d一二三四五六七八九十月日至]{{3,14}})?在([^在,。;]{{2,20}}?)"
    r"(?:隆重|成功|顺利|正式|圆满)?"
    r"(?:召开|举行|举办|开幕|启动|开班|开营|开课|开讲|开展|落幕|闭幕|结束)"
)
_BEFORE_IT = re.compile(r"[^,。;]{0,24}(?:[之以]?后|之?时|之际|期间|[陪指支][同导持]下),")
"""Someone did this before, or while, what is reported was held."""
_IN_BARE = re.compile(r"而?在([\u4e00-\u9fff]{2,4}),")
_IN_FAMOUS = re.compile(r"(?:而?在)?[^,。;]{2,24}的[^,。;]{2,12},")
_EVENT = re.compile(
    rf"{_HAPPENING}(?:于|在)?[^,。;]{{0,24}}?"
    r"(?:召开|举行|举办|开幕|启动|开班|开营|开课|开讲)[,。]"
)
_HELD_ONE = re.compile(rf"(?:召开|举办|举行)[^,。;]{{2,50}}?{_HAPPENING},")
_HOSTED = re.compile(
    r"(?:本次|此次)?(?:活动|会议|比赛|仪式|培训|讲座)?"
    r"由(?=[^,。;()]{3,40}?(?:主办|承办|举办|组织|发起|牵头))|(?P<is>(?:主办方|主办者|主办单位)(?:是|为))"
)


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
    def end(self) -> int:
        """Where what it says of who and when ends."""
        return max((one.end for one in (self.date, self.subject) if one is not None), default=0)

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
    return _opening_of(plain[:_WINDOW], scope)


@lru_cache(maxsize=64)
def _opening_of(window: str, scope: Scope) -> Opening:
    """The opening, kept: words are looked at by what stands above them too."""
    lead, dateline = _lead_in(window)
    found = _Search(window, scope, lead)
    found.go()
    subject, named = found.subject, found.named
    if subject is not None and named is None and window[subject.start] in "县市区旗":
        named = _place_before(window, subject.start, scope)
    if subject is None:
        subject = _host(window, scope)
        named = (subject and subject.named) or named
    date = lasting(window, day_held(window, lead, subject, found.dates))
    verb = (subject is not None and subject.doing) or bool(HOLDING.search(window))
    venue = _venue(window[:120], scope) if subject is None else None
    return Opening(lead, dateline, date, subject, named, venue, verb)


class _Search:
    """Goes from clause to clause until it knows who did something."""

    def __init__(self, window: str, scope: Scope, lead: int) -> None:
        self._window = window
        self._scope = scope
        self._lead = lead
        self._alone: Subject | None = None
        """A county's name by itself, of which a body of its own may do something."""
        self._dates_before = 0
        """How many dates were known when it was found."""
        self.subject: Subject | None = None
        self.named: Naming | None = None
        """The place of the subject, or else the first one named."""
        self.dates: list[DateWords] = []
        """Those that stand before the subject."""

    def go(self) -> None:
        """Find all of it."""
        window = self._window
        began = "日起" in window or "开始" in window
        for start in _clauses(window, self._lead):
            if (began and self._has_begun(start)) or self._ends(start):
                break
        alone = self._alone
        if alone is not None and not _is_own(window, self.subject, alone):
            self.subject = alone
            del self.dates[self._dates_before :]
        subject = self.subject
        if subject is not None and subject.person and _is_told(window, self._lead, subject.start):
            self.subject = None  # Someone who attended what was held.

    def _has_begun(self, start: int) -> bool:
        """Whether a clause says from which day on who does something."""
        since = began_on(self._window, start, self._scope)
        if since is None:
            return False
        self.subject, day = since
        self.named, self.dates = self.subject.named or self.named, [day]
        return True

    def _ends(self, start: int) -> bool:
        """Take what a clause says; whether no more need be looked at."""
        window = self._window
        if window.count("(", 0, start) > window.count(")", 0, start):
            return False
        at = take_date(window, start, self.dates)
        learnt = _LEARNT.match(window, at) if "从" in window else None
        at = learnt.end() if learnt is not None else at
        if window.startswith((",", "、"), at) and at > start:
            return False
        if window.count('"', 0, at) % 2:  # inside a slogan: "关爱明天,普法先行"
            return False
        self.subject = subject = subject_at(window, at, self._scope)
        if subject is not None:
            if subject.person and _BEFORE_IT.match(window, subject.end):
                return False
            if self._is_beside_it(subject):
                self.subject = None
                return True
            if self._alone is None:
                self.named = subject.named or self.named
                if not subject.is_place or subject.doing:
                    return True
                self._alone = subject  # 花垣县则把会开到了矿山上,县关工委召集…
                self._dates_before = len(self.dates)
        if self._alone is not None:
            return _is_own(window, subject, self._alone)
        named = self.named or naming(window, _after_reporter(window, at), self._scope)
        self.named = named or _placed(window, at, self._scope)
        return False

    def _is_beside_it(self, subject: Subject) -> bool:
        """Whether someone is named in an aside, or came to what others did."""
        return _is_aside(self._window, subject, self.named, self.dates) or _came_besides(
            self._window, subject, self.named
        )


def _is_told(window: str, start: int, end: int) -> bool:
    """Whether the words before someone say what was held: 座谈会在…召开, 某某召开座谈会."""
    return any(held.search(window, start, end) is not None for held in (_EVENT, _HELD_ONE))


def _came_besides(window: str, subject: Subject, named: Naming | None) -> bool:
    """贞丰县…,10月15日召开了观摩会,安龙县也派人观摩: those of elsewhere who only came to it."""
    if named is None or named.county is None or subject.named is None:
        return False
    if not named.full or subject.named.place == named.place:
        return False
    return HOLDING.search(window, named.end, subject.start) is not None


def _is_own(window: str, subject: Subject | None, alone: Subject) -> bool:
    """县关工委召集…: a body of the county that stood alone, with its name or without."""
    if subject is None or subject.person or not subject.doing:
        return False
    if subject.named is not None and alone.named is not None:
        return not subject.is_place and subject.named.place == alone.named.place
    return window[subject.start] in "县市区旗州盟"


def _placed(window: str, at: int, scope: Scope) -> Naming | None:
    """在安吉,县关工委…; 在百里之外的云龙县,…: a place a clause is no more than, or ends with."""
    famous = _IN_FAMOUS.match(window, at)
    if famous is not None:
        return named_before(window, famous.end() - 1, scope)
    found = _IN_BARE.match(window, at)
    named = naming(f"{found[1]} ", 0, scope) if found is not None else None
    if found is None or named is None or named.end != len(found[1]):
        return None
    return replace(named, end=found.end(1), full=True)


def _place_before(window: str, start: int, scope: Scope) -> Naming | None:
    """一江之隔的泸水县,县妇联…: the place that the clause before a county's body ends with."""
    end = window.rfind(",", 0, start)
    if end < 0 or end < start - 1:
        return None
    return named_before(window, end, scope)


def _host(window: str, scope: Scope) -> Subject | None:
    """Who held it, where that is said afterwards: …在尉氏县举行。活动由县妇联主办。"""
    found = _HOSTED.search(window) if "由" in window or "主办" in window else None
    subject = subject_at(window, found.end(), scope) if found is not None else None
    if found is not None and found["is"]:
        return _whole_clause(window, found.end(), scope)
    return subject if subject is not None and subject.doing else None


def _whole_clause(window: str, start: int, scope: Scope) -> Subject | None:
    """The body that a clause is no more than the name of: 主办方为泗县关工委、县文旅局。"""
    clause = _CLAUSE.search(window, start)
    end = clause.start() if clause is not None else len(window)
    if not ends_body(window[start:end]):
        return None
    return Subject(start, end, naming(window, start, scope), doing=True)


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
    return len(words) <= _LONGEST_LEAD and bool(_REPORTING.search(words))


def is_whole_lead_in(words: str) -> bool:
    """Whether folded words are a lead-in and no more: 本报丹东5月7日讯(记者 佟鑫)."""
    words = words.rstrip()
    return len(words) <= 2 * _LONGEST_LEAD and 0 < _lead_in(f"{words}一")[0] == len(words)


def _lead_in(window: str) -> tuple[int, DateWords | None]:
    filed = window.startswith("据") or any(sign in window[:40] for sign in ("讯", "电", "消息"))
    found = _LEAD.match(window) if filed else None
    if found is None and (reported := _REPORTED.match(window)) is not None:
        return reported.end(), None
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
