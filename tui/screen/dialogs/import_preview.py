"""What was understood of a bulletin, before it is stored; what is wrong is put right here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, DataTable, Static

from tui import locale
from tui.bulletins.reading import Reading
from tui.query.repeats import Repeats
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.report import Report, report_id
from tui.screen.answered import answered
from tui.screen.bindings import key
from tui.screen.cells import shorten
from tui.screen.days import short_day
from tui.screen.dialogs.correction import ask_correction
from tui.screen.dialogs.dialog import Dialog
from tui.screen.reading.prose import Prose

COLUMNS = ("sign", "region", "date", "organisation", "title", "flags")
"""Of the table; the sign tells that there is something to remark, where that has no room."""


def divide(room: int) -> tuple[int, ...]:
    """The cells of each of `COLUMNS` where all have `room`: the remarks give way first."""
    sign, region, day = 1, min(20, max(8, room // 5)), 10
    rest = max(room - sign - region - day, 0)
    remarks = rest // 3 if rest >= 90 else min(max(rest - 40, 0), 12)
    organisation = min(26, (rest - remarks) * 2 // 5)
    return sign, region, day, organisation, rest - remarks - organisation, remarks


NOISE = 200
"""Lines left out that are shown below a report; all of them are counted above."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin as the user leaves it: the reports to take in."""

    name: str
    reports: tuple[Report, ...]


