"""Whether a paragraph begins a report or continues the one above it."""

import re
from collections.abc import Sequence

from tui.bulletins.datewords import date_at
from tui.bulletins.heads import Cut, head_of
from tui.bulletins.leads import is_phrase
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.organisations import Subject, is_team, same_body
from tui.bulletins.regions import Scope, may_name
from tui.bulletins.splitting import HOLDS, PURPOSE, tells_day
from tui.bulletins.verbs import PURPOSES
from tui.reports.places import Level, Place

_GOES_ON = re.compile(
    r"会议|会[上后前中]|与会|参会|活动|据悉|据了解|据介绍|随后|大家|同时|[期其]间|下一步|截至|目前|近年|"
    r"[该此本][次项县市区]?|通过|当[天日]|[^,。]{2,12}(?:强调|指出|要求|表示|说|介绍)[,:]|"
    r"\"[^\"]{2,120}\"[^。\"]{0,30}(?:说|道|表示|介绍|感慨)(?:道)?。"
)
_AT_IT = re.compile(r"在?[^,。]{0,16}(?:召开|举行|举办)的[^,。]{0,16}[会式动班坛]上,")
"""在7月24日召开的座谈会上,…: more of what was held then."""
_IN_PLACE = re.compile(r"在[^,。]{2,10},")
_WHEN_OR_WHERE = re.compile(
    r"(?:19|20)\d\d年的?[^,。]{1,8},|(?:(?:与此同时|同时|此外|另外|无独有偶|而),?)?在[^,。]{2,18},|[自从][^,。]{2,9}(?:起|以来|开始),"
)
_WHAT_FOR = re.compile(rf"(?:为了|{PURPOSES}|着眼)[^。;]{{2,80}}[,。]")
_HELD_FOR = re.compile(rf"(?:(?:{PURPOSES})[^。;]{{2,60}}?,)?{HOLDS.pattern}")
_WHOSE = re.compile(
    r"[一二三四五六七八九十〇○零百\d]{1,5}团(?!委)|[市县区旗州盟省](?!镇|乡)|[\u4e00-\u9fff]{1,12}?(?:镇|乡|街道|苏木|社区|村|农场|林场|团场|区)[\u4e00-\u9fff]"
)
"""Whose body it is: 县妇联, 洗车河镇关工委; 学校 or 志愿服务队 may be anybody's."""
_VISITS = re.compile("[到赴派]|走访|回访")
_OWN_BODY = re.compile(r"团?[市县区旗州盟]")
"""团市委, 县妇联: of the place that was named above."""
_AGAIN = re.compile(r"又|再(?!次召)|还|接着|随后")
"""What the same body did next: 9月13日,团东丰县委又到…"""
_NEAR = 6
"""Paragraphs at the head and the end of a report in which it says who took part in it."""
_SOON = 14
_PHRASE = 45
"""A line up to this long that ends no sentence is a title, not a report, unless it is dated."""


def goes_on(plain: str) -> bool:
    """Whether words speak of a meeting told of before them: 会议要求,…; 活动结束后,…."""
    return bool(_GOES_ON.match(plain) or _AT_IT.match(plain))


def opens(plain: str, scope: Scope) -> bool:
    """Whether a report may begin with a line of folded text, whatever stands above it."""
    head = head_of(plain, scope)
    if head.named is not None:
        return True
    opening = opening_of(plain[head.body :], scope)
    subject = opening.subject
    placed = _IN_PLACE.match(plain)
    if placed is not None and opening.date is not None and opening.date.start == placed.end():
        return True
    if opening.starts_dated and (opening.verb or subject is not None or names_county(opening)):
        return True
    led = PURPOSE.match(plain)
    if led is not None and opening.verb and opening.date and opening.date.start == led.end():
        return True
    if not head.marked and is_phrase(plain, _PHRASE):
        return False
    if opening.lead_end:
        return True
    if subject is None or not subject.doing:
        return False
    return _comes_first(subject, opening) or placed is not None


