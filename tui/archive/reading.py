"""Every report of the files of an archive, once, and what could not be read."""

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from tui.archive.errors import ArchiveError, DamagedFile, bad_rows
from tui.archive.folder import is_gone
from tui.archive.tables import REPORTS, read_bytes, read_tables
from tui.reports.errors import RecordError
from tui.reports.report import Report

_ID = re.compile(rb'"id"\s*:\s*"([0-9a-f]{12})"')
_BODY = re.compile(rb'"body"\s*:')


class ReportFiles:
    """Goes through files one at a time; of a report in two files the first by name counts."""

    def __init__(self, files: Sequence[Path], *, strict: bool = False) -> None:
        """Name the files.

        Args:
            files: in order of their names.
            strict: raise for a damaged file instead of passing it over.
        """
        self._files = files
        self._strict = strict
        self.damaged: list[DamagedFile] = []
        """What was passed over so far."""

    def __iter__(self) -> Iterator[Report]:
        """The reports; `damaged` grows on the way."""
        self.damaged = []
        seen: set[str] = set()
        for path in self._files:
            for report in self._reports_of(path):
                if report.id not in seen:
                    seen.add(report.id)
                    yield report

    def _reports_of(self, path: Path) -> list[Report]:
        try:
            reports, error = file_reports(path)
        except ArchiveError as damage:
            if self._strict:
                raise
            reports, error = [], damage
        if error is not None and not is_gone(error):
            self.damaged.append(DamagedFile(path, error))
        return reports


def file_reports(path: Path) -> tuple[list[Report], ArchiveError | None]:
    """The reports of one file, and what is wrong with the rows that are none.

    Raises:
        ArchiveError: the file cannot be read.
    """
    reports: list[Report] = []
    wrong: list[RecordError] = []
    for number, record in read_tables(path).get(REPORTS, {}).items():
        try:
            reports.append(Report.from_record(record, f"{path.name}#{number}"))
        except RecordError as error:
            wrong.append(error)
    return reports, bad_rows(path, wrong)


def known_among(files: Sequence[Path], ids: Collection[str]) -> set[str]:
    """Those of `ids` that some file has; only files that may have one are read with care."""
    wanted = {report_id.encode("utf-8", "surrogatepass") for report_id in ids}
    likely = [path for path in files if _may_have(path, wanted)]
    return {report.id for report in ReportFiles(likely) if report.id in ids}


def _may_have(path: Path, ids: set[bytes]) -> bool:
    """Whether a file may have a report with one of `ids`."""
    try:
        content = read_bytes(path)
    except ArchiveError:
        return False
    found = _ID.findall(content)
    # A row without an id of its own has one all the same.
    return len(found) < len(_BODY.findall(content)) or not ids.isdisjoint(found)
