"""Matches in order, from any of them on, forwards or backwards.

What has one group of numbers is sorted in memory, since numbers say nothing about it; the rest is
in order as it comes from SQLite, and no more is read than is wanted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import groupby
from typing import TypeVar

from tui.archive.catalog.counting import by_region, total
from tui.archive.catalog.layout import group_of
from tui.archive.catalog.plan import END, IMPOSSIBLE, NUMBER, Plan
from tui.archive.catalog.planner import Planner
from tui.archive.catalog.ranking import Class, classes
from tui.archive.catalog.reader import Reader
from tui.archive.catalog.rows import ENTRY, JOINS, LOCATION, Located, entry, located
from tui.query.catalog import Entry
from tui.query.matching import date_order, order_of, region_order
from tui.query.query import Order, Query

E = TypeVar("E", bound=Entry)

Read = Callable[[Reader, Plan, str], Iterator[E]]
"""Gives what a plan selects: `entries` or `located_entries`."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which of the matches are wanted."""

    after: Entry | None = None
    before: Entry | None = None
    backward: bool = False
    """The last ones first."""
    limit: int | None = None
    """How many are wanted; there may be given more."""


def walk(reader: Reader, plan: Plan, query: Query, part: Part, read: Read[E]) -> Iterator[E]:
    """The matches of `query`, which `plan` selects, in its order, as `read` gives them."""
    if query.order is Order.RELEVANCE:
        ranked = classes(_planner(reader), plan, query.words)
        if ranked is None:
            return _by_key(reader, plan, query, part, read)
        return _by_class(reader, ranked, query, part, read)
    if query.order is Order.REGION:
        return _by_region(reader, plan, part, read)
    return _by_date(reader, plan, part, read)


def entries(reader: Reader, plan: Plan, rest: str = "") -> Iterator[Entry]:
    """What `plan` selects, in the order that `rest` of a statement says, or in none."""
    sql, values = plan.sql(ENTRY, rest, JOINS)
    return map(entry, reader.connection.execute(sql, values))


def located_entries(reader: Reader, plan: Plan, rest: str = "") -> Iterator[Located]:
    """As `entries`, with where to read the reports."""
    sql, values = plan.sql(f"{ENTRY}, {LOCATION}", rest, JOINS)
    return map(located, reader.connection.execute(sql, values))


def position(reader: Reader, plan: Plan, query: Query, one: Entry) -> int:
    """The place of an entry among the matches, from 1; 0 where it is none of them."""
    before = 0
    if query.order is Order.RELEVANCE:
        ranked = classes(_planner(reader), plan, query.words)
        if ranked is None:
            return _position_by_key(reader, plan, query, one)
        rank, plan = _class_of(ranked, query, one)
        before = sum(total(reader, other) for higher, other in ranked if higher < rank)
    if query.order is Order.REGION:
        regions, own = reader.names.regions, region_order(one)
        counts = by_region(reader, plan)
        before = sum(counts[row] for row in counts if region_order(regions[row]) < own)
        plan = _in_regions(plan, [row for row in regions if region_order(regions[row]) == own])
    low, high = reader.bounds(group_of(one))
    group = sorted(map(date_order, entries(reader, plan.within(low, high))))
    key = date_order(one)
    if key not in group:
        return 0
    return before + _count_before(reader, plan, low) + group.index(key) + 1


def _by_date(reader: Reader, plan: Plan, part: Part, read: Read[E]) -> Iterator[E]:
    if part.after:
        plan = plan.within(reader.bounds(group_of(part.after))[0], END)
    if part.before:
        plan = plan.within(0, reader.bounds(group_of(part.before))[1])
    low = date_order(part.after) if part.after else None
    high = date_order(part.before) if part.before else None
    order = f"ORDER BY {NUMBER}" + (" DESC" if part.backward else "")
    for _, group in groupby(read(reader, plan, order), group_of):
        keyed = sorted(((date_order(one), one) for one in group), key=lambda pair: pair[0])
        for key, one in reversed(keyed) if part.backward else keyed:
            if (low is None or key > low) and (high is None or key < high):
                yield one


def _by_region(reader: Reader, plan: Plan, part: Part, read: Read[E]) -> Iterator[E]:
    regions = reader.names.regions
    rows = sorted(by_region(reader, plan), key=lambda row: region_order(regions[row]))
    low = region_order(part.after) if part.after else None
    high = region_order(part.before) if part.before else None
    for place, same in groupby(
        reversed(rows) if part.backward else rows, lambda row: region_order(regions[row])
    ):
        if (low is None or place >= low) and (high is None or place <= high):
            after = part.after if place == low else None
            before = part.before if place == high else None
            within = _in_regions(plan, list(same))
            yield from _by_date(reader, within, Part(after, before, part.backward), read)


def _by_class(
    reader: Reader,
    ranked: list[tuple[Class, Plan]],
    query: Query,
    part: Part,
    read: Read[E],
) -> Iterator[E]:
    low = _class_of(ranked, query, part.after)[0] if part.after else None
    high = _class_of(ranked, query, part.before)[0] if part.before else None
    for rank, plan in reversed(ranked) if part.backward else ranked:
        if (low is None or rank >= low) and (high is None or rank <= high):
            after = part.after if rank == low else None
            before = part.before if rank == high else None
            yield from _by_date(reader, plan, Part(after, before, part.backward), read)


def _class_of(ranked: list[tuple[Class, Plan]], query: Query, one: Entry) -> tuple[Class, Plan]:
    """The class an entry is in, and what selects it."""
    titled, named, _ = order_of(query)(one)
    plan = next((plan for rank, plan in ranked if rank == (titled, named)), IMPOSSIBLE)
    return (titled, named), plan


def _planner(reader: Reader) -> Planner:
    return Planner(reader.layout, reader.names, frozenset())


def _by_key(reader: Reader, plan: Plan, query: Query, part: Part, read: Read[E]) -> Iterator[E]:
    """In an order that only looking at every match tells."""
    key = order_of(query)
    low = key(part.after) if part.after else None
    high = key(part.before) if part.before else None
    keyed = ((key(one), one) for one in read(reader, plan, ""))
    wanted = (
        (rank, one)
        for rank, one in keyed
        if (low is None or rank > low) and (high is None or rank < high)
    )
    if part.limit is None:
        chosen = sorted(wanted, key=lambda pair: pair[0], reverse=part.backward)
    else:
        choose = nlargest if part.backward else nsmallest
        chosen = choose(part.limit, wanted, key=lambda pair: pair[0])
    return (one for _, one in chosen)


def _position_by_key(reader: Reader, plan: Plan, query: Query, one: Entry) -> int:
    key = order_of(query)
    own = key(one)
    ranks = [rank for rank in map(key, entries(reader, plan)) if rank <= own]
    return len(ranks) if own in ranks else 0


def _in_regions(plan: Plan, rows: list[int]) -> Plan:
    """With the reports of these rows only, which are few."""
    return plan.finding(f"({' OR '.join(f'r{row}' for row in rows)})")


def _count_before(reader: Reader, plan: Plan, number: int) -> int:
    """How many matches have a smaller number."""
    if plan.selects_all:
        group = number >> reader.layout.span
        return reader.one("SELECT total(count) FROM day WHERE day_group < ?", (group,))
    return total(reader, plan.within(0, number))
