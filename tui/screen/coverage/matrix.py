"""The table of regions and periods, of any length and breadth, its heads always in sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
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
from tui.query.coverage import Coverage, CoverageRow
from tui.screen.bindings import key
from tui.screen.cells import fit, fit_right, width
from tui.screen.coverage.cells import column_label, group_label, prefecture_name, row_name

NOBODY = "·"
"""Stands for no report, as on the command line; its colour makes it stand out."""

_HEADS = 2
_FOOT = 1
_WIDEST_NAME = 28
_NARROWEST_WITH_UNDATED = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the table."""

    row: CoverageRow | None
    """None in the row of totals."""
    period: date | None
    """None in the columns of totals and of undated reports."""
    undated: bool
    count: int


_Line = CoverageRow | str | None
"""A region, the heading of a prefecture above its counties, or the totals."""


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
        self._lines: tuple[_Line, ...] = ()
        self._totals: tuple[int, ...] = ()
        self._row = self._column = 0
        self._cell_width = self._name_width = self._total_width = self._undated_width = 0

    def show(self, table: Coverage, *, silent_only: bool = False) -> None:
        """Show `table`, or of its regions only those without any report."""
        self._table = table
        rows = table.silent if silent_only else table.rows
        self._lines = (*_lines(rows, table.counties), None)
        self._totals = table.totals() or (0,) * len(table.periods)
        self._row = next((n for n, line in enumerate(self._lines) if _is_place(line)), 0)
        self._measure()
        self._column = self._columns - 1
        self._reach()

    @property
    def cell(self) -> Cell | None:
        """The cell the cursor stands on."""
        if self._table is None or not self._lines:
            return None
        line = self._lines[self._row]
        row = line if isinstance(line, CoverageRow) else None
        number = self._column - self._fixed
        if number >= 0:
            return Cell(row, self._table.periods[number], False, self._count(row, number))
        if self._column == 0:
            return Cell(row, None, False, row.total if row else self._table.total)
        return Cell(row, None, True, row.undated if row else self._table.undated)

    def _count(self, row: CoverageRow | None, number: int) -> int:
        return row.counts[number] if row else self._totals[number]

    @property
    def _fixed(self) -> int:
        """How many columns stay in sight: the totals, and the undated where there are any."""
        return 2 if self._undated_width else 1

    @property
    def _columns(self) -> int:
        return self._fixed + len(self._table.periods) if self._table else 1

    # Measures

    def _measure(self) -> None:
        """Work out how wide columns are, and how much there is to scroll."""
        if self._table is None or not self.is_attached:
            return
        table = self._table
        counts = max((*self._totals, 0))
        labels = max((width(column_label(day, table.period)) for day in table.periods), default=2)
        self._cell_width = max(labels, len(f"{counts:,}")) + 1
        self._total_width = 1 + max(len(f"{table.total:,}"), width(locale.text("coverage.total")))
        self._undated_width = 0
        if table.undated and self.scrollable_size.width >= _NARROWEST_WITH_UNDATED:
            undated = locale.text("coverage.undated")
            self._undated_width = 1 + max(len(f"{table.undated:,}"), width(undated))
        names = max((width(_name(line, table.counties)) for line in self._lines), default=8)
        room = self.scrollable_size.width - self._total_width - self._undated_width
        self._name_width = max(6, min(names, _WIDEST_NAME, room - 2 * self._cell_width))
        self.virtual_size = Size(
            self._frozen + self._cell_width * len(table.periods) + self._room % self._cell_width,
            _HEADS + len(self._lines),
        )
        self.refresh()

    @property
    def _frozen(self) -> int:
        """Cells at the left that do not scroll."""
        return self._name_width + self._total_width + self._undated_width

    @property
    def _room(self) -> int:
        """Cells for the columns of periods."""
        return max(0, self.scrollable_size.width - self._frozen)

    @property
    def _body(self) -> int:
        """Lines for regions: all but the heads and the totals."""
        return max(1, self.scrollable_size.height - _HEADS - _FOOT)

    def on_resize(self) -> None:
        """Measure anew."""
        self._measure()
        self._column = min(self._column, self._columns - 1)
        self._reach()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The heads, a region, or at the bottom the totals."""
        base = self.rich_style
        if self._table is None or not self._cell_width:
            return Strip.blank(self.size.width, base)
        if y < _HEADS:
            strip = self._head(y, base)
        elif y == self.scrollable_size.height - 1:
            strip = self._line(len(self._lines) - 1, base)
        else:
            number = self.scroll_offset.y + y - _HEADS
            last = number >= len(self._lines) - 1
            strip = Strip.blank(self.size.width, base) if last else self._line(number, base)
        return strip.crop_extend(0, self.size.width, base)

    def _visible(self) -> range:
        """The periods that are in sight, the first perhaps in part."""
        assert self._table is not None
        first = self.scroll_offset.x // self._cell_width
        last = -(-(self.scroll_offset.x + self._room) // self._cell_width)
        return range(first, min(last, len(self._table.periods)))

    def _with_periods(self, frozen: list[Segment], periods: list[Segment]) -> Strip:
        """A line of which only the periods scroll."""
        skipped = self.scroll_offset.x % self._cell_width if self._cell_width else 0
        moving = Strip(periods)
        return Strip.join([Strip(frozen), moving.crop(skipped, skipped + self._room)])

    def _head(self, y: int, base: Style) -> Strip:
        assert self._table is not None
        style = base + self._style("head")
        period, visible = self._table.period, self._visible()
        days = [self._table.periods[number] for number in visible]
        if y == 0:
            groups = _groups([group_label(day, period) for day in days], self._cell_width)
            return self._with_periods(
                [Segment(" " * self._frozen, style)], [Segment(groups, style)]
            )
        frozen = fit(locale.text("coverage.region"), self._name_width)
        frozen += fit_right(locale.text("coverage.total"), self._total_width)
        if self._undated_width:
            frozen += fit_right(locale.text("coverage.undated"), self._undated_width)
        labels = "".join(fit_right(column_label(day, period), self._cell_width) for day in days)
        return self._with_periods([Segment(frozen, style)], [Segment(labels, style)])

    def _line(self, number: int, base: Style) -> Strip:
        assert self._table is not None
        line = self._lines[number]
        if isinstance(line, str):
            return Strip([Segment(fit(line, self.size.width), base + self._style("group"))])
        row = line
        name_style = base + self._style(
            "total" if row is None else "name" if row.has_reported else "silent"
        )
        name = fit(_name(row, self._table.counties), self._name_width)
        total = row.total if row else self._table.total
        frozen = [
            Segment(name, name_style),
            self._cell(total, self._total_width, number, 0, base, quiet=True),
        ]
        if self._undated_width:
            undated = row.undated if row else self._table.undated
            frozen.append(self._cell(undated, self._undated_width, number, 1, base, quiet=True))
        periods = [
            self._cell(
                self._count(row, period), self._cell_width, number, period + self._fixed, base
            )
            for period in self._visible()
        ]
        return self._with_periods(frozen, periods)

    def _cell(
        self, count: int, cells: int, row: int, column: int, base: Style, *, quiet: bool = False
    ) -> Segment:
        """A count; where it is nought it stands out, unless `quiet`."""
        text = fit_right(f"{count:,}" if count else NOBODY, cells)
        if (row, column) == (self._row, self._column):
            return Segment(text, base + self._style("cursor"))
        if quiet or self._lines[row] is None:
            return Segment(text, base + self._style("total"))
        return Segment(text, base + self._style("count" if count else "nobody"))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"coverage-matrix--{name}")

    # The cursor

    def _move(self, rows: int, columns: int) -> None:
        """Move the cursor over cells; headings are passed over."""
        if self._table is None:
            return
        last = len(self._lines) - 1
        row = max(0, min(self._row + rows, last))
        step = 1 if rows > 0 else -1
        while isinstance(self._lines[row], str) and 0 <= row + step <= last:
            row += step
        if not isinstance(self._lines[row], str):
            self._row = row
        self._column = max(0, min(self._column + columns, self._columns - 1))
        self._reach()

    def _reach(self) -> None:
        """Bring the cursor into sight and say where it is."""
        if self._table is None or not self._cell_width:
            return
        top, left = self.scroll_offset.y, self.scroll_offset.x
        if self._row < len(self._lines) - 1:
            above = self._row - 1 if isinstance(self._lines[self._row - 1], str) else self._row
            top = min(max(top, self._row - self._body + 1), max(above, 0))
        number = self._column - self._fixed
        if number >= 0:
            at = number * self._cell_width
            whole = self._room // self._cell_width
            left = min(max(left, (number + 1 - whole) * self._cell_width), at)
        self.scroll_to(max(0, left), max(0, top), animate=False, force=True)
        self.refresh()
        if (cell := self.cell) is not None:
            self.post_message(self.CellHighlighted(cell))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell; a click on the cursor's own opens it."""
        offset = event.get_content_offset(self)
        if offset is None or self._table is None:
            return
        row, column = self._row_at(offset.y), self._column_at(offset.x)
        if row is None or column is None or isinstance(self._lines[row], str):
            return
        again = (row, column) == (self._row, self._column)
        self._row, self._column = row, column
        self._reach()
        if again:
            self.action_open()

    def _row_at(self, y: int) -> int | None:
        if y == self.scrollable_size.height - 1:
            return len(self._lines) - 1
        row = self.scroll_offset.y + y - _HEADS
        return row if y >= _HEADS and row < len(self._lines) - 1 else None

    def _column_at(self, x: int) -> int | None:
        if x >= self._frozen:
            number = (x - self._frozen + self.scroll_offset.x) // self._cell_width
            return number + self._fixed if number + self._fixed < self._columns else None
        if x >= self._name_width + self._total_width:
            return 1
        return 0

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
        self._move(0, -self._columns)

    def action_row_end(self) -> None:
        """To the newest period."""
        self._move(0, self._columns)

    def action_open(self) -> None:
        """Ask for the reports of the cell."""
        if (cell := self.cell) is not None:
            self.post_message(self.CellChosen(cell))


def _lines(rows: tuple[CoverageRow, ...], counties: bool) -> Iterator[_Line]:
    """The rows, those of one prefecture's counties under its heading."""
    above = None
    for row in rows:
        if counties and row.region_key != above:
            yield prefecture_name(row)
            above = row.region_key
        yield row


def _is_place(line: _Line) -> bool:
    return not isinstance(line, str)


def _name(line: _Line, counties: bool) -> str:
    """What stands at the left of a line."""
    if line is None:
        return locale.text("coverage.total")
    if isinstance(line, str):
        return line
    return ("  " if counties else "") + row_name(line, counties)


def _groups(labels: list[str], cells: int) -> str:
    """The labels above columns, each where its first column begins, as far as there is room."""
    line = ""
    for number, label in enumerate(labels):
        if number and labels[number - 1] == label:
            continue
        begins = number * cells + 1
        ends = next((n for n in range(number, len(labels)) if labels[n] != label), len(labels))
        if len(label) < (ends - number) * cells and len(line) <= begins:
            line = line.ljust(begins) + label
    return line.ljust(len(labels) * cells)
