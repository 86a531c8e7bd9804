"""The basket as the user rearranges it: every change is kept at once and can be taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from tui.archive.notebook import Notebook, Notes
from tui.query.catalog import Entry


class Read(NamedTuple):
    """The user wants to read a report of the basket."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Export:
    """The user wants to export the basket as it is ordered."""


Wish = Read | Export
"""What the browser is asked to do next."""


class Basket:
    """What is marked, in the user's order, with the user's notes.

    Every method that changes something raises `NotebookError` where it cannot be kept; then
    nothing has changed.
    """

    def __init__(
        self,
        notebook: Notebook,
        notes: Notes,
        changed: Callable[[Notes], object] = lambda notes: None,
    ) -> None:
        """Begin with what `notebook` holds, `notes`; `changed` is told what it holds later."""
        self.notes = notes
        self._changed = changed
        self._notebook = notebook
        self._undo: list[tuple[str, Callable[[], Notes]]] = []

    @property
    def ids(self) -> tuple[str, ...]:
        """The reports, in order."""
        return self.notes.basket

    @property
    def has_changed(self) -> bool:
        """Something can be taken back."""
        return bool(self._undo)

    def move(self, report_id: str, step: int) -> bool:
        """Move a report up (-1) or down (1); false where it stands at the end already."""
        here = self.ids.index(report_id)
        if not 0 <= here + step < len(self.ids):
            return False
        self._put(report_id, here + step, here)
        return True

    def take_out(self, report_id: str) -> None:
        """Take one report out."""
        here = self.ids.index(report_id)
        self._do(
            report_id,
            partial(self._notebook.unmark, (report_id,)),
            partial(self._notebook.place, report_id, here),
        )

    def clear(self, ids: Iterable[str]) -> None:
        """Take several reports out at once."""
        before = self.ids
        self._do("", partial(self._notebook.unmark, ids), partial(self._notebook.arrange, before))

    def note(self, report_id: str, text: str) -> None:
        """Write a note on a report; an empty one takes it away."""
        before = self.notes.notes.get(report_id, "")
        self._do(
            report_id,
            partial(self._notebook.note, report_id, text),
            partial(self._notebook.note, report_id, before),
        )

    def undo(self) -> str:
        """Take the last change back; the report it was about, or nothing where there are many."""
        report_id, undo = self._undo[-1]
        self._keep(undo())
        self._undo.pop()
        return report_id

    def undone(self) -> Notes:
        """What the notebook holds after the last change was taken back."""
        self.undo()
        return self.notes

    def _keep(self, notes: Notes) -> None:
        self.notes = notes
        self._changed(notes)

    def _put(self, report_id: str, place: int, before: int) -> None:
        put = self._notebook.place
        self._do(report_id, partial(put, report_id, place), partial(put, report_id, before))

    def _do(self, report_id: str, do: Callable[[], Notes], undo: Callable[[], Notes]) -> None:
        self._keep(do())
        self._undo.append((report_id, undo))
