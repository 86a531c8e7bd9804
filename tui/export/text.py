"""The bulletin format: region headings, then reports, as an import reads them back.

A report whose words say everything that is known of it is just its paragraphs. Whether they do,
only a reader can tell, so the caller gives one: what is about to be written is read back, and
what came out otherwise gets a label (`tui.reports.label`). That takes the reports in memory and
about as long as an import; above `PLAIN_LIMIT` reports, or without a reader, every report is
labelled instead, in constant memory and at the speed of writing.

Read back, every report says what it said, in the same order. How it had been read is not kept:
its source, its flags, its earlier versions, and the heading as written where its prefecture is
known.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from tui.export.plain import plain
from tui.reports.label import Label, attachment, read_attachment, short_label
from tui.reports.report import Report, Source

ReadBack = Callable[[str], Sequence[Report]]
"""Reads a bulletin: `tui.bulletins`, which this room does not know."""

PLAIN_LIMIT = 500

Extra = dict[str, Any]
"""Fields of a record which no item of a label stands for."""

Written = tuple[Report, str, Sequence[str]]
"""A report, the lines above it that say what its words do not, and the lines it has itself."""


def write_text(
    reports: Iterable[Report], *, read_back: ReadBack | None = None, title: str = ""
) -> Iterator[str]:
    r"""The bulletin of `reports`, in pieces of whole lines that end in ``\n``.

    Args:
        reports: in the order wanted; reports of one prefecture should follow each other.
        read_back: reads a bulletin, to find out which reports need a label.
        title: a line to stand above everything; empty for none.
    """
    stream: Iterator[Report] = map(plain, reports)
    if read_back is not None:
        few = list(islice(stream, PLAIN_LIMIT + 1))
        if len(few) <= PLAIN_LIMIT:
            return _lay_out(_verified(few, read_back, title), title)
        stream = chain(few, stream)
    return _lay_out(map(_labelled, stream), title)


def facts(report: Report) -> Report:
    """What a bulletin carries of `report`: all but how it had been read."""
    heading = "" if report.prefecture_code else report.heading
    return replace(report, source=_NO_SOURCE, flags=(), original=None, heading=heading)


_NO_SOURCE = Source()


def _lay_out(written: Iterable[Written], title: str) -> Iterator[str]:
    """The lines: a blank one between reports, a heading wherever the region changes."""
    if title:
        yield f"{title}\n\n"
    heading = ""
    gap = ""
    for report, head, lines in written:
        region = report.prefecture or report.heading
        if region and region != heading:
            heading = region
            head = f"{region}\n{head}"
        body = "\n".join(lines)
        yield f"{gap}{head}{body}\n"
        gap = "\n"


def _bare(report: Report) -> Written:
    """Just the words."""
    return report, "", report.paragraphs


def _headed(report: Report, label: Label, extra: Extra | None = None) -> Written:
    """With a label, and below it an attachment where there is something to attach."""
    if not extra:
        return report, f"{label}\n", report.paragraphs
    lines: Sequence[str] = report.paragraphs
    if "body" in extra:  # a blank line would end the report, and the attachment has them all
        lines = [line for line in lines if line.strip()]
    return report, f"{label}\n{attachment(extra)}\n", lines


def _verified(reports: list[Report], read_back: ReadBack, title: str) -> list[Written]:
    """The reports with as few labels as a reader needs: say more of those it misreads."""
    written = list(map(_bare, reports))
    wanted = list(map(facts, reports))
    for say_more in (_what_differs, _all_that_differs, _everything):
        back = read_back("".join(_lay_out(written, title)))
        if list(map(facts, back)) == wanted:
            return written
        read = {report.id: report for report in back}
        for number, report in enumerate(reports):
            found = read.get(report.id)
            if found is None or facts(found) != wanted[number]:
                found = found or _read_alone(report, read_back)
                written[number] = say_more(report, found)
    if list(map(facts, read_back("".join(_lay_out(written, title))))) == wanted:
        return written
    return [_headed(report, _full_label(report), _record(report)) for report in reports]


def _read_alone(report: Report, read_back: ReadBack) -> Report | None:
    """What is read of a report without its neighbours, which may have swallowed it."""
    alone = read_back("".join(_lay_out([_bare(report)], "")))
    return next((read for read in alone if read.id == report.id), None)


def _what_differs(report: Report, read: Report | None) -> Written:
    """A label with just what was misread; with all its items where nothing was read."""
    if read is None:
        return _headed(report, _full_label(report))
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
    return _headed(report, _full_label(report) if label == Label() else label)


def _region(report: Report, read: Report) -> tuple[str | None, str | None]:
    if not report.prefecture:
        return "", None
    below = read.prefecture == report.prefecture
    return (None if below else report.prefecture), report.county or ""


def _all_that_differs(report: Report, read: Report | None) -> Written:
    """A full label, and an attachment with what even so was misread."""
    if read is None:
        return _everything(report, read)
    known = facts(read).record()
    extra = {name: value for name, value in _record(report).items() if known[name] != value}
    return _headed(report, _full_label(report), extra)


def _everything(report: Report, read: Report | None = None) -> Written:
    """A full label, and an attachment with every field that is not in the lines below."""
    extra = _record(report)
    if _are_lines(report.paragraphs):
        del extra["body"]
    return _headed(report, _full_label(report), extra)


def _record(report: Report) -> Extra:
    record = facts(report).record()
    return {name: value for name, value in record.items() if name not in {"source", "flags"}}


def _are_lines(paragraphs: Sequence[str]) -> bool:
    """Whether the paragraphs can stand below a label as they are."""
    whole = all(paragraph and paragraph == paragraph.strip() for paragraph in paragraphs)
    return whole and read_attachment(paragraphs[0]) is None


def _full_label(report: Report) -> Label:
    """Everything a label can say, or a bare one where a name in it would not be read back."""
    organisation = report.organisation or ""
    if report.prefecture:
        label = Label(report.prefecture, report.county or "", report.held, organisation)
    else:
        label = Label("", None, report.held, organisation)
    return label if str(Label.parse(str(label))) == str(label) else Label("")


def _labelled(report: Report) -> Written:
    """A label that says enough whatever the words and the other reports say.

    What our own reader read from the words and nobody corrected, it reads again: organisation and
    documents. Its title may have been told apart from others. Of other reports all is said.
    """
    ours = report.source.import_id and report.original is None and report.prefecture_code
    if ours and (not report.county or report.county.isalpha()):
        head = f"{short_label(report.county or '', report.held)}\n"
        return report, f"{head}{attachment({'title': report.title})}\n", report.paragraphs
    return _everything(report)
