"""Where words go: data to standard output, everything else to standard error."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from tui import locale
from tui.reports.neutral import neutral


def prepare() -> None:
    """Make the streams take any text.

    What goes to a file or a pipe is UTF-8 with LF whatever the system; a terminal keeps its own
    encoding, and shows ``?`` for what it does not have. One that was closed before the program
    began (``>&-``) takes anything and gives nothing, and no file gets its number.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            # It stays open as long as the program runs.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def put(line: str) -> None:
    """Write a line of data; the caller has made it `neutral`."""
    sys.stdout.write(f"{line}\n")


def say(sentence: str) -> None:
    """Write a sentence, or several lines, to standard error; where that is full it is lost."""
    with suppress(OSError):
        for line in sentence.split("\n"):
            sys.stderr.write(f"{neutral(line)}\n")


def tell(key: str, /, **values: object) -> None:
    """Say the sentence for `key`."""
    say(locale.text(key, **values))


def has_colour(stream: TextIO) -> bool:
    """Whether to use colour: on a terminal that has it, unless ``NO_COLOR`` (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def drop_output() -> None:
    """Let what is left to write to standard output vanish; nobody reads it any more."""
    _drop(sys.stdout)


def drop_unsaid() -> None:
    """Let sentences vanish that could not be written: Python's own end would fail on them."""
    try:
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)


def _drop(stream: TextIO) -> None:
    try:
        handle = os.open(os.devnull, os.O_WRONLY)
        os.dup2(handle, stream.fileno())
        os.close(handle)
    except (OSError, ValueError):  # a stream without a file of its own
        pass
