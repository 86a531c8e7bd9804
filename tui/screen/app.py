"""The application: palette, themes, the user's keys. What is browsed is the screen's matter."""

import gc
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui import locale
from tui.archive.archive import Archive
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.screen.asking import HEIGHTS, WIDTHS
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.browser import BrowserScreen
from tui.screen.desk import Desk
from tui.screen.keymap import KeymapError, read_keymap


class JianbaoApp(App[JianbaoError]):
    """Browses one archive; what it gives back is why it could not."""

    TITLE = "Jianbao 简报"
    CSS_PATH = "browser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "screen.key.quit", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, archive: Archive, query: Query, *, desk: Desk | None = None) -> None:
        """Browse `archive`, beginning with `query`; tests bring a `desk` of their own."""
        super().__init__()
        self._desk = desk or Desk(archive)
        self._begin_with = query

    def get_default_screen(self) -> Screen[None]:
        """The browser is the only screen; dialogs come over it."""
        return BrowserScreen(self._desk, self._begin_with)

    def on_ready(self) -> None:
        """Let the collector work again, on what comes from now on."""
        gc.freeze()
        gc.enable()

    def on_mount(self) -> None:
        """Put the user's own keys in force."""
        try:
            self.set_keymap(read_keymap({binding.id for binding in BROWSER_BINDINGS}))
        except KeymapError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the browser, in the interface's language, and the themes."""
        for binding in BROWSER_BINDINGS:
            if "(" in binding.action or binding.action.endswith("command_palette"):
                continue
            title, help_text = locale.text(binding.description), locale.text(binding.tooltip)
            yield SystemCommand(title, help_text, _run(screen, binding.action))
        yield SystemCommand(
            locale.text("screen.palette.theme"),
            locale.text("screen.palette.theme-help"),
            self.action_change_theme,
        )


def _run(screen: Screen[object], action: str):  # type: ignore[no-untyped-def]
    async def run() -> None:
        await screen.run_action(action)

    return run
