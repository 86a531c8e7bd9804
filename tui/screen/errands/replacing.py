"""Asking before a file is replaced."""

from pathlib import Path
from typing import Any

from textual.screen import Screen

from tui import locale
from tui.export.writing import check_target
from tui.reports.neutral import neutral
from tui.screen.dialogs.question import Question


async def may_write(screen: Screen[Any], path: Path, archive: Path | None) -> bool:
    """Whether the file is new, or may be replaced.

    Raises:
        ExportError: it may not be written whatever the answer.
    """
    check_target(path, force=True, archive=archive)
    if not path.exists():
        return True
    question = Question(
        locale.text("screen.export-overwrite", path=neutral(str(path))),
        yes=locale.text("screen.replace"),
        no=locale.text("screen.keep"),
        dangerous=True,
    )
    return await screen.app.push_screen_wait(question) is True
