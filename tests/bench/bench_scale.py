"""What a large archive costs, in one table.

    python -m tests.bench.bench_scale [COUNT…] [--folder FOLDER]

Every row has the target it is held to. The yardsticks are of the same run: a bare Textual app with
the same widgets, the same app on one file of the archive, ripgrep over one report a line.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench import bench_catalog as catalogs
from tests.bench.bench_catalog import in_turn, say, spread, timed
from tests.bench.bench_first_paint import BARE, first_frame
from tests.bench.bench_keys import COLUMNS, ROWS, Typist, one_file
from tests.bench.bench_keys import spread as middle_and_late
from tests.bench.terminal import Terminal, homes
from tui.archive.archive import Archive
from tui.archive.catalog.place import catalog_path
from tui.archive.catalog.schema import remove
from tui.query.catalog import Catalog, Period
from tui.query.query import Query
from tui.screen.branches import Branches

RUNS = 9
DOWN = "\x1b[B"
MILLION = 1_000_000
LISTED = ("县市:阿克苏市 date:2024", "县市:阿克苏市 date:2024-03")
"""Queries with some dozens of reports below each other, in fewer than a million and in more."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a row is held to; rows without one are for information."""

    at_100_000: float
    at_1_000_000: float
    at_least: bool = False
    """The figure is to be as large as this; else as small."""


TARGETS: dict[str, Target | None] = {
    "first page of a query, p99 ms": Target(16, 50),
    "  times as fast as ripgrep, medians": Target(10, 50, at_least=True),
    "total, p99 ms": Target(45, 400),
    "counts per region, p99 ms": Target(60, 900),
    "next report in the tree, p99 ms": Target(16, 16),
    "next page of the tree, p99 ms": Target(16, 16),
    "coverage by month, ms": Target(300, 300),
    "key to first page painted, p50 x": Target(1.15, 1.2),
    "key to first page painted, p99 x": Target(1.8, 1.8),
    "  with tree and counts, p50 x": None,
    "  with tree and counts, p99 x": None,
    "down to next report painted, p99 ms": Target(33, 33),
    "first paint, x the bare app": Target(1.15, 1.25),
    "memory while browsing, x a small one": Target(1.5, 2),
    "building the index, s": Target(55, 550),
    "  peak memory, MB": Target(200, 300),
    "  on disk, x the text": Target(3.5, 3.5),
    "  newest searchable after, s": Target(1, 1),
    "index after importing 100, ms": Target(200, 500),
}
Figures = Iterator[tuple[str, float]]


def engine(archive: Archive, count: int) -> Figures:
    """What the catalog takes for an answer."""
    catalog = archive.catalog(wait=False)
    asked = catalogs.queries(count)
    parsed = [Query.parse(text) for text in asked]
    median, late = spread("first page", in_turn(catalog.page, parsed))
    yield "first page of a query, p99 ms", late
    yield (
        "  times as fast as ripgrep, medians",
        catalogs.yardstick(archive, asked) / median,
    )
    yield "total, p99 ms", spread("total", in_turn(catalog.total, parsed))[1]
    regions = in_turn(catalog.regions, parsed)
    yield "counts per region, p99 ms", spread("counts per region", regions)[1]
    yield from walking(catalog)
    yield "coverage by month, ms", statistics.median(coverages(archive))
    yield "index after importing 100, ms", catalogs.follow(archive, count)
    catalog.close()


def coverages(archive: Archive) -> list[float]:
    """Milliseconds for the coverage of everything, each time in a catalog just opened."""
    taken = []
    for _ in range(RUNS):
        catalog = archive.catalog(wait=False)
        catalog.regions(Query())  # for the tree
        start = time.perf_counter()
        catalog.cells(Query(), Period.MONTH)
        taken.append((time.perf_counter() - start) * 1000)
        catalog.close()
    return taken


def walking(catalog: Catalog) -> Figures:
    """Going from report to report, and paging through a branch."""
    query = Query.parse("学习")
    branches = Branches(catalog, query)
    shown = catalog.page(query, limit=100)
    near = [timed(partial(branches.neighbour, one, 1)) for one in shown]
    yield "next report in the tree, p99 ms", spread("next report in the tree", near)[1]
    pages = [timed(partial(catalog.page, query, after=one, limit=400)) for one in shown]
    yield "next page of the tree, p99 ms", spread("next page of the tree", pages)[1]


