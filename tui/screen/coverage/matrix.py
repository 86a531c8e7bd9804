"""The table of regions and periods, of any length and breadth, its heads always in sight."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import locale
from tui.query.coverage import Coverage
from tui.screen.bindings import key
from tui.screen.cells import fit, fit_right
from tui.screen.coverage.cells import column_label, group_label, group_line
from tui.screen.coverage.grid import Cell, Grid

NOBODY = "·"
"""Stands for no report, as on the command line; its colour makes it stand out."""

_HEADS = 2
_FOOT = 1


class CoverageMatrix(ScrollView, can_focus=True):
    """Counts per region and period; the cells without a report stand out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "coverage-matrix--head",
        "coverage-matrix--name",
        "coverage-matrix--group",
        "coverage-matrix--total",
        "coverage-matrix--count",
        "coverage-matrix--nobody",
        "coverage-matrix--silent",
        "coverage-matrix--cursor",
    }

    DEFAULT_CSS = """
    CoverageMatrix {
        height: 1fr;
        background: $surface;
        color: $foreground;
        overflow-x: auto;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 1 1;
        scrollbar-background: $surface;
        scrollbar-corner-color: $surface;
        & > .coverage-matrix--head { color: $text-muted; text-style: bold; }
        & > .coverage-matrix--group { color: $text-accent; }
        & > .coverage-matrix--total { color: $text-muted; }
        & > .coverage-matrix--count { color: $foreground; }
        & > .coverage-matrix--nobody { background: $error-muted; color: $text-error; }
        & > .coverage-matrix--silent { color: $text-error; text-style: bold; }
        & > .coverage-matrix--cursor {
            background: $primary;
            color: $block-cursor-foreground;
            text-style: bold;
        }
    }
    """

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
        self._grid: Grid | None = None
        self._row = self._column = 0

    def show(
        self, table: Coverage, *, silent_only: bool = False, keep_cursor: bool = False
    ) -> None:
        """Show `table`, or of its regions only those without any report.

        `keep_cursor` leaves it at its region and period, where they are still there.
        """
        cell = self.cell if keep_cursor else None
        self._table, self._silent_only = table, silent_only
        self._grid = None
        self._lay_out(cell)

    def _lay_out(self, cell: Cell | None = None) -> None:
        """Fit the table to the pane; the cursor of a new one stands at the newest period."""
        if self._table is None or not self.is_attached:
            return
        new = self._grid is None
        room = self.scrollable_size.width
        grid = self._grid = Grid(self._table, room, silent_only=self._silent_only)
        if new:
            place = grid.place_of(cell) if cell else None
            self._row, self._column = place or (grid.first_region(), grid.columns - 1)
        self._column = min(self._column, grid.columns - 1)
        self.virtual_size = Size(grid.breadth, _HEADS + len(grid.lines))
        self._reach()
        self.call_after_refresh(self._set_bars)

    def _set_bars(self) -> None:
        """Show where the table is scrolled to: bars that have just come do not know it."""
        self.horizontal_scrollbar.position = self.scroll_x
        self.vertical_scrollbar.position = self.scroll_y

    @property
    def cell(self) -> Cell | None:
        """The cell the cursor stands on."""
        return self._grid.cell(self._row, self._column) if self._grid else None

    @property
    def _body(self) -> int:
        """Lines for regions: all but the heads and the totals."""
        return max(1, self.scrollable_size.height - _HEADS - _FOOT)

    def on_resize(self) -> None:
        """Fit the table to the new size."""
        self._lay_out()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The heads, a region, or at the bottom the totals."""
        base, grid = self.rich_style, self._grid
        strip = Strip([])
        if grid is not None:
            number = self._line_at(y)
            if y < _HEADS:
                strip = self._head(grid, y, base)
            elif number is not None:
                strip = self._line(grid, number, base)
        return strip.crop_extend(0, self.size.width, base)

    def _line_at(self, y: int) -> int | None:
        """The line of the table that is drawn at `y`; the totals stay at the bottom."""
        assert self._grid is not None
        totals = len(self._grid.lines) - 1
        if y == self.scrollable_size.height - 1:
            return totals
        number = self.scroll_offset.y + y - _HEADS
        return number if y >= _HEADS and number < totals else None

    def _visible(self, grid: Grid) -> range:
        """The columns of periods that are in sight, the first perhaps in part."""
        first = self.scroll_offset.x // grid.cell_width
        last = -(-(self.scroll_offset.x + grid.room) // grid.cell_width)
        return range(first + grid.fixed, min(last + grid.fixed, grid.columns))

    def _join(self, grid: Grid, frozen: list[Segment], periods: list[Segment]) -> Strip:
        """A line of which only the periods scroll."""
        skipped = self.scroll_offset.x % grid.cell_width
        return Strip.join([Strip(frozen), Strip(periods).crop(skipped, skipped + grid.room)])

    def _head(self, grid: Grid, y: int, base: Style) -> Strip:
        style, period = base + self._style("head"), grid.table.period
        days = [grid.table.periods[column - grid.fixed] for column in self._visible(grid)]
        if y == 0:
            groups = group_line([group_label(day, period) for day in days], grid.cell_width)
            return self._join(grid, [Segment(" " * grid.frozen, style)], [Segment(groups, style)])
        frozen = fit(locale.text("coverage.region"), grid.name_width)
        frozen += fit_right(locale.text("coverage.total"), grid.total_width)
        if grid.undated_width:
            frozen += fit_right(locale.text("coverage.undated"), grid.undated_width)
        labels = "".join(fit_right(column_label(day, period), grid.cell_width) for day in days)
        return self._join(grid, [Segment(frozen, style)], [Segment(labels, style)])

    def _line(self, grid: Grid, number: int, base: Style) -> Strip:
        line = grid.lines[number]
        if isinstance(line, str):
            return Strip([Segment(fit(line, self.size.width), base + self._style("group"))])
        name = "total" if line is None else "name" if line.has_reported else "silent"
        label = Segment(fit(grid.name(line), grid.name_width), base + self._style(name))
        frozen = [self._count(grid, number, column, base) for column in range(grid.fixed)]
        periods = [self._count(grid, number, column, base) for column in self._visible(grid)]
        return self._join(grid, [label, *frozen], periods)

    def _count(self, grid: Grid, row: int, column: int, base: Style) -> Segment:
        """A count; a period without a report stands out."""
        cell = grid.cell(row, column)
        assert cell is not None
        text = fit_right(f"{cell.count:,}" if cell.count else NOBODY, grid.widths(column))
        if (row, column) == (self._row, self._column):
            name = "cursor"
        elif cell.row is None or cell.period is None:
            name = "total"
        else:
            name = "count" if cell.count else "nobody"
        return Segment(text, base + self._style(name))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"coverage-matrix--{name}")

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
