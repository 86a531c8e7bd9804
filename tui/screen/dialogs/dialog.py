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

    def on_resize(self) -> None:
        """Show what has the keyboard, where there is no room for all of the box."""
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False, immediate=True)

    def action_turn_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
