"""The records of a TinyDB file, each with the bytes it stands in."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tui.archive.catalog.tokens import Tokens
from tui.archive.errors import ArchiveError, DamagedError, bad_rows
from tui.archive.tables import REPORTS, parse_tables, read_bytes
from tui.reports.errors import RecordError
from tui.reports.report import Report

_BLANK = re.compile(r"[ \t\n\r]*")
Member = tuple[str, Any, int, int]
"""Name and value of a member of an object; where the value starts and ends."""

Read = Callable[[str, str, int], tuple[Any, int]]

_scan = json.JSONDecoder().raw_decode


@dataclass(frozen=True, slots=True)
class Record:
    """A report and where in its file it is written."""

    report: Report
    offset: int
    """First byte."""
    length: int
    """Bytes."""
    digest: int
    """Of these bytes; see `digest_of`."""
    tokens: Tokens | None = None
    """What finds it, where that is known already."""


def digest_of(content: bytes) -> int:
    """A signed number of 64 bits that tells contents apart."""
    return int.from_bytes(blake2b(content, digest_size=8).digest(), signed=True)


def read_records(path: Path) -> tuple[list[Record], ArchiveError | None]:
    """The reports of one file, the first of each id, and what is wrong with rows that are none.

    Raises:
        ArchiveError: the file cannot be read.
    """
    content = read_bytes(path)
    try:
        text = content.decode("utf-8-sig")
        rows = _rows(text)
    except (ValueError, IndexError, RecursionError):
        parse_tables(path, content)
        raise DamagedError("archive.foreign", path=path) from None
    if not rows:
        parse_tables(path, content)  # it may be another program's
    found: dict[str, Record] = {}
    wrong: list[RecordError] = []
    at, place = 0, len(content) - len(text.encode("utf-8", "surrogatepass"))
    for number, row, start, end in rows:
        place += len(text[at:start].encode("utf-8", "surrogatepass"))
        raw = text[start:end].encode("utf-8", "surrogatepass")
        try:
            report = Report.from_record(row, f"{path.name}#{number}")
            found.setdefault(report.id, Record(report, place, len(raw), digest_of(raw)))
        except RecordError as error:
            wrong.append(error)
        place, at = place + len(raw), end
    return list(found.values()), bad_rows(path, wrong)


def _rows(text: str) -> list[Member]:
    """The rows of the reports' table; ValueError where the text is broken."""
    tables, end = _object(text, 0, _table)
    if _BLANK.match(text, end).end() != len(text):  # type: ignore[union-attr]
        raise ValueError(end)
    return next((rows for name, rows, _, _ in tables if name == REPORTS), [])


def _table(name: str, text: str, at: int) -> tuple[Any, int]:
    return _object(text, at, _row) if name == REPORTS else _scan(text, at)


def _row(number: str, text: str, at: int) -> tuple[Any, int]:
    row, end = _scan(text, at)
    if not isinstance(row, dict):
        raise ValueError(number)
    return row, end


def _object(text: str, at: int, read: Read) -> tuple[list[Member], int]:
    """The members of the object that begins at `at`, and where it ends."""
    members: list[Member] = []
    at = _skip(text, at, "{")
    while text[at] != "}":
        name, end = _scan(text, at)
        start = _skip(text, end, ":")
        value, end = read(name, text, start)
        members.append((name, value, start, end))
        at = _BLANK.match(text, end).end()  # type: ignore[union-attr]
        if text[at] != "}":
            at = _skip(text, at, ",")
    return members, at + 1


def _skip(text: str, at: int, sign: str) -> int:
    """The place after `sign` and the blanks round it."""
    at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
    if text[at] != sign:
        raise ValueError(at)
    return _BLANK.match(text, at + 1).end()  # type: ignore[union-attr]
