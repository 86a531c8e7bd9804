"""A key in the search box to its painted result, in a real pseudo terminal.

    python -m tests.bench.bench_keys ARCHIVE [--rounds 20]

The yardstick is the same app on the bundled archive, in turn with it. The result counts as
painted when the headline shows the count for what was typed.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.terminal import Terminal
from tui.archive.archive import Archive

WORDS = ("实施意见", "五老", "学习贯彻", "阿克苏", "hami", "会议", "关工委 学习", "2023年")


Times = list[tuple[float, str]]
"""Milliseconds from a key to its result, and what stood in the box then."""


def typed(terminal: Terminal, word: str) -> Times:
    """The time of each key of `word`, typed into an empty box that is emptied again."""
    times = []
    for end in range(1, len(word) + 1):
        if word[end - 1] == " ":
            terminal.send(" ")
            continue
        terminal.forget()
        begun = time.perf_counter()
        terminal.send(word[end - 1])
        # Conditions are shown apart: the last one ends the sentence.
        terminal.wait_for(f"{word[:end].split()[-1]}”")
        times.append(((time.perf_counter() - begun) * 1000, word[:end]))
        terminal.wait_quiet(0.1)
    terminal.send("\x7f" * len(word))
    terminal.wait_quiet(0.3)
    return times


def index(archive: str, home: str) -> None:
    """Have the archive indexed, so that typing is measured and not building."""
    os.environ["XDG_CACHE_HOME"] = home
    catalog = Archive.open(Path(archive)).catalog(wait=False)
    while catalog.progress is not None:
        time.sleep(0.2)
        catalog.refresh()
    catalog.close()


def measure(archive: str | None, rounds: int, home: str) -> Times:
    """Type every word in a browser on `archive`; the first round is not counted."""
    command = [sys.executable, "-m", "tui", *(["--archive", archive] if archive else [])]
    environment = {f"XDG_{name}_HOME": home for name in ("DATA", "STATE", "CACHE", "CONFIG")}
    times: Times = []
    with Terminal(command, environment={**environment, "LC_ALL": "C.UTF-8"}) as terminal:
        terminal.wait_for("all reports", seconds=60)
        terminal.wait_quiet(1.5)
        terminal.send("/")
        terminal.wait_quiet(0.3)
        for number in range(rounds + 1):
            found = typed(terminal, WORDS[number % len(WORDS)])
            times += found if number else []
    return times


def main() -> None:
    """Measure both and print medians, p99 and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("--rounds", type=int, default=24)
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = os.getcwd()  # noqa: PTH109
    with tempfile.TemporaryDirectory() as home:
        index(options.archive, home)
        results = {
            "bundled": measure(None, options.rounds, home),
            "archive": measure(options.archive, options.rounds, home),
        }
    base = _spread(results["bundled"])
    for name, values in results.items():
        middle, late = _spread(values)
        sys.stdout.write(
            f"{name:>8}: {len(values)} keys, p50 {middle:6.1f} ms ({middle / base[0]:.2f} x), "
            f"p99 {late:6.1f} ms ({late / base[1]:.2f} x)\n"
        )
        slowest = sorted(values, reverse=True)[:5]
        sys.stdout.write(f"          slowest: {', '.join(f'{w} {t:.0f}' for t, w in slowest)}\n")


def _spread(values: Times) -> tuple[float, float]:
    """Median and p99."""
    times = sorted(time for time, _ in values)
    return statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.99))]


if __name__ == "__main__":
    main()
