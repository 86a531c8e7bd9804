"""What is said in the corner, set in the same Chinese lines as everything else."""

from rich.text import Text
from textual.content import Content
from textual.geometry import Size
from textual.widgets import _toast

from tui.screen.reading.prose import set_text


class Notice(_toast.Toast):
    """A notice no line of which begins with closing punctuation or ends with opening."""

    def render(self) -> Content:
        """The lines for the width there is."""
        lines = map(Content.from_rich_text, self._set(self.content_size.width))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines there are in `width`."""
        return len(self._set(width))

    def _set(self, width: int) -> list[Text]:
        told = self._notification
        message = Text.from_markup(told.message) if told.markup else Text(told.message)
        if told.title:
            message = Text.assemble((told.title, "bold"), "\n", message)
        return set_text(message, width)


def use_own_notices() -> None:
    """Have every screen show a `Notice`: Textual leaves no choice of the widget."""
    vars(_toast)["Toast"] = Notice
