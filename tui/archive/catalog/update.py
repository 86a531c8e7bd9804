"""Bringing a catalog up to date: only files whose key changed are read, newest first."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

from tui.archive.catalog.ahead import read_ahead
from tui.archive.catalog.layout import Layout
from tui.archive.catalog.records import Record, read_records
from tui.archive.catalog.rows import kept, text
from tui.archive.catalog.writing import Arrival, Writer
from tui.archive.errors import ArchiveError, DamagedError, DamagedFile
from tui.archive.folder import FileKey, file_keys, is_gone

BATCH = 4000
"""Reports written in one transaction; they are in memory together."""

AHEAD = 32 << 20
"""Bytes to be read from which on another process reads them ahead."""

Progress = Callable[[int, int], None]
"""Told the number of files done, and of all that are to be read."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What distinguishes the archive from its catalog."""

    changed: tuple[FileKey, ...]
    """New files and those whose key changed, the newest first."""
    removed: tuple[int, ...]
    """Rows of files that are no more."""

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.changed or self.removed)

    @property
    def size(self) -> int:
        """Bytes to be read."""
        return sum(key.size for key in self.changed)


def difference(connection: sqlite3.Connection, path: Path) -> Difference:
    """What there is to do; nothing of the files is read.

    Raises:
        ArchiveError: the archive is not there, or may not be looked into.
    """
    known = {
        text(name): (row, FileKey(text(name), inode, size, modified))
        for row, name, inode, size, modified in connection.execute(
            "SELECT id, name, inode, size, modified FROM file"
        )
    }
    keys = file_keys(path)
    changed = [key for key in keys if known.get(key.name, (0, None))[1] != key]
    names = {key.name for key in keys}
    changed.sort(key=lambda key: (-key.modified, key.name))
    removed = (row for name, (row, _) in known.items() if name not in names)
    return Difference(tuple(changed), tuple(removed))


def reports_among(
    connection: sqlite3.Connection, ids: Iterable[str], changes: Difference
) -> set[str]:
    """Those of `ids` that are catalogued from files that have not changed since."""
    names = {key.name for key in changes.changed}
    rows = connection.execute("SELECT id, name FROM file")
    passed = {row for row, name in rows if text(name) in names} | set(changes.removed)
    statement = "SELECT file FROM report WHERE id = ?1 UNION SELECT file FROM twin WHERE id = ?1"
    known = set()
    for one in ids:
        found = {row for (row,) in connection.execute(statement, (kept(one),))}
        if not found <= passed:
            known.add(one)
    return known


def update(
    connection: sqlite3.Connection, layout: Layout, path: Path, progress: Progress | None = None
) -> bool:
    """Bring the catalog of the archive at `path` up to date; say whether anything changed.

    It can be stopped at any moment: what is done so far is consistent, and the rest is done by
    the next call.

    Raises:
        ArchiveError: the archive is not there, or may not be looked into.
        LayoutError: the numbers have no room for so many reports.
    """
    worker = _Update(connection, layout, path)
    done, changed = 0, False
    while todo := difference(connection, path):
        changed = True
        worker.drop_files(todo.removed)
        for key, records in zip(todo.changed, _read(path, todo), strict=True):
            worker.take(key, records)
            done += 1
            if done == 1:
                worker.flush()  # the newest bulletin is found at once
            if progress:
                progress(done, len(todo.changed))
        worker.flush()
    return changed


def _read(path: Path, todo: Difference) -> Iterable[list[Record] | None]:
    """The records of the changed files, read ahead where there are many; or none of each."""
    if todo.size < AHEAD or (os.cpu_count() or 1) < 2:
        return repeat(None, len(todo.changed))
    folder = path if path.is_dir() else path.parent
    return read_ahead([folder / key.name for key in todo.changed])


