"""Write the coverage on the screen to a file, as a table or as text."""

import asyncio
from datetime import date
from functools import partial
from pathlib import Path

from textual.screen import ModalScreen

from tui import locale
from tui.export.coverage import write_coverage
from tui.query.coverage import Coverage
from tui.query.query import Query
from tui.reports.files import path_of
from tui.reports.neutral import neutral
from tui.screen.dialogs.question import LineQuestion
from tui.screen.errands.replacing import may_write


async def export_coverage(
    screen: ModalScreen[Query | None],
    table: Coverage,
    *,
    silent_only: bool = False,
    archive: Path | None = None,
) -> None:
    """Ask where to, and write `table` there; `silent_only` leaves out who has reported.

    Raises:
        ExportError: the file may not or cannot be written; nothing has changed.
    """
    offered = Path.cwd() / f"jianbao-{locale.text('coverage.file')}-{date.today():%Y-%m-%d}.csv"
    question = LineQuestion(locale.text("coverage.export-path"), value=str(offered))
    line = await screen.app.push_screen_wait(question)
    if line is None:
        return
    path = path_of(line)
    if not await may_write(screen, path, archive):
        return
    write = partial(write_coverage, silent_only=silent_only, force=True, archive=archive)
    await asyncio.to_thread(write, table, path)
    regions = len(table.silent if silent_only else table.rows)
    done = locale.text("coverage.exported", path=path, regions=regions)
    screen.notify(neutral(done), markup=False)
