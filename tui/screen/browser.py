"""The browser: region tree left, report right, one query above both.

The screen owns the state; panes are given it and tell what the user did::

               query, counts, basket, report                  (state goes down)
      ┌───────────┬───────────────┬─────────────────┬───────────────┐
      ▼           ▼               ▼                 ▼               ▼
  Headline   SearchLine      RegionTree        FilterPanel     ReadingPane
               │ Typed         │ ReportHighlighted │ QueryEdited  │ EdgeReached
               │ Left          │ BranchToggled     │ Closed       │ DocumentChosen
               ▼               ▼                   ▼              ▼
      ┌─────────────────────────────────────────────────────────────┐
      │ BrowserScreen.ask(query) ──► Finder, in a thread             │
      │    FirstFound, TreeGrown, ReportRead … ◄── its messages      │
      └─────────────────────────────────────────────────────────────┘

An answer to a query that is no longer asked is dropped.
"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Key
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tui import locale
from tui.archive.notebook import NotebookError, Notes
from tui.query.catalog import Entry
from tui.query.query import Field, Flag, Query, QueryError
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.branches import Branch, Branches, More, Path
from tui.screen.desk import Desk
from tui.screen.dialogs.help import Help
from tui.screen.dialogs.question import LineQuestion
from tui.screen.errands.export import export
from tui.screen.finder import Finder, Openness
from tui.screen.panes.filter import FilterPanel
from tui.screen.panes.headline import Headline
from tui.screen.panes.hints import Hints
from tui.screen.panes.regions import RegionTree
from tui.screen.panes.search import SearchLine
from tui.screen.reading.pane import ReadingPane
from tui.screen.subject import Subject


class BrowserScreen(Screen[None]):
    """The one screen a clerk spends the day in."""

    BINDINGS: ClassVar[list[BindingType]] = list(BROWSER_BINDINGS)
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (60, "-stacked"), (72, "-beside"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-normal"), (36, "-high")]
    AUTO_FOCUS = "RegionTree"

    asked: var[Query] = var(Query())
    """The query everything on screen answers."""
    entry: var[Entry | None] = var(None, bindings=True)
    """The report on the right."""
    notes: var[Notes] = var(Notes(), bindings=True)
    """The basket, notes and saved searches."""
    reading_in_front: var[bool] = var(False)
    """Where there is room for one pane only, it is the report."""
    zoomed: var[bool] = var(False)
    """Only the pane in front is shown."""
    range_from: var[str | None] = var(None)
    """The report at which a range of marks was begun."""
    filtering: var[bool] = var(False)
    """The filter panel is open."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """Browse `desk`, beginning with `query`."""
        super().__init__()
        self.desk = desk
        self.finder = Finder(desk, self.post_message)
        self._begin_with = query
        self._branches: Branches | None = None
        self._opened: frozenset[Path] = frozenset({("all",), ("searches",)})
        self._closed: frozenset[Path] = frozenset()
        self._going_to: Entry | None = None
        self._keep_cursor = False
        self._go_pending = False
        self._undone_by: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """Headline, search, the two panes with the filter between, hints."""
        yield Headline(id="headline")
        yield SearchLine(id="search")
        with Horizontal(id="panes"):
            yield RegionTree(id="regions")
            yield FilterPanel(id="filter")
            yield ReadingPane(id="reading")
        yield Hints(id="hints")

    def on_mount(self) -> None:
        """Ask the first query as soon as the empty screen stands."""
        self.tree.border_title = locale.text("screen.regions")
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        self.read_notes()
        self.ask(self._begin_with)
        self._in_thread("count", self.finder.count_archive)

    @property
    def tree(self) -> RegionTree:
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

    @property
    def filter_panel(self) -> FilterPanel:
        """The panel between tree and report."""
        return self.query_one("#filter", FilterPanel)

    # Asking

    def ask(self, query: Query, *, typed: bool = False, keep_cursor: bool = False) -> None:
        """Make `query` the one everything answers.

        Args:
            query: what to ask.
            typed: it comes from the search box, whose text stays as it was typed.
            keep_cursor: stay on the report at hand instead of going to the first match.
        """
        self.asked = query
        self._keep_cursor = keep_cursor
        self.headline.complaint = ""
        if not typed:
            self.search_line.show(str(query))
        self.desk.interrupt()
        openness = Openness(self._opened, self._closed)
        self._in_thread("find", self.finder.find, query, openness, self.notes.searches)
        self._count_facets()

    def _count_facets(self) -> None:
        if self.filtering:
            self._in_thread("facets", self.finder.count_facets, self.asked)

    def _in_thread(self, group: str, work: Callable[..., None], *args: object) -> None:
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

    @on(FilterPanel.QueryEdited)
    def _filter_edited(self, event: FilterPanel.QueryEdited) -> None:
        try:
            self.ask(Query.parse(str(event.query)))
        except QueryError as error:
            self.headline.complaint = str(error)

    # Answers

    @on(Finder.FirstFound)
    def _first_found(self, event: Finder.FirstFound) -> None:
        if event.query != self.asked or self._keep_cursor:
            return
        self._going_to = self.entry = event.entry
        if event.entry is not None:
            self.reading.show(event.report, self.asked, "")
        else:
            self.reading.show_message(locale.text("screen.nothing-found"))

    @on(Finder.TreeGrown)
    def _tree_grown(self, event: Finder.TreeGrown) -> None:
        if event.query != self.asked:
            return
        self._branches = event.branches
        self.headline.query_shown = event.query
        self.headline.total = event.branches.total
        if not event.query.conditions:
            self.headline.archive_total = event.branches.total
        self.tree.show(event.tops, event.year)
        if self._going_to is not None:
            self.go_to(self._going_to)

    @on(Finder.ArchiveCounted)
    def _archive_counted(self, event: Finder.ArchiveCounted) -> None:
        self.headline.archive_total = event.total

    @on(Finder.FacetsCounted)
    def _facets_counted(self, event: Finder.FacetsCounted) -> None:
        if event.query == self.asked:
            self.filter_panel.show(event.query, event.facets, self.headline.total or 0)

    @on(Finder.BranchFilled)
    def _branch_filled(self, event: Finder.BranchFilled) -> None:
        if event.query != self.asked:
            return
        if isinstance(event.under, Branch):
            self.tree.fill(event.under.path, event.children)
            if self._going_to is not None:
                self.go_to(self._going_to)
        else:
            self.tree.extend(event.under, event.children)

    @on(Finder.ReportRead)
    def _report_read(self, event: Finder.ReportRead) -> None:
        if self.entry is None or event.entry.id != self.entry.id:
            return
        place = ""
        if event.position and self._branches is not None:
            place = f"{event.position:,}/{self._branches.total:,}"
        self.reading.show(event.report, self.asked, place)

    @on(Finder.WayFound)
    def _way_found(self, event: Finder.WayFound) -> None:
        self.go_to(event.entry)

    @on(Finder.EmptyExplained)
    def _empty_explained(self, event: Finder.EmptyExplained) -> None:
        if event.query == self.asked:
            self.reading.show_message(str(event.result))

    @on(Finder.Failed)
    def _failed(self, event: Finder.Failed) -> None:
        self.complain(event.error)

    def complain(self, error: JianbaoError) -> None:
        """Show an error once."""
        self.notify(neutral(str(error)), severity="error", markup=False, timeout=10)

    # The tree

    def go_to(self, entry: Entry) -> None:
        """Put the tree's cursor on `entry`, opening the branches on its way."""
        if self._branches is None:
            return
        self._going_to = entry
        if self.tree.move_to(entry.id):
            self._going_to = None
            return
        for path in self._branches.way_to(entry):
            self._opened |= {path}
            self._closed -= {path}
            branch = self.tree.open(path)
            if branch is not None:
                self._in_thread("branch", self.finder.fill, self._branches, branch)
                return
        self._going_to = None

    @on(RegionTree.ReportHighlighted)
    def _report_highlighted(self, event: RegionTree.ReportHighlighted) -> None:
        self.entry = event.entry
        if self._branches is not None:
            self._in_thread("read", self.finder.read, self._branches, event.entry)

    @on(RegionTree.BranchToggled)
    def _branch_toggled(self, event: RegionTree.BranchToggled) -> None:
        path = event.branch.path
        if not event.opened:
            self._opened -= {path}
            self._closed |= {path}
            return
        self._opened |= {path}
        self._closed -= {path}
        if self._branches is not None and event.wanting:
            self._in_thread(f"branch {path}", self.finder.fill, self._branches, event.branch)

    @on(RegionTree.MoreWanted)
    def _more_wanted(self, event: RegionTree.MoreWanted) -> None:
        if self._branches is not None:
            self._in_thread("more", self.finder.fill, self._branches, event.line)

    # Moving about

    @on(SearchLine.CursorMoved)
    def _cursor_moved(self, event: SearchLine.CursorMoved) -> None:
        self.step(event.step)

    def step(self, step: int, *, by_date: bool = False) -> None:
        """Go to the report after (1) or before (-1) this one, by the tree or by date."""
        if self._branches is not None and self.entry is not None:
            work = partial(self.finder.step, by_date=by_date)
            self._in_thread("step", work, self._branches, self.entry, step)

    def action_by_date(self, step: int) -> None:
        """Go to the next or previous report in the query's own order."""
        self.step(step, by_date=True)

    def action_search(self) -> None:
        """Put the keyboard in the search box."""
        self.search_line.box.focus()

    @on(SearchLine.Left)
    def _search_left(self) -> None:
        self.come_to(self.tree)

    def action_filter(self) -> None:
        """Open the filter panel, or close it."""
        self.filtering = not self.filtering

    def watch_filtering(self) -> None:
        """Show or hide the panel, and move the keyboard with it."""
        self.set_class(self.filtering, "-filtering")
        if self.filtering:
            self._count_facets()
            self.come_to(self.filter_panel)
        elif self.is_mounted:
            self.come_to(self.tree)

    @on(FilterPanel.Closed)
    def _filter_closed(self) -> None:
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
            self.come_to(self.tree)

    def action_zoom(self) -> None:
        """Show the focused pane alone, or all of them again."""
        self.zoomed = not self.zoomed

    def watch_zoomed(self) -> None:
        """Hide what is not zoomed."""
        self.set_class(self.zoomed, "-zoomed")

    def action_next_pane(self, step: int) -> None:
        """Put the keyboard on the next pane."""
        panes = [self.tree, self.reading]
        if self.filtering:
            panes.insert(1, self.filter_panel)
        here = next((n for n, pane in enumerate(panes) if pane.has_pseudo_class("focus-within")
                     or pane.has_focus), 0)
        self.come_to(panes[(here + step) % len(panes)])

    def come_to(self, pane: Widget) -> None:
        """Bring `pane` to the front and put the keyboard on it."""
        self.reading_in_front = pane is self.reading
        target = self.filter_panel.list if pane is self.filter_panel else pane
        self.call_after_refresh(target.focus)

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
        self._opened = frozenset({("all",), ("searches",)})
        self._closed = self.tree.branch_paths - self._opened
        self.ask(self.asked, typed=True, keep_cursor=True)

    def action_unfold_all(self) -> None:
        """Open every branch in sight, a level at a time."""
        self._opened |= self.tree.branch_paths
        self._closed = frozenset()
        self.ask(self.asked, typed=True, keep_cursor=True)

    # Reading

    def action_next_hit(self) -> None:
        """Go to the next hit, in the next report where this one has no more."""
        self.reading.action_next_hit()

    def action_previous_hit(self) -> None:
        """Go to the hit before, in the report before where this one has none before."""
        self.reading.action_previous_hit()

    @on(ReadingPane.EdgeReached)
    def _edge_reached(self, event: ReadingPane.EdgeReached) -> None:
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

    # Marking

    def read_notes(self) -> None:
        """Read basket and saved searches from disk."""
        self.keep(self.desk.notebook.read)

    def keep(self, change: Callable[[], Notes]) -> None:
        """Make a change to the notebook, and show what it holds now."""
        try:
            self.notes = change()
        except NotebookError as error:
            self.complain(error)

    def watch_notes(self, before: Notes, after: Notes) -> None:
        """Draw marks and count anew; a query that asks for marks is asked again."""
        self.tree.marked = after.marked
        self.headline.basket = len(after.basket)
        self.desk.marked = after.marked
        searches_changed = before.searches != after.searches
        if searches_changed or self.asked.asks(Flag.MARKED):
            self.ask(self.asked, typed=True, keep_cursor=True)

    def action_mark(self) -> None:
        """Mark the report or branch under the cursor, or unmark it."""
        if self.range_from is not None:
            self._end_range()
            return
        chosen = self.tree.chosen if self.tree.has_focus else self.entry
        match chosen:
            case Entry():
                self.toggle_marks((chosen.id,))
                if self.tree.has_focus:
                    self.tree.action_cursor_down()
            case Branch() if self._branches is not None:
                query = self._branches.query_of(chosen)
                self._in_thread("ids", self.finder.ids, query)

    def action_mark_all(self) -> None:
        """Mark everything that matches."""
        self._in_thread("ids", self.finder.ids, self.asked)

    @on(Finder.IdsFound)
    def _ids_found(self, event: Finder.IdsFound) -> None:
        if event.total > len(event.ids):
            self.tell("screen.too-many-to-mark", count=event.total, most=len(event.ids))
        else:
            self.toggle_marks(event.ids)

    def toggle_marks(self, ids: tuple[str, ...]) -> None:
        """Unmark `ids` where all of them are marked, else mark them all."""
        if not ids:
            return
        notebook = self.desk.notebook
        if self.notes.marked.issuperset(ids):
            self.keep(partial(notebook.unmark, ids))
        else:
            self.keep(partial(notebook.mark, ids))

    def action_clear_marks(self) -> None:
        """Empty the basket; undo brings it back."""
        basket = self.notes.basket
        if not basket:
            return
        self.keep(partial(self.desk.notebook.arrange, ()))
        self._undone_by = partial(self.keep, partial(self.desk.notebook.arrange, basket))
        self.tell("screen.basket-emptied", count=len(basket))

    def action_range(self) -> None:
        """Begin a range at the cursor, or mark everything from there to here."""
        if self.range_from is not None:
            self._end_range()
        elif self.entry is not None:
            self.range_from = self.entry.id

    def action_extend_range(self, step: int) -> None:
        """Begin a range if there is none, and move one line."""
        if self.range_from is None:
            self.action_range()
        self.tree.action_cursor_down() if step > 0 else self.tree.action_cursor_up()

    def watch_range_from(self) -> None:
        """Say that a range is being drawn."""
        chosen = self.range_from is not None
        self.headline.progress = locale.text("screen.range-open") if chosen else ""

    def _end_range(self) -> None:
        ids = [entry.id for entry in self.tree.entries]
        if self.entry is not None and self.range_from in ids and self.entry.id in ids:
            first, last = sorted((ids.index(self.range_from), ids.index(self.entry.id)))
            self.keep(partial(self.desk.notebook.mark, ids[first : last + 1]))
        self.range_from = None

    def action_basket(self) -> None:
        """Show the reports in the basket, or go back to what was asked before."""
        if self.asked.asks(Flag.MARKED):
            self.ask(self.asked.with_flag(Flag.MARKED, False))
        else:
            self.ask(Query().with_flag(Flag.MARKED, True))

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        if self._undone_by is None:
            self.tell("screen.nothing-to-undo")
            return
        undo, self._undone_by = self._undone_by, None
        undo()

    def tell(self, key: str, **values: object) -> None:
        """Show a sentence of the catalogue for a moment."""
        self.notify(neutral(locale.text(key, **values)), markup=False)

    # Dialogs

    @work
    async def action_help(self) -> None:
        """Show every key."""
        bindings = [active.binding for active in self.active_bindings.values()]
        known = [binding for binding in bindings if binding.description.startswith("screen.")]
        await self.app.push_screen_wait(Help(known))

    @work
    async def action_save_search(self) -> None:
        """Keep the query under a name."""
        if not self.asked.conditions:
            self.tell("screen.save-search-none")
            return
        question = LineQuestion(
            locale.text("screen.save-search-name"), value=self.asked.describe()
        )
        name = await self.app.push_screen_wait(question)
        if name:
            self.keep(partial(self.desk.notebook.save, name, str(self.asked)))
            self.tell("screen.save-search-done", name=name)

    @work
    async def action_export(self) -> None:
        """Write the basket, the report or the matches to a file."""
        subject = Subject(self.asked, self.entry, self.notes)
        try:
            await export(self, self.desk, subject, self._show_progress)
        except JianbaoError as error:
            self.complain(error)

    def _show_progress(self, sentence: str) -> None:
        self.headline.progress = sentence
