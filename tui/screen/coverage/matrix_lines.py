"""How the table of regions and periods is drawn, its heads and its totals always in sight."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import locale
from tui.screen.cells import fit, fit_right
from tui.screen.coverage.cells import column_label, group_label, group_line
from tui.screen.coverage.grid import Cell, Grid

NOBODY = "·"
"""Stands for no report, as on the command line; its colour makes it stand out."""

HEADS = 2
"""Lines above the regions."""
FOOT = 1
"""Lines below them."""


class MatrixLines(ScrollView):
    """Draws a grid line by line; where the cursor stands is the subclass's affair."""

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
    MatrixLines {
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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(id=id, classes=classes)
        self._grid: Grid | None = None
        self._row = self._column = 0

    @property
    def cell(self) -> Cell | None:
        """The cell the cursor stands on."""
        return self._grid.cell(self._row, self._column) if self._grid else None

    @property
    def _body(self) -> int:
        """Lines for regions: all but the heads and the totals."""
        return max(1, self.scrollable_size.height - HEADS - FOOT)

    def render_line(self, y: int) -> Strip:
        """The heads, a region, or at the bottom the totals."""
        base, grid = self.rich_style, self._grid
        strip = Strip([])
        if grid is not None:
            number = self._line_at(y)
            if y < HEADS:
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
        number = self.scroll_offset.y + y - HEADS
        return number if y >= HEADS and number < totals else None

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
            labels = [group_label(day, period) for day in days]
            room = self.scroll_offset.x % grid.cell_width + grid.room
            groups = group_line(labels, grid.cell_width, room)
            return self._join(grid, [Segment(" " * grid.frozen, style)], [Segment(groups, style)])
        frozen = fit(locale.text("coverage.region"), grid.name_width)
        frozen += fit_right(locale.text("coverage.total"), grid.total_width)
        if grid.undated_width:
            frozen += fit_right(locale.text("coverage.undated"), grid.undated_width)
        heads = "".join(fit_right(column_label(day, period), grid.cell_width) for day in days)
        return self._join(grid, [Segment(frozen, style)], [Segment(heads, style)])

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
