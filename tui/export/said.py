"""What is said above a report that its words do not say: nothing, a label, or all there is.

A label (`tui.reports.label`) has items for a region, a date and an organisation. What it has none
for stands in an attachment below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tui.reports.label import Label, attachment, read_attachment
from tui.reports.neutral import neutral
from tui.reports.report import Report, Source

Extra = dict[str, Any]
"""Fields of a record which no item of a label stands for."""

_NO_SOURCE = Source()


@dataclass(frozen=True, slots=True)
class Written:
    """A report as it stands in a bulletin."""

    region: str
    """What its heading says; empty for none."""
    head: str
    """The lines above it that say what its words do not, with their ends."""
    lines: Sequence[str]
    """Its words."""


def facts(report: Report) -> Report:
    """What a bulletin carries of `report`: all but how it had been read."""
    heading = "" if report.prefecture_code else report.heading
    return replace(report, source=_NO_SOURCE, flags=(), original=None, heading=heading)


def bare(report: Report) -> Written:
    """Just the words."""
    return Written(report.prefecture or report.heading, "", report.paragraphs)


def dated(report: Report) -> Written:
    """With its date alone."""
    return _headed(report, Label(held=report.held))


def what_differs(report: Report, read: Report | None) -> Written:
    """A label with just what was misread; with all its items where nothing was read."""
    if read is None:
        return _headed(report, _full_label(report))
    extra: Extra = {} if read.title == report.title else {"title": report.title}
    if read.documents != report.documents:
        extra["documents"] = list(report.documents)
    region = county = held = organisation = None
    if (read.prefecture, read.county, read.county_code) != (
        report.prefecture,
        report.county,
        report.county_code,
    ):
        region, county = _region(report, read)
    if read.held != report.held or facts(read) == facts(report):
        held = report.held
    if read.organisation != report.organisation:
        organisation = report.organisation or ""
    label = Label(region, county, held, organisation)
    if label == Label():
        label = Label(held=report.held) if extra else _full_label(report)
    return _headed(report, label, extra)


def all_that_differs(report: Report, read: Report | None) -> Written:
    """A full label, and an attachment with what even so was misread."""
    if read is None:
        return everything(report)
    known = facts(read).record()
    extra = {name: value for name, value in _record(report).items() if known[name] != value}
    return _headed(report, _full_label(report), extra)


def everything(report: Report, read: Report | None = None) -> Written:
    """A full label, and an attachment with every field that is not in the lines below."""
    extra = _record(report)
    if are_lines(report.paragraphs):
        del extra["body"]
    return _headed(report, _full_label(report), extra)


def whole_record(report: Report, read: Report | None = None) -> Written:
    """A full label, and an attachment with every field, the words among them."""
    return _headed(report, _full_label(report), _record(report))


def noted(one: Written, report: Report, note: str) -> Written:
    """`one` with a note in its attachment; a reader of reports passes it over."""
    if not note:
        return one
    label, _, below = (one.head or f"{Label(held=report.held)}\n").partition("\n")
    fields = read_attachment(below) or {}
    return replace(one, head=f"{label}\n{attachment({**fields, 'note': neutral(note)})}\n")


def _headed(report: Report, label: Label, extra: Extra | None = None) -> Written:
    region = report.prefecture or report.heading
    if not extra:
        return Written(region, f"{label}\n", report.paragraphs)
    lines: Sequence[str] = report.paragraphs
    if "body" in extra:  # a blank line would end the report, and the attachment has them all
        lines = [line for line in lines if line.strip()]
    return Written(region, f"{label}\n{attachment(extra)}\n", lines)


def _region(report: Report, read: Report) -> tuple[str | None, str | None]:
    if not report.prefecture:
        return "", None
    below = read.prefecture == report.prefecture
    return (None if below else report.prefecture), report.county or ""


def _record(report: Report) -> Extra:
    record = report.record()
    if report.prefecture_code:
        record["heading"] = ""  # as in `facts`, without another report
    return {name: value for name, value in record.items() if name not in _HOW_IT_WAS_READ}


_HOW_IT_WAS_READ = {"source", "flags", "original"}


def are_lines(paragraphs: Sequence[str]) -> bool:
    """Whether the paragraphs can stand below a label as they are.

    A reader takes blanks and marks that nobody sees off both ends of a line.
    """
    whole = all(
        text.strip() == text != "" and text[0].isprintable() and text[-1].isprintable()
        for text in paragraphs
    )
    return whole and read_attachment(paragraphs[0]) is None


def _full_label(report: Report) -> Label:
    """Everything a label can say, or a bare one where a name in it would not be read back."""
    organisation = report.organisation or ""
    if report.prefecture:
        label = Label(report.prefecture, report.county or "", report.held, organisation)
    else:
        label = Label("", None, report.held, organisation)
    written = str(label)
    return label if str(Label.parse(written)) == written else Label("")
