"""Gathering lines from markup: text, ends of lines, and rows whose cells stay together."""

import re

from tui.bulletins.lines import EDGES, Line
from tui.bulletins.plain import plain_of
from tui.bulletins.shared import Shared

_RUNS = re.compile(r"[ \t\r\n\f\v]+")
"""White space that a reader of the page sees as one blank."""
_WIDE = str.maketrans("\xa0\u3000", "  ")
_TALLEST = 4
"""A cell of more lines is part of a page's layout, not of a table of data."""


_WIDEST = 100
"""Columns that a cell may take up beside its own, or below it; no table has more."""


class Gathering:
    """Lines as a parser comes upon them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._rows: list[_Row] = []
        self._shared = Shared()
        self._reaching: dict[int, dict[int, int]] = {}
        """How many more rows the cell of a column reaches down, by how deep the table is."""

    def add(self, words: str) -> None:
        """Take words into the line that is being gathered."""
        self._words.append(words)

    def end_line(self, number: int) -> None:
        """End the line, if there is one; it began about `number`."""
        if not self._words:
            return
        text = _RUNS.sub(" ", "".join(self._words)).translate(_WIDE).strip(EDGES)
        self._words.clear()
        if text:
            self.lines.append(Line(number, text, plain_of(text)))

    def begin_table(self) -> None:
        """A table begins; no cell reaches into it from above."""
        self._reaching[len(self._rows)] = {}

    def begin_row(self, number: int) -> None:
        """A row of a table begins."""
        self.end_line(number)
        if self._rows:
            self._rows[-1].nested = True
        self._rows.append(_Row(len(self.lines)))

    def begin_cell(self, number: int, rows: int = 1, columns: int = 1) -> None:
        """A cell of the row begins, of so many rows and columns; one still open ends."""
        self.end_cell(number)
        if not self._rows:
            return
        row = self._rows[-1]
        self._continue_cells(row)
        if rows > 1:
            reaching = self._reaching.setdefault(len(self._rows) - 1, {})
            for column in range(len(row.cells), min(len(row.cells) + columns, _WIDEST)):
                reaching[column] = min(rows, 1000) - 1
        row.opened = len(self.lines)
        row.columns = columns

    def widen(self, columns: int) -> None:
        """The cell that is open is so many columns wide."""
        if self._rows:
            self._rows[-1].columns = columns

    def continue_cell(self) -> None:
        """The cell that is open is part of the one above it."""
        if self._rows and self._rows[-1].opened is not None:
            self._rows[-1].merged.append(len(self._rows[-1].cells))

    def _continue_cells(self, row: "_Row") -> None:
        """Cells that reach down from the rows above stand before the next one."""
        here = len(self.lines)
        reaching = self._reaching.get(len(self._rows) - 1, {})
        while len(row.cells) < _WIDEST and reaching.get(len(row.cells), 0) > 0:
            reaching[len(row.cells)] -= 1
            row.merged.append(len(row.cells))
            row.cells.append((here, here))

    def end_cell(self, number: int) -> None:
        """The cell ends."""
        self.end_line(number)
        if self._rows and self._rows[-1].opened is not None:
            row = self._rows[-1]
            here = len(self.lines)
            row.cells.append((row.opened or 0, here))
            row.cells += [(here, here)] * (min(row.columns, _WIDEST - len(row.cells) + 1) - 1)
            row.opened = None

    def end_row(self, number: int) -> None:
        """The row ends; if it is one of data, its lines become one."""
        if not self._rows:
            return
        self.end_cell(number)
        self._continue_cells(self._rows[-1])
        row = self._rows.pop()
        if not row.is_data or row.begun >= len(self.lines):
            return
        # Regions and dates stand in many rows.
        cells = tuple(
            self._shared.one("\n".join(line.text for line in self.lines[start:end]))
            for start, end in row.cells
        )
        if sum(1 for cell in cells if cell) >= 2:
            text = " ".join(cell.replace("\n", " ") for cell in cells if cell)
            number = self.lines[row.begun].number
            self.lines[row.begun :] = [
                Line(number, text, plain_of(text), cells=cells, merged=tuple(row.merged))
            ]

    def finish(self, number: int) -> list[Line]:
        """All lines, open rows ended."""
        while self._rows:
            self.end_row(number)
        self.end_line(number)
        return self.lines


class _Row:
    """A row of a table: where its cells stand among the lines."""

    def __init__(self, begun: int) -> None:
        self.begun = begun
        self.cells: list[tuple[int, int]] = []
        self.merged: list[int] = []
        self.opened: int | None = None
        self.columns = 1
        self.nested = False

    @property
    def is_data(self) -> bool:
        return (
            not self.nested
            and len(self.cells) >= 2
            and all(end - start <= _TALLEST for start, end in self.cells)
        )
