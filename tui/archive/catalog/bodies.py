"""Reading whole reports from the archive's files, where the catalog says they stand."""

import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tui.archive.catalog.records import digest_of, read_records
from tui.archive.catalog.rows import kept, text
from tui.archive.errors import ArchiveError
from tui.reports.report import Report

OPEN = 8
"""Files held open while many reports are read."""


class Bodies:
    """Reads reports; a context manager, which closes the files."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        """Keep the connection to the catalog and the folder of the archive's files."""
        self._run = connection.execute
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}

    def __enter__(self) -> "Bodies":
        """Nothing is open yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def report(self, report_id: str) -> Report | None:
        """The report with this id, or none where it is no longer there."""
        row = self._run(
            "SELECT file.name, offset, length, digest FROM report"
            " JOIN file ON file.id = report.file WHERE report.id = ?",
            (kept(report_id),),
        ).fetchone()
        if row is None:
            return None
        name = text(row[0])
        offset, length, digest = row[1:]
        try:
            content = self._read(name, offset, length)
        except OSError:
            return None
        if digest_of(content) == digest:
            return Report.from_record(json.loads(content), name)
        return self._moved(name, report_id)

    def _read(self, name: str, offset: int, length: int) -> bytes:
        file = self._files.get(name)
        if file is None:
            if len(self._files) == OPEN:
                self._files.pop(next(iter(self._files))).close()
            file = self._files[name] = (self._folder / name).open("rb")
        file.seek(offset)
        return file.read(length)

    def _moved(self, name: str, report_id: str) -> Report | None:
        """The report in a file that has changed since it was catalogued."""
        with suppress(ArchiveError):
            for record in read_records(self._folder / name)[0]:
                if record.report.id == report_id:
                    return record.report
        return None
