"""Opening the index of an archive, and deciding whether it is made current now or later."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.archive.catalog.build import Build
from tui.archive.catalog.failure import failure
from tui.archive.catalog.place import BusyError, bring_up_to_date, catalog_path, prepare, writing
from tui.archive.catalog.rows import kept, text
from tui.archive.catalog.schema import OutdatedError, connect, has_fts5, layout_of, remove
from tui.archive.catalog.sidecar import SidecarCatalog
from tui.archive.catalog.update import Difference, Progress, difference, reports_among
from tui.archive.reading import ReportFiles

QUICK = 8 << 20
"""Bytes of changed files that are catalogued at once, in under two seconds."""

MIDDLING = 300 << 20
"""Bytes up to which an archive is rather read whole than catalogued first, if one must wait."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index, and how far it is."""

    path: Path
    catalog: SidecarCatalog
    build: Build | None = None
    """What is still being added to it."""
    is_current: bool = True
    """Not so while another process is adding to it."""


@contextmanager
def translated() -> Iterator[None]:
    """Whatever is wrong with an index, as a `CatalogError`."""
    try:
        yield
    except (sqlite3.Error, OutdatedError, BusyError, OSError) as error:
        raise failure(error) from error


def open_index(
    archive: Path, size: int, *, wait: bool, progress: Progress | None, path: Path | None = None
) -> Index | None:
    """The index of an archive, or none where reading all of it answers sooner.

    Args:
        archive: the archive.
        size: bytes of its files.
        wait: the index must be complete.
        progress: told the files done and in all while waiting.
        path: the index, where it is open already.

    Raises:
        CatalogError: there cannot be one.
    """
    with translated():
        path = prepare(path or catalog_path(archive), size)
        changes = _changes(path, archive)
        if wait and changes.size > QUICK and size <= MIDDLING:
            return None
        build, is_current = None, True
        try:
            if changes and (wait or changes.size <= QUICK):
                bring_up_to_date(path, archive, progress)
            elif changes:
                with writing(path):  # somebody else may be building it
                    pass
                build = Build(path, archive)
        except BusyError:
            if wait:
                return None
            is_current = False
        return Index(path, sidecar(path, archive), build, is_current)


def sidecar(path: Path, archive: Path) -> SidecarCatalog:
    """The catalog of `archive` that is at `path`.

    Raises:
        CatalogError: it is damaged or not there.
    """
    with translated():
        return SidecarCatalog(path, archive if archive.is_dir() else archive.parent)


def discard(path: Path) -> None:
    """Delete an index that fails."""
    with suppress(OSError):
        remove(path)


def is_possible() -> bool:
    """Whether this Python's SQLite can have one."""
    return has_fts5()


def known_ids(archive: Path, ids: set[str]) -> set[str] | None:
    """Those of `ids` that the archive has; none where an index cannot say it soon.

    Nothing is written: what changed since the archive was catalogued is read from its files.

    Raises:
        CatalogError: the index fails.
    """
    with translated():
        path = catalog_path(archive)
        if not path.exists():
            return None
        connection = connect(path)
        try:
            layout_of(connection)
            changes = difference(connection, archive)
            if changes.size > QUICK:
                return None
            known = reports_among(connection, ids, changes)
        finally:
            connection.close()
    folder = archive if archive.is_dir() else archive.parent
    files = ReportFiles([folder / key.name for key in changes.changed])
    return known | {report.id for report in files if report.id in ids}


def file_with(archive: Path, report_id: str) -> str | None:
    """The name of the file that had a report when the index last looked, if there is one.

    Raises:
        CatalogError: the index fails.
    """
    with translated():
        path = catalog_path(archive)
        if not path.exists():
            return None
        connection = connect(path)
        try:
            row = connection.execute(
                "SELECT file.name FROM report JOIN file ON file.id = report.file"
                " WHERE report.id = ?",
                (kept(report_id),),
            ).fetchone()
            return text(row[0]) if row else None
        finally:
            connection.close()


def _changes(path: Path, archive: Path) -> Difference:
    connection = connect(path)
    try:
        return difference(connection, archive)
    finally:
        connection.close()
