"""What stands before the words of a report in its line: marks, a number, an inline heading."""

import re
from dataclasses import dataclass

from tui.bulletins.datewords import date_at
from tui.bulletins.headings import MARK, MARKER
from tui.bulletins.heldon import AFTER_DATE
from tui.bulletins.openings import is_lead_in, opening_of
from tui.bulletins.organisations import ends_body, is_body, is_sentence, subject_at
from tui.bulletins.regions import Naming, Scope, is_below, naming
from tui.bulletins.verbs import ACTION, PURPOSES
from tui.reports.places import Level

_LOOK = 160
LABEL_OPEN = "【[(〔"
"""What an inline heading may stand in."""
_COUNTED = re.compile(r"\d+|[一二三四五六七八九十]+|[①-⒛]")
_INLINE = re.compile(
    rf" ?[:】\])|。] ?| ?{MARK}(?: ?{MARK})* ?| ?-{{1,2}} ?(?=\d)| ?-{{2}} ?| {{1,}}"
)
_TOPIC = re.compile(
    r"【([^】,。]{2,16})】 ?:? ?(?!讯)|"
    r"([^\s\d,。;:、《(【]{2,30})"
    r"(?: {2,}|(?P<gap> (?=\d{1,2}月\d{1,2}日))|"
    r":(?=\d|[本上]月|近日|日前|近期|连日来|(?:周|星期)[一二三四五六日]|[^:,。;\d]{4}))"
)
_ALL_APART = re.compile(
    r"((?:省|自治区|市)?(?:教育系统|直属?机关|直机关|直单位|属高校|属企业|高等院校|高等学校|高校|"
    r"国有企业|国企))(?: |:) ?(?=[\u4e00-\u9fff\d])"
)
"""高校 河南大学关工委…: who is outside prefectures, parted by one blank."""
_OWN = re.compile(
    rf"([市州盟地](?:直属?|本级|直属?机关|直属?单位))(?: ?{MARK}(?: ?{MARK})* ?| {{2,}}|: ?)"
)
"""市本级 between marks: the prefecture's own."""
_PURPOSE = re.compile(PURPOSES)
_HELD = re.compile(r"召开|举办|举行|组织|开展|关工委|妇联")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a report begins inside a paragraph."""

    start: int
    """Where the words before it end."""
    label_start: int
    label_end: int
    """The inline heading between them; empty where there is none."""
    body: int
    """Where its own words begin."""
    named: Naming | None = None
    """The place of the inline heading."""
    marked: bool = False
    """A bullet or a number stands before it."""


def head_of(plain: str, scope: Scope, at: int = 0) -> Cut:
    """What stands before the words of a report that begins at `at`: marks, an inline heading."""
    marker = MARKER.match(plain, at)
    body = marker.end() if marker is not None and marker.end() < len(plain) else at
    label = _inline_heading(plain, body, scope)
    if label is not None:
        start, end, words, named = _with_county(plain, label, scope)
        return Cut(at, start, end, _after_mark(plain, words), named, body > at)
    topic = _inline_topic(plain, body, scope)
    if topic is not None:
        return Cut(at, *topic, None, body > at)
    return Cut(at, body, body, body, None, body > at)


def _with_county(
    plain: str, label: tuple[int, int, int, Naming], scope: Scope
) -> tuple[int, int, int, Naming]:
    """青岛市  即墨:6月3日,…: a second heading below the first, in the same line."""
    start, _, body, named = label
    if named.place is None or named.place.level is Level.COUNTY:
        return label
    second = _inline_heading(plain, body, scope.within(named.place))
    if second is None or second[3].place is None or not is_below(second[3].place, named.place):
        return label
    return start, second[1], second[2], second[3]


def _after_mark(plain: str, at: int) -> int:
    """无为市  ●5月13日,…: where the words begin after the mark of an item."""
    marker = MARKER.match(plain, at)
    return marker.end() if marker is not None and marker.end() < len(plain) else at


def mark_of(words: str) -> str:
    """What kind of mark an item begins with: its bullet, or what stands round its number."""
    found = MARKER.match(words)
    return _COUNTED.sub("1", found[0].strip()) if found is not None else ""


def _inline_heading(plain: str, at: int, scope: Scope) -> tuple[int, int, int, Naming] | None:
    """江苏省苏州市  …; 【邵阳】…; (淳安县)…; 淳安县:…; and 塔城地区2月8日,…"""
    start = at + (plain[at : at + 1] in LABEL_OPEN and bool(plain[at : at + 1]))
    named = naming(plain, start, scope)
    if named is None:
        return None
    end = named.end
    if start > at:
        closed = re.compile(r" ?[】\])〕] ?:? ?").match(plain, end)
        return (start, end, closed.end(), named) if closed else None
    gap = _INLINE.match(plain, end)
    if gap is not None and gap.end() < len(plain) and _parts(plain, gap, named, scope):
        return start, end, gap.end(), named
    if named.full and (_glued(plain, end, scope) or _glued_purpose(plain, named, scope)):
        return start, end, end, named
    return None


def _inline_topic(plain: str, at: int, scope: Scope) -> tuple[int, int, int] | None:
    """教育部关工委  4月18日…; 【教育系统】4月18日…: a heading that names no place."""
    own = _OWN.match(plain, at)
    if own is not None and own.end() < len(plain):
        return own.start(1), own.end(1), own.end()
    apart = _ALL_APART.match(plain, at)
    if apart is not None and opening_of(plain[apart.end() : apart.end() + _LOOK], scope).verb:
        return apart.start(1), apart.end(1), apart.end()
    found = _TOPIC.match(plain, at)
    if found is None:
        return None
    opening = opening_of(plain[found.end() : found.end() + _LOOK], scope)
    group = 1 if found[1] is not None else 2
    again = plain.startswith(found[group], found.end())  # 永顺镇:永顺镇文明实践所…
    told = opening.begins or is_body(found[group]) or _of_place(found[group], scope)
    if not (told or again):
        return None
    named = naming(found[group], 0, scope)
    if named is not None and ACTION.match(found[group], named.end):
        return None  # 原州区则另辟蹊径:…
    if is_lead_in(found[group]) or (found["gap"] and ends_body(found[group])):
        return None
    return found.start(group), found.end(group), found.end()


def _of_place(words: str, scope: Scope) -> bool:
    """Whether words are a body that a place is named in: 官渡区小板桥街道云溪社区."""
    named = naming(words, 0, scope)
    if named is None or not named.full or is_sentence(words[named.end :]):
        return False
    return named.end < len(words) and ends_body(words)


def _parts(plain: str, gap: re.Match[str], named: Naming, scope: Scope) -> bool:
    """Whether what follows a name parts it from a report, as a heading is parted.

    A blank before what was done (喀什地区 召开…) does not, nor the end of a sentence (…在海口市。)
    unless a report begins after it.
    """
    if gap[0].strip() == "--":
        below = naming(plain, gap.end(), scope)
        if (
            below is not None
            and named.place
            and below.place
            and is_below(below.place, named.place)
        ):
            return True
        return opening_of(plain[gap.end() : gap.end() + _LOOK], scope).begins
    if "。" in gap[0]:
        return named.full and opening_of(plain[gap.end() : gap.end() + _LOOK], scope).begins
    return gap[0] != " " or not _HELD.match(plain, gap.end())


def _glued(plain: str, end: int, scope: Scope) -> bool:
    date = date_at(plain, end)
    if date is None:
        return False
    after = AFTER_DATE.match(plain, date.end)
    at = after.end() if after else date.end
    if plain.startswith(",", at):
        return True
    subject = subject_at(plain, at, scope)
    return subject is not None and subject.named is not None and subject.doing


def _glued_purpose(plain: str, named: Naming, scope: Scope) -> bool:
    """遵义市为用好红色资源,4月20日,习水县关工委…: a heading, for a place below it acts."""
    if named.place is None or not _PURPOSE.match(plain, named.end):
        return False
    opening = opening_of(plain[named.end : named.end + _LOOK], scope.within(named.place))
    subject = opening.subject
    below = subject.named.place if subject is not None and subject.named is not None else None
    return below is not None and is_below(below, named.place)
