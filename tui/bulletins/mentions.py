"""Places named somewhere in a text, not only where one is looked for."""

import re

from tui.bulletins.regions import ANYWHERE, Naming, Scope, decide, is_below, naming
from tui.reports.places import Level, Place, places


def first_named(text: str, scope: Scope, longest: int = 60) -> Naming | None:
    """The first place named anywhere in a short folded text; full names before bare ones."""
    return next(iter(all_named(text, scope, longest)), None)


def all_named(text: str, scope: Scope, longest: int = 60) -> list[Naming]:
    """The places named in a short folded text: those with full names, else the first bare one.

    Where somebody went (我县到叶集区…) is not one that the text is about.
    """
    found: list[Naming] = []
    at = 0
    while at < min(len(text), longest):
        away = at >= 2 and text[at - 1] in "到赴往" and text[at - 2] in "县市区旗州盟委局会行"
        named = naming(text, at, scope) if not away else None
        if named is not None and named.place is not None:
            found.append(named)
        at = named.end if named is not None and named.place is not None else at + 1
    return [named for named in found if named.full] or found[:1]


_LONGEST_NAME = 12
"""The name of a county is no longer, in characters."""


def named_before(text: str, end: int, scope: Scope) -> Naming | None:
    """The place that folded text ends with at `end`, by its full name: 一江之隔的泸水县."""
    for at in range(max(0, end - _LONGEST_NAME), end - 1):
        named = naming(text, at, scope)
        if named is not None and named.full and named.end == end:
            return named
    return None


def begins_with_place(text: str) -> bool:
    """Whether folded text begins with a prefecture or a county, which something is told of."""
    named = naming(text, 0, ANYWHERE)
    if named is None or not named.full or named.place is None or text[named.end :] == "":
        return False
    return named.place.level is not Level.PROVINCE and text[named.end] not in "、和与及等的,:"


def common_place(named: list[Naming]) -> Place | None:
    """What several named places are or lie in: one county or prefecture, or none."""
    local = [one.place for one in named if one.place and one.place.level is not Level.PROVINCE]
    above = [places().prefecture_of(place) for place in local]
    for place in filter(None, (*local, *above)):
        if all(one.code == place.code or is_below(one, place) for one in local):
            return place
    return None


_MEDIUM = re.compile(r"新闻|日报|晚报|报|网|讯|电|站|融媒|报道|消息|\d{1,2}月|\d{1,2}日")


def filed_from(lead: str, scope: Scope) -> Naming | None:
    """The place in a lead-in: 本报咸阳讯, 今日永城报讯, 秀山网讯; a bare name is enough there."""
    for at in range(min(len(lead), 16)):
        by_name: dict[str, list[Place]] = {}
        for name, place in places().openings(lead[at : at + 16]):
            by_name.setdefault(name, []).append(place)
        for name, candidates in by_name.items():
            end = at + len(name)
            place_meant = decide(candidates, scope)
            if place_meant is not None and _MEDIUM.match(lead, end):
                return Naming(end, place_meant, tuple(candidates), full=True)
    return None
