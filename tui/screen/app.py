"""The application: palette, themes, the user's keys. What is browsed is the screen's matter."""

import asyncio
import gc
import signal
from contextlib import suppress
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from tui import locale
from tui.archive.archive import Archive
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.screen.asking import HEIGHTS, WIDTHS
from tui.screen.browser import BrowserScreen
from tui.screen.choices import ChoiceError, keep_choice, read_choices
from tui.screen.desk import Desk
from tui.screen.keyboard import KeyboardApp
from tui.screen.keys import shown_key
from tui.screen.layers import use_layers

QUIT_KEYS = "q"
"""What is said to quit, unless the user has keys of their own for it."""

LOOKS = 0.5
"""Seconds between two looks whether memory should be looked through."""

NOTICES = 3
"""How many notices may stand in the corner at once."""


class JianbaoApp(KeyboardApp[JianbaoError]):
    """Browses one archive; what it gives back is why it could not."""

    TITLE = "Jianbao 简报"
    CSS_PATH = "browser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "screen.key.quit", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, archive: Archive, query: Query, *, desk: Desk | None = None, notice: str = ""
    ) -> None:
        """Browse `archive`, beginning with `query`.

        Args:
            archive: the reports.
            query: what to ask first.
            desk: an archive already opened, as tests bring it.
            notice: a sentence to be shown at the beginning.
        """
        use_layers()
        super().__init__()
        self._notice = notice
        self._desk = desk or Desk(archive)
        self._begin_with = query
        theme = read_choices().get("theme")
        if isinstance(theme, str) and self.get_theme(theme) is not None:
            self.theme = theme

    def get_default_screen(self) -> Screen[None]:
        """The browser is the only screen; dialogs come over it."""
        return BrowserScreen(self._desk, self._begin_with)

    def on_ready(self) -> None:
        """After the first frame: the collector works again, the user's own keys are in force."""
        gc.enable()
        from tui.screen.notices import use_own_notices  # nothing is said before

        use_own_notices()
        if not self.is_headless:
            from tui.screen.collecting import Collector

            collector = Collector()
            self.set_interval(LOOKS, lambda: collector.look(self.idle))
            self._obey_signals()
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if self._notice:
            self.notify(self._notice, severity="warning", markup=False, timeout=30)
        self._use_own_keys()

    def _obey_signals(self) -> None:
        """Have the end of the session or of the terminal give the screen back, as `q` does."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                with suppress(NotImplementedError):  # Windows
                    loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, status: int) -> None:
        self.exit(return_code=status)

    def _use_own_keys(self) -> None:
        from tui.screen.keymap import KeymapError, keymap_path, read_keymap

        if not keymap_path().exists():
            return
        from tui.screen.scopes import scopes

        try:
            keymap = read_keymap(scopes())
        except KeymapError as error:
            self._complain(str(error))
            return
        self.set_keymap({name: ",".join(keys) for name, keys in keymap.keys.items()})
        if complaint := keymap.complaint():
            self._complain(complaint)

    def _keep_theme(self, theme: Theme) -> None:
        try:
            keep_choice("theme", theme.name)
        except ChoiceError as error:
            self._complain(str(error))

    def _complain(self, sentence: str) -> None:
        self.notify(neutral(sentence), severity="error", markup=False, timeout=10)

    def notify(self, message: str, **more: Any) -> None:
        """Say something in the corner, where no more stands than leaves the screen to be seen."""
        if len(self._notifications) >= NOTICES:
            self.clear_notifications()
        super().notify(message, **more)

    def action_command_palette(self) -> None:
        """Show every command by its name."""
        from tui.screen import palette

        if not self.screen.has_class("--textual-command-palette"):
            self.push_screen(palette.command_palette())

    def search_themes(self) -> None:
        """Show the themes by their names."""
        from tui.screen import palette

        self.push_screen(palette.theme_palette())

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C is pressed from habit, and must not end anything."""
        keys = self._keymap.get("quit") or QUIT_KEYS
        shown = locale.text("screen.quit-hint", key=shown_key(keys.split(",")[0]))
        self.notify(shown, markup=False)
