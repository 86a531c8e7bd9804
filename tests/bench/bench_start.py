"""Starting a command: ``python -m tests.bench.bench_start``; medians of whole processes."""

import subprocess
import sys
import time
from statistics import median

ROUNDS = 11

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "jianbao --version": ["-m", "tui", "--version"],
    "jianbao list": ["-m", "tui", "list"],
    "jianbao list 实施意见 wss": ["-m", "tui", "list", "实施意见", "wss"],
    "jianbao export -o - 库车": ["-m", "tui", "export", "-o", "-", "库车"],
}


def seconds(words: list[str]) -> float:
    """How long the process lives, in the median."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
        taken.append(time.perf_counter() - start)
    return median(taken)


def say(line: object) -> None:
    """Print one line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Print a line for each command."""
    for name, words in COMMANDS.items():
        say(f"{seconds(words) * 1000:7.0f} ms  {name}")


if __name__ == "__main__":
    main()
