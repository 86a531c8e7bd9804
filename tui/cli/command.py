"""The command ``jianbao``: reads the arguments, runs a command, gives its exit status."""

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

from tui import locale
from tui.cli import output
from tui.cli.status import Status, interrupted, status_of
from tui.cli.stopping import as_usual, stoppable
from tui.reports.errors import JianbaoError

if TYPE_CHECKING:
    from argparse import Namespace


def run(argv: list[str] | None = None) -> int:
    """Run ``jianbao`` with `argv` (without the program's name; by default the process's own)."""
    try:
        with stoppable():
            return _finished(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt as stop:
        with suppress(OSError):  # the terminal may be gone
            output.say(str(stop) or locale.text("cli.interrupted"))
        return interrupted(stop)
    finally:
        output.drop_unsaid()


def _finished(words: Sequence[str]) -> int:
    output.prepare()
    locale.use(_language(words))
    try:
        status = _run(words)
        sys.stdout.flush()
    except SystemExit as finished:
        return int(finished.code or 0)
    except BrokenPipeError:
        output.drop_output()
        return Status.DONE
    except OSError as error:  # a full disk behind a redirected output, above all
        output.drop_output()
        output.tell("cli.system", reason=error.strerror or error)
        return Status.USAGE
    except JianbaoError as error:
        output.say(str(error))
        return status_of(error)
    return status


def _run(words: Sequence[str]) -> Status:
    """Run the command that `words` name; without any, open the browser at once."""
    if not words:
        as_usual()
        gc.disable()  # what is loaded stays; `JianbaoApp.on_ready` lets the collector work again
        from tui.cli.browse import browse

        try:
            return browse()
        finally:
            gc.enable()
    from tui.cli.arguments import parse

    command, arguments = parse(words)
    return _command(command, arguments)(arguments)


def _language(words: Sequence[str]) -> locale.Language:
    """The language asked for, wherever it stands, or the system's."""
    for word, following in pairwise((*words, "")):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in ("zh", "en"):
            return "zh" if asked == "zh" else "en"
    return locale.system_language()


def _command(name: str, arguments: "Namespace") -> "Callable[[Namespace], Status]":
    """What runs the command; a command's imports are paid for by itself alone."""
    match name:
        case "list":
            from tui.cli.list import run
        case "show":
            from tui.cli.show import run
        case "export":
            from tui.cli.export import run
        case "import":
            from tui.cli.importing import run
        case "imports":
            from tui.cli.imports import run
        case "undo":
            from tui.cli.undo import run
        case "coverage":
            from tui.cli.coverage import run
        case "check":
            from tui.cli.check import run
        case "serve":
            from tui.cli.serve import run
        case _ if arguments.version:
            from tui.cli.version import run
        case _:
            from tui.cli.browse import run

            as_usual()
    return run