class ImportPreview(Dialog[list[Bulletin]]):
    """A table of the reports; returns the bulletins to store."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f2", "accept", "accept", priority=True),
        key("e,E", "correct", "correct"),
        key("x,delete", "leave_out", "leave-out"),
        key("j", "down", "down"),
        key("k", "up", "up"),
    ]

    def __init__(
        self,
        bulletins: Sequence[tuple[str, Reading]],
        found: Repeats,
        compare: Callable[[Sequence[Report]], Repeats],
    ) -> None:
        """Show what was read.

        Args:
            bulletins: a name and what was read, per file.
            found: what of it the archive has already, and what is nearly the same.
            compare: finds that out again, in a thread, for what has been put right.
        """
        super().__init__()
        self._bulletins = bulletins
        self._found = found
        self._compare = compare
        self._rows = [
            (number, report)
            for number, (_, reading) in enumerate(bulletins)
            for report in reading.reports
        ]
        self._first = self._first_rows()
        self._left_out: set[int] = set()

    def compose(self) -> ComposeResult:
        """Counts, the table, the report under the cursor, buttons."""
        with Vertical(classes="dialog-box", id="import-preview"):
            yield Static(id="import-counts")
            yield DataTable[Text](id="import-table", cursor_type="row", zebra_stripes=True)
            with VerticalScroll(id="import-detail"):
                yield Prose(id="import-words")
            yield Static(locale.text("screen.import-hint"), classes="dialog-hint", markup=False)
            with Horizontal(classes="dialog-buttons"):
                yield Button(
                    locale.text("screen.import-store"), id="yes", variant="primary", compact=True
                )
                yield Button(locale.text("screen.cancel"), id="no", compact=True)

    def on_mount(self) -> None:
        """Fill the table."""
        self.query_one("#import-preview").border_title = locale.text("screen.import-title")
        table = self._table
        for name in COLUMNS:
            label = locale.text(f"screen.column.{name}") if name != "sign" else ""
            table.add_column(Text(label), key=name, width=1)
        for number in range(len(self._rows)):
            table.add_row(*self._cells(number), key=str(number))
        table.focus()
        self._count()

    def on_resize(self) -> None:
        """Divide the new width among the columns, once the table has it."""
        self.call_after_refresh(self._divide)

    def _divide(self) -> None:
        table = self._table
        room = table.scrollable_content_region.width - 2 * len(COLUMNS) * table.cell_padding
        widths = divide(max(room, 0))
        for column, width in zip(table.ordered_columns, widths, strict=True):
            column.width = width
        table.refresh(layout=True)
        table._clear_caches()

    @property
    def _table(self) -> DataTable[Text]:
        return self.query_one("#import-table", DataTable)

    def _cells(self, number: int) -> list[Text]:
        report = self._rows[number][1]
        region = report.county or report.prefecture or report.heading
        day = short_day(report.held) or report.held.as_written
        style = "dim strike" if number in self._left_out else ""
        remarks = self._remarks(number)
        values = (
            "!" if remarks else "",
            neutral(region or "—"),
            neutral(day or "—"),
            neutral(report.organisation or "—"),
            neutral(report.title),
            " ".join(remarks),
        )
        return [Text(value, style=style, no_wrap=True, overflow="ellipsis") for value in values]

    def _remarks(self, number: int) -> list[str]:
        report = self._rows[number][1]
        remarks = [locale.text(flag) for flag in report.flags]
        if report.id in self._found.known:
            remarks.insert(0, locale.text("screen.import-known"))
        elif self._first[report.id] != number:
            remarks.insert(0, locale.text("screen.import-twice"))
        elif near := self._found.near.get(report.id):
            key = "screen.import-near" if near.stored else "screen.import-near-new"
            title = shorten(neutral(near.report.title), 40)
            remarks.insert(0, locale.text(key, title=title))
        return remarks

    def _first_rows(self) -> dict[str, int]:
        """The number of the first row of every report."""
        first: dict[str, int] = {}
        for number, (_, report) in enumerate(self._rows):
            first.setdefault(report.id, number)
        return first

    def _count(self) -> None:
        kept = {
            number: report
            for number, (_, report) in enumerate(self._rows)
            if number not in self._left_out
        }
        new = len({report.id for report in kept.values()} - self._found.known)
        noise = sum(len(reading.left_out) for _, reading in self._bulletins)
        sentence = locale.text(
            "screen.import-counts",
            reports=len(kept),
            new=new,
            noise=noise,
        )
        self.query_one("#import-counts", Static).update(Text(sentence))

    @on(DataTable.RowHighlighted)
    def _show(self) -> None:
        bulletin, report = self._rows[self._table.cursor_row]
        words = Text()
        for remark in self._remarks(self._table.cursor_row):
            words.append(f"⚠ {remark}\n", style="bold")
        words.append("\n".join(map(neutral, report.paragraphs)) + "\n")
        reading = self._bulletins[bulletin][1]
        for noise in reading.left_out[:NOISE]:
            words.append(f"\n{noise.line}: {shorten(neutral(noise.text), 60)}", style="dim")
        self.query_one("#import-words", Prose).update(words)

    def action_down(self) -> None:
        """Go to the next report."""
        self._table.action_cursor_down()

    def action_up(self) -> None:
        """Go to the report before."""
        self._table.action_cursor_up()

    @on(DataTable.RowSelected)
    def _row_chosen(self) -> None:
        self.action_correct()

    @work
    async def action_correct(self) -> None:
        """Correct region, date and organisation of the report under the cursor."""
        number = self._table.cursor_row
        bulletin, report = self._rows[number]
        better = await ask_correction(self, report)
        if better is None:
            return
        better = replace(better, id=report_id(better.prefecture_code, better.body), flags=())
        self._rows[number] = (bulletin, better)
        self._draw(number)
        self._compare_again()

    @work(group="compare", exclusive=True)
    async def _compare_again(self) -> None:
        """Find out anew what is there already, and show where that is otherwise than before."""
        before = [self._remarks(number) for number in range(len(self._rows))]
        reports = [report for _, report in self._rows]
        try:
            self._found = await answered(partial(self._compare, reports))
        except JianbaoError as error:
            self.notify(neutral(str(error)), severity="error", markup=False)
            return
        self._first = self._first_rows()
        for number, remarks in enumerate(before):
            if remarks != self._remarks(number):
                self._draw(number)
        self._show()

    def action_leave_out(self) -> None:
        """Leave the report under the cursor out, or take it in again."""
        number = self._table.cursor_row
        self._left_out ^= {number}
        self._draw(number)

    def _draw(self, number: int) -> None:
        for column, cell in zip(COLUMNS, self._cells(number), strict=True):
            self._table.update_cell(str(number), column, cell)
        self._count()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "yes":
            self.action_accept()
        else:
            self.dismiss(None)

    def action_accept(self) -> None:
        """Return what is to be stored."""
        kept: list[list[Report]] = [[] for _ in self._bulletins]
        for number, (bulletin, report) in enumerate(self._rows):
            if number not in self._left_out:
                kept[bulletin].append(report)
        names = [name for name, _ in self._bulletins]
        self.dismiss(
            [
                Bulletin(name, tuple(reports))
                for name, reports in zip(names, kept, strict=True)
                if reports
            ]
        )
