"""What can go wrong with an archive, each with the path and what to do."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui.reports.errors import JianbaoError, RecordError


class ArchiveError(JianbaoError):
    """The archive cannot be read or written."""

    def __init__(self, key: str, /, *, path: Path, **values: object) -> None:
        """Keep the catalogue's `key`, the `path` it is about and what the sentence wants."""
        super().__init__(key, path=path, **values)
        self.path = path


class DamagedError(ArchiveError):
    """A file of the archive is not, or no longer, a TinyDB file of reports."""

    def __init__(
        self, key: str, /, *, path: Path, position: int | None = None, **values: object
    ) -> None:
        """Keep, beside the rest, the byte at which the file breaks, from 0."""
        super().__init__(key, path=path, position=position, **values)
        self.position = position


class LockedError(ArchiveError):
    """Another process is writing to the archive."""


class UnknownError(ArchiveError):
    """There is no such import, or no such report."""


class DamagedFile(NamedTuple):
    """A file that was passed over, so that it does not hide the others."""

    path: Path
    error: ArchiveError

    @property
    def position(self) -> int | None:
        """The byte at which it breaks, from 0; none where that is not what is wrong."""
        return self.error.position if isinstance(self.error, DamagedError) else None

    @property
    def backup(self) -> Path | None:
        """The version before the last change, where there is one."""
        path = backup_of(self.path)
        return path if path.is_file() else None

    def __str__(self) -> str:
        """One sentence in the current language."""
        return str(self.error)


def backup_of(path: Path) -> Path:
    """Where the previous version of a file that was changed is kept: beside it, not its links."""
    file = path.resolve()
    return file.with_name(file.name + ".bak")


def bad_rows(path: Path, reasons: Sequence[RecordError]) -> DamagedError | None:
    """What to say of rows that are not reports, each with its reason; nothing without any."""
    if not reasons:
        return None
    return DamagedError("archive.bad-row", path=path, count=len(reasons), reason=reasons[0])


def unreadable(path: Path, error: OSError) -> ArchiveError:
    """What to say when `path` cannot be read."""
    if isinstance(error, FileNotFoundError):
        return ArchiveError("archive.missing", path=path)
    return ArchiveError("archive.unreadable", path=path, reason=error.strerror or error)


def unwritable(path: Path, error: OSError) -> ArchiveError:
    """What to say when `path` cannot be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ArchiveError("archive.full", path=path)
    return ArchiveError("archive.unwritable", path=path, reason=error.strerror or error)
