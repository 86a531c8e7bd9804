"""What all dialogs have in common: a box in the middle, Esc turns back."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box over the browser."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "turn_back", "screen.key.close", show=False),
    ]

    def action_turn_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
