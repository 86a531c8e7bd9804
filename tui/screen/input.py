"""A line of input that suits Chinese input methods and pasted text."""

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region
from textual.widgets import Input

from tui.reports.neutral import neutral

WIDE_SPACE = "\u3000"
"""What the space bar gives while an input method is on."""


class LineInput(Input):
    """Textual's input, with five cures.

    The terminal's cursor, where an input method opens its window, stands at the caret after
    every change of text, place, scroll and size, and not a cell beside it. The caret is in view
    after a long paste. Lines that are pasted come in as one line, all of them.
    What would steer a terminal is shown as a picture; the value keeps it. The full-width space of
    an input method is a character like others.
    """

    @property
    def _value(self) -> Text:
        """The value as it is drawn: Textual measures and paints this, a sign for a sign."""
        return Text(neutral(self.value), no_wrap=True, overflow="ignore", end="")

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret is drawn, on the screen."""
        x, y, width, _ = self.content_region
        column = self._caret - self.scroll_offset.x
        return Offset(x + max(0, min(column, width - 1)), y)

    @property
    def _caret(self) -> int:
        """The cells before the caret."""
        return cell_len(neutral(self.value[: self.cursor_position]))

    def on_mount(self) -> None:
        """Follow every new layout of the screen: the line may have moved."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._follow())

    def watch_value(self) -> None:
        """Show the caret once the new text has its width."""
        self.call_after_refresh(self._reveal)

    def watch_selection(self) -> None:
        """Show the caret in its new place."""
        self.call_after_refresh(self._reveal)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Follow the text as it moves sideways."""
        super().watch_scroll_x(old_value, new_value)
        self._follow()

    def on_resize(self) -> None:
        """Show the caret in the new width."""
        self._reveal()

    def on_focus(self) -> None:
        """Follow once the line has its place."""
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        if self.is_attached and self.size.width:
            caret = Region(self._caret, 0, width=1, height=1)
            self.scroll_to_region(caret, force=True, animate=False)
            self._follow()

    def _follow(self) -> None:
        """Put the terminal's cursor at the caret."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is text here and no command."""
        return character == WIDE_SPACE or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Insert the one blank that Python does not call printable."""
        if event.character == WIDE_SPACE:
            event.stop()
            event.prevent_default()
            self.replace(WIDE_SPACE, *self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Insert all lines as one, blanks between them."""
        event.prevent_default()
        event.stop()
        lines = [neutral(line) for line in event.text.splitlines()]
        text = lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines)
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
