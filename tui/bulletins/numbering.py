"""The numbers Word puts before paragraphs by itself: 一、 （一） 1. and the marks of lists.

They stand in no paragraph; the file says how each level of a list counts, and a reader sees them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tui.bulletins.counting import counted
from tui.bulletins.xml import attribute, local_name

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "●"
"""Stands for marks of a list, which are in fonts of their own as a rule."""
_CLOSED = frozenset("、，．：）】》〕")
"""After these a label needs no blank."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    text: str = ""
    """The label, ``%1`` for the number of the first level: ``%1、`` or ``（%2）``."""
    style: str = "decimal"
    start: int = 1
    restarts: int = _LEVELS
    """A new number on a level up to this one, counted from 0, begins the count anew."""
    plain: bool = False
    """Whether the numbers of all levels are figures here."""


@dataclass(frozen=True, slots=True)
class _List:
    kind: str
    """The definition whose counters it goes on with."""
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    """Levels that begin with a number of this list's own."""


class Numbering:
    """Counts the numbered paragraphs of one document."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Take in the parts ``numbering.xml`` and ``styles.xml``, where there are any."""
        self._lists = dict(_lists(numbering)) if numbering is not None else {}
        self._styles = _styles(styles) if styles is not None else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, style: str, number: str, level: int | None) -> str:
        """What stands before the next paragraph.

        Args:
            style: the id of the paragraph's style, or nothing.
            number: the id of its list (``w:numId``), or nothing where the style decides.
            level: its level in the list, from 0, where it says so itself.
        """
        styled = self._styles.get(style, ("", 0))
        number = number or styled[0]
        level = styled[1] if level is None else level
        found = self._lists.get(number)
        rule = found.levels.get(level) if found is not None else None
        if found is None or rule is None:
            return ""
        self._count(number, found, level, rule)
        return _written(self._numbers(found, level), found.levels, rule)

    def _count(self, number: str, found: _List, level: int, rule: Level) -> None:
        counts = self._counts[found.kind]
        if level in found.starts and (number, level) not in self._begun:
            counts[level] = found.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = rule.start
        self._begun.add((number, level))
        for deeper in [other for other in counts if other > level]:
            if level < found.levels.get(deeper, rule).restarts:
                del counts[deeper]

    def _numbers(self, found: _List, level: int) -> dict[int, int]:
        counts = self._counts[found.kind]
        return {
            above: counts.get(above, found.levels[above].start if above in found.levels else 1)
            for above in range(level + 1)
        }


def _written(numbers: dict[int, int], levels: dict[int, Level], rule: Level) -> str:
    if rule.style == "bullet":
        mark = rule.text.strip()
        return (mark if _is_mark(mark) else _BULLET) + " "

    def number(place: re.Match[str]) -> str:
        above = int(place[1]) - 1
        style = levels[above].style if above in levels and not rule.plain else "decimal"
        return counted(numbers[above], style) if above in numbers else ""

    label = _PLACE.sub(number, rule.text).strip()
    return label if not label or label[-1] in _CLOSED else f"{label} "


def _is_mark(mark: str) -> bool:
    """A sign that looks the same in any font; those of symbol fonts are letters or private."""
    return len(mark) == 1 and not mark.isalnum() and not "\ue000" <= mark <= "\uf8ff"


def _lists(numbering: Element) -> Iterable[tuple[str, _List]]:
    kinds = {_get(kind, "abstractNumId"): kind for kind in _children(numbering, "abstractNum")}
    links = {_value(kind, "styleLink"): name for name, kind in kinds.items()}
    levels = {name: dict(_levels(kind)) for name, kind in kinds.items()}
    for one in _children(numbering, "num"):
        name = _value(one, "abstractNumId")
        if name in kinds and (link := _value(kinds[name], "numStyleLink")):
            name = links.get(link, name)
        own = dict(levels.get(name, {}))
        starts: dict[int, int] = {}
        for override in _children(one, "lvlOverride"):
            own |= dict(_levels(override))
            if start := _value(override, "startOverride"):
                starts[_number(_get(override, "ilvl"))] = _number(start)
        yield _get(one, "numId"), _List(name, own, starts)


def _levels(parent: Element) -> Iterable[tuple[int, Level]]:
    for one in _children(parent, "lvl"):
        at = _number(_get(one, "ilvl"))
        restart = _value(one, "lvlRestart")
        yield (
            at,
            Level(
                _value(one, "lvlText"),
                _style(one),
                _number(_value(one, "start") or "1"),
                _number(restart) if restart else _LEVELS,
                any(True for _ in _children(one, "isLgl")),
            ),
        )


def _style(level: Element) -> str:
    """The style of counting; newer ones stand in a choice, with an older one to fall back on."""
    return next((_get(one, "val") for one in level.iter() if _name(one) == "numFmt"), "decimal")


def _styles(styles: Element) -> dict[str, tuple[str, int]]:
    """The list and level of every style that numbers its paragraphs, its own or its base's."""
    own: dict[str, tuple[str, int]] = {}
    bases: dict[str, str] = {}
    for one in _children(styles, "style"):
        name = _get(one, "styleId")
        bases[name] = _value(one, "basedOn")
        found = next((part for part in one.iter() if _name(part) == "numPr"), None)
        if found is not None:
            own[name] = _value(found, "numId"), _number(_value(found, "ilvl"))
    return {name: place for name in bases if (place := _inherited(name, own, bases)) is not None}


def _inherited(
    name: str, own: dict[str, tuple[str, int]], bases: dict[str, str]
) -> tuple[str, int] | None:
    level: int | None = None
    for _ in range(_LEVELS):
        if name in own:
            number, at = own[name]
            level = at if level is None else level
            if number:
                return number, level
        name = bases.get(name, "")
    return None


def _children(parent: Element, name: str) -> Iterable[Element]:
    return (child for child in parent if _name(child) == name)


def _value(parent: Element, name: str) -> str:
    """The value of the child `name`, or nothing."""
    return next((_get(child, "val") for child in _children(parent, name)), "")


def _name(element: Element) -> str:
    return local_name(element.tag)


def _get(element: Element, name: str) -> str:
    return attribute(element.items(), name)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
