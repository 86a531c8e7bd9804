"""Counting reports by region and period, one by one: what `Catalog.cells` means."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from tui.query.catalog import CellCount, Entry, Period


def count_cells(
    entries: Iterable[Entry], period: Period, *, counties: bool = False
) -> list[CellCount]:
    """What `Catalog.cells` gives for these entries, counted one by one."""
    counted: Counter[tuple[str, str, date | None]] = Counter()
    for entry in entries:
        county = entry.county_key if counties else ""
        for day in periods_of(entry.held.first, entry.held.last, period):
            counted[entry.region_key, county, day] += 1
    return [CellCount(*key, count) for key, count in counted.items()]


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
