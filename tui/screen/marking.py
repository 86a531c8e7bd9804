"""The middle of the browser: marks, the basket, and taking the last thing back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.reactive import var

from tui import locale
from tui.archive.notebook import NotebookError, Notes
from tui.query.catalog import Entry
from tui.query.query import Flag, Query
from tui.reports.errors import JianbaoError
from tui.screen import errands
from tui.screen.answering import AnsweringScreen
from tui.screen.basket import Basket, Wish
from tui.screen.branches import Branch, Branches
from tui.screen.desk import Desk
from tui.screen.panes.regions import RegionTree
from tui.screen.undoing import Undoing

if TYPE_CHECKING:
    from tui.screen import found


UNQUOTED = str.maketrans("", "", "“”")
"""A name stands in quotes wherever it is said, so it is offered without."""


class MarkingScreen(AnsweringScreen):
    """A browser in which reports are picked."""

    range_from: var[str | None] = var(None)
    """The report at which a range of marks was begun."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """As `AnsweringScreen`."""
        super().__init__(desk, query)
        self.undoing = Undoing()
        self._asked_before: Query | None = None
        """What was asked before only what is marked was."""
        self._notebook_fails = False
        """It was said that marks are not kept."""

    async def begin(self) -> None:
        """Read the notebook, then ask."""
        self.read_notes()
        await super().begin()

    def read_notes(self) -> None:
        """Read basket and saved searches from disk."""
        self.keep(self.desk.notebook.read)

    def keep(self, change: Callable[[], Notes]) -> None:
        """Make a change to the notebook, and show what it holds now."""
        try:
            self.notes = change()
            self._notebook_fails = False
        except NotebookError as error:
            if error.notes is not None:
                self.notes = error.notes
            if not self._notebook_fails:
                self.complain(error)
            self._notebook_fails = True

    def watch_notes(self, before: Notes, after: Notes) -> None:
        """Draw marks and count anew; a query that asks for marks is asked again."""
        self.regions.marked = after.marked
        self.reading.notes = after.notes
        self.headline.basket = len(after.basket)
        self.desk.marked = after.marked
        if before.basket != after.basket and self.branches is not None:
            self._count_marks(self.branches)
        searches_changed = before.searches != after.searches
        if searches_changed or self.asked.has_flag(Flag.MARKED):
            self.ask(self.asked, typed=True, keep_cursor=True)

    def on_finder_tree_grown(self, event: "found.TreeGrown") -> None:
        """Count the marks on the branches of the new tree."""
        if event.query == self.asked:
            if self.branches is None or self.branches.query != event.query:
                self.regions.marked_under = {}
            self._count_marks(event.branches)

    def _count_marks(self, branches: Branches) -> None:
        if self.notes.basket:
            self.in_thread("marks", self.finder.count_marks, branches)
        else:
            self.regions.marked_under = {}

    def on_finder_marks_counted(self, event: "found.MarksCounted") -> None:
        """Show on branches how many of their reports are in the basket."""
        if event.query == self.asked and self.notes.basket:
            self.regions.marked_under = event.counts

    def action_mark(self) -> None:
        """Mark the report or branch under the cursor, or unmark it."""
        if self.range_from is not None:
            self._end_range()
            return
        chosen = self.regions.chosen if self.regions.has_focus else self.entry
        match chosen:
            case Entry():
                self.toggle_marks((chosen.id,))
                if self.regions.has_focus:
                    self.regions.action_cursor_down()
            case Branch() if self.branches is not None:
                query = self.branches.query_of(chosen)
                self.in_thread("ids", self.finder.ids, query)

    def action_mark_all(self) -> None:
        """Mark everything that matches."""
        self.in_thread("ids", self.finder.ids, self.asked)

    def on_finder_ids_found(self, event: "found.IdsFound") -> None:
        """Mark what a branch or a query stands for."""
        if event.total > len(event.ids):
            self.tell("screen.too-many-to-mark", count=event.total, most=len(event.ids))
        else:
            self.toggle_marks(event.ids)

    def toggle_marks(self, ids: tuple[str, ...]) -> None:
        """Unmark `ids` where all of them are marked, else mark them all."""
        if not ids:
            return
        notebook = self.desk.notebook
        is_marked = self.notes.marked.issuperset(ids)
        self._remark(partial(notebook.unmark if is_marked else notebook.mark, ids))

    def _remark(self, change: Callable[[], Notes]) -> None:
        """Change the basket so that undo gives it back."""
        basket = self.notes.basket
        self.keep(change)
        if self.notes.basket != basket:
            self._can_give_back(basket)

    def _can_give_back(self, basket: tuple[str, ...]) -> None:
        self.undoing.add(partial(self.keep, partial(self.desk.notebook.arrange, basket)))

    def action_clear_marks(self) -> None:
        """Empty the basket; undo brings it back."""
        basket = self.notes.basket
        if not basket:
            return
        self.keep(partial(self.desk.notebook.arrange, ()))
        self._can_give_back(basket)
        self.tell("screen.basket-emptied", count=len(basket))

    def action_range(self) -> None:
        """Begin a range at the cursor, or mark everything from there to here."""
        if self.range_from is not None:
            self._end_range()
        elif (begin := self._in_tree) is not None:
            self.range_from = begin
        else:
            self.tell("screen.range-needs-report")

    @property
    def _in_tree(self) -> str | None:
        """The report at hand; none while the branch it stands in was not opened."""
        shown = self.entry.id if self.entry else None
        return shown if any(entry.id == shown for entry in self.regions.entries) else None

    def action_extend_range(self, step: int) -> None:
        """Begin a range if there is none, and move one line."""
        if self.range_from is None:
            self.range_from = self._in_tree
        self.regions.action_cursor_down() if step > 0 else self.regions.action_cursor_up()

    def watch_range_from(self) -> None:
        """Show the range that is being drawn."""
        if self.range_from is None:
            self.regions.ranged = frozenset()
            self.headline.tell("range", "")
        else:
            self._show_range()

    def watch_entry(self) -> None:
        """The cursor is the other end of a range."""
        if self.range_from is not None:
            self._show_range()

    def _show_range(self) -> None:
        ids = self._range()
        self.regions.ranged = frozenset(ids)
        self.headline.tell("range", locale.text("screen.range-open", count=len(ids)))

    def _range(self) -> list[str]:
        """The reports from where the range was begun to the one at hand."""
        ids = [entry.id for entry in self.regions.entries]
        if self.entry is None or self.range_from not in ids or self.entry.id not in ids:
            return []
        first, last = sorted((ids.index(self.range_from), ids.index(self.entry.id)))
        return ids[first : last + 1]

    def _end_range(self) -> None:
        if ids := self._range():
            self._remark(partial(self.desk.notebook.mark, ids))
        self.range_from = None

    def action_marked_only(self) -> None:
        """Ask for the reports in the basket, or go back to what was asked before."""
        marked = Query().with_flag(Flag.MARKED, True)
        if self.asked == marked and self._asked_before is not None:
            self.ask(self._asked_before)
        elif self.asked.has_flag(Flag.MARKED):
            self.ask(self.asked.with_flag(Flag.MARKED, False))
        else:
            self._asked_before = self.asked
            self.ask(marked)

    async def open_basket(self) -> Wish | None:
        """Show the basket to be put in order; what the user wants next."""
        self.read_notes()
        basket = Basket(self.desk.notebook, self.notes, self._take_notes)
        wish = await errands.open_basket(self, self.desk, basket)
        self.read_notes()
        if basket.has_changed:
            self.undoing.add(partial(self._undo_in_basket, basket))
        return wish

    def _take_notes(self, notes: Notes) -> None:
        """Show what the basket's own view has changed."""
        self.notes = notes

    def _undo_in_basket(self, basket: Basket) -> None:
        self.keep(basket.undone)
        if basket.has_changed:
            self.undoing.add(partial(self._undo_in_basket, basket))

    # Saved searches

    @work
    async def action_save_search(self) -> None:
        """Keep the query under a name."""
        if not self.asked.conditions:
            self.tell("screen.save-search-none")
            return
        sentence = locale.text("screen.save-search-name")
        offered = self.asked.describe().translate(UNQUOTED)
        name = await errands.ask_line(self, sentence, offered)
        if name:
            save = partial(self.desk.notebook.save, name, str(self.asked))
            self._keep_searches(save, "screen.save-search-done", name)

    @on(RegionTree.RemovalWanted)
    def _removal_wanted(self, event: RegionTree.RemovalWanted) -> None:
        remove = partial(self.desk.notebook.save, event.name, "")
        self._keep_searches(remove, "screen.search-removed", event.name)

    @on(RegionTree.RenameWanted)
    @work
    async def _rename_wanted(self, event: RegionTree.RenameWanted) -> None:
        sentence = locale.text("screen.save-search-name")
        name = await errands.ask_line(self, sentence, event.name)
        if not name or name == event.name:
            return
        if name in self.notes.searches:
            self.tell("screen.search-name-taken", name=name)
            return
        rename = partial(self.desk.notebook.rename, event.name, name)
        self._keep_searches(rename, "screen.save-search-done", name)

    def _keep_searches(self, change: Callable[[], Notes], sentence: str, name: str) -> None:
        before = self.notes.searches
        self.keep(change)
        if self.notes.searches != before:
            restore = partial(self.desk.notebook.arrange_searches, before)
            self.undoing.add(partial(self.keep, restore))
            self.tell(sentence, name=name)

    def action_undo(self) -> None:
        """Take back the last thing done here; what was said of it is true no more."""
        self.app.clear_notifications()
        try:
            if not self.undoing.take_back():
                self.tell("screen.nothing-to-undo")
        except JianbaoError as error:
            self.complain(error)
