"""Exit statuses: what a script learns from a command."""

from enum import IntEnum

from tui.archive.errors import UnknownError
from tui.cli.stopping import Stopped
from tui.reports.errors import JianbaoError


class Status(IntEnum):
    """How a command ended."""

    DONE = 0
    NOTHING = 1
    """Nothing matched, or nothing was there to do."""
    USAGE = 2
    """Wrong usage, an unreadable query, or an export that cannot be written as asked."""
    REFUSED = 3
    """Some input was refused; the rest went in."""
    ARCHIVE = 4
    """The archive cannot be read or written."""
    HUNG_UP = 129
    """Stopped because the terminal went; 128 and the signal's number, as in a shell."""
    INTERRUPTED = 130
    """Stopped by Ctrl+C."""
    TERMINATED = 143
    """Stopped by SIGTERM."""


def status_of(error: JianbaoError) -> Status:
    """The status of a command that failed with `error`, by the room the error comes from."""
    if isinstance(error, UnknownError):
        return Status.NOTHING
    room = error.key.partition(".")[0]
    return {"archive": Status.ARCHIVE, "reports": Status.ARCHIVE, "bulletins": Status.REFUSED}.get(
        room, Status.USAGE
    )


def interrupted(stop: KeyboardInterrupt) -> Status:
    """The status of a command that was stopped."""
    return Status(128 + stop.number) if isinstance(stop, Stopped) else Status.INTERRUPTED
