"""Rows of the catalog's tables, and the entries and texts they stand for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tui.query.catalog import Entry
from tui.reports.date import MeetingDate, Precision

PRECISIONS = tuple(Precision)

HAS_END = 16
INFERRED = 8

ENTRY = (
    "report.id, region.prefecture, region.prefecture_code, region.county, region.county_code,"
    " region.heading, report.first, report.last, report.facts, report.written,"
    " organisation.name, report.title"
)
"""The columns of `entry`."""

JOINS = (
    " JOIN region ON region.id = report.region"
    " LEFT JOIN organisation ON organisation.id = report.organisation"
)

Cell = str | bytes | int | None


def kept(text: str) -> str | bytes:
    """`text` as SQLite can keep it: lone surrogates have no place in its texts."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def kept_or_none(text: str | None) -> str | bytes | None:
    """As `kept`."""
    return None if text is None else kept(text)


def text(cell: Cell) -> str:
    """What was `kept`."""
    return cell.decode("utf-8", "surrogatepass") if isinstance(cell, bytes) else str(cell or "")


def text_or_none(cell: Cell) -> str | None:
    """As `text`."""
    return None if cell is None else text(cell)


def facts(held: MeetingDate) -> int:
    """Precision, whether the year is inferred, and whether there is an end, as one number."""
    return (
        PRECISIONS.index(held.precision)
        | (INFERRED if held.year_inferred else 0)
        | (HAS_END if held.end is not None else 0)
    )


def entry(row: Sequence[Any]) -> Entry:
    """The entry of a row of `ENTRY`."""
    first, last, known = row[6:9]
    held = MeetingDate(
        date.fromordinal(first) if first else None,
        date.fromordinal(last) if known & HAS_END else None,
        PRECISIONS[known & 7],
        text(row[9]),
        bool(known & INFERRED),
    )
    return Entry(
        text(row[0]),
        text_or_none(row[1]),
        text_or_none(row[2]),
        text_or_none(row[3]),
        text_or_none(row[4]),
        text(row[5]),
        held,
        text_or_none(row[10]),
        text(row[11]),
    )
