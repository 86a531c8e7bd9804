"""What is said in the corner, set in the same Chinese lines as everything else.

A notice stands over the panes of its own screen. Textual draws its lines in pieces, cut where
the panes below have their edges, and of a character that lies across such an edge nothing is left;
so there a blank is put before it.
"""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text
from textual.content import Content
from textual.geometry import Size
from textual.widgets import _toast

from tui.screen.reading.prose import set_text

SPARE = 2
"""Cells that lines leave free at the right for blanks at edges: seldom does one meet more."""


class Notice(_toast.Toast):
    """A notice no line of which begins with closing punctuation or ends with opening."""

    def render(self) -> Content:
        """The lines for the width there is."""
        room = self.content_region
        edges = self.screen._compositor.cuts[room.y : room.bottom]
        lines = self._set(room.width)
        for number, cuts in enumerate(edges[: len(lines)]):
            inside = [cut - room.x for cut in cuts if room.x < cut < room.right]
            lines[number] = whole(lines[number], inside)
        return Content("\n").join(map(Content.from_rich_text, lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines there are in `width`."""
        return len(self._set(width))

    def _set(self, width: int) -> list[Text]:
        told = self._notification
        message = Text.from_markup(told.message) if told.markup else Text(told.message)
        if told.title:
            message = Text.assemble((told.title, "bold"), "\n", message)
        return set_text(message, width - SPARE)


def whole(line: Text, edges: Iterable[int]) -> Text:
    """`line` with a blank before every character that would lie across one of `edges`.

    Args:
        line: one line.
        edges: cells from its left, in ascending order.
    """
    for edge in edges:
        place = cells = 0
        while place < len(line) and cells < edge:
            cells += cell_len(line.plain[place])
            place += 1
        if cells > edge:
            line = Text.assemble(line[: place - 1], " ", line[place - 1 :])
    return line


def use_own_notices() -> None:
    """Have every screen show a `Notice`: Textual leaves no choice of the widget."""
    vars(_toast)["Toast"] = Notice
