"""Counting who has reported: ``python -m tests.bench.bench_coverage FOLDER``.

Milliseconds of a whole coverage over an archive such as `tests.bench.generate` writes, in the
median, the regions having been counted before as for the browser's tree; the archive's index is
made first where there is none.
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from tui.archive.archive import Archive
from tui.query.catalog import Catalog, Period
from tui.query.coverage import coverage
from tui.query.query import Query

ROUNDS = 5
QUERIES = ("", "实施意见", "date:2019")


def milliseconds(catalog: Catalog, query: Query, period: Period, counties: bool) -> float:
    """How long one table takes."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        coverage(catalog, query, period, counties=counties)
        taken.append(perf_counter() - start)
    return median(taken) * 1000


def main() -> None:
    """Print a line for each kind of table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    catalog = Archive(parser.parse_args().folder).catalog(wait=False)
    while catalog.progress is not None:
        sleep(1)
        catalog.refresh()
    sys.stdout.write(f"{catalog.total(Query()):,} reports\n")
    for text in QUERIES:
        query = Query.parse(text)
        for period in Period:
            for counties in (False, True):
                taken = milliseconds(catalog, query, period, counties)
                level = "county" if counties else "prefecture"
                sys.stdout.write(f"{taken:8.0f} ms  {level} by {period}  {query.describe()}\n")


if __name__ == "__main__":
    main()
