"""Taking bulletins in: a file of its own for each, or all into the one file of the archive."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from tui.archive.errors import ArchiveError, unwritable
from tui.archive.folder import clean
from tui.archive.imports import Bulletin, ImportBatch, ImportResult, fact, import_id, now
from tui.archive.lock import lock_of
from tui.archive.names import file_name
from tui.archive.tables import IMPORTS
from tui.reports.files import TEMPORARY_PREFIX, sync_folder, write_atomically
from tui.reports.repeated import perhaps_repeated
from tui.reports.report import Report

Progress = Callable[[int], object]
"""Told before every report how many have been written; what it raises ends the import."""


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, where they are not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def begin(folder: Path, start: Path) -> None:
    """Make the archive `folder` with a copy of the file `start` in it, both at once or neither.

    One that is there already, or that another process makes meanwhile, is left as it is.

    Raises:
        ArchiveError: it cannot be written; there is no folder.
    """
    make_folder(folder.parent)
    clean(folder.parent)
    new = folder.with_name(TEMPORARY_PREFIX + os.urandom(8).hex())
    try:
        new.mkdir()
        write_atomically(new / start.name, start.read_bytes())
        if not folder.exists():
            new.rename(folder)
            sync_folder(folder.parent)
    except OSError as error:
        if not folder.is_dir():
            raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def remove_empty(folder: Path) -> None:
    """Remove a folder that was made for an import of which nothing came."""
    lock = lock_of(folder)
    with suppress(OSError):
        if all(entry == lock for entry in folder.iterdir()):
            lock.unlink(missing_ok=True)
            folder.rmdir()


def add(
    path: Path, bulletins: Sequence[Bulletin], known: set[str], progress: Progress
) -> ImportResult:
    """Store what is new of `bulletins`; the archive at `path` must be locked.

    Args:
        path: the archive's folder, or its file, which need not exist.
        bulletins: names of files and reports.
        known: ids that are in the archive.
        progress: see there; it is not asked again once everything is written.

    Raises:
        ArchiveError: nothing could be stored.
    """
    when = now()
    batch = ImportBatch(import_id(when, bulletins), when, (), 0)
    fresh, duplicates = _sorted_out(bulletins, known)
    facts = {
        name: fact(batch, name, len(reports), len(duplicates[name]))
        for name, reports in fresh.items()
    }
    failed: list[tuple[str, ArchiveError]] = []
    if path.is_dir():
        failed = _add_files(path, batch.id, fresh, facts, progress)
    elif fresh:
        _add_to_file(path, batch.id, fresh, facts, progress)
    if failed and len(failed) == len(fresh):
        raise failed[0][1]
    stored = {name: fresh[name] for name in fresh if name not in dict(failed)}
    added = tuple(report.id for reports in stored.values() for report in reports)
    again = tuple(one for ids in duplicates.values() for one in ids)
    batch = replace(batch, files=tuple(stored), added=len(added), duplicates=len(again))
    return ImportResult(batch if stored else None, added, again, tuple(failed))


def _sorted_out(
    bulletins: Sequence[Bulletin], known: set[str]
) -> tuple[dict[str, list[Report]], dict[str, list[str]]]:
    """The new reports by bulletin, and the ids of the others; bulletins with none are left out."""
    count = sum(len(reports) for _, reports in bulletins)
    ids = (report.id for _, reports in bulletins for report in reports)
    is_repeated = perhaps_repeated(ids, count)
    seen: set[str] = set()
    fresh: dict[str, list[Report]] = {}
    duplicates: dict[str, list[str]] = {}
    for name, reports in bulletins:
        again = duplicates.setdefault(name, [])
        for report in reports:
            if report.id in known or report.id in seen:
                again.append(report.id)
            else:
                if is_repeated(report.id):
                    seen.add(report.id)
                fresh.setdefault(name, []).append(report)
    return fresh, duplicates


def _add_files(
    folder: Path,
    batch: str,
    fresh: dict[str, list[Report]],
    facts: dict[str, dict[str, Any]],
    progress: Progress,
) -> list[tuple[str, ArchiveError]]:
    """Write a file per bulletin; what was written is removed if the user stops it midway."""
    from tui.archive.storage import write_new

    taken = {entry.name.lower() for entry in folder.iterdir()}
    written: list[Path] = []
    failed: list[tuple[str, ArchiveError]] = []
    done = 0
    try:
        for name, reports in fresh.items():
            target = folder / file_name(name, taken)
            taken.add(target.name.lower())
            written.append(target)
            try:
                write_new(target, [facts[name]], _records(reports, batch, progress, done))
            except ArchiveError as error:
                failed.append((name, error))
            done += len(reports)
    except BaseException:
        for target in written:
            with suppress(OSError):
                target.unlink(missing_ok=True)
        raise
    return failed


def _add_to_file(
    path: Path,
    batch: str,
    fresh: dict[str, list[Report]],
    facts: dict[str, dict[str, Any]],
    progress: Progress,
) -> None:
    from tui.archive.storage import changing

    with changing(path) as database:
        # First in a new file, so that its head tells the imports.
        database.table(IMPORTS).insert_multiple(facts[name] for name in fresh)
        database.insert_multiple(_records(chain(*fresh.values()), batch, progress))


def _records(
    reports: Iterable[Report], batch: str, progress: Progress, done: int = 0
) -> Iterator[dict[str, Any]]:
    """The rows of `reports`, the first of which is the one after `done`."""
    for count, report in enumerate(reports, done):
        progress(count)
        yield replace(report, source=report.source._replace(import_id=batch)).record()
