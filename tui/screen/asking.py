"""The lower half of the browser: its panes and the query they answer.

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
      │ AnsweringScreen: FirstFound, TreeGrown … ◄── its messages    │
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
from textual.widgets import Input

from tui import locale
from tui.archive.notebook import Notes
from tui.query.catalog import Entry
from tui.query.query import Query, QueryError
from tui.screen.branches import Branches, Path
from tui.screen.choices import read_choices
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
    (180, "-spacious"),
]
"""From how many columns on the panes stand how: alone, stacked, beside, with room to spare."""
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
            yield ReadingPane(id="reading", indented=read_choices().get("indent") is not False)
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

    @property
    def is_ready(self) -> bool:
        """Whether a key finds the tree it is meant for; words are typed while it grows."""
        finding = any(
            worker.group == "find" and worker.node is self and not worker.is_finished
            for worker in self.app.workers
        )
        return not finding or isinstance(self.focused, Input)

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
