"""The lower half of the browser: its panes, the query they answer, and the answers.

The screen owns the state; panes are given it and tell what the user did::

               query, counts, basket, report                  (state goes down)
      ┌───────────┬───────────────┬─────────────────┬───────────────┐
      ▼           ▼               ▼                 ▼               ▼
  Headline   SearchLine      RegionTree        FilterPanel     ReadingPane
               │ Typed         │ ReportHighlighted │ QueryEdited  │ EdgeReached
               │ Left          │ BranchToggled     │ Closed       │ DocumentChosen
               ▼               ▼                   ▼              ▼
      ┌─────────────────────────────────────────────────────────────┐
      │ AskingScreen.ask(query)  ──► Finder, in a thread             │
      │    FirstFound, TreeGrown, ReportRead … ◄── its messages      │
      └─────────────────────────────────────────────────────────────┘

An answer to a query that is no longer asked is dropped.
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen

from tui import locale
from tui.archive.notebook import Notes
from tui.query.catalog import Entry
from tui.query.query import Query, QueryError
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.branches import Branch, Branches, Path
from tui.screen.desk import Desk
from tui.screen.extras import HIGH, ROOMY, Extras
from tui.screen.panes.headline import Headline
from tui.screen.panes.hints import Hints
from tui.screen.panes.regions import RegionTree
from tui.screen.panes.search import SearchLine
from tui.screen.reading.pane import ReadingPane

if TYPE_CHECKING:
    from tui.query.empty import EmptyResult
    from tui.screen.finder import Finder
    from tui.screen.panes.filter import FilterPanel

PATIENCE = 0.15
"""Seconds for which the last answer's count may stand while the next is counted."""
STACKED = 60
"""Columns from which on two panes stand above each other."""
NORMAL = 16
"""Rows from which on there is room for two panes."""
WIDTHS = [
    (0, "-single"),
    (STACKED, "-stacked"),
    (72, "-beside"),
    (120, "-wide"),
    (ROOMY, "-roomy"),
]
"""From how many columns on the panes stand how: one alone, stacked, beside each other, roomy."""
HEIGHTS = [(0, "-low"), (NORMAL, "-normal"), (HIGH, "-high")]
"""From how many rows on there is room for two panes, and for more around them."""


