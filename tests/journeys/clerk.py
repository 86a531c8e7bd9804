"""A clerk at the keyboard: presses keys, waits for the threads, reads the screen."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip

from tui.archive.archive import Archive
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.screen.app import JianbaoApp
from tui.screen.browser import BrowserScreen


class Clerk:
    """Works with one browser."""

    def __init__(self, app: JianbaoApp, pilot: Pilot[JianbaoError]) -> None:
        """Sit down at `app`."""
        self.app = app
        self.pilot = pilot

    @property
    def browser(self) -> BrowserScreen:
        """The browser's screen, whatever stands over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, BrowserScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, as fast as the screen takes them."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type text, a character at a time."""
        await self.press(*text)

    async def settle(self) -> None:
        """Wait until no thread works, no message is left and the screen is drawn.

        An errand that waits for the user at a dialog is not waited for.
        """
        for _ in range(2):
            await self.pilot.pause()
            while self._busy():
                await self.pilot.pause(0.005)
        await self.pilot.pause()

    async def until(self, word: str) -> None:
        """Wait until the headline says `word` of what goes on."""
        end = time.monotonic() + 30
        while word not in self.browser.headline.progress:
            assert time.monotonic() < end, self.browser.headline.progress
            await self.pilot.pause(0.005)

    def _busy(self) -> bool:
        working = [worker for worker in self.app.workers if not worker.is_finished]
        errands = [worker for worker in working if worker.group == "default"]
        at_dialog = len(self.app.screen_stack) > 1
        waiting = len(working) > len(errands) or bool(errands and not at_dialog)
        return waiting or (self.app.is_running and self.app.keys_waiting > 0)

    def strips(self) -> list[Strip]:
        """What stands on the screen, line by line, with its widths."""
        return self.app.screen._compositor.render_strips()

    def lines(self) -> list[str]:
        """What stands on the screen, without the blanks at the right."""
        return [strip.text.rstrip() for strip in self.strips()]

    def sees(self, text: str) -> bool:
        """Whether `text` stands in one line of the screen."""
        return any(text in line for line in self.lines())

    @property
    def told(self) -> list[str]:
        """What stands in the corner for a moment."""
        return [notice.message for notice in self.app._notifications]

    @property
    def headline(self) -> str:
        """The line at the top."""
        return self.lines()[0]

    @property
    def tree(self) -> list[str]:
        """The lines of the region tree, without their blanks at the sides."""
        width = self.browser.regions.size.width
        regions = self.browser.regions
        return [
            regions.render_line(y).crop(0, width).text.strip()
            for y in range(min(regions.size.height, regions.last_line + 1))
        ]

    @property
    def reading(self) -> str:
        """The body of the report shown, or nothing."""
        report = self.browser.reading.report
        return report.body if report else ""


@asynccontextmanager
async def at_work(
    archive: Path | None, query: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Clerk]:
    """A clerk before a browser on `archive`."""
    app = JianbaoApp(Archive.open(archive), Query.parse(query))
    async with app.run_test(size=size, notifications=True) as pilot:
        clerk = Clerk(app, pilot)
        await clerk.settle()
        yield clerk
