"""Markdown: headings by region, a headline and a line of facts for each report.

Every text is escaped (CommonMark 0.31, 2.4), so that nothing in a report is read as markup.
"""

import re
from collections.abc import Iterable, Iterator

from tui import locale
from tui.export.options import Options
from tui.export.outline import Heading, Item, day_in_words, outline
from tui.export.plain import plain
from tui.reports.neutral import neutral
from tui.reports.report import Report

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
_OPENING = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([-+=])")
"""What makes a list or a heading at the start of a line."""


def write_markdown(reports: Iterable[Report], options: Options) -> Iterator[str]:
    r"""The document in pieces of whole lines that end in ``\n``."""
    level = "##" if options.title else "#"
    if options.title:
        yield f"# {escape(options.title)}\n\n"
    if options.period:
        yield f"{escape(options.period)}\n\n"
    for part in outline(map(plain, reports), options):
        if isinstance(part, Heading):
            yield f"{level} {escape(part.text)}\n\n"
        else:
            yield _report(part, level + "#", neutral(options.notes.get(part.report.id, "")))


def _report(item: Item, level: str, note: str) -> str:
    report = item.report
    headline = report.title or report.organisation or day_in_words(report.held)
    lines = [f"{level} {escape(item.lead + headline)}"]
    facts = (report.county, _date(report), report.organisation)
    lines.append(" · ".join(escape(fact) for fact in facts if fact))
    lines.extend(escape(paragraph.strip()) for paragraph in report.paragraphs)
    if note:
        lines.append(f"> {escape(locale.text('export.note', note=note))}")
    return "".join(f"{line}\n\n" for line in lines if line)


def _date(report: Report) -> str:
    return day_in_words(report.held) if report.held.start else report.held.as_written


def escape(text: str) -> str:
    """`text` as Markdown that shows it unchanged."""
    escaped = _MARKUP.sub(r"\\\g<0>", text)
    return _OPENING.sub(_escape_opening, escaped, count=1) if _OPENING.match(escaped) else escaped


def _escape_opening(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"
