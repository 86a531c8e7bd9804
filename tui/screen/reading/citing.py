"""A page with cited documents, which one steps between and whose reports one asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from textual import events
from textual.message import Message

from tui.screen.reading.marks import Mark
from tui.screen.reading.parted import PartedView

Direction = Literal[-1, 1]
"""Backwards or forwards."""


class CitingView(PartedView):
    """A `PartedView` that knows where documents are cited."""

    @dataclass
    class DocumentChosen(Message, namespace="reading_pane"):
        """A cited document's reports are wanted."""

        title: str
        """Without 《》, as in `Report.documents`."""

    def __init__(
        self, *, indented: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(indented=indented, id=id, classes=classes)
        self._documents: Sequence[Mark] = ()
        self._document = -1

    @property
    def document_at_cursor(self) -> str | None:
        """Title of the cited document stepped to, without 《》."""
        return self._documents[self._document].title if self._document >= 0 else None

    def _cite(self, documents: Sequence[Mark], *, keep_cursor: bool) -> None:
        """These are cited; `keep_cursor` leaves the one stepped to, where it is still there."""
        had_documents = bool(self._documents)
        self._documents = documents
        if not keep_cursor or self._document >= len(documents):
            self._document = -1
        if had_documents != bool(documents):
            self.refresh_bindings()

    def on_click(self, event: events.Click) -> None:
        """A click on a cited document chooses it."""
        number = event.style.meta.get("document")
        if number is not None and self.text_selection is None:
            self._document = number
            self.refresh()
            self.action_choose_document()

    def action_next_document(self) -> None:
        """Step to the next cited document; after the last, to the first."""
        self._step_document(1)

    def action_previous_document(self) -> None:
        """Step to the cited document before; before the first, to the last."""
        self._step_document(-1)

    def _step_document(self, direction: Direction) -> None:
        if not self._documents:
            return
        fresh = self._document < 0
        start = self._first_document_in_view(direction) if fresh else self._document + direction
        self._document = start % len(self._documents)
        mark = self._documents[self._document]
        self._reveal(self._page.row_of(mark.block, mark.start))
        self.refresh_bindings()

    def _first_document_in_view(self, direction: Direction) -> int:
        """Where stepping begins: at the documents on the screen, else past its top."""
        place = self._place_at_top() or (0, 0)
        first = sum((mark.block, mark.start) < place for mark in self._documents)
        return first if direction > 0 else first - 1

    def action_choose_document(self) -> None:
        """Ask for the reports that cite the document stepped to."""
        if (title := self.document_at_cursor) is not None:
            self.post_message(self.DocumentChosen(title))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what needs a document where none is stepped to, or none is cited."""
        if action == "choose_document":
            return True if self._document >= 0 else None
        if action in ("next_document", "previous_document"):
            return True if self._documents else None
        return True
