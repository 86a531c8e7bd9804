"""``jianbao import``: bulletins into the archive, after a look at what was understood of them."""

import sys
import tempfile
from argparse import Namespace
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui import locale
from tui.archive.archive import Archive
from tui.archive.imports import ImportResult
from tui.bulletins import BulletinError, Reading, read_file
from tui.cli.list import aligned, cells
from tui.cli.opened import UsageError, catalog_of
from tui.cli.output import put, say, tell
from tui.cli.progress import progress
from tui.cli.status import Status
from tui.export.json import json_line
from tui.query.catalog import Entry
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.report import Report

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A file that was read."""

    name: str
    reading: Reading


def run(arguments: Namespace) -> Status:
    """Read everything, show it, ask, and store what is new."""
    can_ask = sys.stdin.isatty() and sys.stderr.isatty()
    if not (can_ask or arguments.yes or arguments.dry_run):
        raise UsageError("cli.import-needs-yes")
    bulletins, refused = read(arguments.paths, arguments.year, arguments.encoding)
    for error in refused:
        say(str(error))
    status = Status.REFUSED if refused else Status.DONE
    if not bulletins:
        if not refused:
            tell("cli.no-files")
        return status or Status.NOTHING
    archive = Archive.open(arguments.archive)
    if arguments.dry_run:
        show(bulletins, known(archive, bulletins), as_json=arguments.json)
        return status
    if not arguments.yes:
        for line in preview(bulletins, known(archive, bulletins)):
            say(line)
        if not ask(sum(len(bulletin.reading.reports) for bulletin in bulletins)):
            tell("cli.not-imported")
            return status
    return max(status, store(archive, bulletins, as_json=arguments.json))


def read(
    paths: Sequence[str], year: int | None, encoding: str | None
) -> tuple[list[Bulletin], list[JianbaoError]]:
    """Every bulletin that can be read, and why the others cannot."""
    bulletins: list[Bulletin] = []
    refused: list[JianbaoError] = []
    with tempfile.TemporaryDirectory() as spool:
        files = list(bulletin_files(paths, Path(spool)))
        with progress("cli.reading", lambda: len(files)) as done:
            for count, path in enumerate(files, 1):
                try:
                    reading = read_file(path, year=year, encoding=encoding)
                except BulletinError as error:
                    refused.append(error)
                else:
                    if reading.reports:
                        bulletins.append(Bulletin(path.name, reading))
                    else:
                        name = neutral(path.name)
                        refused.append(BulletinError("bulletins.no-reports", file=name))
                done(count)
    return bulletins, refused


def bulletin_files(paths: Iterable[str], spool: Path) -> Iterator[Path]:
    """The files that are meant: those of a folder and its folders by name, without hidden ones.

    Standard input becomes a file in `spool`, so that it may be anything a file may be.
    """
    for name in paths:
        path = Path(name)
        if name == STDIN:
            path = spool / "stdin"
            path.write_bytes(sys.stdin.buffer.read())
            yield path
        elif path.is_dir():
            yield from sorted(file for file in path.rglob("[!.]*") if file.is_file())
        else:
            yield path


def known(archive: Archive, bulletins: Sequence[Bulletin]) -> Collection[str]:
    """The ids of the reports that are in the archive already."""
    if not archive.exists:
        return frozenset()
    ids = [report.id for bulletin in bulletins for report in bulletin.reading.reports]
    with catalog_of(archive) as catalog:
        return frozenset(entry.id for entry in catalog.entries(ids))


def show(bulletins: Sequence[Bulletin], old: Collection[str], *, as_json: bool) -> None:
    """What would be taken in, as data; what was left out of it is told beside."""
    if not as_json:
        for line in preview(bulletins, old):
            put(line)
        return
    for bulletin in bulletins:
        for report in bulletin.reading.reports:
            put(json_line(report))


def preview(bulletins: Sequence[Bulletin], old: Collection[str]) -> Iterator[str]:
    """For each bulletin its name, a line for each report and for each line left out."""
    for bulletin in bulletins:
        reading = bulletin.reading
        about = (
            neutral(bulletin.name),
            locale.text("cli.reports", reports=len(reading.reports)),
            neutral(reading.title),
            reading.published.isoformat() if reading.published else "",
        )
        yield " · ".join(filter(None, about))
        yield from aligned(_row(report, report.id in old) for report in reading.reports)
        for line in reading.left_out:
            yield "  " + locale.text(
                "cli.left-out",
                line=line.line,
                reason=locale.text(line.reason),
                text=neutral(line.text[:40]),
            )


def _row(report: Report, is_old: bool) -> tuple[str, ...]:
    """A report in the preview: ``+`` for a new one, ``=`` for one that is there already."""
    doubts = "；".join(map(locale.text, report.flags))
    _, *fields, title = cells(Entry.of(report))
    return "  =" if is_old else "  +", *fields, title + (f" ({doubts})" if doubts else "")


def ask(count: int) -> bool:
    """Whether the user wants `count` reports stored; Enter alone means yes, it can be undone."""
    sys.stderr.write(locale.text("cli.ask-import", reports=count))
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return bool(answer) and answer.strip().lower() in ("", "y", "yes", "是", "好")


def store(archive: Archive, bulletins: Sequence[Bulletin], *, as_json: bool) -> Status:
    """Store what is new and tell what came of it."""
    result = archive.add([(one.name, one.reading.reports) for one in bulletins])
    for _, error in result.failed:
        say(str(error))
    tell_result(result)
    if as_json and result.batch is not None:
        wanted = set(result.added)
        for bulletin in bulletins:
            for report in bulletin.reading.reports:
                if report.id in wanted:
                    wanted.discard(report.id)
                    put(json_line(_imported(report, result.batch.id)))
    return Status.REFUSED if result.failed else Status.DONE


def _imported(report: Report, import_id: str) -> Report:
    return replace(report, source=replace(report.source, import_id=import_id))


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
