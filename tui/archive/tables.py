"""One TinyDB file as JSON: read without TinyDB, and said where it breaks.

The file is ``{"imports": {"1": {…}}, "_default": {"1": {…}, …}}``: the reports as
`Report.record`, and before them the facts of the imports they came with.
"""

import json
import re
from contextlib import suppress
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from tui.archive.errors import DamagedError, unreadable

REPORTS = "_default"
"""TinyDB's default table."""

IMPORTS = "imports"
"""Table of the facts of imports; the first in the file, so that its head tells them."""

LARGEST = 4 << 30
"""Bytes; a file over this is refused before it fills the memory."""

MOST_DIGITS = 18
"""Digits of a row's number; TinyDB counts from 1."""

HEAD = 1 << 16
"""Bytes of a file read in search of its imports."""

_IMPORTS_FIRST = re.compile(r'\ufeff?\s*\{\s*"imports"\s*:\s*')

Table = dict[str, dict[str, Any]]
Tables = dict[str, Table]


def read_tables(path: Path) -> Tables:
    """The tables of a TinyDB file.

    Raises:
        ArchiveError: no file, no rights.
        DamagedError: it is not a TinyDB file, or no longer one.
    """
    return parse_tables(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The contents of a file of the archive.

    Raises:
        ArchiveError: no file, no rights, or more than can be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DamagedError("archive.too-large", path=path, limit=LARGEST >> 30)
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def parse_tables(path: Path, content: bytes) -> Tables:
    """The tables in `content`, which was read from `path`.

    Raises:
        DamagedError: it is not a TinyDB file, or no longer one.
    """
    if not content.strip(b" \t\r\n\0"):
        raise DamagedError("archive.empty", path=path, position=0)
    try:
        text = content.decode("utf-8-sig")
        tables = json.loads(text)
    except UnicodeDecodeError as error:
        key = "archive.cut" if error.end == len(content) else "archive.not-utf8"
        raise DamagedError(key, path=path, position=error.start) from error
    except JSONDecodeError as error:
        is_cut = error.msg.startswith("Unterminated") or not text[error.pos :].strip()
        end = len(text) if is_cut else error.pos
        position = len(content) - len(text[end:].encode("utf-8", "surrogatepass"))
        key = "archive.cut" if is_cut else "archive.not-json"
        raise DamagedError(key, path=path, position=position) from error
    except (ValueError, RecursionError) as error:
        raise DamagedError("archive.foreign", path=path) from error
    if not _are_tables(tables):
        raise DamagedError("archive.foreign", path=path)
    checked: Tables = tables
    return checked


def _are_tables(tables: Any) -> bool:
    return (
        isinstance(tables, dict)
        and (not tables or REPORTS in tables or IMPORTS in tables)
        and all(
            isinstance(table, dict)
            and all(
                number.isdecimal() and len(number) <= MOST_DIGITS and isinstance(row, dict)
                for number, row in table.items()
            )
            for table in tables.values()
        )
    )


def read_imports(path: Path) -> Table:
    """The table of imports, from the head of the file where it stands there.

    Raises:
        ArchiveError: as `read_tables`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).decode("utf-8", "ignore")
    except OSError as error:
        raise unreadable(path, error) from error
    if opening := _IMPORTS_FIRST.match(head):
        with suppress(ValueError):
            table: Table = json.JSONDecoder().raw_decode(head, opening.end())[0]
            return table
    content = read_bytes(path)
    return parse_tables(path, content).get(IMPORTS, {}) if b'"imports"' in content else {}
