"""Asking what is right about a report: region, date and organisation on one line."""

from dataclasses import replace
from typing import Any

from textual.screen import Screen

from tui import locale
from tui.reports.correction import CorrectionError, corrected, correction_of
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.dialogs.question import LineQuestion


async def ask_correction(screen: Screen[Any], report: Report) -> Report | None:
    """Ask until the line can be read or the user turns back; the report with what it says."""
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
