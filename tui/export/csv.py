"""CSV (RFC 4180) for spreadsheets: a head, then one report a row.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@``, also full-width or behind
a tab or a carriage return, as a formula (OWASP, *CSV Injection*); such a cell gets an apostrophe
in front. Paragraphs and documents are lines within their cell.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping

from tui import locale
from tui.export.plain import plain
from tui.reports.neutral import neutral
from tui.reports.report import READ_FIELDS, Report

_ELSEWHERE = {"year_inferred", "documents"}

COLUMNS = (
    "id",
    *(name for name in READ_FIELDS if name not in _ELSEWHERE),
    "body",
    "documents",
    "source",
)
"""The fields of `Report.record` in order; the head has their names in the current language."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


class Line:
    """Catches the line that a `csv.writer` writes."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self.text = ""

    def write(self, text: str) -> None:
        """Take a line in place of the one before."""
        self.text = text


def write_csv(reports: Iterable[Report], notes: Mapping[str, str] | None = None) -> Iterator[str]:
    r"""The table a line at a time; lines end in ``\n``, as those within a cell do.

    `notes` by report have a column of their own, at the end.
    """
    line = Line()
    writer = csv.writer(line, lineterminator="\n")
    columns = (*COLUMNS, "note") if notes else COLUMNS
    writer.writerow(locale.text(f"export.column-{name}") for name in columns)
    yield line.text
    for report in reports:
        cells = _cells(plain(report))
        if notes:
            cells.append(guarded(neutral(notes.get(report.id, ""))))
        writer.writerow(cells)
        yield line.text


def _cells(report: Report) -> list[str]:
    record = report.record()
    record["documents"] = "\n".join(report.documents)
    record["source"] = _source(report)
    record["precision"] = locale.text(f"export.precision-{report.held.precision.value}")
    return [guarded(str(record[name] or "")) for name in COLUMNS]


def _source(report: Report) -> str:
    """The bulletin a report came from: its title, or the name of its file."""
    return neutral(report.source.bulletin or report.source.file)


def guarded(cell: str) -> str:
    """`cell`, with an apostrophe in front where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
