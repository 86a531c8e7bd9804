"""Counting reports by region and period, one by one: what `Catalog.cells` means."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from tui.query.catalog import CellCounts, Entry, Period, RegionKey


def count_cells(entries: Iterable[Entry], period: Period, *, counties: bool = False) -> CellCounts:
    """What `Catalog.cells` gives for these entries, counted one by one."""
    counted: defaultdict[RegionKey, Counter[date | None]] = defaultdict(Counter)
    for entry in entries:
        key = entry.region_key, entry.county_key if counties else ""
        counted[key].update(periods_of(entry.held.first, entry.held.last, period))
    return {key: counts for key, counts in counted.items() if counts}


def periods_of(first: date | None, last: date | None, period: Period) -> Iterator[date | None]:
    """The first day of every period that has a day from `first` to `last`; none where undated."""
    if first is None or last is None:
        yield None
        return
    day = period.first_day(first)
    while day <= last:
        yield day
        try:
            day = period.next(day)
        except OverflowError:  # the calendar ends with 9999
            return
