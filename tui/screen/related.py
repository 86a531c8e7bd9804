"""What a report has in common with others, as queries."""

from tui.query.catalog import Entry
from tui.query.query import Field, Query
from tui.reports.report import Report


def same(what: str, entry: Entry, report: Report | None) -> Query | None:
    """The reports that share something with one; none where it does not have it.

    Args:
        what: ``county``, ``org`` or ``doc``.
        entry: the report.
        report: the same report whole, for the documents it cites.
    """
    match what:
        case "county":
            region = entry.prefecture or entry.heading or "none"
            query = Query().with_values(Field.PREFECTURE, (region,))
            return query.with_values(Field.COUNTY, (entry.county or "none",))
        case "org" if entry.organisation:
            return Query().with_values(Field.ORG, (entry.organisation,))
        case "doc" if report and report.documents:
            return Query().with_values(Field.DOC, report.documents[:1])
    return None
