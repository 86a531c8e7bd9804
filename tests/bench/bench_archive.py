"""What writing to an archive costs: ``python -m tests.bench.bench_archive [COUNT…] [--folder F]``.

Importing 100 reports into an archive of COUNT is compared, run by run, with importing them into an
empty one: storing alone, and with reading the bulletin. The large one has its index.
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
from tui.archive.imports import ImportResult
from tui.bulletins import read_file
from tui.export.text import write_text

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
    say(f"== {count} reports, {len(archive.files())} files")
    compare("storing 100", archive, lambda one: one.add([("new.txt", new)]))
    with tempfile.TemporaryDirectory() as made:
        bulletin = Path(made) / "new.txt"
        bulletin.write_text("".join(write_text(new)), encoding="utf-8")
        compare(
            "reading and storing 100",
            archive,
            lambda one: one.add([(bulletin.name, read_file(bulletin).reports)]),
        )
    archive.add([("new.txt", new)])
    say(f"the same again: {taken(lambda: archive.add([('new.txt', new)])):.0f} ms")
    say(f"listing imports: {taken(archive.imports):.0f} ms")
    say(f"correcting one: {taken(lambda: archive.correct(new[5].id, title='x')):.0f} ms")
    say(f"undoing 100: {taken(archive.undo):.0f} ms")
    say(f"reading all: {taken(lambda: sum(1 for _ in archive.read())):.0f} ms")
    shutil.rmtree(folder / "undone")


def compare(name: str, archive: Archive, work: Callable[[Archive], ImportResult]) -> None:
    """Print what an import costs in an empty archive and in this one."""
    empty, large = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as made:
            fresh = Archive.open(Path(made) / "archive")
            empty.append(taken(partial(work, fresh)))
        large.append(taken(partial(work, archive)))
        archive.undo()
    one, other = statistics.median(empty), statistics.median(large)
    say(f"{name}: {one:.0f} ms in an empty archive, {other:.0f} ms in this one")
    say(f"  ratio {other / one:.2f}")


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
