"""What is raised when an index cannot answer; the archive is read whole instead."""

import sqlite3


class CatalogError(Exception):
    """The index is damaged, locked, outdated or cannot be; never shown."""


class DamagedIndexError(CatalogError):
    """The file itself is damaged, so that only a new one can help."""


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says that a file is no database, or one that contradicts itself.

    A file that is locked, or a disk that is full, may answer in a moment; it is of no use to make
    it anew.
    """
    # The low eight bits of a code are its kind (https://www.sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return (code & 0xFF) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def failure(error: BaseException) -> CatalogError:
    """The error to be raised for one of SQLite or of the system."""
    return DamagedIndexError() if is_damage(error) else CatalogError()
