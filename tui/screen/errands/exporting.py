"""Export: choose what, where and how; write it in a thread; say what was written."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from rich.text import Text
from textual.screen import Screen

from tui import locale
from tui.bulletins.reading import read_text
from tui.export.errors import ExportError
from tui.export.options import Grouping
from tui.export.writing import write_file
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.answered import answered
from tui.screen.desk import AGAIN, Desk
from tui.screen.dialogs.export import ExportDialog, ExportOrder
from tui.screen.errands import Progress
from tui.screen.errands.export_habits import remember, usual_order
from tui.screen.errands.replacing import may_write
from tui.screen.subject import Subject


async def export(
    screen: Screen[None],
    desk: Desk,
    subject: Subject,
    progress: Progress,
    grouping: Grouping = Grouping.PREFECTURE,
) -> None:
    """Lead the user through an export of `subject`, offering `grouping` first.

    Raises:
        JianbaoError: it was refused, and why; nothing was written.
    """
    complete = await asyncio.to_thread(desk.completed)
    offers = await answered(lambda: subject.offers(desk.catalog, complete=complete))
    if not offers:
        screen.notify(locale.text("screen.nothing-found"), markup=False)
        return
    order: ExportOrder | None = usual_order(offers[0], grouping)
    while order is not None:
        dialog = ExportDialog(offers, order, read_back, subject.notes.notes)
        order = await screen.app.push_screen_wait(dialog)
        if order is not None and await _is_written(screen, desk, subject, order, progress):
            return


async def _is_written(
    screen: Screen[None], desk: Desk, subject: Subject, order: ExportOrder, progress: Progress
) -> bool:
    """Write, and say so; false where something else must be chosen first, as another name."""
    try:
        if not await may_write(screen, order.path, desk.archive.path):
            return False
        await _write_all(screen, desk, subject, order, progress)
    except ExportError as error:
        screen.notify(neutral(str(error)), severity="error", markup=False, timeout=10)
        return False
    return True


async def _write_all(
    screen: Screen[None], desk: Desk, subject: Subject, order: ExportOrder, progress: Progress
) -> None:
    """Write everything there is, waiting for what is being indexed; then say so."""
    try:
        if order.offer.waits:
            order = await _complete(desk, subject, order, progress)
            if not order.offer.summary.reports:
                screen.notify(locale.text("screen.nothing-found"), markup=False)
                return
        await answered(partial(_write, screen, desk, subject, order, progress))
    except asyncio.CancelledError:  # the browser is left, and the thread gives up
        left = locale.text("screen.export-left", path=neutral(str(order.path)))
        screen.app.exit(return_code=screen.app.return_code or 0, message=Text(left))
        raise
    finally:
        progress("")
    remember(order)
    shown = neutral(str(order.path))
    done = locale.text("screen.export-done", path=shown, summary=order.offer.summary)
    screen.notify(done, markup=False)


def read_back(text: str) -> Sequence[Report]:
    """Read what is about to be exported, as an import would."""
    return read_text(text).reports


async def _complete(
    desk: Desk, subject: Subject, order: ExportOrder, progress: Progress
) -> ExportOrder:
    """Wait until all of the archive is indexed; the order with all there is then."""
    while not await asyncio.to_thread(desk.completed):
        done, total = desk.progress or (0, 1)
        progress(locale.text("screen.export-waits", percent=100 * done // max(total, 1)))
        await asyncio.sleep(AGAIN)
    offer = await answered(lambda: subject.offer(order.offer.scope, desk.catalog))
    return replace(order, offer=offer)


def _write(
    screen: Screen[None], desk: Desk, subject: Subject, order: ExportOrder, progress: Progress
) -> None:
    total = order.offer.summary.reports

    def tell(count: int) -> None:
        if count % 500 == 0:
            sentence = locale.text("screen.export-progress", count=count, total=total)
            screen.app.call_from_thread(progress, sentence)

    reports = subject.reports(order.offer.scope, desk.catalog, order.options.grouping)
    write_file(
        reports,
        order.path,
        order.options,
        read_back=read_back,
        count=total,
        progress=tell,
        force=True,
        archive=desk.archive.path,
    )
