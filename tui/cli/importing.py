"""``jianbao import``: bulletins into the archive, after a look at what was understood of them."""

import select
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import cast

from tui import locale
from tui.archive.archive import Archive
from tui.archive.imports import ImportResult
from tui.bulletins import BulletinError, read_file
from tui.bulletins.files import LARGEST
from tui.bulletins.folders import bulletin_files
from tui.cli.opened import UsageError
from tui.cli.output import put, say, tell
from tui.cli.preview import Bulletin, compared, preview, show
from tui.cli.progress import progress
from tui.cli.status import Status
from tui.cli.stopping import Deferral
from tui.export.json import json_line
from tui.reports.errors import JianbaoError
from tui.reports.report import Report

STDIN = "-"
_PIECE = 1 << 16
"""Bytes of standard input read at a time."""


def run(arguments: Namespace) -> Status:
    """Read everything, show it, ask, and store what is new."""
    can_ask = sys.stdin.isatty() and sys.stderr.isatty()
    if not (can_ask or arguments.yes or arguments.dry_run):
        raise UsageError("cli.import-needs-yes")
    with _untouched():
        bulletins, refused = read(arguments.paths, arguments.year, arguments.encoding)
        for error in refused:
            say(str(error))
        status = Status.REFUSED if refused else Status.DONE
        if not bulletins:
            only_empty = all(error.key == "bulletins.empty-folder" for error in refused)
            return Status.NOTHING if only_empty else status
        archive = Archive.open(arguments.archive)
        if arguments.dry_run:
            show(bulletins, compared(archive, bulletins), as_json=arguments.json)
            return status
        if not arguments.yes and not _is_wanted(archive, bulletins):
            tell("cli.not-imported")
            return status
        result = store(archive, bulletins)
    if arguments.json:
        put_stored(bulletins, result)
    return Status.REFUSED if result.failed else status


@contextmanager
def _untouched() -> Iterator[None]:
    """Have an interruption say that nothing was imported."""
    try:
        yield
    except KeyboardInterrupt as stop:
        stop.args = (locale.text("cli.import-interrupted"),)
        raise


def read(
    paths: Sequence[str], year: int | None, encoding: str | None
) -> tuple[list[Bulletin], list[JianbaoError]]:
    """Every bulletin that can be read, and why the others cannot."""
    bulletins: list[Bulletin] = []
    refused: list[JianbaoError] = []
    with tempfile.TemporaryDirectory() as spool:
        files = found(paths, Path(spool), refused)
        with progress("cli.reading", lambda: len(files), files=True) as bar:
            reports = 0
            for count, path in enumerate(files):

                def tell(more: int, done: int = count, before: int = reports) -> None:
                    bar(done, before + more)

                try:
                    reading = read_file(path, year=year, encoding=encoding, found=tell)
                except BulletinError as error:
                    refused.append(error)
                else:
                    bulletins.append(Bulletin(path.name, reading))
                    reports += len(reading.reports)
                bar(count + 1, reports)
    return bulletins, refused


def found(paths: Iterable[str], spool: Path, refused: list[JianbaoError]) -> list[Path]:
    """The files that are meant; `refused` gets the folders nothing was found in.

    Standard input becomes a file in `spool`, so that it may be anything a file may be.
    """
    files: list[Path] = []
    for name in paths:
        path = Path(name)
        if name == STDIN:
            path = spool / "stdin"
            path.write_bytes(_standard_input())
        some, errors = bulletin_files(path)
        files += some
        refused += errors
    return files


def _standard_input() -> bytes:
    """All of it, or as much as is too much, in pieces between which an interruption is heard."""
    stdin = cast(BufferedReader, sys.stdin.buffer)
    pieces: list[bytes] = []
    left = LARGEST + 1
    while left > 0:
        _wait_for_input()
        piece = stdin.read1(min(left, _PIECE))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _wait_for_input() -> None:
    """Wait until there is something to read: a signal just before a read would be heard after."""
    with suppress(OSError, ValueError):  # not everything can be watched
        while not select.select([sys.stdin], [], [], 0.2)[0]:
            pass


def _is_wanted(archive: Archive, bulletins: Sequence[Bulletin]) -> bool:
    """Show what was understood, and ask."""
    for line in preview(bulletins, compared(archive, bulletins), sys.stderr):
        say(line)
    return ask(sum(len(bulletin.reading.reports) for bulletin in bulletins))


def ask(count: int) -> bool:
    """Whether the user wants `count` reports stored; Enter alone means yes, it can be undone."""
    answer = ""
    try:
        sys.stderr.write(locale.text("cli.ask-import", reports=count))
        sys.stderr.flush()
        _wait_for_input()
        answer = sys.stdin.readline()
    finally:
        if not answer.endswith("\n"):  # what is said next begins a line of its own
            sys.stderr.write("\n")
    return bool(answer) and answer.strip().lower() in ("", "y", "yes", "是", "好")


def store(archive: Archive, bulletins: Sequence[Bulletin]) -> ImportResult:
    """Store what is new and tell what came of it; an interruption leaves the archive as it was."""
    total = sum(len(bulletin.reading.reports) for bulletin in bulletins)
    with Deferral() as deferral:
        with progress("cli.storing", lambda: total) as bar:

            def tell_done(done: int) -> None:
                deferral.check()
                bar(done)

            files = [(one.name, one.reading.reports) for one in bulletins]
            result = archive.add(files, progress=tell_done)
        for _, error in result.failed:
            say(str(error))
        tell_result(result)
    return result


def put_stored(bulletins: Sequence[Bulletin], result: ImportResult) -> None:
    """Write the reports that were stored as data, a record a line."""
    wanted = set(result.added)
    for bulletin in bulletins:
        for report in bulletin.reading.reports:
            if report.id in wanted and result.batch is not None:
                wanted.discard(report.id)
                put(json_line(_imported(report, result.batch.id)))


def _imported(report: Report, import_id: str) -> Report:
    return replace(report, source=report.source._replace(import_id=import_id))


def tell_result(result: ImportResult) -> None:
    """Say how many reports are new, how many were there, and how to undo it."""
    duplicates = len(result.duplicates)
    if result.batch is None:
        tell("cli.nothing-new", duplicates=duplicates)
    elif duplicates:
        tell(
            "cli.imported-some",
            reports=len(result.added),
            duplicates=duplicates,
            id=result.batch.id,
        )
    else:
        tell("cli.imported", reports=len(result.added), id=result.batch.id)
