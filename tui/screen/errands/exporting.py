"""Export: choose what, where and how; write it in a thread; say what was written."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from threading import Event

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
from tui.screen.errands.telling import Stopped, Telling, wanted
from tui.screen.subject import Offer, Subject


async def export(
    screen: Screen[None],
    desk: Desk,
    subject: Subject,
    progress: Progress,
    stop: Event,
    grouping: Grouping = Grouping.PREFECTURE,
) -> bool:
    """Lead the user through an export of `subject`; false where they turned back from it.

    Args:
        screen: where it is shown.
        desk: what is read.
        subject: what of it.
        progress: shows how far it is.
        stop: set, from outside, when the user no longer wants it.
        grouping: what is offered first.

    Raises:
        JianbaoError: it was refused, and why; nothing was written.
    """
    writer = _Writer(screen, desk, subject, progress, stop)
    try:
        return await writer.lead(grouping)
    except Stopped:
        screen.notify(locale.text("screen.export-stopped"), markup=False)
        return True


class _Writer:
    """One export, from the dialog to the file."""

    def __init__(
        self, screen: Screen[None], desk: Desk, subject: Subject, progress: Progress, stop: Event
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._subject = subject
        self._progress = progress
        self._stop = stop

    async def lead(self, grouping: Grouping) -> bool:
        """Ask until something is written, or nothing is wanted; raises `Stopped`."""
        with self._telling("screen.export-counting"):
            offers = await wanted(self._offers(), self._stop)
        if not offers:
            self._tell("screen.nothing-found")
            return True
        order: ExportOrder | None = usual_order(offers[0], grouping)
        while order is not None:
            dialog = ExportDialog(offers, order, read_back, self._subject.notes.notes)
            order = await self._screen.app.push_screen_wait(dialog)
            if order is not None and await self._is_written(order):
                return True
        return False

    async def _offers(self) -> list[Offer]:
        complete = await asyncio.to_thread(self._desk.completed)
        return await answered(lambda: self._subject.offers(self._desk.catalog, complete=complete))

    async def _is_written(self, order: ExportOrder) -> bool:
        """Write, and say so; false where something else must be chosen first, as another name."""
        try:
            if not await may_write(self._screen, order.path, self._desk.archive.path):
                return False
            await self._write_all(order)
        except ExportError as error:
            said = neutral(str(error))
            self._screen.notify(said, severity="error", markup=False, timeout=10)
            return False
        return True

    async def _write_all(self, order: ExportOrder) -> None:
        """Write everything there is, waiting for what is being indexed; then say so."""
        shown = neutral(str(order.path))
        try:
            if order.offer.waits:
                order = await self._complete(order)
                if not order.offer.summary.reports:
                    self._tell("screen.nothing-found")
                    return
            with self._telling("screen.export-writing") as telling:
                await answered(partial(self._write, order, telling))
        except asyncio.CancelledError:  # the browser is left: the thread gives up
            self._stop.set()
            app, left = self._screen.app, locale.text("screen.export-left", path=shown)
            app.exit(return_code=app.return_code or 0, message=Text(left))
            raise
        remember(order)
        self._tell("screen.export-done", path=shown, summary=order.offer.summary)

    async def _complete(self, order: ExportOrder) -> ExportOrder:
        """Wait until all of the archive is indexed; the order with all there is then."""
        with self._telling("screen.export-counting") as telling:
            await wanted(self._indexed(telling), self._stop)
            scope, catalog = order.offer.scope, self._desk.catalog
            offer = await wanted(answered(lambda: self._subject.offer(scope, catalog)), self._stop)
        return replace(order, offer=offer)

    async def _indexed(self, telling: Telling) -> None:
        while not await asyncio.to_thread(self._desk.completed):
            done, total = self._desk.progress or (0, 1)
            telling.tell("screen.export-waits", percent=100 * done // max(total, 1))
            await asyncio.sleep(AGAIN)

    def _write(self, order: ExportOrder, telling: Telling) -> None:
        total = order.offer.summary.reports

        def tell(count: int) -> None:
            telling.tell("screen.export-progress", count=count, total=total)

        scope, grouping = order.offer.scope, order.options.grouping
        write_file(
            self._subject.reports(scope, self._desk.catalog, grouping),
            order.path,
            order.options,
            read_back=read_back,
            count=total,
            progress=tell,
            force=True,
            archive=self._desk.archive.path,
        )

    def _telling(self, key: str) -> Telling:
        return Telling(self._screen, self._progress, key, self._stop)

    def _tell(self, key: str, **values: object) -> None:
        self._screen.notify(locale.text(key, **values), markup=False)


def read_back(text: str) -> Sequence[Report]:
    """Read what is about to be exported, as an import would."""
    return read_text(text).reports
