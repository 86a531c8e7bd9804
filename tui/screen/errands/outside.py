"""The report in the user's own pager or editor; the browser waits behind."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tui.export.text import write_text
from tui.reports.errors import JianbaoError
from tui.reports.report import Report
from tui.screen.errands.exporting import read_back

PAGERS = ("less", "more")
EDITORS = ("nano", "vim", "vi", "notepad")


class ProgramError(JianbaoError):
    """There is no such program, no terminal to run it in, or it cannot be run."""


def page(app: App[object], report: Report) -> None:
    """Show `report` in ``$PAGER``, or the first of `PAGERS` there is.

    Raises:
        ProgramError: there is none, or it cannot be run.
    """
    _run(app, _command(("PAGER",), PAGERS, "screen.no-pager"), report)


def edit(app: App[object], report: Report) -> None:
    """Open a copy of `report` in ``$VISUAL`` or ``$EDITOR``; the archive stays as it is.

    Raises:
        ProgramError: there is none, or it cannot be run.
    """
    _run(app, _command(("VISUAL", "EDITOR"), EDITORS, "screen.no-editor"), report)


def _command(variables: tuple[str, ...], programs: tuple[str, ...], otherwise: str) -> list[str]:
    for variable in variables:
        words = _words(os.environ.get(variable, ""))
        if words and shutil.which(words[0]):
            return words
    for program in programs:
        if shutil.which(program):
            return [program]
    raise ProgramError(otherwise)


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:  # a quotation mark that is not closed
        return command.split()


def _run(app: App[object], command: list[str], report: Report) -> None:
    text = "".join(write_text([report], read_back=read_back))
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / f"{report.id}.txt"
            path.write_text(text, "utf-8")
            with app.suspend():
                subprocess.run([*command, str(path)], check=False)
    except SuspendNotSupported as error:
        raise ProgramError("screen.no-terminal") from error
    except OSError as error:
        reason = error.strerror or error
        raise ProgramError("screen.program-failed", name=command[0], reason=reason) from error
