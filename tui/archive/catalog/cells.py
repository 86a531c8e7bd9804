"""Counting by region and period without a row for each report.

SQLite groups by sorting, and rows that become Python values take as long again. The numbers of
reports are in the order of days as they are, so their regions are fetched as one text and cut
where one period ends and the next begins; each piece is counted as texts.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from tui.archive.catalog import words
from tui.archive.catalog.layout import LAST_DAY, UNDATED, Layout
from tui.archive.catalog.plan import END, NUMBER, Plan
from tui.query.catalog import Period
from tui.query.cells import periods_of

Days = Sequence[tuple[int, int]]
"""Groups of numbers in order, each with how many reports it has."""

LASTING = f"{NUMBER} IN (SELECT one.number FROM report one WHERE one.last <> one.first)"
"""Those that lasted more than a day."""


def count_cells(
    connection: sqlite3.Connection, plan: Plan, layout: Layout, period: Period
) -> Counter[tuple[str, date | None]]:
    """How many reports that `plan` selects each region has in each period.

    The keys are rows of the table of regions, as texts, and the first days of periods.
    """
    cells: Counter[tuple[str, date | None]] = Counter()
    regions, days = _in_order(connection, plan, layout)
    start = 0
    for first, count in _periods(days, period):
        for row, found in Counter(regions[start : start + count]).items():
            cells[row, first] += found
        start += count
    # Until now every report has counted in the period it began in, and in no other.
    columns = f"{NUMBER} & {layout.region_mask}, report.first, report.last"
    for row, begun, ended in connection.execute(*_lasting(plan, period).sql(columns, joins=" ")):
        first_day, last_day = date.fromordinal(begun), date.fromordinal(ended)
        cells[str(row), period.first_day(first_day)] -= 1
        for day in periods_of(first_day, last_day, period):
            cells[str(row), day] += 1
    return +cells


def _lasting(plan: Plan, period: Period) -> Plan:
    """The matches that may belong to several periods."""
    if period is Period.MONTH:
        return plan.finding(words.SPANNING)
    return replace(plan, tests=(*plan.tests, (LASTING, ())))


def _in_order(
    connection: sqlite3.Connection, plan: Plan, layout: Layout
) -> tuple[list[str], Days]:
    """The regions of all matches in the order of days, and how many each day has."""
    days = _known_days(connection, plan, layout)
    if days is not None:
        (regions,) = _texts(connection, plan, f"{NUMBER} & {layout.region_mask}")
        if len(regions) == sum(count for _, count in days):
            return regions, days
    regions, groups = _texts(
        connection, plan, f"{NUMBER} & {layout.region_mask}", f"{NUMBER} >> {layout.span}"
    )
    return regions, [(int(group), count) for group, count in Counter(groups).items()]


def _texts(connection: sqlite3.Connection, plan: Plan, *columns: str) -> list[list[str]]:
    """The values of columns in the order of numbers, each as one list of texts."""
    named = ", ".join(f"{column} AS value{place}" for place, column in enumerate(columns))
    packed = ", ".join(f"group_concat(value{place})" for place in range(len(columns)))
    sql, values = plan.sql(named, f"ORDER BY {NUMBER}")
    row = connection.execute(f"SELECT {packed} FROM ({sql})", values).fetchone()
    return [text.split(",") if text else [] for text in row]


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
