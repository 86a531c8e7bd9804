"""The browser: region tree left, report right, one query above both, and every key.

Its layers, from the lowest: `asking` (one query and its answers), `marking` (the basket),
`watching` (the archive as it changes), `moving` (ways about), and here what takes dialogs.
"""

from asyncio import to_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.widgets import Input

from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.report import Report
from tui.screen import errands
from tui.screen.basket import Export, Read
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.desk import Desk
from tui.screen.moving import MovingScreen

NEED_REPORT = frozenset({"part", "by_date", "pager", "editor", "range", "correct"})
"""Actions on the report shown."""


class BrowserScreen(MovingScreen):
    """The one screen a clerk spends the day in."""

    BINDINGS: ClassVar[list[BindingType]] = list(BROWSER_BINDINGS)

    def __init__(self, desk: Desk, query: Query) -> None:
        """As `MovingScreen`."""
        super().__init__(desk, query)
        self._errands: list[Event] = []
        """What stops each import and export that goes on, the latest last."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out; a slash in a box of text is a slash."""
        if action == "search":
            return not isinstance(self.focused, Input)
        if action in NEED_REPORT:
            return True if self.entry is not None else None
        if action == "copy":
            return True if self.entry is not None or self.notes.basket else None
        if action == "uncorrect":
            report = self.reading.report
            return True if report is not None and report.original else None
        if action == "clear_marks":
            return True if self.notes.basket else None
        return True

    @work
    async def action_help(self) -> None:
        """Show every key."""
        await errands.show_help(self)

    @work
    async def action_coverage(self) -> None:
        """Show who has reported and who has not; a cell chosen is asked for."""
        query = await errands.show_coverage(self, self.desk, self.asked)
        if query is not None:
            self.ask(query)

    @work
    async def action_charts(self) -> None:
        """Show the matches as charts."""
        try:
            await errands.show_charts(self, self.desk, self.asked)
        except JianbaoError as error:
            self.complain(error)

    @work
    async def action_basket(self) -> None:
        """Show the basket; then read or export what was chosen there.

        Who turns back from the export is at the basket again.
        """
        wish = await self.open_basket()
        while isinstance(wish, Export) and not await self._export(ordered=True):
            wish = await self.open_basket()
        if isinstance(wish, Read):
            self.show_report(wish.entry)
            self.come_to(self.reading)

    @work
    async def action_export(self) -> None:
        """Write the basket, the report or the matches to a file."""
        await self._export()

    async def _export(self, *, ordered: bool = False) -> bool:
        """Lead through an export, the basket's own order first; false where one turned back."""
        subject = (self.asked, self.entry, self.notes)
        with self._stoppable() as (progress, stop):
            return await errands.export(self, self.desk, *subject, progress, stop, ordered=ordered)
        return True

    @contextmanager
    def _stoppable(self) -> Iterator[tuple[errands.Progress, Event]]:
        """How an errand tells how far it is, and what Esc sets; says why it was refused."""
        stop = Event()
        self._errands.append(stop)
        try:
            yield partial(self.headline.tell, stop), stop
        except JianbaoError as error:
            self.complain(error)
        finally:
            self._errands.remove(stop)

    @work
    async def action_correct(self) -> None:
        """Correct what was read of the report shown."""
        before = self.reading.report
        if before is None:
            return
        try:
            after = await errands.correct(self, self.desk, before)
        except JianbaoError as error:
            self.complain(error)
            return
        if after is not None:
            self._corrected("screen.corrected", before, after)

    @work
    async def action_uncorrect(self) -> None:
        """Give the report shown back what was first read of it."""
        before = self.reading.report
        if before is None or not before.original:
            return
        try:
            after = await to_thread(self.desk.uncorrect, before.id)
        except JianbaoError as error:
            self.complain(error)
            return
        self._corrected("screen.uncorrected", before, after)

    def _corrected(self, sentence: str, before: Report, after: Report) -> None:
        self.tell(sentence, line=errands.correction_of(after))
        self.undoing.add(partial(self._recorrect, after, before))
        self.show_changed(after)

    @work
    async def _recorrect(self, now: Report, wanted: Report) -> None:
        try:
            after = await to_thread(errands.recorrect, self.desk, now, wanted)
        except JianbaoError as error:
            self.complain(error)
            return
        self.tell("screen.uncorrected", line=errands.correction_of(after))
        self.show_changed(after)

    @work
    async def action_copy(self, headed: bool = False) -> None:
        """Send the basket or the report to the clipboard; `headed` says the regions as well."""
        subject = (self.asked, self.entry, self.notes)
        try:
            await errands.copy(self, self.desk, *subject, headed=headed)
        except JianbaoError as error:
            self.complain(error)

    def action_pager(self) -> None:
        """Read the report in the user's pager."""
        self._outside(errands.page)

    def action_editor(self) -> None:
        """Open a copy of the report in the user's editor."""
        self._outside(errands.edit)

    def _outside(self, program: Callable[[App[object], Report], None]) -> None:
        report = self.reading.report
        if report is None:
            return
        try:
            program(self.app, report)
        except JianbaoError as error:
            self.complain(error)

    @work
    async def action_import(self) -> None:
        """Read a bulletin into the archive."""
        result = None
        with self._stoppable() as (progress, stop):
            result = await errands.import_bulletins(self, self.desk, progress, stop)
        if result is None:
            return
        for _, failure in result.failed:
            self.complain(failure)
        if result.batch is None:
            self.tell("screen.import-nothing", known=len(result.duplicates))
            return
        self.tell("screen.import-done", added=len(result.added), known=len(result.duplicates))
        self.undoing.add(partial(self._undo_import, result.batch.id))
        self.reload()

    def action_step_back(self) -> None:
        """Stop the import or export that goes on; without one, take back what was asked last."""
        if self._errands:
            self._errands[-1].set()
        else:
            super().action_step_back()

    def _undo_import(self, import_id: str) -> None:
        batch = self.desk.archive.undo(import_id)
        self.desk.reopen()
        self.tell("screen.import-undone", count=batch.added)
        self.reload()
