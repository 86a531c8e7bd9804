"""TinyDB's storage for archives: UTF-8, one atomic write for all changes, the old version kept."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from tui.archive.errors import backup_of, unwritable
from tui.archive.tables import IMPORTS, REPORTS, read_tables
from tui.reports.files import write_atomically

Rows = Iterable[tuple[str, Mapping[str, Any]]]


class AtomicStorage(Storage):
    """Gathers what TinyDB writes in memory until `save`, so that a file changes once or not."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is read when first asked for, and need not exist."""
        self.path = path
        self._tables: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables: those of the file, or those written since."""
        if self._tables is None and self.path.exists():
            self._tables = read_tables(self.path)
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep `data` for `save`."""
        self._tables = data

    def save(self) -> None:
        """Replace the file; what it held before becomes its ``.bak``.

        Raises:
            ArchiveError: no rights, no room; the file is as it was.
        """
        try:
            write_atomically(self.path, self._pieces())
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _pieces(self) -> Iterator[bytes]:
        tables = self._tables or {}
        yield from encoded((name, table.items()) for name, table in tables.items())
        # When all that is new is written, so that an attempt that fails costs no older version.
        if self.path.exists():
            write_atomically(backup_of(self.path), self.path.read_bytes())


@contextmanager
def changing(path: Path) -> Iterator[TinyDB]:
    """A TinyDB whose changes reach the file together at the end, or not at all on an error."""
    database = TinyDB(path, storage=AtomicStorage)
    yield database
    storage = database.storage
    assert isinstance(storage, AtomicStorage)
    storage.save()


def write_new(
    path: Path, facts: Iterable[Mapping[str, Any]], records: Iterable[Mapping[str, Any]]
) -> None:
    """Make the file `path` of an import's facts and records, as TinyDB would, row by row.

    Thousands of reports are never in memory as rows and as text at once.

    Raises:
        ArchiveError: no rights, no room; there is no file.
    """
    # The imports stand first, so that the head of the file tells of them.
    tables = (IMPORTS, _numbered(facts)), (REPORTS, _numbered(records))
    try:
        write_atomically(path, encoded(tables))
    except OSError as error:
        raise unwritable(path, error) from error


def _numbered(rows: Iterable[Mapping[str, Any]]) -> Rows:
    return ((str(number), row) for number, row in enumerate(rows, start=1))


def encode(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> bytes:
    """The bytes of a TinyDB file; the same tables give the same bytes."""
    return b"".join(encoded((name, table.items()) for name, table in tables.items()))


def encoded(tables: Iterable[tuple[str, Rows]]) -> Iterator[bytes]:
    """The bytes of a TinyDB file in pieces, a row each: `tables` by name, rows by number."""
    before = "{\n "
    for name, rows in tables:
        yield f"{before}{json.dumps(name)}: ".encode()
        opening = "{\n  "
        for number, row in rows:
            yield f"{opening}{json.dumps(number)}: ".encode() + _row(row)
            opening = ",\n  "
        yield b"{}" if opening[0] == "{" else b"\n }"
        before = ",\n "
    yield b"{}\n" if before[0] == "{" else b"\n}\n"


def _row(row: Mapping[str, Any]) -> bytes:
    """One row, as it stands two levels deep."""
    text = json.dumps(row, ensure_ascii=False, indent=1)
    try:
        return text.replace("\n", "\n  ").encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8, but an escape
        return json.dumps(row, indent=1).replace("\n", "\n  ").encode("ascii")
