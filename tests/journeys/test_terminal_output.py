"""The whole program in a terminal of its own: what it writes there, and how it ends."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.journeys.hostile import HOSTILE, hostile_archive

if os.name != "posix":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.bench.terminal import Terminal

FORBIDDEN = (
    *("\x1b[31m红", "\x1b]0;", "\x1bPq", "\x1b[2J红", "\x9b", "\x90", "\x9c", "\x85", "\x00"),
    *("\x7f", "\u202e", "\u202c", "\u2066", "\u2069", "\u200e", "\ufeff", "\u2028", "\x0b"),
)
"""Characters and sequences of the hostile archive that a terminal would obey."""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Folders of the user's own, and English."""
    names = ("DATA", "STATE", "CACHE", "CONFIG")
    folders = {f"XDG_{name}_HOME": str(tmp_path / "home" / name.lower()) for name in names}
    return {**folders, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2])}


def browse(archive: Path, home: dict[str, str]) -> Terminal:
    """The browser, started on `archive`."""
    command = [sys.executable, "-m", "tui", "--archive", str(archive)]
    return Terminal(command, columns=120, rows=40, environment=home)


def keys() -> Iterator[str]:
    """A walk over every report and most dialogs."""
    yield "="
    yield from ["\x1b[B"] * (len(HOSTILE) * 2 + 6)
    for key in "fe?bc3s2r:":
        yield key
        yield "\x1b"
        yield "\x1b"


def test_nothing_in_a_report_steers_the_terminal(tmp_path: Path, home: dict[str, str]) -> None:
    archive = hostile_archive(tmp_path / "hostile.json", 500)
    with browse(archive, home) as terminal:
        terminal.wait_for("\x1b[?1049h", "of 16")
        for key in keys():
            terminal.send(key)
            terminal.wait_quiet(0.08)
        terminal.send("/红\r")  # on a busy machine frames are left out: this one is waited for
        terminal.wait_for("␛")
        written = terminal.output.decode("utf-8", "strict")
        terminal.forget()
        terminal.send("\x11")
        terminal.wait_for("\x1b[?1049l")
    for sequence in FORBIDDEN:
        assert sequence not in written, repr(sequence)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_as_a_key_does(
    archive: Path, tmp_path: Path, home: dict[str, str], name: str
) -> None:
    number = signal.Signals[name]
    with browse(archive, home) as terminal:
        terminal.wait_for("\x1b[?1049h", "8 of 8")
        terminal.wait_quiet(0.5)
        terminal.forget()
        os.kill(terminal.process, number)
        assert terminal.wait_end() == 128 + number
    written = terminal.output.decode()
    for given_back in ("\x1b[?1049l", "\x1b[?25h", "\x1b[?1000l", "\x1b[?2004l"):
        assert given_back in written
    assert "Traceback" not in written


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}'])
def test_a_damaged_archive_ends_with_one_sentence(
    tmp_path: Path, home: dict[str, str], content: bytes
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with browse(path, home) as terminal:
        terminal.wait_for("a.json", "\x1b[?1049l")
        with suppress(OSError):  # it has ended
            terminal.wait_quiet(0.5)
        after = terminal.output.decode().rpartition("\x1b[?1049l")[2]
        assert "Traceback" not in after
        assert after.count("a.json") == 1
