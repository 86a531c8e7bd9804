"""Matches as one text of digits, and what is left of it: a byte or two for each.

Rows that become Python values take several times as long as it takes SQLite to find them, and it
groups only by sorting. Eight digits are a machine number, whose order is that of the digits: the
place where a day begins is found by halving.
"""

import sqlite3
import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.archive.catalog import words
from tui.archive.catalog.layout import UNDATED, Layout
from tui.archive.catalog.plan import END, NUMBER, Plan

PIECE = 1 << 16
"""Matches counted at a time, in a few milliseconds: meanwhile no other thread can work."""

Days = tuple["array[int]", "array[int]"]
"""Groups of numbers in order, and how many reports each has."""

KEPT = 1 << 20
"""Bytes of digits that are kept until somebody wants to know the days; of more they are found at
once, so that what is kept of a million matches is no larger."""

EIGHT = 10_000_000
"""The least number of eight digits; added to smaller ones so that all have as many."""

_FIGURES = bytes.maketrans(b"0123456789", bytes(range(10)))


class Codes:
    """The matches of a plan in the order of days, newest first, undated last."""

    def __init__(self, connection: sqlite3.Connection, plan: Plan, layout: Layout) -> None:
        """Find them.

        Args:
            connection: the catalog.
            plan: the query.
            layout: what the numbers of reports mean.
        """
        (rows,) = connection.execute("SELECT max(id) FROM region").fetchone()
        figures = len(str(rows or 0))
        region = f"({NUMBER} & {layout.region_mask})"
        days: Days | _Dated | None = _known_days(connection, plan, layout)
        if days is None:
            dated = _dated(connection, plan, layout, region, figures)
            digits, width = dated.digits, dated.width
            days = dated.days() if len(digits) > KEPT else dated
        else:  # The table of reports is far larger than the list of them.
            width = figures + 1
            code = f"{region} + {10**figures}"
            digits = _digits(connection, plan.finding(words.EVERY), code)
        self._days = days
        self._regions = _packed(digits, width, figures, 1 if (rows or 0) < 1 << 8 else 2)

    def days(self) -> Days:
        """The groups of their numbers in order, and how many of them each has."""
        if isinstance(self._days, _Dated):
            self._days = self._days.days()
        return self._days

    def counted_as(self, keys: Mapping[int, int]) -> Sequence[int]:
        """What each match counts as, in their order, by the rows of their regions."""
        if isinstance(self._regions, bytes):
            return self._regions.translate(bytes(keys.get(row, 0) for row in range(1 << 8)))
        return array("H", map(keys.__getitem__, self._regions))

    def count(self) -> Counter[int]:
        """How many matches each row of the table of regions has."""
        counts: Counter[int] = Counter()
        for start in range(0, len(self._regions), PIECE):
            counts.update(self._regions[start : start + PIECE])
        return counts


@dataclass(frozen=True, slots=True)
class _Dated:
    """Matches in digits, of which eight begin with the group and the last are the region."""

    digits: bytes
    width: int
    """Digits of each."""
    first: int
    """The group of which the digits say 0."""
    unit: int
    """The place of the last digit of the group among the eight."""
    undated: int
    """The group of all that are undated."""

    def days(self) -> Days:
        """The groups, and how many matches each has."""
        heads = _machine_numbers(self.digits)[:: self.width // 8]
        groups, counts = array("I"), array("I")
        start = 0
        while start < len(heads):
            group = (int(heads[start].to_bytes(8, "big")) - EIGHT) // self.unit
            end = int.from_bytes(b"%d" % ((group + 1) * self.unit + EIGHT), "big")
            stop = bisect_left(heads, end, start)
            group += self.first
            groups.append(group if group < self.undated else UNDATED)
            counts.append(stop - start)
            start = stop
        return groups, counts


def _dated(
    connection: sqlite3.Connection, plan: Plan, layout: Layout, region: str, figures: int
) -> _Dated:
    """The matches of a plan.

    Args:
        connection: the catalog.
        plan: the query.
        layout: what the numbers of reports mean.
        region: what gives the row of a match's region.
        figures: the digits of such a row.
    """
    first, last, end = connection.execute(
        "SELECT (SELECT min(day_group) FROM day), (SELECT max(day_group) FROM day"
        " WHERE day_group < ?), (SELECT max(day_group) FROM day)",
        (UNDATED,),
    ).fetchone()
    first, unit, width = first or 0, 10**figures, 8
    undated = first if last is None else last + 1
    code = f"%s * {unit} + {region} + {EIGHT - first * unit}"
    if (undated + 1 - first) * unit > 9 * EIGHT:  # from the Middle Ages until today
        unit, width = 1, 16
        code = f"(%s + {EIGHT - first}) * {10 * EIGHT} + {region} + {EIGHT}"
    group = f"({NUMBER} >> {layout.span})"
    digits = _digits(connection, plan.within(0, layout.undated), code % group)
    if end is not None and end >= UNDATED:
        digits += _digits(connection, plan.within(layout.undated, END), code % undated)
    return _Dated(digits, width, first, unit, undated)


def _known_days(connection: sqlite3.Connection, plan: Plan, layout: Layout) -> Days | None:
    """The days of all matches from the table of days; none where the plan asks for more."""
    low, rest = divmod(plan.low, 1 << layout.span)
    high, end = divmod(plan.high, 1 << layout.span)
    if not plan.is_range or rest or end:
        return None
    sql = "SELECT day_group, count FROM day WHERE count > 0 AND day_group >= ? AND day_group < ?"
    days = connection.execute(f"{sql} ORDER BY day_group", (low, high)).fetchall()
    return array("I", (group for group, _ in days)), array("I", (count for _, count in days))


def _digits(connection: sqlite3.Connection, plan: Plan, code: str) -> bytes:
    # Numbers come in ascending order; to ask for it takes as long as finding them.
    statement = plan.sql(f"CAST(group_concat({code}, '') AS BLOB)")
    (digits,) = connection.execute(*statement).fetchone()
    return digits or b""


def _machine_numbers(digits: bytes) -> "array[int]":
    """Eight digits each as a number that is ordered as they are."""
    numbers = array("Q", digits)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _packed(digits: bytes, width: int, figures: int, lane: int) -> "bytes | array[int]":
    """The number that the last digits of each match are, in a byte or two.

    All are put together at once: as one long number each column of digits is added to ten times
    what the columns before it gave, and no sum is too large for its place.

    Args:
        digits: of all matches.
        width: digits of each.
        figures: how many of them are the number.
        lane: bytes of the result.
    """
    length = len(digits) // width * lane
    total = 0
    for column in range(width - figures, width):
        one = bytearray(length)
        one[::lane] = digits[column::width].translate(_FIGURES)
        total = total * 10 + int.from_bytes(one, "little")
    packed = total.to_bytes(length, "little")
    if lane == 1:
        return packed
    numbers = array("H", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
