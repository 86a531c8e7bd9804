"""Several reports in one paragraph: where the next one begins."""

import re
from collections.abc import Iterator

from tui.bulletins.datewords import date_at
from tui.bulletins.headings import MARK, MARKER
from tui.bulletins.heads import LABEL_OPEN, Cut, head_of
from tui.bulletins.mentions import named_before
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.organisations import after_league, is_body, subject_at
from tui.bulletins.regions import Scope, is_below, may_name, naming
from tui.bulletins.verbs import PURPOSES
from tui.reports.places import Level, Place

HOLDS = re.compile(
    r"(?:则|也|还|在?(?:近日|日前)|"
    r"\d{1,2} ?月 ?\d{1,2} ?日(?:[至到-]{1,2}(?:\d{1,2} ?月 ?)?\d{1,2} ?日)?|"
    r"于[^,]{2,12}|专门|积极|及时|在[^,]{2,16}?|"
    r"联合[^,]{2,16}?|联合|共同|携手|集中|隆重|正式|每[^,。;]){0,2}"
    r"(?:办起|开起|搞起|建起|推出|召开|举办|举行|组织|开展|启动|慰问|走访|邀请|走进|成立|深入|开设|创办|开办|合办|联办)|"
    r"(?:则|也|还)?[把将][^,。;]{1,16}?[开请搬办送放设引摆带](?:到|进|在|入|上)"
)
"""What a body holds or does, right after its name."""
_TURNS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}的(?:[\u4e00-\u9fff]{0,2}[会课班]|活动|做法|办法))?(?:则|却)(?!是)|呢[?,]|"
    r"[\u4e00-\u9fff]{0,8}的[\u4e00-\u9fff]{0,2}[会课班][开办设搬放][在到进]"
)
_OF_SEVERAL = re.compile(r"[、和与及等]")
_DATED_NEXT = re.compile(r"[^。,]{0,24},\d{1,2} ?月 ?\d{1,2} ?日")
_ALSO = re.compile(
    r"至于(?=[^,。]{2,12},)|(?:与此同时|此外|另外|无独有偶|同样|同一天|随即),|同[省市州县]的|而(?=在)|"
    r"会后,(?=[^,。]{4,16}[^,。]{0,12},\d{1,2} ?月 ?\d)"
)
_SENTENCE = re.compile(r"[。!?;][\"')\]]* *")
PURPOSE = re.compile(
    rf"(?:{PURPOSES}|在)[^。;,]{{2,40}},"
    r"(?=\d{1,2} ?月 ?\d{1,2} ?日|近日|日前)"
)
"""What leads to a dated report: 为把文件精神讲进企业,2月21日…"""
_DAY_SOON = re.compile(r"[^。]{1,60}?\d{1,2} ?月 ?\d{1,2} ?日")
_DAY = re.compile(r"\d{1,2} ?月 ?\d{1,2} ?日")
_ON_A_DAY = re.compile(
    r"(?P<day>\d{1,2}月\d{1,2}日(?:[至到-]{1,2}(?:\d{1,2}月)?\d{1,2}日)?)(?:[上下]午|晚)?,"
    r"(?P<who>[县市区旗州][^,。;]{1,10}?)(?:召开|举办|举行|组织|开展|邀请)"
)
_SPOKE = re.compile(r"发言|交流|汇报|介绍(?!的)|表态|出席|参加|应邀|观摩")
_NEAR = 60
_SCENE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:[外边下里上中旁畔岸口头尾],|[边畔岸旁下]的)")
_SOON = 66
_BEFORE = 14
"""How far before who held it the day stands at most, in characters."""
_LED = 40
"""What leads to a report inside a paragraph is not longer."""
_LOOK = 160
_MARK = re.compile(MARK)
_FIRSTS = frozenset(
    "0123456789〇○零一二三四五六七八九十元近日最前不连今昨本去上当同与此另无随在第为按根围结针适会"
    "【[(〔答而①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
)
"""Signs a report inside a paragraph may begin with, besides marks and the names of places."""


def cuts_of(plain: str, scope: Scope, region: Place | None, start: int = 0) -> Iterator[Cut]:
    """Where reports begin inside a paragraph of folded text, after its first words.

    Args:
        plain: the paragraph.
        scope: where its places are looked for.
        region: the place of the report the paragraph begins with.
        start: where that report's words begin.
    """
    for found in _SENTENCE.finditer(plain, start):
        at = found.end()
        if at >= len(plain):
            return
        cut = _cut_at(plain, at, scope, region) or _next_of_same(plain, start, at)
        if cut is not None:
            region = (cut.named and cut.named.place) or _region(plain, cut.body, scope) or region
            yield cut


