"""What the terminal does with characters of ambiguous width, asked before the screen starts.

Unicode leaves the width of “ ” ‘ ’ … — · and of the characters frames are drawn with to the
terminal (Unicode Standard Annex 11). The screen needs them one cell wide; a terminal set to draw
them two wide breaks every line that holds one.
"""

import os
import re
import select
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui import locale
from tui.reports.folders import user_folder

PROBE = "“"
"""The character printed to see how far it moves the cursor."""

AGAIN_AFTER = 30 * 86_400
"""Seconds after which a terminal is asked again: its settings may have changed."""

MARKS = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "TMUX", "LANG", "LC_ALL")
"""Variables by which one terminal is told from another."""

_ANSWER = re.compile(rb"\x1b\[(\d+);(\d+)R")


def advice_if_new(folder: Path | None = None) -> str:
    """What to change in a terminal that draws wide; empty where all is well or was asked before.

    A terminal costs an answer's way there and back, and one that is silent the whole time allowed
    for it; so what was asked is remembered for a while.

    Args:
        folder: where that is kept; by default ``terminals`` in the user's state folder.
    """
    if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stdout__)):
        return ""
    remembered = (folder or _state_folder()) / _mark(os.environ)
    with suppress(OSError):
        if 0 <= time.time() - remembered.stat().st_mtime < AGAIN_AFTER:
            return ""
    width = ambiguous_width()
    with suppress(OSError):
        remembered.parent.mkdir(parents=True, exist_ok=True)
        remembered.write_text(f"{width}\n", "ascii")
    return width_advice() if width == 2 else ""


def _state_folder() -> Path:
    return user_folder("state") / "terminals"


def _is_terminal(stream: object) -> bool:
    try:
        return os.isatty(stream.fileno())  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return False


def _mark(values: Mapping[str, str]) -> str:
    """A file name for the terminal in use."""
    from zlib import crc32

    marks = "\n".join(values.get(name, "") for name in MARKS if name != "TMUX")
    marks += "\ntmux" * ("TMUX" in values)
    return f"{crc32(marks.encode('utf-8', 'surrogateescape')):08x}"


def ambiguous_width(timeout: float = 0.25) -> int | None:
    """How many cells the terminal gives `PROBE`: 1, 2, or none where it does not say.

    Prints the character at the beginning of a line, asks for the cursor's place (ECMA-48, DSR 6)
    and wipes the line again. Nothing is printed unless both input and output are a terminal; on
    Windows, whose terminals draw it narrow, there is nothing to ask.

    Args:
        timeout: seconds to wait for the answer.
    """
    try:
        import termios
        import tty
    except ImportError:
        return None
    try:
        source, target = sys.__stdin__.fileno(), sys.__stdout__.fileno()  # type: ignore[union-attr]
        if not (os.isatty(source) and os.isatty(target)):
            return None
        before = termios.tcgetattr(source)
    except (AttributeError, OSError, ValueError, termios.error):
        return None
    try:
        tty.setcbreak(source, termios.TCSANOW)
        os.write(target, f"\r{PROBE}\x1b[6n".encode())
        column = _column(source, time.monotonic() + timeout)
        os.write(target, b"\r\x1b[K")
    except OSError:
        return None
    finally:
        termios.tcsetattr(source, termios.TCSAFLUSH, before)
    return column - 1 if column in (2, 3) else None


def _column(source: int, until: float) -> int | None:
    """The column in the terminal's answer, if it comes in time."""
    read = b""
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([source], [], [], left)
        if not ready:
            return None
        read += os.read(source, 64)
        if found := _ANSWER.search(read):
            return int(found[2])
    return None


def width_advice(environment: Mapping[str, str] | None = None) -> str:
    """What to change where ambiguous characters are two cells wide, for the terminal in use."""
    values = os.environ if environment is None else environment
    return locale.text("terminal.wide", setting=locale.text(f"terminal.setting-{_name(values)}"))


def _name(values: Mapping[str, str]) -> str:
    """Which terminal it is, by the marks it leaves in the environment."""
    program = values.get("TERM_PROGRAM", "")
    if program == "iTerm.app":
        return "iterm"
    if program == "Apple_Terminal":
        return "apple"
    if program == "mintty":
        return "mintty"
    if "VTE_VERSION" in values:
        return "vte"
    if values.get("TERM", "").startswith("putty"):
        return "putty"
    if "XTERM_VERSION" in values:
        return "xterm"
    return "other"
