"""Correct: edit region, date and organisation in a line; the user's own archive keeps it."""

import asyncio

from textual.screen import Screen

from tui import locale
from tui.reports.correction import (
    fields_between,
)
from tui.reports.report import Report
from tui.screen.desk import Desk
from tui.screen.dialogs.correction import ask_correction
from tui.screen.dialogs.question import Question


async def correct(screen: Screen[None], desk: Desk, report: Report) -> Report | None:
    """Lead the user through a correction; the report as it is now, none where nothing changed.

    Raises:
        JianbaoError: it cannot be stored.
    """
    better = await ask_correction(screen, report)
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


async def _begin(screen: Screen[None]) -> bool:
    """Whether an archive of the user's own may be started."""
    question = Question(
        locale.text("screen.correct-own"),
        yes=locale.text("screen.correct-start"),
        no=locale.text("screen.cancel"),
    )
    return await screen.app.push_screen_wait(question) is True
