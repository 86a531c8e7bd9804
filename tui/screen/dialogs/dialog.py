"""What all dialogs have in common: a box in the middle, Esc turns back."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import BindingType

from tui.screen.bindings import key
from tui.screen.over import OverScreen

Answer = TypeVar("Answer")


class Dialog(OverScreen[Answer | None], Generic[Answer]):
    """A box over the browser."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "turn_back", "turn-back"),
    ]

    def action_turn_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
