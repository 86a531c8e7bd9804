"""The bottom line: the keys that matter now, whole words only, taken from the bindings."""

from typing import ClassVar

from rich.text import Text
from textual.events import Click
from textual.widget import Widget

from tui import locale
from tui.screen.cells import width
from tui.screen.keys import shown_key

Hint = tuple[tuple[str, str], bool, str]
"""A key with what it does, whether it can be used, and its action."""


class Hints(Widget):
    """Keys of the focused pane and of the screen; what does not fit is left out whole."""

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
        for (key, description), enabled, action in self._known or self._hints():
            label = locale.text(description)
            needed = width(key) + 1 + width(label) + 2
            if text.cell_len + needed > self.size.width:
                break
            start = len(text)
            text.append(key, style=key_style if enabled else grey)
            text.append(f" {label}  ", style="" if enabled else grey)
            text.apply_meta({"action": action} if enabled else {}, start, len(text) - 1)
        return text

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


def _ease(key: str) -> tuple[bool, int]:
    """Plain and short keys first."""
    return not key.isascii() and key != "␣", len(key)
