"""Import: name a bulletin or paste one, look at what was understood, store it."""

import asyncio
from pathlib import Path

from textual.screen import Screen

from tui import locale
from tui.archive.imports import ImportResult
from tui.bulletins.reading import Reading, read_file, read_text
from tui.query.query import Field, Query
from tui.reports.duplicates import near_duplicates
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.desk import Desk
from tui.screen.dialogs.import_preview import Bulletin, ImportPreview
from tui.screen.dialogs.import_source import ImportSource
from tui.screen.errands import Progress

PASTED = "pasted.txt"
"""The name under which pasted text is kept."""


async def import_bulletins(
    screen: Screen[None], desk: Desk, progress: Progress
) -> ImportResult | None:
    """Lead the user through an import; none where nothing was stored.

    Raises:
        JianbaoError: nothing could be read or stored, and why.
    """
    source = await screen.app.push_screen_wait(ImportSource())
    if source is None:
        return None
    readings, refused = await asyncio.to_thread(_read, source)
    for error in refused:
        screen.notify(neutral(str(error)), severity="error", markup=False, timeout=10)
    if not readings:
        return None
    known, near = await asyncio.to_thread(_compare, desk, readings)
    preview = ImportPreview(readings, known, near)
    bulletins = await screen.app.push_screen_wait(preview)
    if not bulletins:
        return None
    progress(locale.text("screen.import-storing"))
    try:
        return await asyncio.to_thread(_store, desk, bulletins)
    finally:
        progress("")


def _compare(
    desk: Desk, readings: list[tuple[str, Reading]]
) -> tuple[frozenset[str], dict[str, Report]]:
    """Which reports the archive has, and what it has that is nearly the same, by id."""
    new = [report for _, reading in readings for report in reading.reports]
    known = frozenset(entry.id for entry in desk.catalog.entries(report.id for report in new))
    unknown = [report for report in new if report.id not in known]
    meetings = {_meeting(report) for report in unknown if report.held.start}
    there = (report for query in meetings for report in desk.catalog.reports(query))
    near = near_duplicates(unknown, there)
    return known, {found.report.id: found.known for found in near}


def _meeting(report: Report) -> Query:
    """The reports of the same county on the same day."""
    day = report.held.start.isoformat() if report.held.start else ""
    query = Query().with_values(Field.PREFECTURE, (report.region_key or "none",))
    query = query.with_values(Field.COUNTY, (report.county_key or "none",))
    return query.with_values(Field.DATE, (day,))


def _store(desk: Desk, bulletins: list[Bulletin]) -> ImportResult:
    result = desk.archive.add([(bulletin.name, bulletin.reports) for bulletin in bulletins])
    desk.reopen()
    return result


def _read(source: Path | str) -> tuple[list[tuple[str, Reading]], list[JianbaoError]]:
    """Read a file, every file of a folder, or text; what cannot be read is named."""
    if isinstance(source, str):
        return [(PASTED, read_text(source, file=PASTED))], []
    readings: list[tuple[str, Reading]] = []
    refused: list[JianbaoError] = []
    for path in _files(source):
        try:
            readings.append((path.name, read_file(path)))
        except JianbaoError as error:
            refused.append(error)
    return readings, refused


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(one for one in path.iterdir() if one.is_file() and one.name[0] != ".")
