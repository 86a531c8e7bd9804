"""Tables of figures as text, in blocks that fit a line; a Chinese character is two cells wide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

GAP = 2
"""Blanks between columns."""


def width(text: str) -> int:
    """The cells `text` takes in a fixed-width font (Unicode Standard Annex 11)."""
    return sum(2 if east_asian_width(sign) in "WF" else not combining(sign) for sign in text)


@dataclass(frozen=True, slots=True)
class Column:
    """A head and the figures below it, set to the right."""

    head: str
    figures: tuple[str, ...]

    @property
    def cells(self) -> int:
        """The cells it takes, the gap before it included."""
        return GAP + max(map(width, (self.head, *self.figures)))

    def set(self, text: str) -> str:
        """`text` at the right edge of the column."""
        return " " * (self.cells - width(text)) + text


def padded(text: str, cells: int) -> str:
    """`text` with blanks after it up to so many `cells`."""
    return text + " " * (cells - width(text))


def blocks(columns: Sequence[Column], room: int) -> Iterator[Sequence[Column]]:
    """The columns in groups of which each fits in `room` cells, or is a single one."""
    start, used = 0, 0
    for number, column in enumerate(columns):
        if number > start and used + column.cells > room:
            yield columns[start:number]
            start, used = number, 0
        used += column.cells
    if columns:
        yield columns[start:]


def lines(names: Sequence[str], columns: Sequence[Column], room: int) -> Iterator[str]:
    """The table a line at a time, its blocks below each other with an empty line between.

    Args:
        names: what the lines are about; shown at the left of every block.
        columns: the figures, one for each name.
        room: cells in a line.
    """
    first = max(map(width, names), default=0)
    gap = False
    for block in blocks(columns, room - first):
        if gap:
            yield ""
        gap = True
        yield (" " * first + "".join(column.set(column.head) for column in block)).rstrip()
        for number, name in enumerate(names):
            figures = "".join(column.set(column.figures[number]) for column in block)
            yield (padded(name, first) + figures).rstrip()
