"""A program in a pseudo terminal, timed from its start to what it shows."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence


def homes(folder: str) -> dict[str, str]:
    """The environment of a user whose folders are all `folder`, and who reads English."""
    names = ("DATA", "STATE", "CACHE", "CONFIG")
    return {f"XDG_{name}_HOME": folder for name in names} | {"LC_ALL": "C.UTF-8"}


class Terminal:
    """A process in a terminal of its own; a context manager that ends it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start `command`."""
        self.started = time.perf_counter()
        self.process, self._handle = pty.fork()
        if self.process == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            os.environ.update(environment or {})
            os.execvp(command[0], list(command))
        self.output = b""
        self._has_ended = False
        self.resize(columns, rows)

    def __enter__(self) -> "Terminal":
        """Nothing more to do."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, the hard way."""
        if not self._has_ended:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._handle)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal as large as this."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, size)

    def wait_end(self, seconds: float = 20.0) -> int:
        """The exit status, once the process has written what it wants and ended.

        Raises:
            TimeoutError: it goes on, without writing anything for `seconds`.
        """
        while select.select([self._handle], [], [], seconds)[0]:
            try:
                self.output += os.read(self._handle, 65536)
            except OSError:  # nobody has the other end any more
                break
        else:
            raise TimeoutError
        self._has_ended = True
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def send(self, keys: str) -> None:
        """Press `keys`."""
        os.write(self._handle, keys.encode())

    def wait_for(self, *marks: str, seconds: float = 20.0) -> float:
        """Seconds since the start until every mark has been painted.

        Raises:
            TimeoutError: one of them has not, with the end of what was.
        """
        wanted = [mark.encode() for mark in marks]
        while not all(mark in self.output for mark in wanted):
            self._read(seconds)
        return time.perf_counter() - self.started

    def wait_quiet(self, seconds: float = 0.05, most: float = 10.0) -> None:
        """Read until nothing was painted for `seconds`."""
        end = time.perf_counter() + most
        while time.perf_counter() < end and select.select([self._handle], [], [], seconds)[0]:
            self.output += os.read(self._handle, 65536)

    def read_until_quiet(
        self, seconds: float = 0.05, most: float = 10.0
    ) -> list[tuple[float, bytes]]:
        """What is painted until nothing is for `seconds`, each piece with its moment."""
        end, chunks = time.perf_counter() + most, []
        while time.perf_counter() < end and select.select([self._handle], [], [], seconds)[0]:
            written = os.read(self._handle, 65536)
            chunks.append((time.perf_counter(), written))
            self.output += written
        return chunks

    def forget(self) -> None:
        """Begin with an empty output."""
        self.output = b""

    def _read(self, seconds: float) -> None:
        if not select.select([self._handle], [], [], seconds)[0]:
            sys.stderr.write(self.output[-2000:].decode(errors="replace"))
            raise TimeoutError
        try:
            self.output += os.read(self._handle, 65536)
        except OSError:
            sys.stderr.write(self.output[-4000:].decode(errors="replace"))
            raise TimeoutError from None
