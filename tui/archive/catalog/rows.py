"""Rows of the catalog's tables, and the entries and texts they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
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

LOCATION = "report.file, report.offset, report.length, report.digest"
"""The columns of `located` that follow those of `entry`."""

JOINS = (
    " JOIN region ON region.id = report.region"
    " LEFT JOIN organisation ON organisation.id = report.organisation"
)


@dataclass(frozen=True, slots=True)
class Located(Entry):
    """An entry, and where its record stood when its file was catalogued."""

    file: int
    """Row of the file."""
    offset: int
    """First byte."""
    length: int
    """Bytes."""
    digest: int
    """Of these bytes; see `records.digest_of`."""


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
    return Entry(*_fields(row))


def located(row: Sequence[Any]) -> Located:
    """The entry of a row of `ENTRY` and `LOCATION`."""
    return Located(*_fields(row), *row[12:])


def _fields(row: Sequence[Any]) -> tuple[Any, ...]:
    if bytes in map(type, row):
        row = [text(cell) if isinstance(cell, bytes) else cell for cell in row]
    own_id, prefecture, code, county, county_code, heading, first, last, known = row[:9]
    held = MeetingDate(
        date.fromordinal(first) if first else None,
        date.fromordinal(last) if known & HAS_END else None,
        PRECISIONS[known & 7],
        row[9],
        bool(known & INFERRED),
    )
    names = prefecture, code, county, county_code, heading
    return own_id, *names, held, row[10], row[11]
