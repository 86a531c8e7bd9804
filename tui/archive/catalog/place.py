"""Where the catalog of an archive is kept, and who may write to it."""

import atexit
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from tui.archive.catalog.failure import is_damage
from tui.archive.catalog.layout import Layout, LayoutError
from tui.archive.catalog.schema import OutdatedError, connect, create, layout_of, remove
from tui.archive.catalog.update import Progress, update
from tui.reports.folders import user_folder

FEW_GONE = 2000
"""Removed reports up to which a catalog is never made anew."""


FORGOTTEN = 30 * 24 * 3600
"""Seconds after which the catalog of an archive that is no more is deleted."""


class BusyError(Exception):
    """Another process is writing to the catalog."""


def catalog_path(archive: Path) -> Path:
    """The catalog of the archive at `archive`, in the user's cache folder."""
    digest = blake2b(str(archive.resolve()).encode("utf-8", "surrogateescape"), digest_size=8)
    folder = user_folder("cache") / "catalogs"
    return folder / f"{digest.hexdigest()}.sqlite"


def prepare(path: Path, size: int = 0) -> Path:
    """Have a catalog at `path`, as it is or a new empty one; elsewhere where that cannot be.

    Args:
        path: where it is wanted.
        size: bytes of the archive.

    Raises:
        OSError: there is no room for one anywhere.
        sqlite3.Error: the same, or it is locked.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _prepare(path, size)
        return path
    except (OSError, sqlite3.Error) as error:
        if _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        folder = tempfile.mkdtemp(prefix="jianbao-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder) / path.name
        _prepare(path, size)
        return path


def _prepare(path: Path, size: int) -> None:
    try:
        if is_current(path):
            return
    except sqlite3.DatabaseError as error:
        # An error in the statement: it has other tables than a catalog, and so is none.
        if not is_damage(error) and _code(error) != sqlite3.SQLITE_ERROR:
            raise
    with writing(path):
        remove(path)
        connection = connect(path, write=True)
        try:
            create(connection, Layout.for_size(size))
        finally:
            connection.close()


def _code(error: BaseException) -> int | None:
    return getattr(error, "sqlite_errorcode", None)


def is_current(path: Path) -> bool:
    """Whether there is a catalog of this format, without too much that is no more in it.

    Raises:
        sqlite3.DatabaseError: the file is damaged.
    """
    if not path.exists():
        return False
    connection = connect(path)
    try:
        layout_of(connection)
        gone, count = connection.execute(
            "SELECT (SELECT count(*) FROM gone), (SELECT total(count) FROM region)"
        ).fetchone()
    except OutdatedError:
        return False
    finally:
        connection.close()
    return bool(gone <= FEW_GONE or gone < count / 2)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Write to a catalog alone.

    Raises:
        BusyError: another process does.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_suffix(".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BusyError from error
    try:
        yield
    finally:
        lock.release()


def bring_up_to_date(path: Path, archive: Path, progress: Progress | None = None) -> bool:
    """Update the catalog at `path`; say whether anything changed.

    Raises:
        BusyError: another process is doing it.
        ArchiveError: the archive is not there, or may not be looked into.
        sqlite3.DatabaseError: the catalog is locked, there is no room for it, or a new one is
            damaged as well.
    """
    layout, anew = Layout(), False
    with writing(path):
        while True:
            connection = connect(path, write=True)
            try:
                layout = layout_of(connection)
                name = os.fsencode(archive.resolve())
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('archive', ?)", (name,))
                return update(connection, layout, archive, progress)
            except LayoutError:
                layout = layout.wider()
            except sqlite3.DatabaseError as error:
                if anew or not is_damage(error):
                    raise
                anew = True
            finally:
                connection.close()
            remove(path)
            connection = connect(path, write=True)
            create(connection, layout)
            connection.close()


def sweep(folder: Path) -> None:
    """Delete catalogs in `folder` that nobody has written to for long and whose archive is gone.

    One whose archive may only be on a disk that is not there now is merely built again.
    """
    for path in folder.glob("*.sqlite"):
        with suppress(OSError, BusyError):
            if time.time() - path.stat().st_mtime > FORGOTTEN and not _has_archive(path):
                with writing(path):
                    remove(path)
                path.with_suffix(".lock").unlink(missing_ok=True)


def _has_archive(path: Path) -> bool:
    try:
        with closing(connect(path)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'archive'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and Path(os.fsdecode(row[0])).exists()
