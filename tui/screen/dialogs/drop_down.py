"""A choice of one of several, in a list that drops down."""

from typing import TypeVar

from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from tui.screen.edges import over_edges

Value = TypeVar("Value")


class DropDown(Select[Value]):
    """Textual's choice, whose list keeps its characters whole over what stands below it."""

    def compose(self) -> ComposeResult:
        """The value, and the list that opens below it."""
        yield SelectCurrent(self.prompt)
        yield _DropList(type_to_search=self._type_to_search).data_bind(compact=Select.compact)


class _DropList(SelectOverlay):
    def render_line(self, y: int) -> Strip:
        """As Textual's, whole over the edges below."""
        return over_edges(self, y, super().render_line(y))
