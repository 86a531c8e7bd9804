"""A page whose parts one can jump between, and which says what part is read."""

from dataclasses import dataclass

from textual.message import Message

from tui.screen.reading.page import PartPlace
from tui.screen.reading.view import PageView


class PartedView(PageView):
    """A `PageView` that knows where the parts of its text begin."""

    @dataclass
    class PartsChanged(Message, namespace="reading_pane"):
        """The report has these parts."""

        labels: tuple[str, ...]

    @dataclass
    class PartReached(Message, namespace="reading_pane"):
        """Another part stands at the top of the pane."""

        part: int | None
        """Its number, from 0; none before the first."""

    def __init__(
        self, *, indented: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(indented=indented, id=id, classes=classes)
        self._part: int | None = None
        self._part_row = -1
        """The row last jumped to by part, while the pane still stands there."""

    @property
    def parts(self) -> tuple[PartPlace, ...]:
        """The report's parts, as far as it is laid."""
        return tuple(self._page.parts)

    def show_part(self, part: int) -> None:
        """Put the heading of a part, numbered from 0, at the top."""
        if part >= len(self._page.parts):
            self._finish()
        if 0 <= part < len(self._page.parts):
            self._scroll(self._page.parts[part].row)
            self._part_row = self.scroll_offset.y
            self._reach_part(part)

    def laid(self) -> None:
        """Tell the parts, now that all are known."""
        self._part_row = -1
        self.post_message(self.PartsChanged(tuple(part.label for part in self._page.parts)))
        self.scrolled(self.scroll_offset.y)

    def scrolled(self, row: int) -> None:
        """Say which part is read now."""
        self._reach_part(self._page.part_at(row))

    def action_next_part(self) -> None:
        """Put the next part's heading at the top."""
        self._finish()
        part = self._part_read()
        self.show_part(0 if part is None else part + 1)

    def action_previous_part(self) -> None:
        """Put this part's heading at the top, or the one before it; else the report's top."""
        self._finish()
        part = self._part_read()
        if part is None or (part == 0 and self._stands_at(0)):
            self._scroll(0)
        else:
            self.show_part(part - 1 if self._stands_at(part) else part)

    def _part_read(self) -> int | None:
        """The part jumped to, or the one at the top."""
        if self._part_row == self.scroll_offset.y:
            return self._part
        return self._page.part_at(self.scroll_offset.y)

    def _stands_at(self, part: int) -> bool:
        jumped = self._part_row == self.scroll_offset.y and self._part == part
        return jumped or self._page.parts[part].row == self.scroll_offset.y

    def _reach_part(self, part: int | None) -> None:
        if part != self._part:
            self._part = part
            self.post_message(self.PartReached(part))
