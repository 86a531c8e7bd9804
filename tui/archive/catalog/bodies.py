"""Reading whole reports from the archive's files, where the catalog says they stand."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import FileIO
from itertools import groupby
from pathlib import Path

from tui.archive.catalog.records import digest_of, read_records
from tui.archive.catalog.rows import Located
from tui.archive.errors import ArchiveError
from tui.reports.report import Report

FEW = 16
"""Reports read together at first: whoever wants only the first one has it soon."""

MANY = 1 << 13
"""Reports read together at most."""

MUCH = 16 << 20
"""Bytes from which on no more are read together."""

SEVERAL = 3
"""Reports of one file from which on what lies between them is read along."""

_scan = json.JSONDecoder().raw_decode


class Bodies:
    """Reads the reports of an archive."""

    def __init__(self, folder: Path, names: Mapping[int, str]) -> None:
        """Keep the folder of the archive's files, and their names by row."""
        self._folder = folder
        self._names = names

    def report(self, one: Located) -> Report | None:
        """One report, or none where it is no longer in its file."""
        return next(self.reports([one]), None)

    def reports(self, located: Iterable[Located]) -> Iterator[Report]:
        """The reports, in the order given and in constant memory; those gone are left out.

        Some are read at a time, file by file: a file is opened once for all of them.
        """
        for some in _together(located):
            found = self._found(some)
            for one in some:
                report = found.pop(one.id, None)
                if isinstance(report, bytes):
                    record = _scan(report.decode("utf-8", "surrogatepass"))[0]
                    report = Report.from_record(record, self._names[one.file])
                if report is not None:
                    yield report

    def _found(self, located: list[Located]) -> dict[str, bytes | Report]:
        """What there is of each report by its id: the bytes of its record, or itself."""
        found: dict[str, bytes | Report] = {}
        located = sorted(located, key=lambda one: (one.file, one.offset))
        for row, group in groupby(located, key=lambda one: one.file):
            here = list(group)
            with suppress(OSError):
                records = _records(self._folder / self._names[row], here)
                if len(records) < len(here):  # the file has changed since it was catalogued
                    found |= self._moved(row, {one.id for one in here} - records.keys())
                found |= records
        return found

    def _moved(self, row: int, ids: set[str]) -> dict[str, Report]:
        """The reports with these ids, wherever they stand in the file."""
        with suppress(ArchiveError):
            records = read_records(self._folder / self._names[row])[0]
            return {one.report.id: one.report for one in records if one.report.id in ids}
        return {}


def _records(path: Path, located: list[Located]) -> dict[str, bytes]:
    """The bytes of the records that stand where they stood, by the ids of the reports.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    found = {}
    with path.open("rb", 0) as file:
        if len(located) >= SEVERAL:
            _announce(file, located[0].offset, located[-1].offset + located[-1].length)
        for one in located:
            file.seek(one.offset)
            content = file.read(one.length)
            if digest_of(content) == one.digest:
                found[one.id] = content
    return found


def _announce(file: FileIO, start: int, end: int) -> None:
    """Have the system read a part of a file at once, rather than a record at a time."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), start, end - start, os.POSIX_FADV_WILLNEED)


def _together(located: Iterable[Located]) -> Iterator[list[Located]]:
    """Reports to be read at a time: few at first, since somebody may want no more of them."""
    some: list[Located] = []
    most, size = FEW, 0
    for one in located:
        some.append(one)
        size += one.length
        if len(some) == most or size >= MUCH:
            yield some
            some, size = [], 0
            most = min(2 * most, MANY)
    if some:
        yield some
