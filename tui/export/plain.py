"""A report with nothing in it that a file or a terminal would obey."""

from dataclasses import replace

from tui.reports.neutral import neutral
from tui.reports.report import Report


def plain(report: Report) -> Report:
    """`report` with every text in it `neutral`; the same object where all were."""
    if all(map(str.isprintable, report.paragraphs)) and _short_texts(report).isprintable():
        return report
    held = report.held._replace(as_written=neutral(report.held.as_written))
    return replace(
        report,
        id=neutral(report.id),
        paragraphs=tuple(map(neutral, report.paragraphs)),
        prefecture=_optional(report.prefecture),
        prefecture_code=_optional(report.prefecture_code),
        county=_optional(report.county),
        county_code=_optional(report.county_code),
        heading=neutral(report.heading),
        held=held,
        organisation=_optional(report.organisation),
        title=neutral(report.title),
        documents=tuple(map(neutral, report.documents)),
        source=report.source._replace(
            file=neutral(report.source.file),
            bulletin=neutral(report.source.bulletin),
            tag=neutral(report.source.tag),
        ),
    )


def _short_texts(report: Report) -> str:
    return "".join(
        (
            report.id,
            report.prefecture or "",
            report.prefecture_code or "",
            report.county or "",
            report.county_code or "",
            report.heading,
            report.held.as_written,
            report.organisation or "",
            report.title,
            report.source.file,
            report.source.bulletin,
            report.source.tag,
            *report.documents,
        )
    )


def _optional(text: str | None) -> str | None:
    return None if text is None else neutral(text)
