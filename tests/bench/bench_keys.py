"""A key in the search box to its painted result, in a real pseudo terminal.

    python -m tests.bench.bench_keys ARCHIVE [--rounds 24] [--indexing]

The yardstick is the same app on one file of the same archive: it paints reports of the same kind,
but searching them takes no time. The first page is painted when the reading pane shows the first
match with its hits; the result is complete when nothing on the screen changes any more, tree and
counts included.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.settling import Part, Watched
from tests.bench.terminal import Terminal, homes
from tui.archive.archive import Archive

WORDS = ("实施意见", "五老", "学习贯彻", "阿克苏", "hami", "会议", "关工委 学习", "2023年")
COLUMNS, ROWS = 100, 24
WHOLE = Part(0, 0, COLUMNS, ROWS)
QUIET = 0.3
"""Seconds without any output after which a result is taken for complete."""

Times = list[tuple[float, str]]
"""Milliseconds from a key to its result, and what stood in the box then."""


@dataclass
class Typist:
    """Types into a browser in a terminal and notes when what was painted."""

    terminal: Terminal
    watched: Watched = field(default_factory=lambda: Watched(COLUMNS, ROWS))
    first: Times = field(default_factory=list)
    complete: Times = field(default_factory=list)

    def __post_init__(self) -> None:
        """Wait for the browser and go to its search box."""
        self.terminal.wait_for("all reports", seconds=60)
        self._after("", quiet=1.5)
        self._after("/")
        border = next(line for line in self.watched.lines if line.startswith("╭"))
        self.reading = Part(border.index("╮╭") + 2, 6, COLUMNS - 1, ROWS - 2)

    def type(self, word: str, *, keep: bool = False) -> None:
        """Type a word, noting the time of each of its keys, and empty the box unless `keep`."""
        for end in range(1, len(word) + 1):
            begun = time.perf_counter()
            first, complete = self._after(word[end - 1])
            if word[end - 1] != " ":
                for times, moment in ((self.first, first), (self.complete, complete)):
                    if moment is not None:
                        times.append(((moment - begun) * 1000, word[:end]))
        if not keep:
            self._after("\x7f" * len(word))

    def type_words(self, rounds: int) -> None:
        """Type so many words in turn; one more before them is not counted."""
        for number in range(rounds + 1):
            self.type(WORDS[number % len(WORDS)])
            if not number:
                self.first.clear()
                self.complete.clear()

    def press(self, keys: str, count: int) -> Times:
        """Press something again and again; the times of the reports shown for it."""
        times: Times = []
        for _ in range(count):
            begun = time.perf_counter()
            first, _ = self._after(keys)
            if first is not None:
                times.append(((first - begun) * 1000, keys))
        return times

    def _after(self, keys: str, quiet: float = QUIET) -> tuple[float | None, float | None]:
        self.terminal.forget()
        if keys:
            self.terminal.send(keys)
        chunks = self.terminal.read_until_quiet(quiet)
        reading = getattr(self, "reading", WHOLE)
        first, complete = self.watched.take(chunks, reading, WHOLE)
        return first, complete


def index(archive: str, home: str) -> None:
    """Have the archive indexed, so that typing is measured and not building."""
    os.environ["XDG_CACHE_HOME"] = home
    catalog = Archive.open(Path(archive)).catalog(wait=False)
    while catalog.progress is not None:
        time.sleep(0.2)
        catalog.refresh()
    catalog.close()


def one_file(archive: Path) -> str:
    """The first file of an archive."""
    return str(min(archive.glob("*.json")))


def measure(archive: str, rounds: int, home: str) -> Typist:
    """Type words in a browser on `archive`, `rounds` of them."""
    command = [sys.executable, "-m", "tui", "--archive", archive]
    with Terminal(command, columns=COLUMNS, rows=ROWS, environment=homes(home)) as terminal:
        typist = Typist(terminal)
        typist.type_words(rounds)
    return typist


def spread(times: Times) -> tuple[float, float]:
    """Median and p99."""
    ordered = sorted(time for time, _ in times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def main() -> None:
    """Measure both and print medians, p99 and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("--rounds", type=int, default=24)
    parser.add_argument("--indexing", action="store_true", help="type while it is being indexed")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = os.getcwd()  # noqa: PTH109
    with tempfile.TemporaryDirectory() as home:
        if not options.indexing:
            index(options.archive, home)
        small = measure(one_file(Path(options.archive)), options.rounds, home)
        large = measure(options.archive, options.rounds, home)
    for what in ("first", "complete"):
        base = spread(getattr(small, what))
        for name, typist in (("one file", small), ("archive", large)):
            times: Times = getattr(typist, what)
            middle, late = spread(times)
            slow = ", ".join(f"{word} {taken:.0f}" for taken, word in sorted(times)[:-4:-1])
            sys.stdout.write(
                f"{what:>8}, {name:>8}: {len(times)} keys, p50 {middle:6.1f} ms"
                f" ({middle / base[0]:.2f} x), p99 {late:6.1f} ms ({late / base[1]:.2f} x);"
                f" slowest {slow}\n"
            )


if __name__ == "__main__":
    main()
