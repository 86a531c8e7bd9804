"""What was understood of a bulletin, before it is stored; what is wrong is put right here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, DataTable, Static

from tui import locale
from tui.bulletins.reading import Reading
from tui.reports.correction import CorrectionError, corrected, correction_of
from tui.reports.neutral import neutral
from tui.reports.report import Report, report_id
from tui.screen.bindings import key
from tui.screen.cells import fit, shorten
from tui.screen.dialogs.dialog import Dialog
from tui.screen.dialogs.question import LineQuestion


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
        known: frozenset[str],
        near: Mapping[str, Report],
    ) -> None:
        """Show what was read.

        Args:
            bulletins: a name and what was read, per file.
            known: ids of the reports that the archive has already.
            near: what the archive has that is nearly the same as a new report, by its id.
        """
        super().__init__()
        self._bulletins = bulletins
        self._known = known
        self._near = near
        self._rows = [
            (number, report)
            for number, (_, reading) in enumerate(bulletins)
            for report in reading.reports
        ]
        self._left_out: set[int] = set()

    def compose(self) -> ComposeResult:
        """Counts, the table, the report under the cursor, buttons."""
        with Vertical(classes="dialog-box", id="import-preview"):
            yield Static(id="import-counts")
            yield DataTable[Text](id="import-table", cursor_type="row", zebra_stripes=True)
            with VerticalScroll(id="import-detail"):
                yield Static(id="import-words")
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
        for name in ("region", "date", "organisation", "title", "flags"):
            table.add_column(Text(locale.text(f"screen.column.{name}")), key=name)
        for number in range(len(self._rows)):
            table.add_row(*self._cells(number), key=str(number))
        table.focus()
        self._count()

    @property
    def _table(self) -> DataTable[Text]:
        return self.query_one("#import-table", DataTable)

    def _cells(self, number: int) -> list[Text]:
        report = self._rows[number][1]
        region = report.county or report.prefecture or report.heading
        day = report.held.start.isoformat() if report.held.start else report.held.as_written
        style = "dim strike" if number in self._left_out else ""
        values = (
            fit(neutral(region or "—"), 20),
            fit(neutral(day or "—"), 10),
            shorten(neutral(report.organisation or "—"), 24),
            shorten(neutral(report.title), 30),
            " ".join(self._remarks(report)),
        )
        return [Text(value, style=style, no_wrap=True) for value in values]

    def _remarks(self, report: Report) -> list[str]:
        remarks = [locale.text(flag) for flag in report.flags]
        if report.id in self._known:
            remarks.insert(0, locale.text("screen.import-known"))
        elif near := self._near.get(report.id):
            title = shorten(neutral(near.title), 40)
            remarks.insert(0, locale.text("screen.import-near", title=title))
        return remarks

    def _count(self) -> None:
        kept = [
            report for number, (_, report) in enumerate(self._rows) if number not in self._left_out
        ]
        new = sum(report.id not in self._known for report in kept)
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
        for remark in self._remarks(report):
            words.append(f"⚠ {remark}\n", style="bold")
        words.append(neutral("\n".join(report.paragraphs)) + "\n")
        reading = self._bulletins[bulletin][1]
        for noise in reading.left_out:
            words.append(f"\n{noise.line}: {shorten(neutral(noise.text), 60)}", style="dim")
        self.query_one("#import-words", Static).update(words)

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
        line = await self.app.push_screen_wait(
            LineQuestion(locale.text("screen.correct-line"), value=correction_of(report))
        )
        if line is None:
            return
        try:
            better = corrected(report, line)
        except CorrectionError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        better = replace(better, id=report_id(better.prefecture_code, better.body), flags=())
        self._rows[number] = (bulletin, better)
        self._draw(number)

    def action_leave_out(self) -> None:
        """Leave the report under the cursor out, or take it in again."""
        number = self._table.cursor_row
        self._left_out ^= {number}
        self._draw(number)

    def _draw(self, number: int) -> None:
        columns = ("region", "date", "organisation", "title", "flags")
        for column, cell in zip(columns, self._cells(number), strict=True):
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
