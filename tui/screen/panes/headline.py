"""The sentence at the top: what is on screen, and how much is in the basket."""

from collections.abc import Hashable
from typing import ClassVar

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from tui import locale
from tui.query.query import Query
from tui.reports.neutral import neutral
from tui.screen.cells import ends, fit


class Headline(Widget):
    """One line: the program, how many of how many, the query in words, the basket."""

    query_shown: reactive[Query] = reactive(Query())
    total: reactive[int | None] = reactive(None)
    """How many match; none while they are counted."""
    archive_total: reactive[int | None] = reactive(None)
    basket: reactive[int] = reactive(0)
    progress: reactive[str] = reactive("")
    """What goes on behind, such as "indexing 40%"; see `tell`. Empty most of the time."""
    complaint: reactive[str] = reactive("")
    """Why the text in the search box is no query; the last good one stays in force."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headline--name",
        "headline--basket",
        "headline--complaint",
    }

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing goes on behind yet."""
        super().__init__(id=id)
        self._going_on: dict[Hashable, str] = {}

    def tell(self, what: Hashable, sentence: str) -> None:
        """Show how far `what` is; an empty sentence ends it.

        Of several that go on, what began last is shown; when it ends, the one before again.
        """
        if sentence:
            self._going_on[what] = sentence
        else:
            self._going_on.pop(what, None)
        self.progress = next(reversed(self._going_on.values()), "")

    def render(self) -> Text:
        """The line, cut to the width; the basket stays whole."""
        room = self.size.width
        name = " Jianbao  "
        if self.complaint:
            style = self.get_component_rich_style("headline--complaint")
            return Text(fit(f" {neutral(self.complaint)}", room), style=style)
        right = locale.text("screen.basket-count", count=self.basket)
        if self.progress:
            right = f"{self.progress}  {right}"
        line = ends(name + self._sentence(), right + " ", room)
        text = Text(line, no_wrap=True)
        text.stylize(self.get_component_rich_style("headline--name"), 0, min(len(name), room))
        if self.basket:
            basket = self.get_component_rich_style("headline--basket")
            text.stylize(basket, len(line) - len(right) - 1, len(line) - 1)
        return text

    def _sentence(self) -> str:
        if self.total is None:
            counts = locale.text("screen.counting")
        else:
            whole = self.total if self.archive_total is None else self.archive_total
            counts = locale.text("screen.counts", total=self.total, all=whole)
        return f"{counts} · {neutral(self.query_shown.describe())}"
