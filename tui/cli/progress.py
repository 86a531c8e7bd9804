"""A progress bar on the terminal, for what takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds without a bar."""


@contextmanager
def progress(key: str, total: Callable[[], int]) -> Iterator[Callable[[int], None]]:
    """What is to be told how many are done; a bar appears on standard error if it takes long.

    Args:
        key: the catalogue's name of what is being done.
        total: asked once, when the bar appears.
    """
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    bar = _Bar(key, total)
    try:
        yield bar.update
    finally:
        bar.stop()


class _Bar:
    """A `rich.progress.Progress` that starts late; rich is imported only then."""

    def __init__(self, key: str, total: Callable[[], int]) -> None:
        self._key = key
        self._total = total
        self._start = time.monotonic()
        self._next = self._start + PATIENCE
        self._stop: Callable[[], None] | None = None
        self._show: Callable[[int], None] | None = None

    def update(self, done: int) -> None:
        """Show `done`, ten times a second at most."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + 0.1
        if self._show is None:
            self._begin()
        if self._show is not None:
            self._show(done)

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        from tui import locale

        bar = Progress(console=Console(stderr=True), transient=True)
        task = bar.add_task(locale.text(self._key), total=self._total())
        bar.start()
        self._stop = bar.stop
        self._show = lambda done: bar.update(task, completed=done)

    def stop(self) -> None:
        """Take the bar off the terminal."""
        if self._stop is not None:
            self._stop()
