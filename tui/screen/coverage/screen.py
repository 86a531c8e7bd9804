"""The screen that compares who has reported with who should have."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from tui import locale
from tui.export.coverage import summary
from tui.query.catalog import Interrupted, Period
from tui.query.coverage import Coverage
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.places import usual_name
from tui.screen.bindings import key
from tui.screen.cells import width
from tui.screen.coverage.cells import cell_query, period_words, prefecture_name, row_name
from tui.screen.coverage.grid import Cell
from tui.screen.coverage.matrix import CoverageMatrix
from tui.screen.desk import AGAIN
from tui.screen.over import HELP, OverScreen
from tui.screen.panes.hints import Hints


@dataclass(frozen=True, slots=True)
class Counted:
    """A coverage, and whether every report of the archive was looked at."""

    table: Coverage
    complete: bool = True
    """Else it is worth counting again."""


Ask = Callable[[Query, Period | None, bool], Counted]
"""Gives the coverage of a query by period, or by one that fits, of counties where told so.

It is called in a thread.
"""


class CoverageScreen(OverScreen[Query | None]):
    """Shows the coverage of a query; gives back the query of the cell chosen, if any."""

    DEFAULT_CSS = """
    CoverageScreen {
        align: center middle;
        & > Vertical {
            width: 100%;
            height: 100%;
            border: round $border;
            background: $surface;
            padding: 0 1;
        }
        & Hints { height: 1; }
        #coverage-summary, #coverage-cell {
            height: 1;
            color: $text-muted;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("d,f2", "by('day')", "by-day", show=True),
        key("w,f3", "by('week')", "by-week", show=True),
        key("m,f4", "by('month')", "by-month", show=True),
        key("e,ctrl+e", "export", "export-coverage", show=True),
        key("r,f5", "level", "level", show=True),
        key("s,f6", "silent", "silent", show=True),
        HELP,
        key("escape,backspace,c,f9", "close", "leave-coverage", show=True),
    ]

    def __init__(
        self,
        query: Query,
        ask: Ask,
        *,
        period: Period | None = None,
        counties: bool = False,
        archive: Path | None = None,
    ) -> None:
        """Compare what matches `query`.

        Args:
            query: the reports to count.
            ask: gives the counts.
            period: what a column is to begin with; by default what fits.
            counties: whether rows are counties to begin with.
            archive: what an export never writes over.
        """
        super().__init__()
        self._query = query
        self._ask = ask
        self._period = period
        self._counties = counties
        self._archive = archive
        self._silent_only = False
        self._table: Coverage | None = None
        self._complete = True
        self._again: Timer | None = None

    @property
    def coverage(self) -> Coverage | None:
        """What is shown now, for who writes it to a file."""
        return self._table

    def compose(self) -> ComposeResult:
        """The summary, the table, what the cursor is on, and the keys."""
        with Vertical() as frame:
            frame.border_title = Text(
                f"{locale.text('coverage.title')} · {neutral(self._query.describe())}"
            )
            yield Static(markup=False, id="coverage-summary")
            yield CoverageMatrix()
            yield Static(markup=False, id="coverage-cell")
            yield Hints()

    def on_mount(self) -> None:
        """Begin to count."""
        self._count()

    def _count(self) -> None:
        self._say("coverage-summary", locale.text("coverage.counting"))
        self._count_again()

    def _count_again(self) -> None:
        self.count(self._period, self._counties)

    @work(thread=True, exclusive=True, group="coverage")
    def count(self, period: Period | None, counties: bool) -> None:
        """Count in a thread; an answer nobody waits for any more is dropped."""
        worker = get_current_worker()
        try:
            counted = self._ask(self._query, period, counties)
        except Interrupted:
            # By the browser behind, which asks anew whenever the archive changes.
            if not worker.is_cancelled:
                self.app.call_from_thread(self.set_timer, AGAIN, self._count)
            return
        except JianbaoError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._say, "coverage-summary", str(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, counted)

    def _counted(self, counted: Counted) -> None:
        """Show what was counted; of an index that grows it is counted again and again."""
        same = self._table is not None and _shape(self._table) == _shape(counted.table)
        self._table, self._complete = counted.table, counted.complete
        self._period = counted.table.period
        self._show(counted.table, keep_cursor=same)
        if self._again is not None:
            self._again.stop()
            self._again = None
        if not counted.complete:
            self._again = self.set_timer(AGAIN, self._count_again)

    def _show(self, table: Coverage, *, keep_cursor: bool = False) -> None:
        matrix = self.query_one(CoverageMatrix)
        matrix.show(table, silent_only=self._silent_only, keep_cursor=keep_cursor)
        self._say("coverage-summary", self._summary(table))

    def _summary(self, table: Coverage) -> str:
        """How many have reported, what is left out of sight, and what is yet to come."""
        if not self._complete:
            so_far = locale.text("coverage.so-far")
            return f"{so_far} · {self._shown(table)}" if table.rows else so_far
        return self._shown(table) if table.rows else locale.text("coverage.nothing")

    def _shown(self, table: Coverage) -> str:
        if not self._silent_only:
            return summary(table)
        note = "coverage.silent-only" if table.silent else "coverage.all-reported"
        return f"{summary(table)} · {locale.text(note)}"

    def _say(self, where: str, text: str) -> None:
        self.query_one(f"#{where}", Static).update(Text(neutral(text)))

    @on(CoverageMatrix.CellHighlighted)
    def describe(self, event: CoverageMatrix.CellHighlighted) -> None:
        """Say what the cursor is on."""
        event.stop()
        self._say("coverage-cell", self._sentence(event.cell))

    def _sentence(self, cell: Cell) -> str:
        """What the cursor is on; with the usual names of places where the full have no room."""
        sentence = self._words(cell, usual=False)
        room = self.query_one("#coverage-cell").content_size.width
        return sentence if width(sentence) <= room else self._words(cell, usual=True)

    def _words(self, cell: Cell, *, usual: bool) -> str:
        table = self._table
        assert table is not None
        region = locale.text("coverage.all-regions")
        if cell.row is not None:
            row = cell.row
            region, county = prefecture_name(row), row_name(row, counties=True)
            if usual:
                region = usual_name(row.region_key, region)
                county = usual_name(row.county_key, county)
            if table.counties:
                region += f" › {county}"
        if cell.period is not None:
            period = period_words(cell.period, table.period)
        else:
            period = locale.text("coverage.undated" if cell.undated else "coverage.all-dates")
        key = "coverage.cell" if cell.count else "coverage.no-report"
        values = {"count": cell.count} if cell.count else {}
        sentence = locale.text(key, region=region, period=period, **values)
        if cell.row is not None or cell.period is None:
            return sentence
        reported, expected = table.reporting(cell.period), len(table.expected)
        return locale.text(
            "coverage.share-of-period", sentence=sentence, reported=reported, expected=expected
        )

    @on(CoverageMatrix.CellChosen)
    def choose(self, event: CoverageMatrix.CellChosen) -> None:
        """Open the reports of the cell; where there are none the sentence says so."""
        event.stop()
        assert self._table is not None
        cell = event.cell
        if not cell.count:
            self.app.bell()
            return
        self.dismiss(
            cell_query(
                self._query,
                cell.row,
                self._table.counties,
                first=cell.period,
                period=self._table.period,
                undated=cell.undated,
            )
        )

    def action_by(self, period: str) -> None:
        """Count by day, week or month."""
        self._period = Period(period)
        self._count()

    def action_level(self) -> None:
        """Change between prefectures and counties."""
        self._counties = not self._counties
        self._count()

    def action_silent(self) -> None:
        """Show only those that have not reported, or all again."""
        self._silent_only = not self._silent_only
        if self._table is not None:
            self._show(self._table, keep_cursor=True)

    @work
    async def action_export(self) -> None:
        """Write what is shown to a file."""
        from tui.screen.errands.covering import export_coverage

        if self._table is None or not self._table.rows:
            return
        if not self._complete:
            sentence = locale.text("coverage.export-later")
            self.notify(sentence, severity="warning", markup=False)
            return
        silent_only, archive = self._silent_only, self._archive
        try:
            await export_coverage(self, self._table, silent_only=silent_only, archive=archive)
        except JianbaoError as error:
            self.notify(neutral(str(error)), severity="error", markup=False, timeout=10)

    def action_close(self) -> None:
        """Go back without choosing."""
        self.dismiss(None)


def _shape(table: Coverage) -> tuple[Period, bool]:
    """What the user has chosen of a table."""
    return table.period, table.counties
