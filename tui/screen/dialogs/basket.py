"""The basket's own view: what is picked, in the order it will be handed on, with notes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from tui import locale
from tui.archive.notebook import NotebookError
from tui.export.summary import summarize
from tui.query.catalog import Entry, Interrupted
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.screen.basket import Basket, Export, Read, Wish
from tui.screen.bindings import key
from tui.screen.desk import AGAIN
from tui.screen.dialogs.basket_list import BasketList
from tui.screen.dialogs.dialog import Dialog
from tui.screen.dialogs.question import LineQuestion
from tui.screen.over import HELP
from tui.screen.panes.hints import Hints

Find = Callable[[Iterable[str]], Sequence[Entry]]
"""Gives the entries of reports, leaving those out that are gone; called in a thread."""


NEED_REPORT = frozenset({"move", "note", "take_out", "export"})


class BasketDialog(Dialog[Wish]):
    """Orders the basket, writes notes, takes reports out; gives back what is to be done next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e,ctrl+e", "export", "export", show=True),
        key("n,f4", "note", "note", show=True),
        key("x,delete", "take_out", "take-out", show=True),
        key("J,shift+down", "move(1)", "move-down", show=True),
        key("K,shift+up", "move(-1)", "move-up", show=True),
        key("U,ctrl+z", "undo", "undo", show=True),
        key("C,f5", "clear_gone", "clear-gone", show=True),
        HELP,
        key("escape,b,f8,backspace", "turn_back", "leave-basket"),
    ]

    def __init__(
        self, basket: Basket, find: Find, *, is_complete: Callable[[], bool] = lambda: True
    ) -> None:
        """Show `basket`.

        Args:
            basket: what is marked.
            find: looks its reports up.
            is_complete: whether a report that is not found is gone; else it may be found later.
        """
        super().__init__()
        self._is_complete = is_complete
        self._complete = True
        self._basket = basket
        self._find = find
        self._entries: Mapping[str, Entry] | None = None
        self._sought: frozenset[str] = frozenset()
        """The reports that were looked up, those that are gone among them."""
        self._summed: frozenset[str] | None = None
        """The reports that the summary is about."""
        self._gone: list[str] = []
        """Those of them that are no longer in the archive."""

    def compose(self) -> ComposeResult:
        """The summary, the list, the note under the cursor, the keys."""
        with Vertical(classes="dialog-box", id="basket"):
            yield Static(locale.text("screen.counting"), id="basket-summary", markup=False)
            yield BasketList(id="basket-list")
            yield Static(id="basket-note", markup=False)
            yield Hints()

    def on_mount(self) -> None:
        """Look the reports up."""
        self.query_one("#basket").border_title = locale.text("screen.key.basket")
        self._list.focus()
        self._look_up()

    @property
    def is_ready(self) -> bool:
        """Whether the reports have been looked up."""
        return self._entries is not None

    @property
    def _list(self) -> BasketList:
        return self.query_one(BasketList)

    @work(thread=True, exclusive=True, group="basket")
    def _look_up(self) -> None:
        worker, ids = get_current_worker(), self._basket.ids
        try:
            complete = self._is_complete()
            found = {entry.id: entry for entry in self._find(ids)}
        except Interrupted:
            # By the browser behind, which asks anew whenever the archive changes.
            if not worker.is_cancelled:
                self.app.call_from_thread(self.set_timer, AGAIN, self._look_up)
            return
        except JianbaoError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._complain, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._found, frozenset(ids), found, complete)

    def _found(self, sought: frozenset[str], entries: Mapping[str, Entry], complete: bool) -> None:
        self._sought, self._entries = sought, entries
        self._complete = complete or sought <= entries.keys()
        self._summed = None
        self._show()
        if not self._complete:
            self.set_timer(AGAIN, self._look_up)

    def _show(self) -> None:
        """Draw everything anew; what another browser marked meanwhile is looked up first."""
        if self._entries is None:
            return
        if not self._sought.issuperset(self._basket.ids):
            self._look_up()
            return
        if self._basket.notes.marked != self._summed:
            self._sum(self._entries)
        self._list.show(self._basket.notes, self._entries, complete=self._complete)
        self.refresh_bindings()

    def _sum(self, entries: Mapping[str, Entry]) -> None:
        """Say what the basket holds; it need not be done for another order."""
        self._summed = self._basket.notes.marked
        missing = [one for one in self._basket.ids if one not in entries]
        self._gone = missing if self._complete else []
        here = [entries[one] for one in self._basket.ids if one in entries]
        parts = [str(summarize(here))] if here else []
        if missing:
            key = "screen.basket-count-gone" if self._gone else "screen.basket-count-unindexed"
            parts.append(locale.text(key, count=len(missing)))
        sentence = " · ".join(parts) or locale.text("screen.basket-empty")
        self.query_one("#basket-summary", Static).update(Text(sentence))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is greyed out; clearing shows only where something is gone."""
        if action in NEED_REPORT:
            return True if self._basket.ids and self._entries is not None else None
        if action == "undo":
            return True if self._basket.has_changed else None
        return bool(self._gone) if action == "clear_gone" else True

    @on(BasketList.Highlighted)
    def _highlighted(self, event: BasketList.Highlighted) -> None:
        note = self._basket.notes.notes.get(event.report_id or "", "")
        entry = (self._entries or {}).get(event.report_id or "")
        words = locale.text("screen.basket-note", note=note) if note else entry and entry.title
        self.query_one("#basket-note", Static).update(Text(neutral(words or "")))

    @on(BasketList.Chosen)
    def _chosen(self, event: BasketList.Chosen) -> None:
        entry = (self._entries or {}).get(event.report_id)
        if entry is not None:
            self.dismiss(Read(entry))
        else:
            self.app.bell()

    def action_export(self) -> None:
        """Leave, to export the basket."""
        self.dismiss(Export())

    def action_move(self, step: int) -> None:
        """Move the report under the cursor up or down."""
        report_id = self._list.report_id
        if report_id is not None and self._change(lambda: self._basket.move(report_id, step)):
            self._list.go_to(self._basket.ids.index(report_id))

    def action_take_out(self) -> None:
        """Take the report under the cursor out of the basket."""
        report_id = self._list.report_id
        if report_id is not None:
            self._change(lambda: self._basket.take_out(report_id))

    @work
    async def action_note(self) -> None:
        """Write a note on the report under the cursor."""
        report_id = self._list.report_id
        if report_id is None:
            return
        before = neutral(self._basket.notes.notes.get(report_id, ""))
        question = LineQuestion(
            locale.text("screen.basket-ask-note"), value=before, may_be_empty=True
        )
        note = await self.app.push_screen_wait(question)
        if note is not None:
            self._change(lambda: self._basket.note(report_id, note))

    def action_clear_gone(self) -> None:
        """Take those out of the basket that are gone from the archive."""
        gone = self._gone
        if gone:
            self._change(lambda: self._basket.clear(gone))

    def action_undo(self) -> None:
        """Take the last change made here back."""
        if not self._basket.has_changed:
            return
        about: list[str] = []
        if (
            self._change(lambda: about.append(self._basket.undo()))
            and about[0] in self._basket.ids
        ):
            self._list.go_to(self._basket.ids.index(about[0]))

    def _change(self, change: Callable[[], object]) -> bool:
        """Change the basket and show it; false where it could not be kept."""
        try:
            change()
        except NotebookError as error:
            self._complain(error)
            return False
        self._show()
        return True

    def _complain(self, error: JianbaoError) -> None:
        self.notify(neutral(str(error)), severity="error", markup=False, timeout=10)
