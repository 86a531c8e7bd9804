"""The browser: region tree left, report right, one query above both, and every key."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import App
from textual.binding import BindingType
from textual.events import DescendantFocus, Key
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from tui import locale
from tui.query.query import Field, Query
from tui.reports.correction import correction_of, fields_between
from tui.reports.errors import JianbaoError
from tui.reports.report import Report
from tui.screen import errands
from tui.screen.basket import Export, Read
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.desk import Desk
from tui.screen.panes.regions import RegionTree
from tui.screen.panes.search import SearchLine
from tui.screen.reading.pane import ReadingPane
from tui.screen.related import same
from tui.screen.watching import WatchingScreen

if TYPE_CHECKING:
    from tui.screen.reading.outline import Outline
    from tui.screen.timeline import Timeline

SAME = ("county", "org", "doc")
"""What reports can have in common, by the keys 1, 2, 3."""
NEED_REPORT = frozenset({"copy", "part", "by_date", "pager", "editor", "range", "correct"})
"""Actions on the report shown."""


class BrowserScreen(WatchingScreen):
    """The one screen a clerk spends the day in."""

    BINDINGS: ClassVar[list[BindingType]] = list(BROWSER_BINDINGS)

    reading_in_front: var[bool] = var(False)
    """Where there is room for one pane only, it is the report."""
    zoomed: var[bool] = var(False)
    """Only the pane in front is shown."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """As `AskingScreen`."""
        super().__init__(desk, query)
        self._go_pending = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out; a slash in a box of text is a slash."""
        if action == "search":
            return not isinstance(self.focused, Input)
        if action in NEED_REPORT:
            return True if self.entry is not None else None
        if action == "uncorrect":
            report = self.reading.report
            return True if report is not None and report.original else None
        if action == "clear_marks":
            return True if self.notes.basket else None
        return True

    # Moving about

    @on(SearchLine.CursorMoved)
    def _cursor_moved(self, event: SearchLine.CursorMoved) -> None:
        self.step(event.step)

    def step(self, step: int, *, by_date: bool = False) -> None:
        """Go to the report after (1) or before (-1) this one, by the tree or by date."""
        if self.branches is not None and self.entry is not None:
            work = partial(self.finder.step, by_date=by_date)
            self.in_thread("step", work, self.branches, self.entry, step)

    def action_by_date(self, step: int) -> None:
        """Go to the next or previous report in the query's own order."""
        self.step(step, by_date=True)

    def action_search(self) -> None:
        """Put the keyboard in the search box."""
        self.set_focus(self.search_line.box)

    @on(SearchLine.Left)
    def _search_left(self) -> None:
        self.come_to(self.regions)

    def action_filter(self) -> None:
        """Open the filter panel, or close it."""
        self.filtering = not self.filtering

    async def watch_filtering(self) -> None:
        """Show or hide the panel, and move the keyboard with it."""
        self.set_class(self.filtering, "-filtering")
        if self.filtering:
            panel = await self.extras.open_filter()
            self.count_facets()
            self.come_to(panel)
        elif self.is_mounted:
            self.come_to(self.regions)

    def on_filter_panel_closed(self) -> None:
        """The user is done with the filter panel."""
        self.filtering = False

    def action_step_back(self) -> None:
        """Take one condition away; where there is none, leave the pane. Never quits."""
        if self.range_from is not None:
            self.range_from = None
        elif self.asked.conditions:
            self.ask(self.asked.without_last(), keep_cursor=True)
        elif self.zoomed:
            self.zoomed = False
        elif self.filtering:
            self.filtering = False
        else:
            self.come_to(self.regions)

    def action_zoom(self) -> None:
        """Show the focused pane alone, or all of them again."""
        self.zoomed = not self.zoomed

    def watch_zoomed(self) -> None:
        """Hide what is not zoomed."""
        self.set_class(self.zoomed, "-zoomed")

    def action_next_pane(self, step: int) -> None:
        """Put the keyboard on the next pane."""
        panes: list[Widget] = [self.regions, self.reading]
        if self.filtering and self.extras.filter_panel is not None:
            panes.insert(1, self.extras.filter_panel)
        panes += self.extras.shown
        here = next(
            (
                n
                for n, pane in enumerate(panes)
                if pane.has_pseudo_class("focus-within") or pane.has_focus
            ),
            0,
        )
        self.come_to(panes[(here + step) % len(panes)])

    def come_to(self, pane: Widget) -> None:
        """Bring `pane` to the front and put the keyboard on it."""
        self.reading_in_front = pane is self.reading
        panel = self.extras.filter_panel
        target = panel.values_list if panel is not None and pane is panel else pane
        if target.focusable:
            # At once: what is typed next is meant for it.
            self.set_focus(target)
        else:
            self.call_after_refresh(self.set_focus, target)

    def watch_reading_in_front(self) -> None:
        """Where one pane hides the other, show the one in front."""
        self.set_class(self.reading_in_front, "-reading-front")

    @on(RegionTree.ReportChosen)
    def _report_chosen(self) -> None:
        self.come_to(self.reading)

    @on(RegionTree.SearchChosen)
    def _search_chosen(self, event: RegionTree.SearchChosen) -> None:
        self.ask(Query.parse(self.notes.searches[event.branch.name]))

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self.reading_in_front = self.reading.has_focus

    def action_go(self) -> None:
        """``g g`` goes to the top; a single ``g`` waits for the second."""
        if self._go_pending:
            self._go_pending = False
            if isinstance(self.focused, RegionTree | ReadingPane):
                self.focused.action_scroll_home()
            return
        self._go_pending = True
        self.set_timer(1.0, self._forget_go)

    def _forget_go(self) -> None:
        self._go_pending = False

    def on_key(self, event: Key) -> None:
        """Any other key ends the wait for a second ``g``."""
        if event.key != "g":
            self._go_pending = False

    def action_fold_all(self) -> None:
        """Close every branch."""
        self.unfolded = frozenset({("all",), ("searches",)})
        self.folded = self.regions.branch_paths - self.unfolded
        self.ask(self.asked, typed=True, keep_cursor=True)

    def action_unfold_all(self) -> None:
        """Open every branch in sight, a level at a time."""
        self.unfolded |= self.regions.branch_paths
        self.folded = frozenset()
        self.ask(self.asked, typed=True, keep_cursor=True)

    def action_history(self, step: int) -> None:
        """Ask again what was asked before (-1), or go forward again (1)."""
        there = self.back_to if step < 0 else self.forward_to
        if not there:
            return
        query, left = there.pop(), self.asked
        back, forward = list(self.back_to), list(self.forward_to)
        self.ask(query)
        self.back_to, self.forward_to = back, forward
        (self.forward_to if step < 0 else self.back_to).append(left)

    def action_same(self, what: str) -> None:
        """Ask for the reports of the same county, organisation or document."""
        if self.way_out is not None:
            self._take_way_out(what)
            return
        query = same(what, self.entry, self.reading.report) if self.entry else None
        if query is not None:
            self.ask(query, keep_cursor=True)

    def _take_way_out(self, what: str) -> None:
        """Where nothing was found, the same keys choose what was perhaps meant."""
        number = SAME.index(what)
        if self.way_out is not None and number < len(self.way_out.suggestions):
            self.ask(self.way_out.suggestions[number].query)

    def on_timeline_period_chosen(self, event: "Timeline.PeriodChosen") -> None:
        """A period was picked from the strip of bars."""
        days = f"{event.first.isoformat()}..{event.last.isoformat()}"
        self.ask(self.asked.with_values(Field.DATE, (days,)))

    def on_timeline_period_cleared(self) -> None:
        """The picked period is no longer wanted."""
        if self.asked.values(Field.DATE):
            self.ask(self.asked.with_values(Field.DATE, ()), keep_cursor=True)
        else:
            self.come_to(self.regions)

    # Reading

    @on(ReadingPane.PartsChanged)
    def _parts_changed(self, event: ReadingPane.PartsChanged) -> None:
        if self.extras.outline is not None:
            self.extras.outline.show(event.labels)

    @on(ReadingPane.PartReached)
    def _part_reached(self, event: ReadingPane.PartReached) -> None:
        if self.extras.outline is not None:
            self.extras.outline.mark(event.part)

    def on_outline_part_chosen(self, event: "Outline.PartChosen") -> None:
        """A part was chosen from the outline."""
        self.reading.show_part(event.part)

    @on(ReadingPane.HitChanged)
    def _hit_changed(self, event: ReadingPane.HitChanged) -> None:
        place = locale.text("screen.hit", current=event.current, total=event.total)
        self.reading.border_subtitle = place if event.total else ""

    def action_next_hit(self) -> None:
        """Go to the next hit, in the next report where this one has no more."""
        self.reading.action_next_hit()

    def action_previous_hit(self) -> None:
        """Go to the hit before, in the report before where this one has none before."""
        self.reading.action_previous_hit()

    @on(ReadingPane.EdgeReached)
    def _edge_reached(self, event: ReadingPane.EdgeReached) -> None:
        self.from_behind = event.direction < 0
        self.step(event.direction)

    @on(ReadingPane.DocumentChosen)
    def _document_chosen(self, event: ReadingPane.DocumentChosen) -> None:
        self.ask(Query().with_values(Field.DOC, (event.title,)))

    def action_part(self, step: int) -> None:
        """Go to the next or previous part of the report."""
        if step > 0:
            self.reading.action_next_part()
        else:
            self.reading.action_previous_part()

    # Dialogs

    @work
    async def action_help(self) -> None:
        """Show every key."""
        bindings = [active.binding for active in self.active_bindings.values()]
        known = [binding for binding in bindings if binding.description.startswith("screen.")]
        await errands.show_help(self, known)

    @work
    async def action_save_search(self) -> None:
        """Keep the query under a name."""
        if not self.asked.conditions:
            self.tell("screen.save-search-none")
            return
        sentence = locale.text("screen.save-search-name")
        name = await errands.ask_line(self, sentence, self.asked.describe())
        if name:
            self.keep(partial(self.desk.notebook.save, name, str(self.asked)))
            self.tell("screen.save-search-done", name=name)

    @work
    async def action_coverage(self) -> None:
        """Show who has reported and who has not; a cell chosen is asked for."""
        query = await errands.show_coverage(self, self.desk, self.asked)
        if query is not None:
            self.ask(query)

    @work
    async def action_basket(self) -> None:
        """Show the basket; then read or export what was chosen there."""
        match await self.open_basket():
            case Read(entry):
                self.show_report(entry)
                self.come_to(self.reading)
            case Export():
                self.export(ordered=True)

    def action_export(self) -> None:
        """Write the basket, the report or the matches to a file."""
        self.export()

    @work
    async def export(self, *, ordered: bool = False) -> None:
        """Lead through an export; `ordered` offers the basket's own order first."""
        subject = (self.asked, self.entry, self.notes)
        try:
            await errands.export(self, self.desk, *subject, self._show_progress, ordered=ordered)
        except JianbaoError as error:
            self.complain(error)

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
        self.tell(sentence, line=correction_of(after))
        self.undone_by = partial(self._recorrect, after, before)
        self.show_changed(after)

    @work
    async def _recorrect(self, now: Report, wanted: Report) -> None:
        try:
            after = await to_thread(self.desk.correct, now.id, fields_between(now, wanted))
        except JianbaoError as error:
            self.complain(error)
            return
        self.tell("screen.uncorrected", line=correction_of(after))
        self.show_changed(after)

    def _show_progress(self, sentence: str) -> None:
        self.headline.progress = sentence

    @work
    async def action_copy(self) -> None:
        """Send the basket or the report to the clipboard."""
        await errands.copy(self, self.desk, self.asked, self.entry, self.notes)

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
        try:
            result = await errands.import_bulletins(self, self.desk, self._show_progress)
        except JianbaoError as error:
            self.complain(error)
            return
        if result is not None:
            self.tell("screen.import-done", added=len(result.added), known=len(result.duplicates))
            self.undone_by = self._undo_import
            self.reload()

    def _undo_import(self) -> None:
        batch = self.desk.archive.undo()
        self.desk.reopen()
        self.tell("screen.import-undone", count=batch.added)
        self.reload()
