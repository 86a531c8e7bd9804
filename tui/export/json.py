"""JSON: one array, a report a line, with the fields of `Report.record`."""

import json
from collections.abc import Iterable, Iterator, Mapping

from tui.reports.report import Report


def write_json(reports: Iterable[Report], notes: Mapping[str, str] | None = None) -> Iterator[str]:
    """The array in pieces; what no text file should hold is escaped, so nothing is lost.

    Where there are `notes` by report, each has a field ``note``, which is null without one.
    """
    before = "[\n"
    for report in reports:
        noted = {"note": notes.get(report.id) or None} if notes else {}
        yield before + json_line(report, **noted)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def json_line(report: Report, **more: object) -> str:
    r"""The record of `report` on one line, without its end, and `more` after it.

    Characters that are not printable are written as ``\uXXXX``: whoever prints the line sees
    them, whoever reads the JSON gets them.
    """
    return line_of(report.record() | more)


def line_of(record: Mapping[str, object]) -> str:
    r"""Any record as JSON on one line, with ``\uXXXX`` as in `json_line`."""
    line = json.dumps(record, ensure_ascii=False)
    if line.isprintable():
        return line
    return "".join(
        sign if sign.isprintable() or sign == "\u3000" else _escape(sign) for sign in line
    )


def _escape(sign: str) -> str:
    return json.dumps(sign)[1:-1]
