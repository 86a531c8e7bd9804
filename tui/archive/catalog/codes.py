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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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

AT_ONCE = 1 << 18
"""Reports looked through at a time: what their digits take is never much."""

FEW = AT_ONCE >> 4
"""Where no more matches are among so many reports, the rest is looked through in one piece."""

EIGHT = 10_000_000
"""The least number of eight digits; added to smaller ones so that all have as many."""

_FIGURES = bytes.maketrans(b"0123456789", bytes(range(10)))


class Codes:
    """The matches of a plan in the order of days, newest first, undated last."""

    def __init__(self, connection: sqlite3.Connection, plan: Plan, writing: "Writing") -> None:
        """Find them.

        Args:
            connection: the catalog.
            plan: the query.
            writing: how matches are written in the catalog as it is.
        """
        self._groups, self._counts = array("I"), array("I")
        self._dated: list[_Dated] = []
        known = _known_days(connection, plan, writing.layout)
        if known is not None:
            self._groups, self._counts = known
        if plan.expression is None:
            # The table of reports is far larger than this list, and may be read by an index in
            # another order.
            plan = plan.finding(words.EVERY)
        parts = []
        pieces = list(writing.pieces)
        while pieces:
            low, high = pieces.pop(0)
            piece = plan.within(low, high)
            if piece.low >= piece.high:
                continue
            if known is None:
                digits, width = writing.dated(connection, piece), writing.width
                self._keep(_Dated(digits, writing))
            else:
                digits, width = writing.plain(connection, piece), writing.figures + 1
            parts.append(_packed(digits, width, writing.figures, writing.lane))
            if pieces and len(digits) < FEW * width:  # to look for them again takes longer
                pieces = [(high, END)]
        regions = b"".join(parts)
        self._regions = regions if writing.lane == 1 else _two_bytes(regions)

    def _keep(self, dated: "_Dated") -> None:
        """Keep digits as long as they are few."""
        self._dated.append(dated)
        if sum(len(one.digits) for one in self._dated) > KEPT:
            self.days()

    def days(self) -> Days:
        """The groups of their numbers in order, and how many of them each has."""
        for dated in self._dated:
            for group, count in dated.days():
                self._groups.append(group)
                self._counts.append(count)
        self._dated.clear()
        return self._groups, self._counts

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
class Writing:
    """How matches are written: eight digits begin with the group, the last are the region."""

    layout: Layout
    pieces: Sequence[tuple[int, int]]
    """Ranges of numbers, the second excluded, each with about `AT_ONCE` reports."""
    lane: int
    """Bytes that hold the row of a region."""
    figures: int
    """Digits of the row of a region."""
    width: int
    """Digits of a match."""
    first: int
    """The group of which the digits say 0."""
    unit: int
    """The place of the last digit of the group among the eight."""
    undated: int
    """The group of all that are undated."""

    @classmethod
    def of(cls, connection: sqlite3.Connection, layout: Layout) -> "Writing":
        """How they are written in a catalog as it is: as its days and its regions have it."""
        (rows,) = connection.execute("SELECT coalesce(max(id), 0) FROM region").fetchone()
        days = "SELECT day_group, count FROM day ORDER BY day_group"
        groups = connection.execute(days).fetchall()
        dated = [group for group, _ in groups if group < UNDATED]
        first = dated[0] if dated else 0
        undated = dated[-1] + 1 if dated else first
        figures = len(str(rows))
        unit, width = 10**figures, 8
        if (undated + 1 - first) * unit > 9 * EIGHT:  # from the Middle Ages until today
            unit, width = 1, 16
        lane = 1 if rows < 1 << 8 else 2
        return cls(layout, _pieces(groups, layout), lane, figures, width, first, unit, undated)

    @property
    def _region(self) -> str:
        return f"({NUMBER} & {self.layout.region_mask})"

    def plain(self, connection: sqlite3.Connection, plan: Plan) -> bytes:
        """The regions of matches alone, with one digit before each."""
        return _digits(connection, plan, f"{self._region} + {10**self.figures}")

    def dated(self, connection: sqlite3.Connection, plan: Plan) -> bytes:
        """Groups and regions of matches."""
        group = f"min({NUMBER} >> {self.layout.span}, {self.undated})"
        code = f"{group} * {self.unit} + {self._region} + {EIGHT - self.first * self.unit}"
        if self.width > 8:
            code = f"({group} + {EIGHT - self.first}) * {10 * EIGHT} + {self._region} + {EIGHT}"
        return _digits(connection, plan, code)


@dataclass(frozen=True, slots=True)
class _Dated:
    """Matches in digits."""

    digits: bytes
    writing: Writing

    def days(self) -> Iterator[tuple[int, int]]:
        """The groups, and how many matches each has."""
        way = self.writing
        heads = _machine_numbers(self.digits)[:: way.width // 8]
        start = 0
        while start < len(heads):
            group = (int(heads[start].to_bytes(8, "big")) - EIGHT) // way.unit
            end = int.from_bytes(b"%d" % ((group + 1) * way.unit + EIGHT), "big")
            stop = bisect_left(heads, end, start)
            group += way.first
            yield (group if group < way.undated else UNDATED), stop - start
            start = stop


def _pieces(groups: Iterable[tuple[int, int]], layout: Layout) -> list[tuple[int, int]]:
    """The ranges for groups in order, each given with how many reports it has."""
    starts, reports = [0], 0
    for group, count in groups:
        if reports and reports + count > AT_ONCE:
            starts.append(group << layout.span)
            reports = 0
        reports += count
    return list(pairwise((*starts, END)))


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
    # `words` finds numbers in ascending order; to ask for it takes as long as finding them.
    statement = plan.sql(f"CAST(group_concat({code}, '') AS BLOB)")
    (digits,) = connection.execute(*statement).fetchone()
    return digits or b""


def _machine_numbers(digits: bytes) -> "array[int]":
    """Eight digits each as a number that is ordered as they are."""
    numbers = array("Q", digits)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _packed(digits: bytes, width: int, figures: int, lane: int) -> bytes:
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
    return total.to_bytes(length, "little")


def _two_bytes(packed: bytes) -> "array[int]":
    numbers = array("H", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