def begins(
    head: Cut,
    opening: Opening,
    plain: str,
    above: str,
    place: Place | None,
    headed: bool,
    titled: bool = False,
    told: Sequence[str] = (),
) -> bool:
    """Whether a paragraph below a report begins another.

    It does where it is marked as an item, filed from somewhere, or about another body; it
    continues the report where its subject is the same body, a team the report spoke of, or absent.

    Args:
        head, opening, plain: what stands before its words, how they open, the folded words.
        above, place: who the report above is about, as folded words, and where it is from.
        headed, titled: whether the bulletin has headings, and the report above a headline.
        told: the folded paragraphs of the report above.
    """
    if head.start > 0 or opening.lead_end > 0:
        return True
    if _AT_IT.match(plain):
        return False
    subject = _first_subject(opening, plain, place)
    if subject is None:
        return _elsewhere(opening, plain, place) or (head.marked and opening.starts_dated)
    if head.marked and (opening.starts_dated or (subject.named is not None and subject.doing)):
        return True
    if _AGAIN.match(plain, subject.end) and _is_same_team(subject, plain, place):
        return False
    if _is_elsewhere(opening, subject, plain, place) or _is_led_elsewhere(opening, plain, place):
        return True
    if headed and _of_city_above(opening, subject, plain, place):
        return True
    if _goes_on(opening, subject, plain, above, place):
        return False
    same = plain[subject.start : subject.end] == above
    if titled and same and not _of_its_own(opening, subject, plain, after=True):
        return False
    named = subject.named.place if subject.named is not None else None
    if opening.starts_dated or (opening.date is not None and subject.named is not None):
        return not subject.person or (named is not None and named != place)
    if _of_its_day(opening, subject) and not same_body(plain[subject.start : subject.end], above):
        return True
    if subject.person and named is not None and named != place and not headed:
        # 偏关县关工委主任王某今年七十六岁,他在11月17日…: so newspapers turn to another county.
        return subject.start == 0 and tells_day(plain, subject.end)
    if subject.person or is_phrase(plain, _PHRASE):
        return False
    if _holds(opening, subject, plain) and not _spoken_of(plain, subject, told):
        return True
    if subject.named is None:
        return False
    if not (_comes_first(subject, opening) or _since(plain, subject)):
        return False
    return named != place or (headed and subject.doing)


def _of_city_above(opening: Opening, subject: Subject, plain: str, place: Place | None) -> bool:
    """近期,市妇联… below what 瑞昌市妇联 did on a day, under 九江市: the prefecture's body."""
    if place is None or place.level is not Level.COUNTY or not place.name.endswith("市"):
        return False
    vague = opening.starts_dated and opening.date is not None and opening.date.vague
    return vague and subject.named is None and plain[subject.start] == "市"


def _is_same_team(subject: Subject, plain: str, place: Place | None) -> bool:
    """5月7日,团市委又到…回访: the prefecture's or county's own body, of which it told above."""
    named = subject.named.place if subject.named is not None else None
    if named is not None:
        return named == place and bool(_VISITS.match(plain, subject.end + 1))
    return bool(_OWN_BODY.match(plain[subject.start : subject.end]))


def _first_subject(opening: Opening, plain: str, place: Place | None) -> Subject | None:
    """The subject, unless only a sentence after a dated one has it, and of the same place."""
    subject = opening.subject
    if subject is None or not opening.starts_dated or "。" not in plain[: subject.start]:
        return subject
    named = subject.named.place if subject.named is not None else None
    return subject if named is not None and named != place else None


def _comes_first(subject: Subject, opening: Opening) -> bool:
    return subject.start <= opening.lead_end + 1


def _holds(opening: Opening, subject: Subject, plain: str) -> bool:
    """县检察院开展…, 里耶镇妇联为…,开办了…: a whole body first, and what it holds."""
    first = subject.start == opening.lead_end or _since(plain, subject)
    if not first or subject.is_place:
        return False
    words = plain[subject.start : subject.end]
    if subject.named is None and _WHOSE.match(words) is None:
        return False
    return _HELD_FOR.match(plain, subject.end) is not None


def _spoken_of(plain: str, subject: Subject, told: Sequence[str]) -> bool:
    """Whether the report above has spoken of who a paragraph is about, who took part in it."""
    words = plain[subject.start : subject.end]
    return any(words in paragraph for paragraph in (*told[:_NEAR], *told[-_NEAR:]))


