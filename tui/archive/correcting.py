"""Correcting what was read wrongly, so that the first reading can be had back."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.archive.errors import ArchiveError, UnknownError
from tui.archive.tables import REPORTS, parse_tables, read_bytes
from tui.reports.errors import RecordError
from tui.reports.report import READ_FIELDS, Report

CORRECTABLE = frozenset((*READ_FIELDS, "flags"))
"""The fields of `Report.record` that a correction may replace: not the text, nor its source."""

Record = dict[str, Any]


def correct(files: Sequence[Path], report_id: str, fields: Mapping[str, Any]) -> Report:
    """Replace fields of a report in one of `files`, which must be locked.

    Raises:
        UnknownError: none of the files has the report.
        RecordError: a value is of the wrong kind; nothing is changed.
        ArchiveError: the file cannot be written.
    """
    if wrong := set(fields) - CORRECTABLE:
        raise ValueError(f"not to be corrected: {sorted(wrong)}")
    return _revise(files, report_id, lambda record: corrected(record, fields))


def uncorrect(files: Sequence[Path], report_id: str) -> Report:
    """Give a report back the fields that were read first; raises as `correct`."""
    return _revise(files, report_id, _uncorrected)


def corrected(record: Record, fields: Mapping[str, Any]) -> Record:
    """`record` with other `fields`, and with the first reading of what is not as it was."""
    first = {name: record.get(name) for name in fields} | (record.get("original") or {})
    new = {**record, **fields}
    original = {name: value for name, value in first.items() if new.get(name) != value}
    new.pop("original", None)
    return {**new, "original": original} if original else new


def _uncorrected(record: Record) -> Record:
    return corrected(record, record.get("original") or {})


def _revise(files: Sequence[Path], report_id: str, revision: Callable[[Record], Record]) -> Report:
    path, number, old = _find(files, report_id)
    new = revision(old)
    where = f"{path.name}#{number}"
    # A row that had no id of its own would get another with another region.
    report = Report.from_record({**new, "id": report_id}, where)

    from tui.archive.storage import changing

    def replace(row: MutableMapping[str, Any]) -> None:
        row.clear()
        row.update(new, id=report_id)

    with changing(path) as database:
        database.table(REPORTS).update(replace, doc_ids=[number])
    return report


def _find(files: Sequence[Path], report_id: str) -> tuple[Path, int, Record]:
    """The file, number and row of a report."""
    # Most files can be ruled out without parsing; rows without an id of their own cannot.
    for names_it in (True, False):
        for path in files:
            content = _content(path)
            if (report_id.encode() in content) is not names_it:
                continue
            if found := _row(path, content, report_id):
                return path, *found
    raise UnknownError("archive.no-such-report", path=files[0].parent, id=report_id)


def _row(path: Path, content: bytes, report_id: str) -> tuple[int, Record] | None:
    with suppress(ArchiveError):
        for number, record in parse_tables(path, content).get(REPORTS, {}).items():
            with suppress(RecordError):
                if Report.from_record(record).id == report_id:
                    return int(number), record
    return None


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except ArchiveError:
        return b""
