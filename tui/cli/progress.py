"""A progress bar on the terminal, for what takes longer than a second."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from tui import locale

PATIENCE = 1.0
"""Seconds without a bar."""

PERIOD = 0.1
"""Seconds from one picture of the bar to the next."""

WIDEST = 58
"""Cells of the line, so that it stays whole on a terminal that is made 60 columns narrow."""

LONGEST = 20
"""Cells of the bar itself, where there is room."""

_SHORTEST = 4

Told = Callable[..., None]
"""To be told how many are done and, where those are files, how many reports they hold."""


@contextmanager
def progress(key: str, total: Callable[[], int], *, files: bool = False) -> Iterator[Told]:
    """What is to be told how many are done; a bar appears on standard error if it takes long.

    Args:
        key: the catalogue's name of what is being done.
        total: how many there are; up to 1 where how far it is cannot be said.
        files: what is counted is files, otherwise reports.
    """
    if not sys.stderr.isatty():
        yield lambda done, reports=0: None
        return
    bar = _Bar(key, total, files)
    try:
        yield bar.tell
    finally:
        bar.stop()


class _Bar:
    """A line that a thread paints again and again, however rarely it is told anything.

    The cursor stays in sight and nothing else is changed about the terminal, so that a process
    that is killed leaves it as it should be.
    """

    def __init__(self, key: str, total: Callable[[], int], files: bool) -> None:
        self._key = key
        self._total = total
        self._files = files
        self._done = self._reports = 0
        self._width = 0
        """Cells of what stands on the terminal."""
        self._start = time.monotonic()
        self._over = Event()
        self._thread = Thread(target=self._paint_on, daemon=True)
        self._thread.start()

    def tell(self, done: int, reports: int = 0) -> None:
        """Take down what to show."""
        self._done, self._reports = done, reports if self._files else done

    def stop(self) -> None:
        """Take the bar off the terminal."""
        self._over.set()
        self._thread.join()

    def _paint_on(self) -> None:
        wait = PATIENCE
        with suppress(OSError, ValueError):  # a terminal that is gone is not painted on
            while not self._over.wait(wait):
                self._paint(self._line(time.monotonic() - self._start))
                wait = PERIOD
            if self._width:
                self._paint("")

    def _line(self, seconds: float) -> str:
        from rich.cells import cell_len, set_cell_size

        total = self._total()
        most = min(WIDEST, _columns() - 1)
        label, counts = locale.text(self._key), self._counts(total, seconds)
        room = min(LONGEST, most - cell_len(f"{label} [] {counts}"))
        share = min(1.0, self._done / total) if total > 1 else None
        bar = f" [{drawn(room, share, seconds)}]" if room >= _SHORTEST else ""
        line = f"{label}{bar} {counts}"
        return line if cell_len(line) <= most else set_cell_size(line, max(0, most))

    def _counts(self, total: int, seconds: float) -> str:
        """How much is done, and how fast."""
        counts = []
        if self._files and total > 1:
            counts.append(locale.text("cli.progress-files", done=self._done, total=total))
        elif total > 1:
            counts.append(locale.text("cli.progress-reports", done=self._done, total=total))
        if self._files and self._reports:
            counts.append(locale.text("cli.reports", reports=self._reports))
        if self._reports:
            rate = round(self._reports / seconds)
            counts.append(locale.text("cli.progress-rate", reports=rate))
        return "  ".join(counts) or locale.text("cli.progress-seconds", seconds=int(seconds))

    def _paint(self, line: str) -> None:
        """Put `line` where the last one stands, which a narrower terminal has broken in two."""
        from rich.cells import cell_len

        rows = (self._width - 1) // max(1, _columns()) if self._width else 0
        width = cell_len(line)
        if not _knows_escapes():
            over = f"\r{' ' * self._width}\r"
        elif rows:
            over = f"\x1b[{rows}A\r\x1b[J"
        else:
            over = "\r\x1b[K"  # also what was typed meanwhile
        sys.stderr.write(f"{over}{line}")
        sys.stderr.flush()
        self._width = width


def drawn(room: int, share: float | None, seconds: float) -> str:
    """A bar of `room` cells, `share` of it full; without a share a piece wanders to and fro."""
    if share is not None:
        full = int(room * share)
        return "#" * full + "-" * (room - full)
    piece = room // 4
    way = room - piece
    place = abs(int(seconds / PERIOD) % (2 * way) - way)
    return "-" * place + "#" * piece + "-" * (way - place)


def _columns() -> int:
    """Of the terminal the bar is on, which need not be where the data goes."""
    return os.get_terminal_size(sys.stderr.fileno()).columns or 80


def _knows_escapes() -> bool:
    """Whether the terminal can erase; of Windows' consoles one cannot be sure."""
    return os.name == "posix" and os.environ.get("TERM", "dumb") != "dumb"
