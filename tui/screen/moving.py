"""The browser's ways about: from pane to pane, report to report, query to query, hit to hit."""

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.events import DescendantFocus, Key
from textual.reactive import var
from textual.widget import Widget

from tui import locale
from tui.query.query import Field, Query
from tui.screen.choices import ChoiceError, keep_choice
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


class MovingScreen(WatchingScreen):
    """A browser one can find the way in."""

    reading_in_front: var[bool] = var(False)
    """Where there is room for one pane only, it is the report."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """As `AskingScreen`."""
        super().__init__(desk, query)
        self._go_pending = False

    # From pane to pane

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
        self.stand()

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
        elif self.entry is not None:
            self.tell(f"screen.no-{what}")

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
        subtitle = place if event.total else None
        if subtitle != self.reading.border_subtitle:  # to set the same draws the pane again
            self.reading.border_subtitle = subtitle

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

    def action_toggle_indent(self) -> None:
        """Begin paragraphs with an indent, or part them by a blank line; from now on."""
        self.reading.action_toggle_indent()
        try:
            keep_choice("indent", self.reading.indented)
        except ChoiceError as error:
            self.complain(error)

    def action_part(self, step: int) -> None:
        """Go to the next or previous part of the report."""
        if step > 0:
            self.reading.action_next_part()
        else:
            self.reading.action_previous_part()
