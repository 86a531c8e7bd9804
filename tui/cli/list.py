"""``jianbao list``: one report a line."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import islice
from shutil import get_terminal_size
from typing import TextIO

from rich.cells import cell_len

from tui import locale
from tui.cli.opened import opened, read_query
from tui.cli.output import put, tell
from tui.cli.status import Status
from tui.export.json import json_line
from tui.export.table import padded
from tui.query.catalog import Catalog, Entry
from tui.query.query import Query
from tui.reports.date import MeetingDate
from tui.reports.neutral import neutral
from tui.reports.places import places

PAGE = 500
"""Lines that are aligned with each other; the first ones appear at once."""


def run(arguments: Namespace) -> Status:
    """List the reports that match."""
    query = read_query(arguments.query)
    with opened(arguments.archive, query) as (_, catalog):
        if arguments.json:
            lines: Iterable[str] = map(json_line, catalog.reports(query))
        else:
            lines = aligned(map(cells, entries(catalog, query)))
        count = 0
        for line in lines:
            count += 1
            put(line)
    if not count:
        tell("cli.nothing", query=query.describe())
    return Status.DONE if count else Status.NOTHING


def entries(catalog: Catalog, query: Query) -> Iterator[Entry]:
    """Every entry that matches, a page at a time."""
    page = catalog.page(query, limit=PAGE)
    while page:
        yield from page
        page = catalog.page(query, after=page[-1], limit=PAGE)


def cells(entry: Entry) -> tuple[str, str, str, str, str]:
    """What a line says of a report: id, date, prefecture, county, title."""
    region = _usual(entry.prefecture_code) or entry.prefecture or entry.heading
    county = _usual(entry.county_code) or entry.county or ""
    title = entry.title or entry.organisation or ""
    return (
        neutral(entry.id),
        short_date(entry.held),
        neutral(region),
        neutral(county),
        neutral(title),
    )


def _usual(code: str | None) -> str:
    place = places().get(code) if code else None
    return place.usual_name if place else ""


def short_date(held: MeetingDate) -> str:
    """The date in a column: 2023-02-08, 2023-02-08..10, 2023-02-27..03-01, undated."""
    if held.start is None:
        return locale.text("reports.undated")
    first, last = held.start.isoformat(), (held.end or held.start).isoformat()
    if first == last:
        return first
    same = 8 if first[:7] == last[:7] else 5 if first[:4] == last[:4] else 0
    return f"{first}..{last[same:]}"


def aligned(rows: Iterable[tuple[str, ...]], stream: TextIO | None = None) -> Iterator[str]:
    """The rows as lines whose columns begin at the same cell; the last column is not padded.

    Where `stream`, by default standard output, is a terminal, a line is cut to its width.
    """
    left = iter(rows)
    widths: list[int] = []
    most = get_terminal_size().columns if (stream or sys.stdout).isatty() else 0
    while page := list(islice(left, PAGE)):
        found = [max(map(cell_len, column)) for column in zip(*page, strict=True)]
        widths = [max(pair) for pair in zip(found, widths or found, strict=True)]
        for row in page:
            columns = [padded(cell, width) for cell, width in zip(row, widths, strict=True)]
            line = "  ".join([*columns[:-1], row[-1]]).rstrip()
            yield cut(line, most) if most else line


def cut(line: str, most: int) -> str:
    """`line` where it takes at most `most` cells, else as much of it and an ellipsis."""
    if cell_len(line) <= most:
        return line
    kept = line[: most - 1]
    while cell_len(kept) > most - 1:
        kept = kept[:-1]
    return f"{kept}…"
