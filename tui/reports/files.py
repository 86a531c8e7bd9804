"""Writing a file so that nobody ever sees half of it, not even after a power cut."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

TEMPORARY_PREFIX = ".jianbao-"
"""How the names of files being written begin; what is left of a killed process is recognised."""

BUFFER = 1 << 18
"""Bytes gathered before they are handed to the system: exports come in small pieces."""

STRETCH = 4 << 20
"""Bytes after which the system is asked to begin writing what it has to the disk."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def path_of(text: str) -> Path:
    """The path a user wrote; ``~`` is the user's own folder."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # ~somebody, who has no folder here
        return Path(text)


def write_atomically(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Make `path` hold `content`, or leave it exactly as it was.

    The content goes to a temporary name in the same folder, is synced, renamed over `path`, and
    the folder is synced. The mode of a file that is replaced is kept; a symbolic link is followed,
    so the file it names is replaced, not the link.

    Args:
        path: where; its folder must exist.
        content: the bytes, whole or in pieces; what the iterable raises is raised again, after
            the temporary file is gone.

    Raises:
        OSError: no folder, no rights, no room; the old file is untouched.
    """
    target = path.resolve()
    # Named before it is made, so that no interruption comes between the two.
    temporary = target.with_name(TEMPORARY_PREFIX + os.urandom(8).hex())
    try:
        with os.fdopen(os.open(temporary, _CREATE, 0o600), "wb", BUFFER) as file:
            _write(file, [content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def _write(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    """Write, so that little is left for the sync when the last piece has come."""
    written = 0
    for piece in pieces:
        file.write(piece)
        written += len(piece)
        if written >= STRETCH and hasattr(os, "posix_fadvise"):
            written = 0
            # Linux starts writing pages out that are not wanted in memory, and waits for none.
            with suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` survive a power cut, where the system can do that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mode(path: Path) -> int:
    """The mode of `path`, or that of a new file under the process's umask."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
