"""Tables of figures on the terminal, in blocks as wide as the terminal is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

GAP = 2
"""Blanks between columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A head and the figures below it, set to the right."""

    head: str
    figures: tuple[str, ...]

    @property
    def width(self) -> int:
        """The cells it takes, the gap before it included."""
        return GAP + max(map(cell_len, (self.head, *self.figures)))

    def set(self, text: str) -> str:
        """`text` at the right edge of the column."""
        return " " * (self.width - cell_len(text)) + text


def padded(text: str, width: int) -> str:
    """`text` with blanks after it up to `width` cells."""
    return text + " " * (width - cell_len(text))


def blocks(columns: Sequence[Column], room: int) -> Iterator[Sequence[Column]]:
    """The columns in groups of which each fits in `room` cells, or is a single one."""
    start, used = 0, 0
    for number, column in enumerate(columns):
        if number > start and used + column.width > room:
            yield columns[start:number]
            start, used = number, 0
        used += column.width
    if columns:
        yield columns[start:]


def lines(names: Sequence[str], columns: Sequence[Column], room: int) -> Iterator[str]:
    """The table a line at a time, its blocks below each other with an empty line between.

    Args:
        names: what the lines are about; shown at the left of every block.
        columns: the figures, one for each name.
        room: cells in a line.
    """
    first = max(map(cell_len, names), default=0)
    gap = False
    for block in blocks(columns, room - first):
        if gap:
            yield ""
        gap = True
        yield (" " * first + "".join(column.set(column.head) for column in block)).rstrip()
        for number, name in enumerate(names):
            figures = "".join(column.set(column.figures[number]) for column in block)
            yield (padded(name, first) + figures).rstrip()
