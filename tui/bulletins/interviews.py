"""Interviews: a question names the place that the answer below it reports from."""

import re

from tui.bulletins.headings import Heading, HeadingKind
from tui.bulletins.regions import Naming, Scope, decide
from tui.reports.places import Place, places

_QUESTION = re.compile(r"(?:记者|主持人|采访者|提问|问) ?: ?(?=[^。]{2,60}[?。!]?)")
_AFTER = re.compile(r"[,、?。那的县市区州旗]|这边|同志")
"""What follows a place's name in speech."""


def question(text: str, plain: str, scope: Scope) -> Heading | None:
    """The heading that a question of an interview is: 记者:通江那边也有类似的会吧?"""
    if len(plain) > 80 or not _QUESTION.match(plain):
        return None
    return Heading(text, HeadingKind.TOPIC, _spoken_of(plain, scope))


def _spoken_of(plain: str, scope: Scope) -> Naming | None:
    """The first place a question names, by a name that means one place."""
    for at in range(2, len(plain) - 1):
        by_name: dict[str, list[Place]] = {}
        for name, place in places().openings(plain[at : at + 16]):
            by_name.setdefault(name, []).append(place)
        for name, candidates in by_name.items():
            meant = decide(candidates, scope)
            if meant is not None and _AFTER.match(plain, at + len(name)):
                return Naming(at + len(name), meant, tuple(candidates), full=True)
    return None
