"""Matches as one text: of each its group and its region, in a fixed number of digits.

Rows that become Python values take several times as long as it takes SQLite to find them, and it
groups only by sorting. Digits that stand in columns are taken for machine numbers, whose order is
that of the digits: the place where a day begins is found by halving.
"""

import sqlite3
import sys
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.archive.catalog import words
from tui.archive.catalog.layout import Layout
from tui.archive.catalog.plan import NUMBER, Plan

PIECE = 1 << 16
"""Matches counted at a time, in a few milliseconds: meanwhile no other thread can work."""

Days = Sequence[tuple[int, int]]
"""Groups of numbers in order, each with how many reports it has."""

FIRST = 10_000_000
"""Added to groups, which have 25 bits at most, and to regions, so that all have eight digits."""


class Codes:
    """The matches of a plan in the order of days, newest first, undated last."""

    def __init__(self, connection: sqlite3.Connection, plan: Plan, layout: Layout) -> None:
        """Find them.

        Args:
            connection: the catalog.
            plan: the query.
            layout: what the numbers of reports mean.
        """
        group, region = f"({NUMBER} >> {layout.span})", f"({NUMBER} & {layout.region_mask})"
        days = _known_days(connection, plan, layout)
        if plan.expression is None:  # the table of reports is far larger than the list of them
            plan = plan.finding(words.EVERY)
        if days is None:
            code = f"{group} * {10 * FIRST} + {region} + {FIRST * 10 * FIRST + FIRST}"
            codes = _numbers(connection, plan, code)
            self._regions, days = codes[1::2], list(_runs(codes[0::2]))
        else:
            self._regions = _numbers(connection, plan, f"{region} + {FIRST}")
        self.days: Days = days

    def count(self, by_code: Mapping[int, int], start: int, stop: int) -> Counter[int]:
        """How many matches count as what, from one place up to another.

        Args:
            by_code: what regions count as; see `by_code`.
            start: the first place.
            stop: the place after the last.
        """
        return _counted(self._regions, by_code, start, stop)


def count_regions(
    connection: sqlite3.Connection, plan: Plan, layout: Layout, regions: Iterable[int]
) -> Counter[int]:
    """How many matches each region has, without their days: in two thirds of the time."""
    digits = _digits(connection, plan, f"({NUMBER} & {layout.region_mask}) + {FIRST}")
    codes = memoryview(digits).cast("Q")  # whatever their order, each region has one of its own
    rows = {int.from_bytes(_written(row), sys.byteorder): row for row in regions}
    return _counted(codes, rows, 0, len(codes))


def _counted(
    codes: "array[int] | memoryview", by_code: Mapping[int, int], start: int, stop: int
) -> Counter[int]:
    counts: Counter[int] = Counter()
    for place in range(start, stop, PIECE):
        counts.update(map(by_code.__getitem__, codes[place : min(place + PIECE, stop)]))
    return counts


def _known_days(connection: sqlite3.Connection, plan: Plan, layout: Layout) -> Days | None:
    """The days of all matches from the table of days; none where the plan asks for more."""
    low, rest = divmod(plan.low, 1 << layout.span)
    high, end = divmod(plan.high, 1 << layout.span)
    if not plan.is_range or rest or end:
        return None
    sql = "SELECT day_group, count FROM day WHERE count > 0 AND day_group >= ? AND day_group < ?"
    return connection.execute(f"{sql} ORDER BY day_group", (low, high)).fetchall()


def _numbers(connection: sqlite3.Connection, plan: Plan, code: str) -> "array[int]":
    """A code of eight digits, or several, for each match, as machine numbers in their order."""
    numbers = array("Q", _digits(connection, plan, code))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _digits(connection: sqlite3.Connection, plan: Plan, code: str) -> bytes:
    # `words` gives numbers in ascending order; to ask for it takes as long as finding them.
    statement = plan.sql(f"CAST(group_concat({code}, '') AS BLOB)")
    (digits,) = connection.execute(*statement).fetchone()
    return digits or b""


def _runs(groups: "array[int]") -> Iterator[tuple[int, int]]:
    """The groups, each with how many matches it has."""
    start = 0
    while start < len(groups):
        stop = bisect_right(groups, groups[start], start)
        yield int(groups[start].to_bytes(8, "big")) - FIRST, stop - start
        start = stop


def by_code(regions: Mapping[int, int]) -> dict[int, int]:
    """What rows of the table of regions count as, by the machine numbers of their digits."""
    return {_number(row): key for row, key in regions.items()}


def _number(value: int) -> int:
    """The machine number that the digits of a group or a region are."""
    return int.from_bytes(_written(value), "big")


def _written(value: int) -> bytes:
    return b"%d" % (value + FIRST)