def _next_of_same(plain: str, start: int, at: int) -> Cut | None:
    """8月3日,县政协召开…。8月9日,县政协组织…: what the same body held on another day."""
    held = _ON_A_DAY.match(plain, at)
    first = _ON_A_DAY.match(plain, start) if held is not None else None
    if held is None or first is None or held["day"] == first["day"]:
        return None
    return Cut(at, at, at, at) if held["who"].startswith(first["who"]) else None


def _region(plain: str, at: int, scope: Scope) -> Place | None:
    end = plain.find("。", at, at + _LOOK)
    named = opening_of(plain[at : end if end > 0 else at + _LOOK], scope).named
    named = named or opening_of(plain[at : at + _LOOK], scope).named
    return named.place if named else None


def _cut_at(plain: str, at: int, scope: Scope, region: Place | None) -> Cut | None:
    if not _may_begin(plain, at, scope):
        led = _led_to(plain, at, scope, region) or _told_later(plain, at, scope, region)
        led = led or _told_next(plain, at, scope, region)
        return Cut(at, at, at, at) if led else None
    head = head_of(plain, scope, at)
    if head.label_end > head.label_start and is_body(plain[head.label_start : head.label_end]):
        return head
    if not head.marked and head.named is None:
        begins = _another(plain, at, scope, region) or _told_later(plain, at, scope, region)
        return head if begins else None
    if head.named is not None:
        return head if _differs(head.named.place, region) or head.marked else None
    opening = opening_of(plain[head.body : head.body + _LOOK], scope)
    subject = opening.subject
    if opening.starts_dated or (subject and subject.named and subject.doing):
        return head
    return None


def _may_begin(plain: str, at: int, scope: Scope) -> bool:
    """A cheap look, before the words are parsed."""
    known = plain[at] in _FIRSTS or may_name(plain, at) or _MARK.match(plain, at)
    if not known and after_league(plain, at) == at:
        return False
    if date_at(plain, at) is not None or MARKER.match(plain, at):
        return True
    if plain[at] in LABEL_OPEN or _ALSO.match(plain, at) or PURPOSE.match(plain, at):
        return True
    if plain.startswith("在", at):
        return naming(plain, at + 1, scope) is not None or "的" in plain[at : at + _LED]
    return naming(plain, after_league(plain, at), scope) is not None


def _another(plain: str, at: int, scope: Scope, region: Place | None) -> bool:
    """Whether a sentence opens a report of a place other than `region`."""
    after_series = plain[:at].endswith(";")
    also = _ALSO.match(plain, at)
    at = also.end() if also is not None else at
    opening = opening_of(plain[at : at + _LOOK], scope)
    subject = opening.subject
    if plain.startswith("在", at) or (also is not None and also[0].endswith("的")):
        return _in_place(plain, at + plain.startswith("在", at), scope, region)
    if _turns_to(plain, at, opening, scope, region):
        return True
    purpose = PURPOSE.match(plain, at)
    led = purpose.end() - at if purpose is not None else 0
    if subject is None or subject.person or subject.start > led + _first(opening, led):
        return False
    if subject.named is None:
        # 10月8日,腾冲市和顺图书馆坐满了人,市关工委请来…
        own = _dated_at(opening, led) and plain[at + subject.start] in "县市区旗"
        near = opening.named if own and subject.doing else None
        return near is not None and near.full and _differs(near.place, region)
    if not _differs(subject.named.place, region):
        return False
    if _dated_at(opening, led) or (
        subject.named.full and _DATED_NEXT.match(plain, at + subject.end)
    ):
        return True
    if opening.date is not None and opening.date.start <= subject.end + 1:
        return True
    place = subject.named.place
    return (
        region is not None
        and place is not None
        and subject.named.full
        and not is_below(place, region)
        and (
            bool(HOLDS.match(plain, at + subject.end))
            or (after_series and subject.doing)
            or tells_day(plain, at + subject.end)
        )
    )


def tells_day(plain: str, start: int) -> bool:
    """大同市云州区关工委没有另起炉灶,而是在11月6日…: a day of its own in the sentence, or 则.

    Whoever only spoke at the meeting told of before has none.
    """
    end = plain.find("。", start)
    words = plain[start : end if 0 <= end <= start + _LOOK else start + _LOOK]
    own = words.startswith("则") or _DAY.search(words[:_NEAR]) is not None
    return own and _SPOKE.search(words) is None


