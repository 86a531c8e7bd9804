"""The table of regions and periods, of any length and breadth, and the cursor in it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message

from tui.query.coverage import Coverage
from tui.screen.bindings import key
from tui.screen.coverage.grid import Cell, Grid
from tui.screen.coverage.matrix_lines import HEADS, MatrixLines


class CoverageMatrix(MatrixLines, can_focus=True):
    """Counts per region and period; the cells without a report stand out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "down", "down"),
        key("k,up", "up", "up"),
        key("h,left", "left", "earlier"),
        key("l,right", "right", "later"),
        key("pagedown", "page_down", "page-down"),
        key("pageup", "page_up", "page-up"),
        key("home", "row_start", "row-start"),
        key("end", "row_end", "row-end"),
        key("enter", "open", "open-cell"),
    ]

    @dataclass
    class CellHighlighted(Message):
        """The cursor stands on another cell."""

        cell: Cell

    @dataclass
    class CellChosen(Message):
        """The reports of a cell are wanted."""

        cell: Cell

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id, classes=classes)
        self._table: Coverage | None = None
        self._silent_only = False

    def show(
        self, table: Coverage, *, silent_only: bool = False, keep_cursor: bool = False
    ) -> None:
        """Show `table`, or of its regions only those without any report.

        `keep_cursor` leaves it at its region and period, where they are still there.
        """
        self._table, self._silent_only = table, silent_only
        self._lay_out(self.cell if keep_cursor else None)

    def _lay_out(self, cell: Cell | None) -> None:
        """Fit the table to the pane, the cursor at the same `cell`, or at the newest period."""
        if self._table is None or not self.is_attached:
            return
        room = self.scrollable_size.width
        grid = self._grid = Grid(self._table, room, silent_only=self._silent_only)
        place = grid.place_of(cell) if cell else None
        self._row, self._column = place or (grid.first_region(), grid.columns - 1)
        self.virtual_size = Size(grid.breadth, HEADS + len(grid.lines))
        self._reach()
        self.call_after_refresh(self._set_bars)

    def _set_bars(self) -> None:
        """Show where the table is scrolled to: bars that have just come do not know it."""
        self.horizontal_scrollbar.position = self.scroll_x
        self.vertical_scrollbar.position = self.scroll_y

    def on_resize(self) -> None:
        """Fit the table to the new size."""
        self._lay_out(self.cell)

    # The cursor

    def _move(self, rows: int, columns: int) -> None:
        """Move the cursor over cells; headings are passed over."""
        if self._grid is None:
            return
        lines = self._grid.lines
        row = max(0, min(self._row + rows, len(lines) - 1))
        step = 1 if rows > 0 else -1
        while isinstance(lines[row], str) and row + step >= 0:
            row += step
        if not isinstance(lines[row], str):
            self._row = row
        self._column = max(0, min(self._column + columns, self._grid.columns - 1))
        self._reach()

    def _reach(self) -> None:
        """Bring the cursor into sight and say where it is."""
        grid = self._grid
        if grid is None:
            return
        x, y = self.scroll_offset
        if self._row < len(grid.lines) - 1:
            heading = isinstance(grid.lines[self._row - 1], str)
            y = min(max(y, self._row - self._body + 1), self._row - heading)
        number = self._column - grid.fixed
        if number >= 0:
            first = number + 1 - max(1, grid.room // grid.cell_width)
            x = min(max(x, first * grid.cell_width), number * grid.cell_width)
        self.scroll_to(max(0, x), max(0, y), animate=False, force=True)
        self.refresh()
        if (cell := self.cell) is not None:
            self.post_message(self.CellHighlighted(cell))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell; a click on the cursor's own opens it."""
        offset = event.get_content_offset(self)
        if offset is None or self._grid is None:
            return
        row = self._line_at(offset.y)
        column = self._grid.column_at(offset.x, self.scroll_offset.x)
        if row is None or column is None or self._grid.cell(row, column) is None:
            return
        again = (row, column) == (self._row, self._column)
        self._row, self._column = row, column
        self._reach()
        if again:
            self.action_open()

    def action_up(self) -> None:
        """To the region above."""
        self._move(-1, 0)

    def action_down(self) -> None:
        """To the region below; below the last are the totals."""
        self._move(1, 0)

    def action_left(self) -> None:
        """To the period before; before the first are the totals."""
        self._move(0, -1)

    def action_right(self) -> None:
        """To the period after."""
        self._move(0, 1)

    def action_page_up(self) -> None:
        """A screen up."""
        self._move(-self._body, 0)

    def action_page_down(self) -> None:
        """A screen down."""
        self._move(self._body, 0)

    def action_row_start(self) -> None:
        """To the totals of the region."""
        if self._grid is not None:
            self._move(0, -self._grid.columns)

    def action_row_end(self) -> None:
        """To the newest period."""
        if self._grid is not None:
            self._move(0, self._grid.columns)

    def action_open(self) -> None:
        """Ask for the reports of the cell."""
        if (cell := self.cell) is not None:
            self.post_message(self.CellChosen(cell))
