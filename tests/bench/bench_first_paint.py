"""Process start to first frame and to first report, against a bare app with the same widgets.

python -m tests.bench.bench_first_paint [--archive PATH] [--runs 11]
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.terminal import Terminal, homes

BARE = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]


def first_frame(command: list[str], mark: str, home: str) -> float:
    """Milliseconds from the start of `command` until `mark` is painted."""
    with Terminal(command, environment=homes(home)) as terminal:
        return terminal.wait_for(mark) * 1000


def main() -> None:
    """Run the three in turn and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive")
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    jianbao = [sys.executable, "-m", "tui"]
    if options.archive:
        jianbao += ["--archive", options.archive]
    times: dict[str, list[float]] = {"bare": [], "frame": [], "report": []}
    with tempfile.TemporaryDirectory() as home:
        os.environ["PYTHONPATH"] = os.getcwd()  # noqa: PTH109
        for _ in range(options.runs + 1):
            times["bare"].append(first_frame(BARE, "BareRoot", home))
            times["frame"].append(first_frame(jianbao, "Regions", home))
            times["report"].append(first_frame(jianbao, "1/", home))
    bare = statistics.median(times["bare"][1:])
    for name, values in times.items():
        median = statistics.median(values[1:])
        sys.stdout.write(f"{name:>8}: median {median:6.0f} ms  {median / bare:.2f} x bare\n")


if __name__ == "__main__":
    main()