def _turns_to(plain: str, at: int, opening: Opening, scope: Scope, region: Place | None) -> bool:
    """花垣县则把会开到了矿山上: a sentence with another county for its subject, which acts.

    What it does is said by a county's own body, or with its day, in the clause that follows.
    """
    named = naming(plain, at, scope)
    if named is None or not named.full or named.county is None or region is None:
        return False
    if not _differs(named.place, region) or _OF_SEVERAL.match(plain, named.end):
        return False
    if _TURNS.match(plain, named.end) or _DATED_NEXT.match(plain, named.end):
        return True
    subject = opening.subject
    if subject is None or subject.named is not None or subject.person:
        return False
    first = plain.find(",", named.end) + 1
    return subject.start == first - at and plain[first] in "县市区旗"


def _led_to(plain: str, at: int, scope: Scope, region: Place | None) -> bool:
    """往南两百公里的洪雅县,3月9日…: another county that the first clause ends with, and a day."""
    comma = plain.find(",", at, at + _LED)
    if plain.find("的", at, comma) < 0 or date_at(plain, comma + 1) is None:
        return False
    named = named_before(plain, comma, scope)
    if named is None or named.county is None or not _differs(named.place, region):
        return False
    return plain[at:comma].removesuffix(named.county.name).endswith("的")


def _told_next(plain: str, at: int, scope: Scope, region: Place | None) -> bool:
    """雁门关外,山阴县关工委近日召开…; 汾河岸边的介休市关工委则…: scenery, then who holds what."""
    led = _SCENE.match(plain, at)
    if led is None:
        return False
    subject = subject_at(plain, led.end(), scope)
    named = subject.named if subject is not None else None
    if subject is None or named is None or not named.full or named.county is None:
        return False
    first = subject.start == led.end() and not subject.is_place and not subject.person
    return first and _differs(named.place, region) and bool(HOLDS.match(plain, subject.end))


def _told_later(plain: str, at: int, scope: Scope, region: Place | None) -> bool:
    """往东到了海边,霞浦县妇联3月12日召开…: a county's body and its day in a later clause.

    So newspapers lead from one place to the next.
    """
    if plain.find("月", at, at + _SOON) < 0 or not _DAY_SOON.match(plain, at):
        return False
    end = plain.find("。", at, at + _LOOK)
    opening = opening_of(plain[at : end if end > 0 else at + _LOOK], scope)
    subject, date = opening.subject, opening.date
    if subject is None or date is None or subject.person or not subject.doing:
        return False
    if date.day is None or not subject.start - _BEFORE <= date.start <= subject.end + 2:
        return False
    named = subject.named
    if named is None and plain[at + subject.start] in "县市区旗":
        named = opening.named
    if named is None or not named.full or named.county is None or subject.start > _LED:
        return False
    return _differs(named.place, region)


def _in_place(plain: str, at: int, scope: Scope, region: Place | None) -> bool:
    """在马山县,…: a sentence about another county than the one before it."""
    named = naming(plain, at, scope)
    if named is None or not named.full or not plain.startswith(",", named.end):
        return _in_famous_place(plain, at - 1, scope, region)
    if named.county is not None:
        return _differs(named.place, region)
    subject = subject_at(plain, named.end + 1, scope)
    inner = subject.named if subject is not None else None
    return inner is not None and _differs(inner.place, region)


def _in_famous_place(plain: str, at: int, scope: Scope, region: Place | None) -> bool:
    """在素有"面包之乡"之称的资溪县,县妇联…: a county's body acts where the clause ends."""
    comma = plain.find(",", at, at + _LED)
    if comma < 0 or "的" not in plain[at:comma]:
        return False
    place = named_before(plain, comma, scope)
    if place is None or place.county is None:
        return False
    if not _differs(place.place, region):
        return False
    subject = subject_at(plain, comma + 1, scope)
    own = subject is not None and subject.doing and plain[comma + 1] in "县市区旗"
    return own or bool(_DAY_SOON.match(plain, comma))


def _dated_at(opening: Opening, led: int) -> bool:
    """Whether a date begins it, after words of purpose that end at `led`."""
    return opening.starts_dated or (
        led > 0 and opening.date is not None and opening.date.start == led
    )


def _first(opening: Opening, led: int) -> int:
    """How far in the subject may stand: right after the date."""
    return 24 if _dated_at(opening, led) else 1


def _differs(place: Place | None, region: Place | None) -> bool:
    if place is None or place.level is Level.PROVINCE:
        return False
    return region is None or place.code != region.code
