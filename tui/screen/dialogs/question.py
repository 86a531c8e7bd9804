"""A question with two answers, and a question for a line of text."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from tui import locale
from tui.reports.neutral import neutral
from tui.screen.bindings import key
from tui.screen.dialogs.dialog import Dialog
from tui.screen.input import LineInput
from tui.screen.reading.prose import Prose


class Question(Dialog[bool]):
    """Yes or no; no is the answer of a hasty Enter where it matters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("y", "answer(True)", "yes"),
        key("n", "answer(False)", "no"),
        key("left,right", "app.focus_next", "other"),
    ]

    def __init__(self, sentence: str, *, yes: str, no: str, dangerous: bool = False) -> None:
        """Ask `sentence`, already in the user's language; `yes` and `no` label the buttons."""
        super().__init__()
        self._sentence = neutral(sentence)
        self._labels = (yes, no)
        self._dangerous = dangerous

    def compose(self) -> ComposeResult:
        """The sentence and two buttons."""
        yes, no = self._labels
        with Vertical(classes="dialog-box"):
            yield Prose(self._sentence, classes="dialog-sentence")
            with Horizontal(classes="dialog-buttons"):
                yield Button(
                    yes,
                    id="yes",
                    compact=True,
                    variant=("error" if self._dangerous else "primary"),
                )
                yield Button(no, id="no", compact=True)

    def on_mount(self) -> None:
        """Put the keyboard on the harmless answer."""
        self.query_one("#no" if self._dangerous else "#yes", Button).focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer by letter."""
        self.dismiss(answer)


class LineQuestion(Dialog[str]):
    """Asks for one line of text."""

    def __init__(self, sentence: str, *, value: str = "", may_be_empty: bool = False) -> None:
        """Ask `sentence`; `value` stands in the box at first.

        An empty line is no answer, unless it `may_be_empty`.
        """
        super().__init__()
        self._may_be_empty = may_be_empty
        self._sentence = neutral(sentence)
        self._value = value

    def compose(self) -> ComposeResult:
        """The sentence and a box."""
        with Vertical(classes="dialog-box"):
            yield Prose(self._sentence, classes="dialog-sentence")
            yield LineInput(self._value, id="dialog-line", compact=True)
            yield Static(
                locale.text("screen.dialog-line-hint"), classes="dialog-hint", markup=False
            )

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        line = event.value.strip()
        self.dismiss(line if line or self._may_be_empty else None)
