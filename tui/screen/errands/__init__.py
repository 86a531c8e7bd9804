"""What takes several steps with the user: a dialog, work in a thread, a word about the outcome.

Each is loaded when it is first asked for: the first frame needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tui.archive.notebook import Notes
from tui.query.catalog import Entry, Period
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.report import Report

if TYPE_CHECKING:
    from threading import Event

    from textual.app import App
    from textual.screen import Screen

    from tui.archive.imports import ImportResult
    from tui.screen.basket import Basket, Wish
    from tui.screen.desk import Desk

Progress = Callable[[str], object]
"""Shows how far a long errand is; an empty sentence when it is over."""


async def show_help(screen: Screen[Any]) -> None:
    """Show what the keys do, those first that are in force where the keyboard is."""
    from tui.screen.dialogs.help import Help
    from tui.screen.manual import manual

    await screen.app.push_screen_wait(Help(manual(screen)))


async def ask_line(screen: Screen[None], sentence: str, value: str = "") -> str | None:
    """Ask for a line of text; none where the user turned back."""
    from tui.screen.dialogs.question import LineQuestion

    return await screen.app.push_screen_wait(LineQuestion(sentence, value=value))


async def show_coverage(screen: Screen[None], desk: Desk, query: Query) -> Query | None:
    """Show who has reported and who has not; the query of the cell chosen, if any."""
    from tui.query.coverage import coverage, fitting_period
    from tui.screen.coverage.screen import Counted, CoverageScreen

    def count(asked: Query, period: Period | None, counties: bool) -> Counted:
        complete = desk.completed()
        if period is None:
            months = fitting_period(desk.catalog, asked) is Period.MONTH
            period = Period.MONTH if months else Period.WEEK
        table = coverage(desk.catalog, asked, period, counties=counties)
        return Counted(table, complete)

    return await screen.app.push_screen_wait(
        CoverageScreen(query, count, archive=desk.archive.path)
    )


async def show_charts(screen: Screen[None], desk: Desk, query: Query) -> None:
    """Show what matches as charts.

    Raises:
        JianbaoError: the package that draws them is not installed.
    """
    try:
        from tui.screen.charts.screen import ChartScreen, Counts, count
    except ModuleNotFoundError as error:
        raise JianbaoError("charts.missing") from error

    def ask(asked: Query) -> Counts:
        return count(desk.catalog, asked, complete=desk.completed())

    await screen.app.push_screen_wait(ChartScreen(query, ask))


async def export(
    screen: Screen[None],
    desk: Desk,
    query: Query,
    entry: Entry | None,
    notes: Notes,
    progress: Progress,
    stop: Event,
    *,
    ordered: bool = False,
) -> bool:
    """Write the basket, the report or the matches to a file; nothing once `stop` is set.

    `ordered` offers the basket's own order first. False where the user turned back.

    Raises:
        JianbaoError: it was refused, and why; nothing was written.
    """
    from tui.export.options import Grouping
    from tui.screen.errands.exporting import export as lead
    from tui.screen.subject import Subject

    grouping = Grouping.ORDERED if ordered else Grouping.PREFECTURE
    return await lead(screen, desk, Subject(query, entry, notes), progress, stop, grouping)


async def open_basket(screen: Screen[None], desk: Desk, basket: Basket) -> Wish | None:
    """Show the basket to be put in order; what the user wants next."""
    from tui.screen.dialogs.basket import BasketDialog

    dialog = BasketDialog(
        basket, lambda ids: desk.catalog.entries(ids), is_complete=desk.completed
    )
    return await screen.app.push_screen_wait(dialog)


async def correct(screen: Screen[None], desk: Desk, report: Report) -> Report | None:
    """Correct what was read of `report`; the report as it is now, none where nothing changed.

    Raises:
        JianbaoError: it cannot be stored.
    """
    from tui.screen.errands.correcting import correct as lead

    return await lead(screen, desk, report)


async def copy(
    screen: Screen[None],
    desk: Desk,
    query: Query,
    entry: Entry | None,
    notes: Notes,
    *,
    headed: bool,
) -> None:
    """Send the basket, or the report shown, to the clipboard; `headed` says the regions as well.

    Raises:
        JianbaoError: it is too long for a clipboard, and the file for it cannot be written.
    """
    from tui.screen.errands.copying import copy as lead
    from tui.screen.subject import Subject

    await lead(screen, desk, Subject(query, entry, notes), headed=headed)


async def import_bulletins(
    screen: Screen[None], desk: Desk, progress: Progress, stop: Event
) -> ImportResult | None:
    """Read a bulletin into the archive; none where nothing was stored, or `stop` was set.

    Raises:
        JianbaoError: nothing could be read or stored, and why.
    """
    from tui.screen.errands.importing import import_bulletins as lead

    return await lead(screen, desk, progress, stop)


def page(app: App[object], report: Report) -> None:
    """Show `report` in the user's pager; raises as `edit`."""
    from tui.screen.errands.outside import page as run

    run(app, report)


def edit(app: App[object], report: Report) -> None:
    """Open a copy of `report` in the user's editor.

    Raises:
        ProgramError: there is none, or it cannot be run.
    """
    from tui.screen.errands.outside import edit as run

    run(app, report)


def correction_of(report: Report) -> str:
    """What is known of `report`, as a line to be corrected."""
    from tui.reports.correction import correction_of as line

    return line(report)


def recorrect(desk: Desk, now: Report, wanted: Report) -> Report:
    """Make the stored report `now` what it was: `wanted`.

    Raises:
        JianbaoError: the archive cannot be written.
    """
    from tui.reports.correction import fields_between

    return desk.correct(now.id, fields_between(now, wanted))