class AskingScreen(Screen[None]):
    """Panes round one query; what is done with a report is its subclasses' matter."""

    AUTO_FOCUS = "RegionTree"

    asked: var[Query] = var(Query())
    """The query everything on screen answers."""
    entry: var[Entry | None] = var(None, bindings=True)
    """The report on the right."""
    notes: var[Notes] = var(Notes(), bindings=True)
    """The basket, notes and saved searches."""
    zoomed: var[bool] = var(False)
    """Only the pane in front is shown."""
    filtering: var[bool] = var(False)
    """The filter panel is open."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """Browse `desk`, beginning with `query`."""
        super().__init__()
        self.desk = desk
        self.extras = Extras(self, self.count_months)
        self.begun = False
        self.way_out: EmptyResult | None = None
        """Why nothing matches, where nothing does."""
        self._begin_with = query
        self.branches: Branches | None = None
        self.unfolded: frozenset[Path] = frozenset({("all",), ("searches",)})
        self._revealed: frozenset[Path] = frozenset()
        """Opened on the way to the report at hand; closed again when another is gone to."""
        self.folded: frozenset[Path] = frozenset()
        self._going_to: Entry | None = None
        self._gone: Entry | None = None
        """The last report that was no longer in the archive."""
        self._keep_cursor = False
        self._typing = False
        self.back_to: list[Query] = []
        self.forward_to: list[Query] = []
        self.from_behind = False

    def compose(self) -> ComposeResult:
        """Headline, search, the two panes, hints; `Extras` adds the rest where there is room."""
        yield Headline(id="headline")
        yield SearchLine(id="search")
        with Horizontal(id="panes"):
            yield RegionTree(id="regions")
            yield ReadingPane(id="reading")
        yield Hints(id="hints")

    def on_mount(self) -> None:
        """Ask the first query as soon as the empty screen stands."""
        self.regions.border_title = locale.text("screen.regions")
        self.call_after_refresh(self.begin)

    async def begin(self) -> None:
        """Ask the first query."""
        self.begun = True
        self.ask(self._begin_with)
        self.in_thread("count", self.finder.count_archive)
        await self.extras.furnish()

    @cached_property
    def finder(self) -> "Finder":
        """What asks the desk in threads; loaded after the first frame."""
        from tui.screen.finder import Finder

        return Finder(self.desk, self.post_message)

    @property
    def regions(self) -> RegionTree:
        """The pane on the left."""
        return self.query_one("#regions", RegionTree)

    @property
    def reading(self) -> ReadingPane:
        """The pane on the right."""
        return self.query_one("#reading", ReadingPane)

    @property
    def headline(self) -> Headline:
        """The line at the top."""
        return self.query_one("#headline", Headline)

    @property
    def search_line(self) -> SearchLine:
        """The line with the search box."""
        return self.query_one("#search", SearchLine)

    def stand(self) -> None:
        """Show one pane alone where there is no room for two, or where it is wanted so."""
        width, height = self.size
        cramped = width < STACKED or height < NORMAL
        self.set_class(cramped or self.zoomed, "-alone")

    async def on_resize(self) -> None:
        """There may be room for more now, or for one pane only."""
        self.stand()
        if self.begun:
            await self.extras.furnish()

    # Asking

    def ask(self, query: Query, *, typed: bool = False, keep_cursor: bool = False) -> None:
        """Make `query` the one everything answers.

        Args:
            query: what to ask.
            typed: it comes from the search box, whose text stays as it was typed.
            keep_cursor: stay on the report at hand instead of going to the first match.
        """
        if query != self.asked and not (typed and self._typing):
            self.back_to.append(self.asked)
            self.forward_to.clear()
        self._typing = typed
        self.way_out = None
        self.asked = query
        self._keep_cursor = keep_cursor
        self.headline.complaint = ""
        if not typed:
            self.search_line.show(query.written())
        self.desk.interrupt()
        if not keep_cursor:
            self._revealed = frozenset()
        openness = self.finder.openness(self.unfolded | self._revealed, self.folded)
        reveal = not keep_cursor or self.entry is None
        find = partial(self.finder.find, reveal=reveal)
        self.in_thread("find", find, query, openness, self.notes.searches)
        self.count_facets()
        self.count_months()
        self.set_timer(PATIENCE, partial(self._still_counting, query))

    def _still_counting(self, query: Query) -> None:
        """Where counting takes its time, say what is asked without the number."""
        if query == self.asked and (self.branches is None or self.branches.query != query):
            self.headline.query_shown = query
            self.headline.total = None

    def count_months(self) -> None:
        """Count what the strip of bars shows, if it is there."""
        if self.extras.timeline is not None:
            self.in_thread("months", self.finder.count_months, self.asked)

    def count_facets(self) -> None:
        """Count what the filter panel shows, if it is open."""
        if self.filtering:
            self.in_thread("facets", self.finder.count_facets, self.asked)

    def in_thread(self, group: str, work: Callable[..., None], *args: object) -> None:
        """Run `work` in a thread; what ran in `group` before is no longer wanted."""
        self.run_worker(partial(work, *args), thread=True, exclusive=True, group=group)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        try:
            query = Query.parse(event.text)
        except QueryError as error:
            self.headline.complaint = str(error)
            return
        self.ask(query, typed=True)

    def on_filter_panel_query_edited(self, event: "FilterPanel.QueryEdited") -> None:
        """The user ticked something in the filter panel."""
        try:
            self.ask(Query.parse(str(event.query)))
        except QueryError as error:
            self.headline.complaint = str(error)

    # Answers

    def on_finder_first_found(self, event: "Finder.FirstFound") -> None:
        """Show the first report at once."""
        if event.query != self.asked or (self._keep_cursor and self.entry is not None):
            return
        self._going_to = self.entry = event.entry
        if event.entry is not None:
            self.reading.show(event.report, self.asked, "")
        else:
            indexing = bool(self.headline.progress)
            key = "screen.still-indexing" if indexing else "screen.nothing-found"
            self.reading.show_message(locale.text(key))

    def on_finder_tree_grown(self, event: "Finder.TreeGrown") -> None:
        """Draw the tree, and go to the report shown."""
        if event.query != self.asked:
            return
        self.branches = event.branches
        self.headline.query_shown = event.query
        self.headline.total = event.branches.total
        if not event.query.conditions:
            self.headline.archive_total = event.branches.total
        self.set_class(not event.branches.total, "-nothing")
        self._revealed |= event.way
        self.folded -= event.way
        self.regions.show(event.tops, event.year)
        if self._going_to is not None:
            self.go_to(self._going_to)
        if self.entry is not None and not event.way:
            # The report is the same, but its place among the matches may not be.
            self.in_thread("read", self.finder.read, event.branches, self.entry)

    def on_finder_archive_counted(self, event: "Finder.ArchiveCounted") -> None:
        """Show how many there are in all."""
        self.headline.archive_total = event.total

    def on_finder_facets_counted(self, event: "Finder.FacetsCounted") -> None:
        """Fill the filter panel; an empty one with what there is so far."""
        panel = self.extras.filter_panel
        if event.query != self.asked or panel is None:
            return
        if event.complete or panel.is_empty or panel.query_shown == event.query:
            panel.show(event.query, event.facets, event.total)

    def on_finder_months_counted(self, event: "Finder.MonthsCounted") -> None:
        """Fill the strip of bars."""
        if event.query == self.asked and self.extras.timeline is not None:
            self.extras.timeline.show_for(event.query, event.months)

    def on_finder_empty_explained(self, event: "Finder.EmptyExplained") -> None:
        """Say why nothing matches."""
        if event.query != self.asked:
            return
        self.way_out = event.result
        lines = [event.result.describe(), ""]
        for number, suggestion in enumerate(event.result.suggestions, 1):
            lines.append(f"{number}  {suggestion.describe()}")
        if event.result.dropped:
            lines.append(locale.text("screen.empty-hint"))
        self.reading.show_message("\n".join(lines))

    def on_finder_branch_filled(self, event: "Finder.BranchFilled") -> None:
        """Fill a branch that was opened."""
        if event.query != self.asked:
            return
        if isinstance(event.under, Branch):
            self.regions.fill(event.under.path, event.children)
            if self._going_to is not None:
                self.go_to(self._going_to)
        else:
            self.regions.extend(event.under, event.children)

    def on_finder_report_read(self, event: "Finder.ReportRead") -> None:
        """Show the report the cursor came to."""
        if event.query != self.asked or self.entry is None or event.entry.id != self.entry.id:
            return
        if event.report is None:
            self._vanished()
            return
        place = ""
        if event.position and self.branches is not None:
            place = f"{event.position:,}/{self.branches.total:,}"
        self.reading.show(event.report, self.asked, place)
        if self.from_behind:
            self.from_behind = False
            self.reading.show_last_hit()

    def _vanished(self) -> None:
        """The report shown is no longer in the archive: begin at the first one again."""
        gone, self._gone = self._gone, self.entry
        self.entry = None
        self.reading.show_message(locale.text("screen.report-gone"))
        if gone is None or self._gone is None or gone.id != self._gone.id:
            self.ask(self.asked, typed=True)

    def on_finder_way_found(self, event: "Finder.WayFound") -> None:
        """Go to the report that was looked for."""
        self.from_behind &= event.backwards
        self.go_to(event.entry)

    def on_finder_failed(self, event: "Finder.Failed") -> None:
        """Show what went wrong."""
        self.complain(event.error)

    def complain(self, error: JianbaoError) -> None:
        """Show an error once."""
        self.notify(neutral(str(error)), severity="error", markup=False, timeout=10)

    # The tree

    def go_to(self, entry: Entry) -> None:
        """Put the tree's cursor on `entry`, opening the branches on its way."""
        if self.branches is None:
            return
        self._going_to = entry
        if self.regions.move_to(entry.id):
            self._going_to = None
            return
        for path in self.branches.way_to(entry):
            self._revealed |= {path}
            self.folded -= {path}
            branch = self.regions.open(path)
            if branch is not None:
                self.in_thread("branch", self.finder.fill, self.branches, branch)
                return
        # It stands behind a line for more: it is read, though the tree's cursor is elsewhere.
        self._going_to = None
        self._read(entry)

    def _read(self, entry: Entry) -> None:
        self.entry = entry
        if self.branches is not None:
            self.in_thread("read", self.finder.read, self.branches, entry)

    def show_report(self, entry: Entry) -> None:
        """Go to a report, whether it matches the query or not; where not, all are asked for."""
        self.entry = entry
        self.in_thread("show", self.finder.find_out, self.asked, entry)

    def on_finder_placed(self, event: "Finder.Placed") -> None:
        """Show the report's place among the matches."""
        if self.entry is None or event.entry.id != self.entry.id:
            return
        if event.matches and event.query == self.asked:
            self.go_to(event.entry)
            return
        self.ask(Query(), keep_cursor=True)
        self._going_to = event.entry

    @on(RegionTree.ReportHighlighted)
    def _report_highlighted(self, event: RegionTree.ReportHighlighted) -> None:
        self._read(event.entry)

    @on(RegionTree.BranchToggled)
    def _branch_toggled(self, event: RegionTree.BranchToggled) -> None:
        path = event.branch.path
        if not event.opened:
            self.unfolded -= {path}
            self.folded |= {path}
            return
        self.unfolded |= {path}
        self.folded -= {path}
        if self.branches is not None and event.wanting:
            self.in_thread(f"branch {path}", self.finder.fill, self.branches, event.branch)

    @on(RegionTree.MoreWanted)
    def _more_wanted(self, event: RegionTree.MoreWanted) -> None:
        if self.branches is not None:
            self.in_thread("more", self.finder.fill, self.branches, event.line)

    def tell(self, key: str, **values: object) -> None:
        """Show a sentence of the catalogue for a moment."""
        self.notify(neutral(locale.text(key, **values)), markup=False)

    def reload(self) -> None:
        """Ask again: the archive has changed. Cursor, marks and query stay."""
        self.ask(self.asked, typed=True, keep_cursor=self.entry is not None)
        self.in_thread("count", self.finder.count_archive)

    def show_changed(self, report: Report) -> None:
        """Ask again and go to `report`, which may stand elsewhere now."""
        self.entry = Entry.of(report)
        self.reload()
        self._going_to = self.entry
