"""Where a bulletin comes from: a file or folder, or text pasted into the dialog."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static, TextArea

from tui import locale
from tui.reports.files import path_of
from tui.screen.bindings import key
from tui.screen.dialogs.dialog import Dialog
from tui.screen.input import LineInput


class ImportSource(Dialog[Path | str]):
    """Asks for a path, or for the bulletin's own text; returns whichever was given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f2", "accept", "accept", priority=True),
    ]

    def compose(self) -> ComposeResult:
        """A box for the path, a larger one for text, two buttons."""
        with Vertical(classes="dialog-box", id="import-source"):
            yield Static(locale.text("screen.import-path"), markup=False)
            yield LineInput(placeholder="~/简报/2023-02.txt", id="import-path", compact=True)
            yield Static(locale.text("screen.import-paste"), markup=False)
            yield TextArea(id="import-text", soft_wrap=True, compact=True)
            with Horizontal(classes="dialog-buttons"):
                yield Button(
                    locale.text("screen.import-read"), id="yes", variant="primary", compact=True
                )
                yield Button(locale.text("screen.cancel"), id="no", compact=True)

    def on_mount(self) -> None:
        """Name the box."""
        self.query_one("#import-source").border_title = locale.text("screen.key.import")

    @on(Input.Submitted)
    def action_accept(self) -> None:
        """Return what was given."""
        path = self.query_one("#import-path", Input).value.strip().strip("'\"")
        text = self.query_one("#import-text", TextArea).text
        if path:
            self.dismiss(path_of(path))
        elif text.strip():
            self.dismiss(text)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "yes":
            self.action_accept()
        else:
            self.dismiss(None)
