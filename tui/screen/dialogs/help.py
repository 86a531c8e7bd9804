"""Every key, from the bindings themselves."""

from collections.abc import Iterator
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui import locale
from tui.screen.bindings import key
from tui.screen.dialogs.dialog import Dialog
from tui.screen.keys import shown_key

NARROW = 72
"""Columns below which three columns are too many."""


class Help(Dialog[None]):
    """The keys that are in force, the user's own included."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("q,question_mark,fullwidth_question_mark,f1", "turn_back", "close"),
        key("j", "scroll(1)", "down"),
        key("k", "scroll(-1)", "up"),
    ]

    def __init__(self, bindings: list[Binding]) -> None:
        """Show `bindings`: one binding a key, in the order to show them."""
        super().__init__()
        self._bindings_shown = bindings

    def compose(self) -> ComposeResult:
        """A table of keys and what they do."""
        with VerticalScroll(classes="dialog-box", id="help"):
            yield Static(self._table(self._is_narrow), id="help-keys")
            yield Static(Text(locale.text("screen.help-language")), classes="dialog-sentence")

    def on_mount(self) -> None:
        """Name the box."""
        box = self.query_one("#help")
        box.border_title = locale.text("screen.key.help")
        box.focus()

    def on_resize(self) -> None:
        """Set the table for the new width."""
        self.query_one("#help-keys", Static).update(self._table(self._is_narrow))

    @property
    def _is_narrow(self) -> bool:
        return self.app.size.width < NARROW

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def _table(self, narrow: bool) -> Table:
        """Keys, name and sentence beside each other; in a `narrow` dialog in two lines."""
        table = Table.grid(padding=(0, 2), expand=True)
        if not narrow:
            table.add_column(no_wrap=True)
            table.add_column(no_wrap=True)
        table.add_column()
        for keys, name, tip in self._rows():
            if narrow:
                table.add_row(Text.assemble((keys, "bold"), f"  {name}"))
                table.add_row(Text(tip))
            else:
                table.add_row(Text(keys, style="bold"), Text(name), Text(tip))
        return table

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        actions: dict[str, list[Binding]] = {}
        for binding in self._bindings_shown:
            actions.setdefault(binding.action, []).append(binding)
        for bindings in actions.values():
            keys = " ".join(shown_key(binding.key) for binding in bindings)
            first = bindings[0]
            tip = locale.text(first.tooltip) if first.tooltip else ""
            yield keys, locale.text(first.description), tip
