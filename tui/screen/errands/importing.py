"""Import: name a bulletin or paste one, look at what was understood, store it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from textual.screen import Screen

from tui import locale
from tui.archive.imports import ImportResult
from tui.bulletins.errors import BulletinError
from tui.bulletins.folders import bulletin_files
from tui.bulletins.reading import Reading, read_file, read_text
from tui.query.repeats import Repeats, repeats
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.answered import answered
from tui.screen.desk import Desk
from tui.screen.dialogs.import_preview import Bulletin, ImportPreview
from tui.screen.dialogs.import_source import ImportSource
from tui.screen.errands import Progress
from tui.screen.errands.telling import Stopped, Telling, wanted

PASTED = "pasted.txt"
"""The name under which pasted text is kept."""


async def import_bulletins(
    screen: Screen[None], desk: Desk, progress: Progress, stop: Event
) -> ImportResult | None:
    """Lead the user through an import; none where nothing was stored.

    Args:
        screen, desk, progress: where it is shown, what it is stored in, how far it is.
        stop: set, from outside, when the user no longer wants it.

    Raises:
        JianbaoError: nothing could be read or stored, and why.
    """
    try:
        return await _lead(screen, desk, progress, stop)
    except Stopped:
        screen.notify(locale.text("screen.import-stopped"), markup=False)
        return None


async def _lead(
    screen: Screen[None], desk: Desk, progress: Progress, stop: Event
) -> ImportResult | None:
    source = await screen.app.push_screen_wait(ImportSource())
    if source is None:
        return None
    with Telling(screen, progress, "screen.import-reading", stop) as telling:
        readings, refused = await wanted(asyncio.to_thread(_read, source, telling), stop)
    for error in refused:
        screen.notify(neutral(str(error)), severity="error", markup=False, timeout=10)
    if not readings:
        return None

    def compare(reports: Sequence[Report]) -> Repeats:
        return repeats(desk.catalog, reports)

    new = [report for _, reading in readings for report in reading.reports]
    with Telling(screen, progress, "screen.import-comparing"):
        found = await wanted(answered(lambda: compare(new)), stop)
    preview = ImportPreview(readings, found, compare)
    bulletins = await screen.app.push_screen_wait(preview)
    if not bulletins:
        return None
    with Telling(screen, progress, "screen.import-storing", stop) as telling:
        # Waited for to the end: stopped, it puts the archive back first.
        return await asyncio.to_thread(_store, desk, bulletins, telling)


def _store(desk: Desk, bulletins: list[Bulletin], telling: Telling) -> ImportResult:
    total = sum(len(bulletin.reports) for bulletin in bulletins)
    result = desk.archive.add(
        [(bulletin.name, bulletin.reports) for bulletin in bulletins],
        progress=lambda done: telling.tell("screen.import-stored", done=done, total=total),
    )
    desk.reopen()
    return result


def _read(
    source: Path | str, telling: Telling
) -> tuple[list[tuple[str, Reading]], list[BulletinError]]:
    """Read a file, every file of a folder, or text; what cannot be read is named."""
    if isinstance(source, str):
        reading = read_text(source, file=PASTED)
        if reading.reports:
            return [(PASTED, reading)], []
        return [], [BulletinError("bulletins.no-reports", file=PASTED)]
    readings: list[tuple[str, Reading]] = []
    files, refused = bulletin_files(source)
    reports = 0

    def tell(found: int) -> None:
        telling.tell("screen.import-read-so-far", reports=reports + found)

    for path in files:
        try:
            reading = read_file(path, found=tell)
        except BulletinError as error:
            refused.append(error)
        else:
            readings.append((path.name, reading))
            reports += len(reading.reports)
    return readings, refused
