"""The bottom line: the keys that matter now, whole words only, taken from the bindings."""

from typing import ClassVar

from rich.text import Text
from textual.events import Click
from textual.widget import Widget

from tui import locale
from tui.screen.cells import width
from tui.screen.keys import shown_key

_ARROWS = frozenset("←→↑↓")
_GAP = 2
"""Blanks after a hint."""
_HELP = "help"
"""The action of the key for help."""

Hint = tuple[tuple[str, str], bool, str]
"""A key with what it does, whether it can be used, and its action."""


class Hints(Widget):
    """Keys of the focused pane and of the screen; what does not fit is left out whole.

    The key for help is always among them: it leads to those that are not.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hints--key", "hints--unavailable"}

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._known: list[Hint] = []

    def on_mount(self) -> None:
        """Follow the focus and what is available."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._follow())

    def _follow(self) -> None:
        """Draw the line anew if it is another: it is told of every report gone to."""
        hints = self._hints()
        if hints != self._known:
            self._known = hints
            self.refresh()

    def render(self) -> Text:
        """``/ Search  f Filter …``, as many as fit."""
        key_style = self.get_component_rich_style("hints--key")
        grey = self.get_component_rich_style("hints--unavailable")
        text = Text(" ", no_wrap=True)
        for (key, description), enabled, action in self._fitting():
            start = len(text)
            text.append(key, style=key_style if enabled else grey)
            text.append(f" {locale.text(description)}  ", style="" if enabled else grey)
            text.apply_meta({"action": action} if enabled else {}, start, len(text) - 1)
        return text

    def _fitting(self) -> list[Hint]:
        """As many as there is room for, help among them."""
        hints = self._known or self._hints()
        room = self.size.width - 1 + _GAP  # there need be none after the last
        left = room - sum(_cells(hint) for hint in hints if hint[2] == _HELP)
        shown = []
        for hint in hints:
            needed = 0 if hint[2] == _HELP else _cells(hint)
            if needed > left:
                break
            left -= needed
            shown.append(hint)
        rest = hints[len(shown) :]
        return shown + [hint for hint in rest if hint[2] == _HELP and _cells(hint) <= room]

    def _hints(self) -> list[Hint]:
        found: dict[str, Hint] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if not binding.show:
                continue
            known = found.get(binding.action)
            key = shown_key(binding.key)
            # Of several keys the letter is shown, not its twin.
            if known is None or _ease(key) < _ease(known[0][0]):
                found[binding.action] = ((key, binding.description), enabled, binding.action)
        return list(found.values())

    async def on_click(self, event: Click) -> None:
        """A click on a hint does what its key does."""
        action = event.style.meta.get("action")
        if action:
            await self.screen.run_action(action)


def _cells(hint: Hint) -> int:
    """Cells a hint takes, with the blanks after it."""
    key, description = hint[0]
    return width(key) + 1 + width(locale.text(description)) + _GAP


def _ease(key: str) -> tuple[bool, bool, int]:
    """Arrows, which all know, before plain and short keys."""
    return key not in _ARROWS, not key.isascii() and key != "␣", len(key)
