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
    """There is no such program, or no terminal to run it in."""


def page(app: App[object], report: Report) -> None:
    """Show `report` in ``$PAGER``, or the first of `PAGERS` there is.

    Raises:
        ProgramError: there is none.
    """
    _run(app, _command(("PAGER",), PAGERS, "screen.no-pager"), report)


def edit(app: App[object], report: Report) -> None:
    """Open a copy of `report` in ``$VISUAL`` or ``$EDITOR``; the archive stays as it is.

    Raises:
        ProgramError: there is none.
    """
    _run(app, _command(("VISUAL", "EDITOR"), EDITORS, "screen.no-editor"), report)


def _command(variables: tuple[str, ...], programs: tuple[str, ...], otherwise: str) -> list[str]:
    for variable in variables:
        words = shlex.split(os.environ.get(variable, ""))
        if words and shutil.which(words[0]):
            return words
    for program in programs:
        if shutil.which(program):
            return [program]
    raise ProgramError(otherwise)


def _run(app: App[object], command: list[str], report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{report.id}.txt"
        path.write_text("".join(write_text([report], read_back=read_back)), "utf-8")
        try:
            with app.suspend():
                subprocess.run([*command, str(path)], check=False)
        except SuspendNotSupported as error:
            raise ProgramError("screen.no-terminal") from error
