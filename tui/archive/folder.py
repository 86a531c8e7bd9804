"""What an archive consists of: its files and their keys, in a folder or alone."""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from tui.archive.errors import ArchiveError, unreadable
from tui.reports.files import TEMPORARY_PREFIX

SUFFIX = ".json"

STALE = 3600.0
"""Seconds after which a temporary file is no longer being written by anybody."""


class FileKey(NamedTuple):
    """What tells that a file is still the one that was read: an atomic replace changes it."""

    name: str
    inode: int
    size: int
    modified: int
    """Nanoseconds."""

    @classmethod
    def of(cls, name: str, status: os.stat_result) -> "FileKey":
        """The key of a file with this status."""
        return cls(name, status.st_ino, status.st_size, status.st_mtime_ns)


def file_keys(path: Path) -> list[FileKey]:
    """The keys of an archive's files, by name: those of a folder, or the one of a file.

    Hidden files, folders (such as ``undone``), backups and what is not ``.json`` do not belong
    to the archive. A name that leads nowhere does, so that it is told of, with an empty key.

    Raises:
        ArchiveError: the archive is not there, or may not be looked into.
    """
    try:
        status = path.stat()
        if S_ISREG(status.st_mode):
            return [FileKey.of(path.name, status)]
        with os.scandir(path) as entries:
            found = [key for entry in entries if (key := _key(entry))]
    except NotADirectoryError as error:
        raise ArchiveError("archive.not-a-file", path=path) from error
    except OSError as error:
        raise unreadable(path, error) from error
    return sorted(found, key=lambda key: key.name)


def _key(entry: "os.DirEntry[str]") -> FileKey | None:
    if entry.name.startswith(".") or not entry.name.lower().endswith(SUFFIX):
        return None
    try:
        status = entry.stat()
    except OSError:  # a link to nothing or to itself
        return FileKey(entry.name, 0, 0, 0)
    return FileKey.of(entry.name, status) if S_ISREG(status.st_mode) else None


def clean(folder: Path) -> None:
    """Remove what processes left that were killed while writing."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(TEMPORARY_PREFIX):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > STALE:
                        _remove(entry)


def _remove(entry: "os.DirEntry[str]") -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path)
    else:
        Path(entry.path).unlink()


def is_gone(error: ArchiveError) -> bool:
    """Whether a file that was there a moment ago is not any more: an undo elsewhere took it out.

    A link that leads nowhere is still there.
    """
    return isinstance(error.__cause__, FileNotFoundError) and not os.path.lexists(error.path)
