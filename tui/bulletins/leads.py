"""Words that introduce the reports, and short lines that belong to the page: nobody's meeting."""

import re

from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.regions import Scope
from tui.reports.places import Level

_SENTENCE = re.compile(r"[。!?;,]")
_ROUND_UP = re.compile(
    r"各地|各级|各单位|各县|各区|各市|各州|各旗|各盟|纷纷|反响|摘登|摘编|摘要|如下|现将|综述|"
    r"综合|掀起|多地|全[省市州县区盟](?:上下|各)"
)

_ALL = re.compile(r"各级|各地|各县|各市|各区|各旗")
_MANY = re.compile(rf"{_ALL.pattern}|[两三四五六七八九十][县市区旗](?!委)")
"""Many bodies: 某市各级妇联."""
_CITED = re.compile(r"《[^《》]{0,60}》")
_FOLLOWS = re.compile(r"摘登|摘编|如下|现将|纷纷|反响|掀起")


def rounds_up(plain: str) -> bool:
    """Whether words speak of many places at once."""
    return bool(_ROUND_UP.search(plain))


def introduces(plain: str) -> bool:
    """Whether words speak of many places in their first sentence, or say what follows."""
    plain = _CITED.sub("", plain)
    first, _, rest = plain.partition("。")
    second = rest.partition("。")[0]
    return rounds_up(first) or bool(_ALL.search(second)) or bool(_FOLLOWS.search(plain))


def is_of_many(opening: Opening, plain: str) -> bool:
    """Whether a folded paragraph is about many bodies: 某市各级妇联, 安吉、长兴两县关工委."""
    subject = opening.subject
    return subject is not None and bool(_MANY.search(plain, subject.start, subject.end))


def is_local(opening: Opening, plain: str) -> bool:
    """Whether a folded paragraph opens with a body of a prefecture or a county."""
    subject = opening.subject
    if subject is None or opening.named is None:
        return False
    if is_of_many(opening, plain):
        return False
    place = opening.named.place
    return place is None or place.level is not Level.PROVINCE


def only_rounds_up(plain: str, scope: Scope) -> bool:
    """Whether words speak of many places, and of no body of one."""
    return introduces(plain) and not is_local(opening_of(plain, scope), plain)


def is_phrase(plain: str, longest: int) -> bool:
    """Whether a line is short and ends no sentence."""
    return len(plain) <= longest and not _SENTENCE.search(plain)
