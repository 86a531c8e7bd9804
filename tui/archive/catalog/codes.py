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
from collections.abc import Mapping

from tui.archive.catalog import words
from tui.archive.catalog.layout import Layout
from tui.archive.catalog.plan import NUMBER, Plan

PIECE = 1 << 16
"""Matches counted at a time, in a few milliseconds: meanwhile no other thread can work."""

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
        code = f"{group} * {10 * FIRST} + {region} + {FIRST * 10 * FIRST + FIRST}"
        if plan.expression is None:  # the table of reports is far larger than the list of them
            plan = plan.finding(words.EVERY)
        # `words` gives numbers in ascending order; to ask for it takes as long as finding them.
        statement = plan.sql(f"CAST(group_concat({code}, '') AS BLOB)")
        (digits,) = connection.execute(*statement).fetchone()
        codes = array("Q", digits or b"")
        if sys.byteorder == "little":
            codes.byteswap()
        self._groups, self._regions = codes[0::2], codes[1::2]

    def __len__(self) -> int:
        """How many matches there are."""
        return len(self._groups)

    def group(self, place: int) -> int:
        """The group of one match."""
        return int(self._groups[place].to_bytes(8, "big")) - FIRST

    def after(self, group: int, start: int) -> int:
        """The place, from `start` on, of the first match of a later group than `group`."""
        return bisect_right(self._groups, _number(group), start)

    def count(self, by_code: Mapping[int, int], start: int, stop: int) -> Counter[int]:
        """How many matches count as what, from one place up to another.

        Args:
            by_code: what regions count as; see `by_code`.
            start: the first place.
            stop: the place after the last.
        """
        counts: Counter[int] = Counter()
        for place in range(start, stop, PIECE):
            some = self._regions[place : min(place + PIECE, stop)]
            counts.update(map(by_code.__getitem__, some))
        return counts


def by_code(regions: Mapping[int, int]) -> dict[int, int]:
    """What rows of the table of regions count as, by the machine numbers of their digits."""
    return {_number(row): key for row, key in regions.items()}


def _number(value: int) -> int:
    """The machine number that the digits of a group or a region are."""
    return int.from_bytes(b"%d" % (value + FIRST), "big")