class _Update:
    """Gathers what files bring until it is worth a transaction."""

    def __init__(self, connection: sqlite3.Connection, layout: Layout, path: Path) -> None:
        self._connection = connection
        self._run = connection.execute
        self._writer = Writer(connection, layout)
        self._folder = path if path.is_dir() else path.parent
        self._arrivals: dict[str, Arrival] = {}
        self._gone: list[int] = []
        self._moved: list[tuple[int, int, int]] = []
        self._twins: list[tuple[str | bytes, int]] = []
        self._read: list[tuple[FileKey, str | None, int]] = []

    def drop_files(self, rows: Iterable[int]) -> None:
        """Take out the reports of files that are no more."""
        for row in rows:
            with self._connection:
                self._run("BEGIN IMMEDIATE")
                found = self._run("SELECT number, id FROM report WHERE file = ?", (row,))
                self._remove(found.fetchall())
                self._run("DELETE FROM twin WHERE file = ?", (row,))
                self._run("DELETE FROM file WHERE id = ?", (row,))

    def take(self, key: FileKey, records: list[Record] | None = None) -> None:
        """Note what distinguishes a file from what is known of it.

        Args:
            key: of the file.
            records: what is in it, where it was read already.
        """
        row = self._row_of(key)
        damage: ArchiveError | None = None
        if records is None:
            try:
                records, damage = read_records(self._folder / key.name)
            except ArchiveError as error:
                records, damage = [], None if is_gone(error) else error
        self._compare(key.name, row, {one.report.id: one for one in records})
        self._read.append((key, _noted(damage), row))
        if len(self._arrivals) + len(self._gone) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered, in one transaction."""
        arrivals = list(self._arrivals.values())
        while len(arrivals) > 2 * BATCH:
            self._commit(arrivals[:BATCH], last=False)
            arrivals = arrivals[BATCH:]
        self._commit(arrivals, last=True)
        self._arrivals.clear()
        for gathered in (self._gone, self._moved, self._twins, self._read):
            gathered.clear()

    def _commit(self, arrivals: list[Arrival], *, last: bool) -> None:
        with self._connection:
            self._run("BEGIN IMMEDIATE")
            if self._gone:
                self._remove(self._ids_of(self._gone))
                self._gone.clear()
            self._writer.write(arrivals)
            if not last:
                return
            self._connection.executemany(
                "UPDATE report SET offset = ?, length = ? WHERE number = ?", self._moved
            )
            self._connection.executemany("INSERT OR IGNORE INTO twin VALUES (?, ?)", self._twins)
            self._connection.executemany(
                "UPDATE file SET inode = ?, size = ?, modified = ?, damage = ? WHERE id = ?",
                [
                    (key.inode, key.size, key.modified, damage, row)
                    for key, damage, row in self._read
                ],
            )

    def _row_of(self, key: FileKey) -> int:
        """The row of a file; until the end of its reports is written its key is none."""
        name = kept(key.name)
        found = self._run("SELECT id FROM file WHERE name = ?", (name,)).fetchone()
        if found:
            self._run("UPDATE file SET size = -1 WHERE id = ?", found)
            self._run("DELETE FROM twin WHERE file = ?", found)
            return int(found[0])
        new = self._run("INSERT INTO file VALUES (NULL, ?, 0, -1, 0, NULL)", (name,)).lastrowid
        assert new is not None
        return new

    def _compare(self, name: str, row: int, records: dict[str, Record]) -> None:
        own = self._run(
            "SELECT id, number, digest, offset, length FROM report WHERE file = ?", (row,)
        )
        known = {text(one[0]): one[1:] for one in own}
        self._gone += [found[0] for one, found in known.items() if one not in records]
        others = self._others([one for one in records if one not in known])
        for report_id, record in records.items():
            if report_id in known:
                self._compare_one(row, record, *known[report_id])
            else:
                self._settle(name, row, record, *others.get(report_id, (None, "")))

    def _compare_one(
        self, row: int, record: Record, number: int, digest: int, offset: int, length: int
    ) -> None:
        if digest != record.digest:
            self._gone.append(number)
            self._arrivals[record.report.id] = Arrival(record, row)
        elif (offset, length) != (record.offset, record.length):
            self._moved.append((record.offset, record.length, number))

    def _settle(
        self, name: str, row: int, record: Record, number: int | None, holder: str
    ) -> None:
        """Decide which of two files a report is read from: the first by name."""
        report_id = record.report.id
        waiting = self._arrivals.get(report_id)
        if waiting is not None:
            number, holder = None, self._name_of(waiting.file)
        if holder and holder < name:
            self._twins.append((kept(report_id), row))
            return
        if waiting is not None:
            self._twins.append((kept(report_id), waiting.file))
        if number is not None:
            self._gone.append(number)
            self._twins.append((kept(report_id), self._file_of(number)))
        self._arrivals[report_id] = Arrival(record, row)

    def _others(self, ids: list[str]) -> dict[str, tuple[int, str]]:
        """Numbers and file names of reports with these ids that other files have."""
        found = self._run(
            "SELECT report.id, number, name FROM report JOIN file ON file.id = report.file"
            " WHERE report.id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        taken = set(self._gone)
        return {
            text(one): (number, text(name)) for one, number, name in found if number not in taken
        }

    def _remove(self, found: list[tuple[int, Any]]) -> None:
        """Take reports out; files that have them too are read again."""
        self._writer.remove(number for number, _ in found)
        self._connection.executemany(
            "UPDATE file SET size = -1 WHERE id IN (SELECT file FROM twin WHERE id = ?)",
            [(report_id,) for _, report_id in found],
        )

    def _ids_of(self, numbers: list[int]) -> list[tuple[int, Any]]:
        found = self._run(
            "SELECT number, id FROM report WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        )
        return found.fetchall()

    def _name_of(self, row: int) -> str:
        return text(self._run("SELECT name FROM file WHERE id = ?", (row,)).fetchone()[0])

    def _file_of(self, number: int) -> int:
        found = self._run("SELECT file FROM report WHERE number = ?", (number,)).fetchone()
        return int(found[0])


def _noted(damage: ArchiveError | None) -> str | None:
    """What is wrong with a file, as it is kept."""
    if damage is None:
        return None
    values = {name: str(value) for name, value in damage.values.items() if name != "path"}
    if isinstance(damage, DamagedError):
        values["position"] = damage.position  # type: ignore[assignment]
    return json.dumps([damage.key, values])


def damaged_file(path: Path, noted: str) -> DamagedFile:
    """What `_noted` kept about the file at `path`."""
    key, values = json.loads(noted)
    if "position" in values:
        return DamagedFile(path, DamagedError(key, path=path, **values))
    return DamagedFile(path, ArchiveError(key, path=path, **values))
