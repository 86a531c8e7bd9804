"""Panes that are mounted when there is need and room for them; the first frame waits for none.

On a small terminal they are never even loaded.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.screen.panes.filter import FilterPanel
    from tui.screen.reading.outline import Outline
    from tui.screen.reading.pane import ReadingPane
    from tui.screen.timeline import Timeline

ROOMY = 150
"""Columns from which on there is room for an outline."""
HIGH = 36
"""Rows from which on there is room for a strip of bars."""


class Extras:
    """The filter panel, the strip of bars and the outline of one browser."""

    def __init__(self, screen: Screen[None], count_months: Callable[[], None]) -> None:
        """Furnish `screen`; a new strip of bars is filled by `count_months`."""
        self._screen = screen
        self._count_months = count_months

    @property
    def filter_panel(self) -> "FilterPanel | None":
        """The panel between tree and report, once it was opened."""
        return cast("FilterPanel | None", self._pane("filter"))

    @property
    def timeline(self) -> "Timeline | None":
        """The strip of bars above the panes, where there is room for it."""
        return cast("Timeline | None", self._pane("timeline"))

    @property
    def outline(self) -> "Outline | None":
        """The parts of the report, beside it, where there is room for them."""
        return cast("Outline | None", self._pane("outline"))

    @property
    def shown(self) -> list[Widget]:
        """Those that can be gone to with the Tab key, besides the filter panel."""
        return [pane for pane in (self.outline, self.timeline) if pane and pane.display]

    async def open_filter(self) -> "FilterPanel":
        """The filter panel, mounted if it was not."""
        if (panel := self.filter_panel) is None:
            from tui.screen.panes.filter import FilterPanel

            panel = FilterPanel(id="filter")
            await self._screen.query_one("#panes").mount(panel, after="#regions")
        return panel

    async def furnish(self) -> None:
        """Mount what there is room for and was not there yet."""
        width, height = self._screen.size
        if height >= HIGH and self.timeline is None:
            from tui.screen.timeline import Timeline

            await self._screen.mount(Timeline(id="timeline"), after="#search")
            self._count_months()
        if width >= ROOMY and self.outline is None:
            from tui.screen.reading.outline import Outline

            outline = Outline(id="outline")
            await self._screen.query_one("#panes").mount(outline)
            reading = cast("ReadingPane", self._screen.query_one("#reading"))
            outline.show([part.label for part in reading.parts])

    def _pane(self, name: str) -> Widget | None:
        return next(iter(self._screen.query(f"#{name}")), None)
