"""The outline beside a report: its parts, the one being read marked, each a line to jump to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui import locale
from tui.screen.bindings import key
from tui.screen.cells import shorten
from tui.screen.options import Options

_CELLS = 24


class Outline(Options):
    """The parts of the report in the reading pane, for wide screens.

    The browser hands it `ReadingPane.PartsChanged` and `ReadingPane.PartReached`.
    """

    DEFAULT_CSS = """
    Outline {
        width: 28;
        height: 1fr;
        border: round $border-blurred;
        background: $surface;
        &:focus { border: round $border; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "cursor_down", "down"),
        key("k,up", "cursor_up", "up"),
    ]

    @dataclass
    class PartChosen(Message):
        """A part is to be shown in the reading pane."""

        part: int
        """Its number, from 0."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """List nothing yet."""
        super().__init__(id=id, classes=classes, markup=False)
        self.border_title = Text(locale.text("reading.outline"))

    def show(self, labels: Sequence[str]) -> None:
        """List the parts of another report."""
        self.clear_options()
        if labels:
            self.add_options([Option(Text(shorten(label, _CELLS))) for label in labels])
        else:
            self.add_option(Option(Text(locale.text("reading.no-parts")), disabled=True))

    def mark(self, part: int | None) -> None:
        """Put the cursor on the part being read."""
        if part is None or part < self.option_count:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = part

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Ask for the part chosen."""
        event.stop()
        self.post_message(self.PartChosen(event.option_index))
