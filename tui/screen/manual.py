"""Every key that can be pressed, by the place it is pressed at: what the help shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from tui import locale
from tui.locale.messages import MESSAGES
from tui.query.fold import fold
from tui.query.pinyin import matches
from tui.screen.bindings import SECTIONS
from tui.screen.keys import shown_key

_SAME = {
    "FilterList": "FilterPanel",
    "BasketList": "BasketDialog",
    "CoverageMatrix": "CoverageScreen",
}
"""Widgets within a place that has a name, which is not theirs."""


@dataclass(frozen=True, slots=True)
class Line:
    """An action and its keys."""

    keys: str
    name: str
    tip: str
    names: tuple[str, str]
    """The name in English and in Chinese."""
    is_enabled: bool = True
    """Whether it does anything at the moment."""

    @classmethod
    def of(cls, bindings: Iterable[Binding], *, is_enabled: bool = True) -> "Line":
        """The line for all keys of one action."""
        bindings = list(bindings)
        first = next((one for one in bindings if one.tooltip), bindings[0])
        return cls(
            " ".join(
                dict.fromkeys(shown_key(key) for one in bindings for key in one.key.split(","))
            ),
            locale.text(first.description),
            locale.text(first.tooltip) if first.tooltip else "",
            MESSAGES[first.description],
            is_enabled,
        )

    def is_named(self, typed: str) -> bool:
        """Whether `typed` is in the keys, the name in either language (or its pinyin), the tip."""
        wanted = fold(typed.strip())
        texts = (self.keys, *self.names, self.tip)
        return any(wanted in fold(text) for text in texts) or bool(matches(wanted, self.names[1]))


@dataclass(frozen=True, slots=True)
class Chapter:
    """The keys of one place, or of one kind."""

    title: str
    lines: tuple[Line, ...]

    def naming(self, typed: str) -> "Chapter | None":
        """What of it `typed` names; none where that is nothing."""
        lines = tuple(line for line in self.lines if line.is_named(typed))
        return Chapter(self.title, lines) if lines else None


def manual(screen: Screen[Any]) -> list[Chapter]:
    """The keys in force on `screen`: where the keyboard is, then everywhere, then elsewhere."""
    here: dict[str, list[ActiveBinding]] = {}
    everywhere: list[ActiveBinding] = []
    for active in screen.active_bindings.values():
        if not active.binding.description.startswith("screen."):
            continue
        widget = type(active.node).__name__
        place = _SAME.get(widget, widget)
        if f"screen.place.{place}" in MESSAGES:
            here.setdefault(place, []).append(active)
        else:
            everywhere.append(active)
    chapters = [Chapter(_title(place), _lines(found)) for place, found in here.items()]
    chapters += _sections(everywhere)
    chapters += _elsewhere(set(here), screen.app._keymap)
    return chapters


def _title(place: str) -> str:
    return locale.text(f"screen.place.{place}")


def _lines(found: Iterable[ActiveBinding]) -> tuple[Line, ...]:
    actions: dict[str, list[ActiveBinding]] = {}
    for active in found:
        actions.setdefault(active.binding.description, []).append(active)
    return tuple(
        Line.of((one.binding for one in all_), is_enabled=any(one.enabled for one in all_))
        for all_ in actions.values()
    )


def _sections(found: Iterable[ActiveBinding]) -> Iterator[Chapter]:
    """The keys of the whole browser by what they are for."""
    section_of = {name: section for section, names in SECTIONS.items() for name in names}
    sections: dict[str, list[ActiveBinding]] = {section: [] for section in SECTIONS}
    for active in found:
        section = section_of.get(active.binding.id or "", "program")
        sections[section].append(active)
    for section, some in sections.items():
        if some:
            yield Chapter(locale.text(f"screen.section.{section}"), _lines(some))


def _elsewhere(here: set[str], own: Mapping[str, str]) -> Iterator[Chapter]:
    """The keys of the panes that do not have the keyboard, where another pane has it.

    Args:
        here: the places that have it.
        own: the user's keys by the id of the action.
    """
    from tui.screen.scopes import IN_THE_BROWSER, bindings_of

    panes = {classes[0].__name__: classes for classes in IN_THE_BROWSER}
    if here.isdisjoint(panes):
        return
    for place, classes in panes.items():
        if place not in here:
            found = bindings_of(classes)
            lines = (Line.of([replace(one, key=own.get(one.id or "", one.key))]) for one in found)
            yield Chapter(_title(place), tuple(lines))
