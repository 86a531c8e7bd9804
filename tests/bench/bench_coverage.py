"""Counting who has reported: ``python -m tests.bench.bench_coverage FOLDER``.

Milliseconds of a whole coverage over an archive such as `tests.bench.generate` writes, in the
median, each in a catalog just opened, whose regions were counted before as for the browser's
tree; the archive's index is made first where there is none.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from tui.archive.archive import Archive
from tui.query.catalog import Catalog, Period
from tui.query.coverage import coverage
from tui.query.query import Query

ROUNDS = 5
QUERIES = ("", "青少年健康成长", "实施意见", "date:2019")
"""Everything, a word, a word that nearly all have, and a year."""

YARDSTICK = 300
"""Milliseconds within which the coverage of a million reports should stand."""


@contextmanager
def opened(folder: Path) -> Iterator[Catalog]:
    """The catalog of an archive, all of it indexed."""
    catalog = Archive(folder).catalog(wait=False)
    while catalog.progress is not None:
        sleep(1)
        catalog.refresh()
    yield catalog
    catalog.close()


def milliseconds(folder: Path, query: Query, period: Period, counties: bool) -> float:
    """How long one table takes."""
    taken = []
    for _ in range(ROUNDS):
        with opened(folder) as catalog:
            catalog.regions(query)
            start = perf_counter()
            coverage(catalog, query, period, counties=counties)
            taken.append(perf_counter() - start)
    return median(taken) * 1000


def main() -> None:
    """Print a line for each kind of table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for text in QUERIES:
        query = Query.parse(text)
        with opened(folder) as catalog:
            counts = f"{catalog.total(query):,} of {catalog.total(Query()):,} reports"
        sys.stdout.write(f"{query.describe()}: {counts}\n")
        for period in Period:
            for counties in (False, True):
                taken = milliseconds(folder, query, period, counties)
                level = "county" if counties else "prefecture"
                said = f"{taken / YARDSTICK:.1f} of the yardstick"
                sys.stdout.write(f"{taken:8.0f} ms  {level} by {period}: {said}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
