"""Whether a paragraph begins a report or continues the one above it."""

import re

from tui.bulletins.heads import Cut, head_of
from tui.bulletins.leads import is_phrase
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.organisations import Subject
from tui.bulletins.regions import Scope, may_name
from tui.bulletins.splitting import PURPOSE
from tui.bulletins.turns import PHRASE, SOON, Above, Turn, comes_first
from tui.reports.places import Place

_GOES_ON = re.compile(
    r"会议|会[上后前中]|与会|参会|活动|据悉|据了解|据介绍|随后|大家|同时|[期其]间|下一步|截至|目前|近年|"
    r"[该此本][次项县市区]?|通过|当[天日]|[^,。]{2,12}(?:强调|指出|要求|表示|说|介绍)[,:]|"
    r"\"[^\"]{2,120}\"[^。\"]{0,30}(?:说|道|表示|介绍|感慨)(?:道)?。"
)
_AT_IT = re.compile(r"在?[^,。]{0,16}(?:召开|举行|举办)的[^,。]{0,16}[会式动班坛]上,")
"""在7月24日召开的座谈会上,…: more of what was held then."""
_IN_PLACE = re.compile(r"在[^,。]{2,10},")


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
    if not head.marked and is_phrase(plain, PHRASE):
        return False
    if opening.lead_end:
        return True
    if subject is None or not subject.doing:
        return False
    return comes_first(subject, opening) or placed is not None


def begins(head: Cut, opening: Opening, plain: str, above: Above) -> bool:
    """Whether a paragraph below a report begins another.

    It does where it is marked as an item, filed from somewhere, or about another body; it
    continues the report where its subject is the same body, a team the report spoke of, or absent.

    Args:
        head, opening, plain: what stands before its words, how they open, the folded words.
        above: the report.
    """
    if head.start > 0 or opening.lead_end > 0:
        return True
    if _AT_IT.match(plain):
        return False
    subject = _first_subject(opening, plain, above.place)
    if subject is None:
        return _elsewhere(opening, plain, above.place) or (head.marked and opening.starts_dated)
    if head.marked and (opening.starts_dated or (subject.named is not None and subject.doing)):
        return True
    return Turn(opening, subject, plain, above).begins()


def _first_subject(opening: Opening, plain: str, place: Place | None) -> Subject | None:
    """The subject, unless only a sentence after a dated one has it, and of the same place."""
    subject = opening.subject
    if subject is None or not opening.starts_dated or "。" not in plain[: subject.start]:
        return subject
    named = subject.named.place if subject.named is not None else None
    return subject if named is not None and named != place else None


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
    return named.end <= SOON and may_name(plain, 0) and "," not in plain[: named.end]


def names_county(opening: Opening) -> bool:
    """Whether a county is named in full."""
    named = opening.named
    return named is not None and named.full and named.county is not None
