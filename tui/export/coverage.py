"""A coverage as text to be read, as CSV, as JSON values, and as a file."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tui import locale
from tui.export.csv import Line, guarded
from tui.export.errors import ExportError
from tui.export.options import Encoding
from tui.export.table import Column
from tui.export.table import lines as table_lines
from tui.export.writing import in_encoding, write_pieces
from tui.query.catalog import Period
from tui.query.coverage import Coverage, CoverageRow
from tui.reports.neutral import neutral

PLAIN_WIDTH = 100
"""Cells of a line where there is no terminal."""

NOBODY = "·"
"""Stands for no report; a nought would be lost among the figures."""


def write_coverage(
    table: Coverage,
    path: Path,
    *,
    silent_only: bool = False,
    force: bool = False,
    archive: Path | None = None,
) -> None:
    """Write `table` to `path`, all or nothing, as office programs expect it.

    Args:
        table: what to write.
        path: ends in ``.csv`` or ``.txt``; its folder must exist.
        silent_only: leave out the regions that have reported.
        force: replace a file that is there.
        archive: the open archive, which is never written over.

    Raises:
        ExportError: the file may not or cannot be written; nothing has changed.
    """
    rows = table.silent if silent_only else table.rows
    match path.suffix.lower():
        case ".csv":
            pieces = write_csv(table, rows)
        case ".txt":
            pieces = (f"{line}\n" for line in lines(table, PLAIN_WIDTH, rows))
        case suffix:
            raise ExportError("export.coverage-suffix", suffix=suffix)
    write_pieces(in_encoding(pieces, Encoding.UTF_8_SIG), path, force=force, archive=archive)


def write_csv(table: Coverage, rows: Sequence[CoverageRow] | None = None) -> Iterator[str]:
    r"""The table a line at a time, of all its rows or of some; lines end in ``\n``."""
    line = Line()
    writer = csv.writer(line, lineterminator="\n")
    for row in cells(table, rows):
        writer.writerow(row)
        yield line.text


def name_of(row: CoverageRow) -> str:
    """The region of a row."""
    region = neutral(row.region) or locale.text("reports.no-region")
    return f"{region} {neutral(row.county)}".rstrip()


def column_name(first: date, period: Period) -> str:
    """The head of a column: 2023-02-08, 2023-02-06..12, 2023-02."""
    if period is Period.MONTH:
        return first.isoformat()[:7]
    if period is Period.WEEK:
        last = period.last_day(first).isoformat()
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


def cells(table: Coverage, rows: Sequence[CoverageRow] | None = None) -> Iterator[list[str]]:
    """The rows of a CSV table, of all regions or of some, the head first."""
    names = [column_name(first, table.period) for first in table.periods]
    head = ["prefecture", "county"] if table.counties else ["prefecture"]
    ends = [locale.text("export.coverage-undated"), locale.text("export.coverage-total")]
    yield [*(locale.text(f"export.column-{name}") for name in head), *names, *ends]
    for row in table.rows if rows is None else rows:
        regions = [row.region, row.county] if table.counties else [row.region]
        counts = map(str, (*row.counts, row.undated, row.total))
        yield [*(guarded(neutral(name)) for name in regions), *counts]


def lines(table: Coverage, room: int, rows: Sequence[CoverageRow] | None = None) -> Iterator[str]:
    """The table as it is read: ``!`` before those who have not reported, ``·`` for no report.

    Args:
        table: what to show.
        room: cells of a line.
        rows: some of its regions; without them all.
    """
    rows = table.rows if rows is None else rows
    names = [("  " if row.has_reported else "! ") + name_of(row) for row in rows]
    columns = [
        Column(column_name(first, table.period), _figures(row.counts[number] for row in rows))
        for number, first in enumerate(table.periods)
    ]
    if table.undated:
        head = locale.text("export.coverage-undated")
        columns.append(Column(head, _figures(row.undated for row in rows)))
    totals = tuple(str(row.total) for row in rows)
    columns.append(Column(locale.text("export.coverage-total"), totals))
    yield from table_lines(names, columns, room)
    yield ""
    yield summary(table)


def summary(table: Coverage) -> str:
    """How many of those expected have reported, and how often, on the screen as in text."""
    return locale.text(
        "coverage.counties" if table.counties else "coverage.prefectures",
        reported=table.reported,
        expected=len(table.expected),
        share=table.percent,
        total=table.total,
    )


def _figures(counts: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(count) if count else NOBODY for count in counts)