@dataclass(frozen=True, slots=True)
class Browsing:
    """A browser typed into."""

    typist: Typist
    down: list[tuple[float, str]]
    memory: float
    """Megabytes resident; 0 where the system does not tell."""


def browsing(archive: str, count: int, home: str, rounds: int) -> Browsing:
    """Type every word, and step down through the reports."""
    command = [sys.executable, "-m", "tui", "--archive", archive]
    with Terminal(command, columns=COLUMNS, rows=ROWS, environment=homes(home)) as terminal:
        typist = Typist(terminal)
        typist.type_words(rounds)
        typist.type(LISTED[count >= MILLION], keep=True)
        typist.press("\r", 1)
        down = typist.press(DOWN, 60)
        return Browsing(typist, down, _resident(terminal.process))


def painting(archive: Path, count: int, home: str, rounds: int) -> Figures:
    """What is seen in a terminal."""
    small = browsing(one_file(archive), count, home, rounds)
    large = browsing(str(archive), count, home, rounds)
    for what, name in (
        ("first", "key to first page painted"),
        ("complete", "  with tree and counts"),
    ):
        base = middle_and_late(getattr(small.typist, what))
        seen = middle_and_late(getattr(large.typist, what))
        say(
            f"key to {name:16} {base[0]:.0f} and {base[1]:.0f}, {seen[0]:.0f} and {seen[1]:.0f} ms"
        )
        yield f"{name}, p50 x", seen[0] / base[0]
        yield f"{name}, p99 x", seen[1] / base[1]
    yield "down to next report painted, p99 ms", middle_and_late(large.down)[1]
    say(f"memory: {small.memory:.0f} and {large.memory:.0f} MB")
    yield "memory while browsing, x a small one", large.memory / small.memory
    command = [sys.executable, "-m", "tui", "--archive", str(archive)]
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(first_frame(BARE, "BareRoot", home))
        ours.append(first_frame(command, "Regions", home))
    say(f"first paint: {statistics.median(bare):.0f} and {statistics.median(ours):.0f} ms")
    yield "first paint, x the bare app", statistics.median(ours) / statistics.median(bare)


def building(archive: Archive) -> Figures:
    """Making the index."""
    remove(catalog_path(archive.path))
    begun = time.perf_counter()
    catalog = archive.catalog(wait=False)
    while not catalog.total(Query()):
        time.sleep(0.01)
    yield "  newest searchable after, s", time.perf_counter() - begun
    catalog.close()
    text = sum(len(one.body.encode()) for one in archive.read())
    built = catalogs.build(archive, text)
    yield "building the index, s", built.seconds
    yield "  peak memory, MB", built.peak
    yield "  on disk, x the text", built.ratio


def table(count: int, figures: dict[str, float]) -> str:
    """Every figure beside its target."""
    lines = [f"{count:,} reports", f"{'':40}{'measured':>10}{'target':>10}"]
    for name, target in TARGETS.items():
        if name not in figures:
            continue
        line = f"{name:40}{figures[name]:10.2f}"
        if target is not None:
            wanted = target.at_100_000 if count < MILLION else target.at_1_000_000
            kept = figures[name] >= wanted if target.at_least else figures[name] <= wanted
            sign = "≥" if target.at_least else "≤"
            line += f"{f'{sign} {wanted:g}':>10}{'' if kept else '   missed'}"
        lines.append(line)
    return "\n".join(lines)


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


def main() -> None:
    """Measure every archive asked for, and print its table."""
    parser = argparse.ArgumentParser(description="Measure what a large archive costs.")
    parser.add_argument("counts", type=int, nargs="*", default=[100_000])
    parser.add_argument("--folder", type=Path, help="keep archives here")
    parser.add_argument("--rounds", type=int, default=16, help="words typed")
    asked = parser.parse_args()
    os.environ["PYTHONPATH"] = os.getcwd()  # noqa: PTH109
    with tempfile.TemporaryDirectory() as home:
        os.environ |= homes(home)
        for folder, count in catalogs.archives(asked.counts, asked.folder):
            archive = Archive.open(folder)
            figures = dict(building(archive))
            figures |= dict(engine(archive, count))
            figures |= dict(painting(folder, count, home, asked.rounds))
            say(table(count, figures))


if __name__ == "__main__":
    main()
