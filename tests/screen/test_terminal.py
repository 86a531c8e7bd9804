"""Asking a terminal how wide it draws: a pseudo-terminal plays its part."""

import os
import pty
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui import locale
from tui.locale.messages import MESSAGES
from tui.screen import terminal as asking
from tui.screen.terminal import advice_if_new, ambiguous_width, width_advice


class _Stream:
    """A stream that is only its descriptor."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        return self._descriptor


@contextmanager
def terminal(
    monkeypatch: pytest.MonkeyPatch, answer: bytes, when: threading.Event | None = None
) -> Iterator[bytearray]:
    """Standard input and output are a terminal that gives `answer` when asked, or later.

    Yields what was written to it.
    """
    theirs, ours = pty.openpty()
    monkeypatch.setattr(sys, "__stdin__", _Stream(ours))
    monkeypatch.setattr(sys, "__stdout__", _Stream(ours))
    written = bytearray()

    def play() -> None:
        while b"\x1b[6n" not in written:
            written.extend(os.read(theirs, 64))
        if when is not None:
            when.wait(30)
        os.write(theirs, answer)

    player = threading.Thread(target=play, daemon=True)
    player.start()
    yield written
    player.join(2)
    written.extend(os.read(theirs, 64))
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("answer", "width"),
    [
        (b"\x1b[7;2R", 1),
        (b"\x1b[7;3R", 2),
        (b"typed ahead\x1b[24;3R", 2),
        (b"\x1b[1;1R", None),
        (b"\x1b[1;80R", None),
        (b"no answer", None),
    ],
)
def test_width(monkeypatch: pytest.MonkeyPatch, answer: bytes, width: int | None) -> None:
    with terminal(monkeypatch, answer) as written:
        assert ambiguous_width(timeout=0.5 if width else 0.1) == width
    assert written.endswith(b"\r\x1b[K")


def test_a_silent_terminal_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    given_up = threading.Event()
    with terminal(monkeypatch, b"\x1b[1;3R", given_up):
        assert ambiguous_width(timeout=0.1) is None
        given_up.set()


def test_a_file_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    monkeypatch.setattr(sys, "__stdin__", _Stream(read))
    monkeypatch.setattr(sys, "__stdout__", _Stream(write))
    assert ambiguous_width() is None
    os.close(write)
    assert os.read(read, 1) == b""
    os.close(read)


def test_no_streams_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdin__", None)
    assert ambiguous_width() is None


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, "iTerm2"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Terminal"),
        ({"TERM_PROGRAM": "mintty"}, "mintty"),
        ({"VTE_VERSION": "7600"}, "Compatibility"),
        ({"TERM": "putty-256color"}, "PuTTY"),
        ({"XTERM_VERSION": "XTerm(390)"}, "xterm"),
        ({}, "ambiguous width"),
    ],
)
def test_advice_is_for_the_terminal_in_use(environment: dict[str, str], named: str) -> None:
    assert named in width_advice(environment)


def test_all_advice_is_written() -> None:
    settings = [key for key in MESSAGES if key.startswith("terminal.setting-")]
    assert all(locale.text(key) for key in settings)


@pytest.mark.parametrize(("answer", "advice"), [(b"\x1b[7;3R", True), (b"\x1b[7;2R", False)])
def test_a_terminal_is_asked_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: bytes, advice: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    with terminal(monkeypatch, answer):
        assert bool(advice_if_new(tmp_path)) is advice
        monkeypatch.setattr(asking, "ambiguous_width", lambda: pytest.fail("asked again"))
        assert advice_if_new(tmp_path) == ""


def test_another_terminal_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []
    monkeypatch.setattr(asking, "ambiguous_width", lambda: asked.append(os.environ["TERM"]))
    monkeypatch.setattr(asking, "_is_terminal", lambda _: True)
    for name in ("xterm", "putty", "xterm"):
        monkeypatch.setenv("TERM", name)
        advice_if_new(tmp_path)
    assert asked == ["xterm", "putty"]
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    advice_if_new(tmp_path)
    assert asked == ["xterm", "putty", "xterm"]


def test_no_state_folder_is_no_hindrance(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(asking, "ambiguous_width", lambda: 2)
    monkeypatch.setattr(asking, "_is_terminal", lambda _: True)
    assert advice_if_new(tmp_path / "file")


def test_files_and_closed_streams_are_not_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(asking, "ambiguous_width", lambda: pytest.fail("asked"))
    monkeypatch.setattr(sys, "__stdin__", None)
    assert advice_if_new(tmp_path) == ""