def _since(plain: str, subject: Subject) -> bool:
    """8月以来,扎兰屯市关工委…; 为总结工作,长汀县关工委…: when, where or what for comes first."""
    if any(one.fullmatch(plain, 0, subject.start) for one in (_WHEN_OR_WHERE, _WHAT_FOR)):
        return True
    return date_at(plain, 0) is not None and subject.start <= _SOON


def _elsewhere(opening: Opening, plain: str, place: Place | None) -> bool:
    """Whether it was held, nobody says by whom, in another county."""
    venue = opening.venue
    told = _dates_first(opening, plain) or _places_first(opening, plain)
    if venue is None and names_county(opening) and told:
        venue = opening.named
    return venue is not None and venue.county is not None and venue.place != place


def _dates_first(opening: Opening, plain: str) -> bool:
    """Whether a day stands first, or in the first clause: 永登县妇女培训班3月7日开班,…"""
    date = opening.date
    if opening.starts_dated or date is None or date.day is None:
        return opening.starts_dated
    return not re.search(r"[,。;:]", plain[: date.start])


def _places_first(opening: Opening, plain: str) -> bool:
    """集安市妇联的课堂在游船上。7月20日,…: a county's name first, and a day soon."""
    named, date = opening.named, opening.date
    if named is None or date is None or date.day is None:
        return False
    return named.end <= _SOON and may_name(plain, 0) and "," not in plain[: named.end]


def names_county(opening: Opening) -> bool:
    """Whether a county is named in full."""
    named = opening.named
    return named is not None and named.full and named.county is not None


def _goes_on(
    opening: Opening, subject: Subject, plain: str, above: str, place: Place | None
) -> bool:
    words = plain[subject.start : subject.end]
    if subject.named is None and is_team(words):
        return True
    named = subject.named.place if subject.named is not None else None
    date = opening.date
    if date is not None and date.text in ("同日", "同一天") and subject.doing:
        return same_body(words, above)
    if date is not None and date.start == 0 and date.counts_from_text:
        return named is None or named == place
    if words == above and _of_its_own(opening, subject, plain):
        return False
    return same_body(words, above) and (named is None or named == place)


def _is_elsewhere(opening: Opening, subject: Subject, plain: str, place: Place | None) -> bool:
    """在安吉,县关工委…: what a body of another county does, which is named before it."""
    named = opening.named
    if named is None or named.county is None or named.place == place or not named.full:
        return False
    own = subject.named is None and plain[subject.start] in "县市区旗"
    first = plain.find(",", named.end) + 1
    dated = opening.date is not None and opening.date.start == first
    return own and subject.doing and (dated or subject.start == first)


def _is_led_elsewhere(opening: Opening, plain: str, place: Place | None) -> bool:
    """和西吉相邻的隆德县,…: another county, which the first clause ends with."""
    named = opening.named
    if named is None or named.county is None or named.place == place:
        return False
    before = plain[: named.end].removesuffix(named.county.name)
    return plain.startswith(",", named.end) and before.endswith("的") and "," not in before


def _of_its_day(opening: Opening, subject: Subject) -> bool:
    """县关工委副主任某某6月5日到…, 县团委日前召开…: a day right after who comes first."""
    date = opening.date
    if date is None or not _comes_first(subject, opening):
        return False
    if not (date.day or date.readings) and (subject.person or not subject.doing):
        return False
    return subject.end <= date.start <= subject.end + _SOON


def _of_its_own(opening: Opening, subject: Subject, plain: str, after: bool = False) -> bool:
    """9月6日,新密市关工委组织…: a day and the body's whole name, as reports are opened.

    The day may stand right after the name; below a headline of theirs it must, to be `after`.
    """
    date = opening.date
    if date is None or date.day is None:
        return False
    follows = _comes_first(subject, opening) and subject.end <= date.start <= subject.end + 1
    if not follows and (after or not opening.starts_dated):
        return False
    if _AGAIN.match(plain, subject.end):
        return False
    return subject.named is not None and subject.doing and not subject.person
