"""``jianbao imports``: what was imported, the latest first."""

from argparse import Namespace
from contextlib import suppress
from datetime import datetime

from tui import locale
from tui.archive.archive import Archive
from tui.archive.imports import ImportBatch
from tui.cli.list import aligned
from tui.cli.output import put, say, tell
from tui.cli.status import Status
from tui.export.json import line_of
from tui.reports.neutral import neutral


def run(arguments: Namespace) -> Status:
    """List the imports of the archive."""
    batches = imports_of(Archive.open(arguments.archive))
    if arguments.json:
        for batch in batches:
            put(line_of(record(batch)))
    else:
        for line in aligned(map(cells, batches)):
            put(line)
    if not batches:
        tell("cli.no-imports")
    return Status.DONE if batches else Status.NOTHING


def imports_of(archive: Archive) -> list[ImportBatch]:
    """The imports, the latest first.

    Raises:
        ArchiveError: none is found, and some of the archive cannot be read.
    """
    batches = archive.imports(lambda error: say(str(error)))
    damaged = [] if batches else archive.damaged()
    if damaged:
        raise damaged[0].error
    return batches


def record(batch: ImportBatch) -> dict[str, object]:
    """The import as JSON values."""
    return {
        "id": batch.id,
        "when": batch.when.isoformat(),
        "files": list(batch.files),
        "added": batch.added,
        "duplicates": batch.duplicates,
    }


def cells(batch: ImportBatch) -> tuple[str, ...]:
    """What a line says of an import: id, time, how many reports, files."""
    when = local_time(batch.when)
    reports = locale.text("cli.reports", reports=batch.added)
    return neutral(batch.id), when, reports, neutral(" ".join(batch.files))


def local_time(when: datetime) -> str:
    """A time as the clock here shows it, to the minute."""
    with suppress(OverflowError):  # at either end of the calendar
        when = when.astimezone()
    return when.isoformat(" ")[:16]
