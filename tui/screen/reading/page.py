"""Blocks set in rows for one width: what stands on each line of the screen, and where a place is.

Rows are set as they are asked for: a report of any length opens at once, and its height is an
estimate until the last row is set.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

from rich.cells import cell_len

from tui.screen.reading.blocks import Block, Kind
from tui.screen.reading.layout import INDENT, MEASURE, break_lines

_CELLS_A_CHARACTER = 2
_NARROWEST_WITH_TAIL = 8


class Row(NamedTuple):
    """One line of the screen: a piece of a block's text."""

    block: int
    start: int
    end: int
    """Where the next row's text begins."""
    shown: int
    """Where the drawn text ends: before hanging blanks and a part's comma."""
    indent: int
    """Cells before the text: the paragraph's indent, or the mark of a part."""
    part: int | None = None
    """Number of the part whose opening words this row shows as its heading."""
    blank: bool = False


class PartPlace(NamedTuple):
    """Where a part begins on the page."""

    label: str
    row: int
    block: int
    offset: int


class Page:
    """Blocks set for one width."""

    def __init__(self, blocks: Sequence[Block], width: int, *, indented: bool = True) -> None:
        """Set nothing yet.

        Args:
            blocks: what to show.
            width: cells of a line; what exceeds `MEASURE` stays empty.
            indented: begin paragraphs with an indent; else a blank row parts them.
        """
        self.blocks = blocks
        self.width = max(2, min(width, MEASURE))
        self.indented = indented
        self.rows: list[Row] = []
        """The rows set so far."""
        self.parts: list[PartPlace] = []
        """The parts met so far."""
        self.complete = False
        """Whether all rows are set."""
        self._rest = self._set()
        self._part_numbers = count()

    def lay(self, rows: int) -> None:
        """Set rows until there are `rows` of them, or all."""
        missing = rows - len(self.rows)
        if missing > 0 and not self.complete:
            added = list(islice(self._rest, missing))
            self.complete = len(added) < missing
            self._add(added)

    def finish(self) -> None:
        """Set all rows."""
        self._add(list(self._rest))
        self.complete = True

    def _add(self, rows: list[Row]) -> None:
        for number, row in enumerate(rows, len(self.rows)):
            if row.part is not None:
                label = self.blocks[row.block].text[row.start : row.shown]
                self.parts.append(PartPlace(label, number, row.block, row.start))
        self.rows.extend(rows)

    @property
    def height(self) -> int:
        """How many rows there are; about, until all are set."""
        if self.complete or not self.rows:
            return len(self.rows)
        last = self.rows[-1]
        rest = len(self.blocks[last.block].text) - last.end
        rest += sum(len(block.text) for block in self.blocks[last.block + 1 :])
        left = len(self.blocks) - last.block
        return len(self.rows) + left + rest * _CELLS_A_CHARACTER // self.width

    def row_of(self, block: int, offset: int) -> int:
        """The row that shows the character at `offset` of `block`, setting rows up to it."""
        place = (block, offset)
        while not self.complete and (not self.rows or _begins(self.rows[-1]) <= place):
            self.lay(len(self.rows) + 256)
        row = max(0, bisect_right(self.rows, place, key=_begins) - 1)
        while row > 0 and self.rows[row].blank:
            row -= 1
        return row

    def part_at(self, row: int) -> int | None:
        """The number of the part that `row` belongs to, or none before the first."""
        found = bisect_right(self.parts, row, key=lambda part: part.row) - 1
        return found if found >= 0 else None

    def _set(self) -> Iterator[Row]:
        previous: Block | None = None
        for number, block in enumerate(self.blocks):
            if previous is not None and self._parted(previous, block):
                end = len(previous.text)
                yield Row(number - 1, end, end, end, 0, blank=True)
            yield from self._set_body(number) if block.kind is Kind.BODY else self._plain(number)
            previous = block

    def _parted(self, above: Block, below: Block) -> bool:
        """Whether a blank row stands between two blocks."""
        if above.kind is below.kind is Kind.BODY:
            return not self.indented
        return Kind.BODY in (above.kind, below.kind)

    def _plain(self, number: int) -> Iterator[Row]:
        block = self.blocks[number]
        room = self.width - cell_len(block.tail) - 1
        narrowed = block.tail and room >= _NARROWEST_WITH_TAIL
        return self._lines(number, 0, len(block.text), 0, room if narrowed else self.width)

    def _set_body(self, number: int) -> Iterator[Row]:
        """The rows of a paragraph, a heading of its own for the words that open a part."""
        text = self.blocks[number].text
        indent = INDENT if self.indented else 0
        begin = 0
        from tui.screen.reading.parts import parts  # the first frame has no text yet

        for part in parts(text):
            if part.offset > begin:
                yield from self._lines(number, begin, part.offset, indent, self.width)
            shown = part.offset + len(part.label)
            yield Row(number, part.offset, part.end, shown, 1, next(self._part_numbers))
            begin = part.end
        if begin < len(text) or not text:
            yield from self._lines(number, begin, len(text), indent, self.width)

    def _lines(self, number: int, begin: int, end: int, indent: int, width: int) -> Iterator[Row]:
        text = self.blocks[number].text[begin:end]
        for line in break_lines(text, width, indent=indent):
            shown = begin + line.start + len(line.shown(text))
            yield Row(number, begin + line.start, begin + line.end, shown, line.indent)


def _begins(row: Row) -> tuple[int, int]:
    return row.block, row.start
