"""The search line: what is typed is a query, and is asked at every key."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui import locale
from tui.screen.bindings import key
from tui.screen.input import LineInput


class SearchLine(Horizontal):
    """A slash and the box behind it."""

    @dataclass(eq=False, repr=False)
    class Typed(Message):
        """The text changed under the user's hands."""

        text: str

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The user is done with the box."""

        accepted: bool

    @dataclass(eq=False, repr=False)
    class CursorMoved(Message):
        """Up or down was pressed in the box: the tree's cursor is meant."""

        step: int

    def compose(self) -> ComposeResult:
        """The box; the slash before it is drawn by the line itself."""
        yield SearchBox(
            placeholder=locale.text("screen.search-placeholder"),
            id="search-box",
            select_on_focus=False,
        )

    def render(self) -> Text:
        """The slash."""
        return Text(" /")

    @property
    def box(self) -> "SearchBox":
        """The box itself."""
        return self.query_one(SearchBox)

    def show(self, text: str) -> None:
        """Put `text` in without asking it: the query was changed elsewhere."""
        if self.box.value != text:
            with self.box.prevent(Input.Changed):
                self.box.value = text
                self.box.cursor_position = len(text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(accepted=True))


class SearchBox(LineInput):
    """The box; arrows up and down move the tree's cursor while the words are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", "leave-search"),
        key("down", "move(1)", "down"),
        key("up", "move(-1)", "up"),
    ]

    def action_leave(self) -> None:
        """Back to the tree; the query stays."""
        self.post_message(SearchLine.Left(accepted=False))

    def action_move(self, step: int) -> None:
        """Move the tree's cursor."""
        self.post_message(SearchLine.CursorMoved(step))
