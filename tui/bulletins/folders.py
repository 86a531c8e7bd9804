"""The files that a path means: itself, or all that stand in a folder and the folders below."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_ISREG

from tui.bulletins.errors import BulletinError
from tui.bulletins.files import shown_name


def bulletin_files(path: Path) -> tuple[list[Path], list[BulletinError]]:
    """The files that `path` means, in order, and the folders nothing could be found in.

    Hidden ones are passed over; links are followed, to each folder once. A link that leads
    nowhere is among the files, so that reading it says so.
    """
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):  # a name the system refuses: reading it says why
        is_folder = False
    if not is_folder:
        return [path], []
    refused: list[BulletinError] = []

    def refuse(error: OSError) -> None:
        file = shown_name(Path(error.filename or path))
        reason = error.strerror or type(error).__name__
        refused.append(BulletinError("bulletins.unreadable", file=file, reason=reason))

    found = sorted(_walk(path, refuse))
    if not found and not refused:
        refused.append(BulletinError("bulletins.empty-folder", file=shown_name(path.absolute())))
    return found, refused


def _walk(path: Path, refuse: Callable[[OSError], None]) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    for folder, below, names in os.walk(path, onerror=refuse, followlinks=True):
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in seen:
            below.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        below[:] = sorted(name for name in below if name[0] != ".")
        for name in names:
            file = Path(folder, name)
            if name[0] != "." and _may_be_read(file):
                yield file


def _may_be_read(file: Path) -> bool:
    """A file, or a link that leads nowhere; neither a pipe nor a device."""
    try:
        return S_ISREG(file.stat().st_mode)
    except OSError:
        return True
