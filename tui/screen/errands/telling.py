"""What goes on in a thread: how far it is, as often as anybody can read it, and giving it up."""

import asyncio
import time
from collections.abc import Awaitable
from threading import Event
from types import TracebackType
from typing import TypeVar

from textual.screen import Screen

from tui import locale
from tui.screen.errands import Progress

PERIOD = 0.1
"""Seconds from one sentence to the next."""

T = TypeVar("T")


class Stopped(Exception):
    """The user no longer wants what a thread is at."""


async def wanted(work: Awaitable[T], stop: Event) -> T:
    """What `work` gives; once it is stopped, a thread of its own finds that out by itself.

    Raises:
        Stopped: it is no longer wanted.
    """
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=PERIOD)
            if stop.is_set():
                raise Stopped
    except BaseException:  # it is stopped, or the browser is left
        task.cancel()
        task.add_done_callback(_forget)
        raise
    return await task


def _forget(task: "asyncio.Future[T]") -> None:
    """Take what came of work that is not wanted, so that nobody complains of it."""
    if not task.cancelled():
        task.exception()


class Telling:
    """Shows a sentence at once, others while a thread works; a context manager that ends it."""

    def __init__(
        self, screen: Screen[None], progress: Progress, key: str, stop: Event | None = None
    ) -> None:
        """Show the sentence for `key`; `stop` is set when the user wants no more of it."""
        self._stop = stop
        self._screen = screen
        self._progress = progress
        self._is_over = False
        self._next = time.monotonic() + PERIOD
        progress(locale.text(key))

    def tell(self, key: str, /, **values: object) -> None:
        """Show another sentence, from any thread; most of those that come quickly are left out.

        Raises:
            Stopped: it is no longer wanted.
        """
        if self._stop is not None and self._stop.is_set():
            raise Stopped
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
