"""Correct: edit region, date and organisation in a line; the user's own archive keeps it."""

import asyncio
from dataclasses import replace

from textual.screen import Screen

from tui import locale
from tui.reports.correction import (
    CorrectionError,
    corrected,
    correction_of,
    fields_between,
)
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.desk import Desk
from tui.screen.dialogs.question import LineQuestion, Question


async def correct(screen: Screen[None], desk: Desk, report: Report) -> Report | None:
    """Lead the user through a correction; the report as it is now, none where nothing changed.

    Raises:
        JianbaoError: it cannot be stored.
    """
    better = await _ask(screen, report)
    if better is None:
        return None
    fields = fields_between(report, better)
    if not fields:
        screen.notify(locale.text("screen.correct-nothing"), markup=False)
        return None
    # Somebody has looked at it, so what the reader was not sure of is settled.
    fields["flags"] = []
    if desk.archive.read_only and not await _begin(screen):
        return None
    return await asyncio.to_thread(desk.correct, report.id, fields)


async def _ask(screen: Screen[None], report: Report) -> Report | None:
    """Ask until the line can be read or the user turns back."""
    line: str | None = correction_of(report)
    while line is not None:
        question = LineQuestion(locale.text("screen.correct-line"), value=line)
        line = await screen.app.push_screen_wait(question)
        if line is None:
            break
        try:
            return replace(corrected(report, line), id=report.id)
        except CorrectionError as error:
            screen.notify(neutral(str(error)), severity="error", markup=False)
    return None


async def _begin(screen: Screen[None]) -> bool:
    """Whether an archive of the user's own may be started."""
    question = Question(
        locale.text("screen.correct-own"),
        yes=locale.text("screen.correct-start"),
        no=locale.text("screen.cancel"),
    )
    return await screen.app.push_screen_wait(question) is True
