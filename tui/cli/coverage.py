"""``jianbao coverage``: who has reported and who has not."""

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from shutil import get_terminal_size
from typing import Any

from tui import locale
from tui.cli.opened import opened, read_query
from tui.cli.output import put, tell
from tui.cli.status import Status
from tui.cli.table import Column
from tui.cli.table import lines as table_lines
from tui.export.csv import guarded
from tui.query.catalog import Period
from tui.query.coverage import Coverage, CoverageRow, coverage, fitting_period
from tui.reports.neutral import neutral

PLAIN_WIDTH = 100
"""Cells of a line where there is no terminal."""

NOBODY = "·"
"""Stands for no report; a nought would be lost among the figures."""


def run(arguments: Namespace) -> Status:
    """Print the table of regions and periods, or its rows as JSON or CSV."""
    query = read_query(arguments.query)
    counties = arguments.level == "county"
    with opened(arguments.archive, query) as (_, catalog):
        period = Period(arguments.by) if arguments.by else fitting_period(catalog, query)
        table = coverage(catalog, query, period, counties=counties)
    if not table.rows:
        tell("cli.nothing", query=query.describe())
        return Status.NOTHING
    if arguments.json:
        for row in table.rows:
            put(json.dumps(record(table, row), ensure_ascii=False))
    elif arguments.csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows(cells(table))
    else:
        for line in lines(table):
            put(line)
    return Status.DONE if table.total else Status.NOTHING


def name_of(row: CoverageRow) -> str:
    """The region of a row."""
    region = neutral(row.region) or locale.text("reports.no-region")
    return f"{region} {neutral(row.county)}".rstrip()


def column_name(first: date, period: Period) -> str:
    """The head of a column: 2023-02-08, 2023-02-06..12, 2023-02."""
    if period is Period.MONTH:
        return first.isoformat()[:7]
    if period is Period.WEEK:
        last = (first + timedelta(6)).isoformat()
        return f"{first.isoformat()}..{last[8 if last[:7] == first.isoformat()[:7] else 5 :]}"
    return first.isoformat()


def record(table: Coverage, row: CoverageRow) -> dict[str, Any]:
    """A row as JSON values."""
    names = [column_name(first, table.period) for first in table.periods]
    return {
        "region": row.region,
        "region_key": row.region_key,
        "county": row.county or None,
        "county_code": row.county_key or None,
        "reports": row.total,
        "undated": row.undated,
        "periods": dict(zip(names, row.counts, strict=True)),
    }


def cells(table: Coverage) -> Iterator[list[str]]:
    """The rows of a CSV table, the head first."""
    names = [column_name(first, table.period) for first in table.periods]
    head = ["prefecture", "county"] if table.counties else ["prefecture"]
    ends = [locale.text("cli.coverage-undated"), locale.text("cli.coverage-total")]
    yield [*(locale.text(f"export.column-{name}") for name in head), *names, *ends]
    for row in table.rows:
        regions = [row.region, row.county] if table.counties else [row.region]
        counts = map(str, (*row.counts, row.undated, row.total))
        yield [*(guarded(neutral(name)) for name in regions), *counts]


def lines(table: Coverage) -> Iterator[str]:
    """The table as it is read: ``!`` before those who have not reported, ``·`` for no report."""
    names = [("  " if row.has_reported else "! ") + name_of(row) for row in table.rows]
    columns = [
        Column(
            column_name(first, table.period), _figures([row.counts[number] for row in table.rows])
        )
        for number, first in enumerate(table.periods)
    ]
    if table.undated:
        head = locale.text("cli.coverage-undated")
        columns.append(Column(head, _figures(row.undated for row in table.rows)))
    totals = tuple(str(row.total) for row in table.rows)
    columns.append(Column(locale.text("cli.coverage-total"), totals))
    room = get_terminal_size().columns if sys.stdout.isatty() else PLAIN_WIDTH
    yield from table_lines(names, columns, room)
    yield ""
    yield locale.text(
        "cli.coverage-share",
        reported=table.reported,
        regions=len(table.rows),
        share=f"{table.share:.0%}",
    )


def _figures(counts: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(count) if count else NOBODY for count in counts)
