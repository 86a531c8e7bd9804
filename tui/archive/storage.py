"""TinyDB's storage for archives: UTF-8, one atomic write for all changes, the old version kept."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from tui.archive.errors import backup_of, unwritable
from tui.archive.tables import read_tables
from tui.reports.files import write_atomically


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
            if self.path.exists():
                write_atomically(backup_of(self.path), self.path.read_bytes())
            write_atomically(self.path, encode(self._tables or {}))
        except OSError as error:
            raise unwritable(self.path, error) from error


@contextmanager
def changing(path: Path) -> Iterator[TinyDB]:
    """A TinyDB whose changes reach the file together at the end, or not at all on an error."""
    database = TinyDB(path, storage=AtomicStorage)
    yield database
    storage = database.storage
    assert isinstance(storage, AtomicStorage)
    storage.save()


def encode(tables: dict[str, dict[str, Any]]) -> bytes:
    """The bytes of a TinyDB file; the same tables give the same bytes."""
    text = json.dumps(tables, ensure_ascii=False, indent=1)
    try:
        return (text + "\n").encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8, but an escape
        return (json.dumps(tables, indent=1) + "\n").encode("ascii")
