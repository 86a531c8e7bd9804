"""What writing to an archive costs: ``python -m tests.bench.bench_archive [COUNT…] [--folder F]``.

Importing 100 reports into an archive of COUNT is compared, run by run, with importing them into an
empty one; the large one has its index.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.bench_catalog import archives, say
from tests.bench.generate import reports
from tui.archive.archive import Archive
from tui.archive.catalog.place import bring_up_to_date, catalog_path, prepare

RUNS = 7


def taken(work: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measure(folder: Path, count: int) -> None:
    """Print everything about one archive."""
    archive = Archive.open(folder)
    bring_up_to_date(prepare(catalog_path(folder)), folder)
    new = list(reports(100, first=10 * count))
    empty, large = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as other:
            fresh = Archive.open(Path(other) / "archive")
            empty.append(taken(partial(fresh.add, [("new.txt", new)])))
        large.append(taken(partial(archive.add, [("new.txt", new)])))
        archive.undo()
    one, other_one = statistics.median(empty), statistics.median(large)
    say(f"== {count} reports, {len(archive.files())} files")
    say(f"importing 100: {one:.0f} ms into an empty archive, {other_one:.0f} ms into this one")
    say(f"  ratio {other_one / one:.2f}")
    archive.add([("new.txt", new)])
    say(f"the same again: {taken(lambda: archive.add([('new.txt', new)])):.0f} ms")
    say(f"listing imports: {taken(archive.imports):.0f} ms")
    say(f"correcting one: {taken(lambda: archive.correct(new[5].id, title='x')):.0f} ms")
    say(f"undoing 100: {taken(archive.undo):.0f} ms")
    say(f"reading all: {taken(lambda: sum(1 for _ in archive.read())):.0f} ms")
    shutil.rmtree(folder / "undone")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description="Measure writing to an archive.")
    parser.add_argument("counts", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="keep archives here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for folder, count in archives(asked.counts, asked.folder):
            measure(folder, count)


if __name__ == "__main__":
    main()
