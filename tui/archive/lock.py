"""One writer at a time: a lock beside the files, and who holds it since when."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from tui.archive.errors import LockedError, unwritable

PATIENCE = 10.0
"""Seconds to wait for another writer; a write takes well under one."""


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Write to the archive at `path` alone.

    Args:
        path: the archive's file, or its folder, which must exist.
        patience: seconds to wait for another process.

    Raises:
        LockedError: another process is still writing; says who and since when.
        ArchiveError: the folder cannot be written to.
    """
    from json import dumps

    from filelock import FileLock, Timeout

    lock_path = lock_of(path)
    holder_path = lock_path.with_suffix(".holder")
    lock = FileLock(lock_path)
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        who, since = _holder(holder_path)
        raise LockedError("archive.locked", path=path, who=who, since=since) from error
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        with suppress(OSError):  # who holds it is said where it can be, but the lock is the lock
            holder_path.write_text(dumps(_me()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder_path.unlink()
        lock.release()


def lock_of(path: Path) -> Path:
    """The file that is locked while `path` is written to, by whatever links it is named."""
    file = path.resolve()
    return path / ".lock" if path.is_dir() else file.with_name(f".{file.name}.lock")


def _me() -> dict[str, str]:
    import getpass
    import socket

    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a user id without a name
        user = "?"
    return {
        "who": f"{user}@{socket.gethostname()} ({os.getpid()})",
        "since": datetime.now().astimezone().isoformat(" ", "seconds"),
    }


def _holder(path: Path) -> tuple[str, str]:
    from json import loads

    try:
        record = loads(path.read_text(encoding="utf-8"))
        return str(record["who"]), str(record["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return "?", "?"
