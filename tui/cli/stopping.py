"""Signals that ask a command to stop: an exception it can clean up after, and a time to wait."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl+C, the end of the session, the end of the terminal."""

CALM = 3.0
"""Seconds for cleaning up, in which a signal more changes nothing."""

_Handler = Callable[[int, FrameType | None], Any]


class Stopped(KeyboardInterrupt):
    """A signal asked the command to stop."""

    def __init__(self, number: int) -> None:
        """Keep the signal's `number`, which decides the exit status."""
        super().__init__()
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Have signals raise `Stopped` in the main thread; those that are ignored stay so.

    After that the process is about to end, and they change nothing any more.
    """
    last = -CALM

    def stop(number: int, _: FrameType | None) -> None:
        nonlocal last
        if time.monotonic() - last >= CALM:
            last = time.monotonic()
            raise Stopped(number)

    before = _answer(stop)
    try:
        yield
    except KeyboardInterrupt:
        # A handler of Python's own would be gone before the process has ended.
        for number in before:
            signal.signal(number, signal.SIG_IGN)
        raise
    except BaseException:
        _restore(before)
        raise
    _restore(before)


class Deferral:
    """From the first `check` on, a signal waits for the next; a context manager that ends this.

    What is asked for after the last check comes too late and changes nothing.
    """

    def __init__(self) -> None:
        """Nothing waits yet."""
        self._asked: list[int] = []
        self._before: dict[int, Any] | None = None

    def check(self) -> None:
        """Raise `Stopped` where a signal has come since the last time."""
        if self._before is None:
            self._before = _answer(lambda number, _: self._asked.append(number))
        if self._asked:
            raise Stopped(self._asked.pop())

    def __enter__(self) -> "Deferral":
        """Nothing waits yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Signals do again what they did before, unless the process is about to end."""
        if not isinstance(error, Stopped):
            _restore(self._before or {})


def as_usual() -> None:
    """Have signals do what they do in any program of Python's."""
    for number in SIGNALS:
        if callable(signal.getsignal(number)):
            usual = number == signal.SIGINT
            signal.signal(number, signal.default_int_handler if usual else signal.SIG_DFL)


def _answer(handler: _Handler) -> dict[int, Any]:
    """Let `handler` answer the signals; what did so before, by number."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    # One that is ignored was so from the start: by nohup, or by a shell for what it does aside.
    numbers = [one for one in SIGNALS if signal.getsignal(one) not in (signal.SIG_IGN, None)]
    return {number: signal.signal(number, handler) for number in numbers}


def _restore(handlers: dict[int, Any]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)
