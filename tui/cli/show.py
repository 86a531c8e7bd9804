"""``jianbao show``: whole reports by their ids."""

from argparse import Namespace

from tui import locale
from tui.cli.list import short_date
from tui.cli.opened import opened
from tui.cli.output import put, tell
from tui.cli.status import Status
from tui.export.json import json_line
from tui.export.plain import plain
from tui.reports.report import Report


def run(arguments: Namespace) -> Status:
    """Show the reports in the order asked for; those that are not there are named."""
    status = Status.DONE
    gap = ""
    with opened(arguments.archive) as (_, catalog):
        for report_id in arguments.ids:
            report = catalog.report(report_id)
            if report is None:
                tell("cli.no-such-report", id=report_id)
                status = Status.NOTHING
            elif arguments.json:
                put(json_line(report))
            else:
                put(gap + page(report))
                gap = "\n"
    return status


def page(report: Report) -> str:
    """A report as it is read: its title, its facts, its paragraphs."""
    shown = plain(report)
    region = " › ".join(filter(None, (shown.prefecture or shown.heading, shown.county)))
    written = shown.held.as_written
    facts = (
        ("id", shown.id),
        ("region", region or locale.text("reports.no-region")),
        ("date", short_date(shown.held) + (f" ({written})" if written else "")),
        ("organisation", shown.organisation),
        ("documents", "".join(f"《{title}》" for title in shown.documents)),
        ("source", plain_source(shown)),
    )
    lines = [locale.text(f"cli.fact-{name}", value=value) for name, value in facts if value]
    return "\n".join([shown.title, *lines, "", *shown.paragraphs]).lstrip("\n")


def plain_source(report: Report) -> str:
    """The bulletin and the line a report came from."""
    source = report.source
    place = f"{source.file}:{source.line}" if source.file and source.line else source.file
    return " · ".join(filter(None, (source.bulletin, place)))
