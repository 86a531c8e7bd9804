"""Taking an import out again: what it brought is moved aside, never deleted."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tui.archive.errors import ArchiveError, DamagedError, UnknownError, backup_of, unwritable
from tui.archive.imports import ImportBatch, batches
from tui.archive.names import file_name
from tui.archive.tables import IMPORTS, REPORTS, Table, Tables, read_tables
from tui.reports.files import sync_folder, write_atomically

Facts = Mapping[Path, Sequence[Mapping[str, Any]]]
"""Rows of the tables of imports, by file."""


def undone_of(path: Path) -> Path:
    """Where what was taken out of the archive at `path` is kept."""
    file = path.resolve()
    return path / "undone" if path.is_dir() else file.with_name(file.name + ".undone")


def undo(path: Path, facts: Facts, import_id: str | None) -> ImportBatch:
    """Take an import, or the latest, out of the archive at `path`, which must be locked.

    Raises:
        UnknownError: there is no such import.
        ArchiveError: a file cannot be written, and what is undone so far stays undone; or files
            are damaged, and all else is undone. Undoing again goes on.
    """
    found = batches(dict(row) for rows in facts.values() for row in rows)
    chosen = [batch for batch in found if import_id in (None, batch.id)]
    if not chosen:
        key = "archive.nothing-to-undo" if import_id is None else "archive.no-such-import"
        raise UnknownError(key, path=path, id=import_id)
    batch = chosen[0]
    undone = undone_of(path)
    files = [
        file for file, rows in facts.items() if any(row.get("id") == batch.id for row in rows)
    ]
    damaged: list[DamagedError] = []
    try:
        undone.mkdir(exist_ok=True)
        for file in files:
            try:
                _take_out(file, batch.id, undone, whole=path.is_dir())
            except DamagedError as error:
                damaged.append(error)
    except OSError as error:
        raise unwritable(path, error) from error
    if not damaged:
        return batch
    if len(damaged) == len(files):
        raise damaged[0]
    raise ArchiveError("archive.partly-undone", path=path, id=batch.id, reason=damaged[0])


def _take_out(file: Path, import_id: str, undone: Path, *, whole: bool) -> None:
    taken, left = _parted(read_tables(file), import_id)
    names = {entry.name.lower() for entry in undone.iterdir()}
    target = undone / file_name(f"{file.stem}-{import_id}", names)
    if left.get(REPORTS) or left.get(IMPORTS) or not whole:
        _split(file, target, taken, left)
    else:
        file.rename(target)
        if backup_of(file).exists():
            backup_of(file).rename(backup_of(target))
        sync_folder(file.parent)
    sync_folder(undone)


def _split(file: Path, target: Path, taken: Tables, left: Tables) -> None:
    from tui.archive.storage import changing, encode

    write_atomically(target, encode(taken))
    with changing(file) as database:
        for name in (IMPORTS, REPORTS):
            rows = taken.get(name, {})
            database.table(name).remove(doc_ids=[int(number) for number in rows])


def _parted(tables: Tables, import_id: str) -> tuple[Tables, Tables]:
    """The rows of one import, and the others."""
    taken: Tables = {}
    left: Tables = {}
    for name, table in tables.items():
        taken[name] = _chosen(name, table, import_id)
        left[name] = {number: row for number, row in table.items() if number not in taken[name]}
    return taken, left


def _chosen(name: str, table: Table, import_id: str) -> Table:
    if name == IMPORTS:
        return {number: row for number, row in table.items() if row.get("id") == import_id}
    if name == REPORTS:
        return {
            number: row
            for number, row in table.items()
            if isinstance(row.get("source"), dict) and row["source"].get("import") == import_id
        }
    return {}
