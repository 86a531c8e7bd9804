"""Counting by region and period without a row for each report.

SQLite groups by sorting, and rows that become Python values take as long again. The numbers of
reports are in the order of days as they are, so their regions are fetched as one text and cut
where one period ends and the next begins; what stands in a piece is counted at once.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import groupby, islice

from tui.archive.catalog import words
from tui.archive.catalog.layout import LAST_DAY, UNDATED, Layout
from tui.archive.catalog.plan import END, NUMBER, Plan
from tui.query.catalog import Period
from tui.query.cells import periods_of

Days = Sequence[tuple[int, int]]
"""Groups of numbers in order, each with how many reports it has."""

Cells = Mapping[date | None, Counter[int]]
"""How many reports of which region, for the first day of each period; none for the undated."""

PIECE = 1 << 16
"""Characters of a long text that are split at a time, in about a millisecond."""

LASTING = f"{NUMBER} IN (SELECT one.number FROM report one WHERE one.last <> one.first)"
"""Those that lasted more than a day."""


def count_cells(
    connection: sqlite3.Connection,
    plan: Plan,
    layout: Layout,
    period: Period,
    regions: Mapping[int, int],
) -> Cells:
    """How many reports that `plan` selects each region has in each period.

    Args:
        connection: the catalog.
        plan: the query.
        layout: what the numbers of reports mean.
        period: the length of a period.
        regions: what a row of the table of regions counts as.
    """
    cells: defaultdict[date | None, Counter[int]] = defaultdict(Counter)
    of_reports, days = _in_order(connection, plan, layout, regions)
    start = 0
    for first, count in _periods(days, period):
        cells[first] += Counter(of_reports[start : start + count])
        start += count
    # Until now every report has counted in the period it began in, and in no other.
    columns = f"{NUMBER} & {layout.region_mask}, report.first, report.last"
    for row, begun, ended in connection.execute(*_lasting(plan, period).sql(columns, joins=" ")):
        region = regions[row]
        if ended < begun and ended < (first := period.first_day(_date(begun))).toordinal():
            cells[first][region] -= 1
        for day in _later(begun, ended, period):
            cells[day][region] += 1
    return cells


def _lasting(plan: Plan, period: Period) -> Plan:
    """The matches that may belong to several periods."""
    if period is Period.MONTH:
        return plan.finding(words.SPANNING)
    return replace(plan, tests=(*plan.tests, (LASTING, ())))


def _later(begun: int, ended: int, period: Period) -> Iterable[date | None]:
    """The first days of the periods up to `ended` but the one of `begun`."""
    if period is Period.DAY:
        return map(_date, range(begun + 1, ended + 1))
    if period is Period.WEEK and (ended - 1) // 7 <= (begun - 1) // 7:  # 1 was a Monday
        return ()
    return islice(periods_of(_date(begun), _date(ended), period), 1, None)


_date = lru_cache(maxsize=1 << 14)(date.fromordinal)


def _in_order(
    connection: sqlite3.Connection, plan: Plan, layout: Layout, regions: Mapping[int, int]
) -> tuple[list[int], Days]:
    """The regions of all matches in the order of days, and how many each day has."""
    row, group = f"{NUMBER} & {layout.region_mask}", f"{NUMBER} >> {layout.span}"
    known = {str(row): region for row, region in regions.items()}
    days = _known_days(connection, plan, layout)
    if days is not None:
        (rows,) = _texts(connection, plan, row)
        found = [known[one] for one in rows]
        if len(found) == sum(count for _, count in days):
            return found, days
    rows, groups = _texts(connection, plan, row, group)
    days = [(int(group), count) for group, count in Counter(groups).items()]
    return [known[one] for one in rows], days


def _texts(connection: sqlite3.Connection, plan: Plan, *columns: str) -> list[Iterator[str]]:
    """The values of columns in the order of numbers, each as a text."""
    named = ", ".join(f"{column} AS value{place}" for place, column in enumerate(columns))
    packed = ", ".join(f"group_concat(value{place})" for place in range(len(columns)))
    sql, values = plan.sql(named, f"ORDER BY {NUMBER}")
    row = connection.execute(f"SELECT {packed} FROM ({sql})", values).fetchone()
    return [unpacked(text or "") for text in row]


def unpacked(text: str) -> Iterator[str]:
    """The values in a text, between commas.

    They are parted some at a time: meanwhile no other thread can work.
    """
    start = 0
    while start < len(text):
        end = text.find(",", start + PIECE)
        end = len(text) if end < 0 else end
        yield from text[start:end].split(",")
        start = end + 1


def _known_days(connection: sqlite3.Connection, plan: Plan, layout: Layout) -> Days | None:
    """The days of all matches from the table of days; none where the plan asks for more."""
    low, rest = divmod(plan.low, 1 << layout.span)
    high, end = divmod(plan.high, 1 << layout.span)
    if plan.expression or plan.tests or plan.impossible or rest or (end and plan.high != END):
        return None
    sql = "SELECT day_group, count FROM day WHERE count > 0 AND day_group >= ? AND day_group < ?"
    return connection.execute(f"{sql} ORDER BY day_group", (low, high)).fetchall()


def _periods(days: Days, period: Period) -> Iterator[tuple[date | None, int]]:
    """The first day of each period in the order of `days`, and how many reports began in it."""
    for first, run in groupby(days, lambda day: _first_day(day[0], period)):
        yield first, sum(count for _, count in run)


def _first_day(group: int, period: Period) -> date | None:
    return None if group >= UNDATED else period.first_day(date.fromordinal(LAST_DAY - group))
