"""What a thread tells of how far it is, shown in the headline as often as anybody can read it."""

import time
from types import TracebackType

from textual.screen import Screen

from tui import locale
from tui.screen.errands import Progress

PERIOD = 0.1
"""Seconds from one sentence to the next."""


class Telling:
    """Shows a sentence at once, others while a thread works; a context manager that ends it."""

    def __init__(self, screen: Screen[None], progress: Progress, key: str) -> None:
        """Show the sentence for `key`."""
        self._screen = screen
        self._progress = progress
        self._is_over = False
        self._next = time.monotonic() + PERIOD
        progress(locale.text(key))

    def tell(self, key: str, /, **values: object) -> None:
        """Show another sentence, from any thread; most of those that come quickly are left out."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + PERIOD
            self._screen.call_later(self._show, locale.text(key, **values))

    def _show(self, sentence: str) -> None:
        if not self._is_over:
            self._progress(sentence)

    def __enter__(self) -> "Telling":
        """Nothing more to do."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Show nothing any more."""
        self._is_over = True
        self._progress("")
