"""How a coverage is laid out: its lines, its columns, and how wide they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tui import locale
from tui.query.coverage import Coverage, CoverageRow
from tui.screen.cells import width
from tui.screen.coverage.cells import column_label, prefecture_name, row_name

_WIDEST_NAME = 28
_NARROWEST_NAME = 6
_NARROWEST_WITH_UNDATED = 40
_GROUP = 8
"""Cells of 2023-02, which stands above the columns of days, and a blank."""

Line = CoverageRow | str | None
"""A region, the heading of a prefecture above its counties, or the totals."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the table."""

    row: CoverageRow | None
    """None in the row of totals."""
    period: date | None
    """None in the columns of totals and of undated reports."""
    undated: bool
    count: int


class Grid:
    """The lines and columns of a table in a given room.

    The first column holds the totals; the undated have the second where there are any and room
    for them; the periods follow. The last line holds the totals.
    """

    def __init__(self, table: Coverage, room: int, *, silent_only: bool = False) -> None:
        """Lay `table` out in a `room` of so many cells; `silent_only` leaves the others out."""
        self.table = table
        rows = table.silent if silent_only else table.rows
        self.lines: tuple[Line, ...] = (*_lines(rows, table.counties), None)
        self._totals = table.totals() or (0,) * len(table.periods)
        labels = max((width(column_label(day, table.period)) for day in table.periods), default=2)
        self.cell_width = max(labels, _digits(max((*self._totals, 0)))) + 1
        """Cells of a period's column."""
        self.total_width = 1 + max(_digits(table.total), width(locale.text("coverage.total")))
        self.undated_width = 0
        """0 where the undated have no column."""
        if table.undated and room >= _NARROWEST_WITH_UNDATED:
            head = locale.text("coverage.undated")
            self.undated_width = 1 + max(_digits(table.undated), width(head))
        names = max(width(self.name(line)) for line in self.lines)
        periods = max(2 * self.cell_width, _GROUP)
        left = room - self.total_width - self.undated_width - periods
        self.name_width = max(_NARROWEST_NAME, min(names, _WIDEST_NAME, left))
        self.frozen = self.name_width + self.total_width + self.undated_width
        """Cells at the left that do not scroll."""
        self.room = max(0, room - self.frozen)
        """Cells in which the periods scroll."""
        self.fixed = 2 if self.undated_width else 1
        """How many columns do not scroll."""
        self.columns = self.fixed + len(table.periods)
        self.breadth = self.frozen + self.cell_width * len(table.periods)
        """Cells of the whole table, and some so that the last column can begin at an edge."""
        self.breadth += self.room % self.cell_width

    def first_region(self) -> int:
        """The first line that is a region; the totals where there is none."""
        return next(n for n, line in enumerate(self.lines) if not isinstance(line, str))

    def name(self, line: Line) -> str:
        """What stands at the left of a line."""
        if line is None:
            return locale.text("coverage.total")
        if isinstance(line, str):
            return line
        return ("  " if self.table.counties else "") + row_name(line, self.table.counties)

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands at a place; nothing on a prefecture's heading."""
        line = self.lines[row]
        if isinstance(line, str):
            return None
        if column == 0:
            return Cell(line, None, False, line.total if line else self.table.total)
        if column < self.fixed:
            return Cell(line, None, True, line.undated if line else self.table.undated)
        number = column - self.fixed
        count = line.counts[number] if line else self._totals[number]
        return Cell(line, self.table.periods[number], False, count)

    def place_of(self, cell: Cell) -> tuple[int, int] | None:
        """Line and column of the same region and period as `cell`, which is of another table."""
        column = 1 if cell.undated and self.fixed > 1 else 0
        if cell.period is not None:
            if cell.period not in self.table.periods:
                return None
            column = self.fixed + self.table.periods.index(cell.period)
        for number, line in enumerate(self.lines):
            if not isinstance(line, str) and _key(line) == _key(cell.row):
                return number, column
        return None

    def widths(self, column: int) -> int:
        """Cells of a column."""
        if column >= self.fixed:
            return self.cell_width
        return self.undated_width if column else self.total_width

    def column_at(self, x: int, scrolled: int) -> int | None:
        """The column `x` cells from the left, the periods being `scrolled` so far."""
        if x < self.name_width + self.total_width:
            return 0
        if x < self.frozen:
            return 1
        column = (x - self.frozen + scrolled) // self.cell_width + self.fixed
        return column if column < self.columns else None


def _key(row: CoverageRow | None) -> tuple[str, str] | None:
    return (row.region_key, row.county_key) if row else None


def _digits(count: int) -> int:
    return len(f"{count:,}")


def _lines(rows: tuple[CoverageRow, ...], counties: bool) -> Iterator[Line]:
    """The rows, those of one prefecture's counties under its heading."""
    above = None
    for row in rows:
        if counties and row.region_key != above:
            yield prefecture_name(row)
            above = row.region_key
        yield row
