"""Text that stands anywhere but in the reading pane, set in the same Chinese lines."""

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from tui.screen.reading.layout import break_lines


class Prose(Widget):
    """Paragraphs, a line of the text each; as high as they need in the width they have."""

    DEFAULT_CSS = "Prose { height: auto; }"

    def __init__(
        self, text: str | Text = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        """Show `text`, which is neutral."""
        super().__init__(id=id, classes=classes)
        self._text = text if isinstance(text, Text) else Text(text)
        self._lines: tuple[int, list[Text]] | None = None
        """The width that the text was last set for, and its lines."""

    def update(self, text: str | Text) -> None:
        """Show another text."""
        self._text = text if isinstance(text, Text) else Text(text)
        self._lines = None
        self.refresh(layout=True)

    def render(self) -> Text:
        """The lines for the width there is."""
        return Text("\n", no_wrap=True).join(self._set(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines there are in `width`."""
        return len(self._set(width))

    def _set(self, width: int) -> list[Text]:
        if self._lines is None or self._lines[0] != width:
            self._lines = width, set_text(self._text, width)
        return self._lines[1]


def set_text(text: Text, width: int) -> list[Text]:
    """Paragraphs, a line of `text` each, in lines no wider than `width` cells."""
    return [line for one in text.split("\n", allow_blank=True) for line in _lines(one, width)]


def _lines(paragraph: Text, width: int) -> list[Text]:
    """A paragraph in lines no wider than `width`, without the blanks that hang at their ends."""
    broken = list(break_lines(paragraph.plain, width))
    lines = paragraph.divide([line.start for line in broken[1:]])
    shown = [len(line.shown(paragraph.plain)) for line in broken]
    return [line[:length] for line, length in zip(lines, shown, strict=True)]
