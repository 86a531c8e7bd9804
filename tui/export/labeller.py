"""Says everything of every report above it, so that a reader takes nothing from its words.

It is as fast as writing: for what an import reads, label and attachment are put together here.
For anything else `tui.export.said.everything` makes them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.export.layout import ReadBack, sure_title
from tui.export.plain import plain
from tui.export.said import Written, are_lines, everything
from tui.reports.date import MeetingDate, Precision
from tui.reports.label import ATTACHED, attachment, short_label
from tui.reports.report import Report


class Labeller:
    """Writes reports of which nothing is left to their words."""

    def __init__(self, read_back: ReadBack | None) -> None:
        """Ask `read_back` once for every region whether a heading and a label name it."""
        self._read_back = read_back
        self._named: dict[_Region, bool] = {}

    def write(self, reports: Iterable[Report], title: str) -> Iterator[str]:
        """The lines, as `lay_out` gives them."""
        # Not through `lay_out`: a value for every report takes a tenth of the time of all this.
        heading = ""
        gap = title = sure_title(title, self._read_back) if self._read_back else title
        for report in reports:
            region, lines = report.prefecture, report.paragraphs
            head = self._head(report, _as_it_is)
            for line in lines:
                if not line.isprintable() or not line or line.strip() != line:
                    head = ""
            if not head:
                one = self._any(plain(report), lines)
                region, head, lines = one.region, one.head, tuple(one.lines)
            if region and region != heading:
                heading = region
                gap = f"{gap}{heading}\n"
            body = lines[0] if len(lines) == 1 else "\n".join(lines)
            yield f"{gap}{head}{body}\n"
            gap = "\n"
        if gap == title:
            yield title

    def _any(self, report: Report, lines: Sequence[str]) -> Written:
        """Any report, whose words were `lines` before they were made plain."""
        if report.paragraphs == lines and are_lines(lines):  # or else its id is of other words
            head = self._head(report, _coded)
            if head:
                return Written(report.prefecture or "", head, lines)
        return everything(report)

    def _head(self, report: Report, attached: Callable[[Report], str]) -> str:
        """The lines above a report that an import has read; empty for any other."""
        held = report.held
        if not report.source.import_id or report.original is not None or not _is_plain(held):
            return ""
        region = report.prefecture, report.prefecture_code, report.county, report.county_code
        named = self._named.get(region)
        if named is None:
            named = self._named[region] = self._is_named(region)
        below = attached(report) if named else ""
        return f"{short_label(report.county or '', held)}\n{below}\n" if below else ""

    def _is_named(self, region: "_Region") -> bool:
        """Whether a heading and a label are read as `region`."""
        prefecture, code, county, _ = region
        if self._read_back is None or not prefecture or not code:
            return False
        label = short_label(county or "", MeetingDate())
        if not (prefecture + label).isprintable():
            return False
        read = [
            (one.prefecture, one.prefecture_code, one.county, one.county_code)
            for one in self._read_back(f"{prefecture}\n{label}\n会议。")
        ]
        return read == [region]


_Region = tuple[str | None, str | None, str | None, str | None]


def _as_it_is(report: Report) -> str:
    """The attachment of a report of which JSON has the names as they are; empty for any other."""
    held, documents = report.held, report.documents
    who = f'"{report.organisation}"' if report.organisation else "null"
    cited = '", "'.join(documents)
    made = (
        f'〔{ATTACHED}{{"date_as_written": "{held.as_written}", '
        f'"year_inferred": {"true" if held.year_inferred else "false"}, "organisation": {who}, '
        f'"title": "{report.title}", "documents": ["{cited}"]}}〕'
    )
    quotes = 14 + 2 * len(documents) + (2 if report.organisation else 0)
    # Without documents, or with a quote in a name, there is one pair too many.
    fits = made.isprintable() and "\\" not in made and made.count('"') == quotes
    return made if fits else ""


def _coded(report: Report) -> str:
    """The attachment of any report."""
    return attachment(
        {
            "date_as_written": report.held.as_written,
            "year_inferred": report.held.year_inferred,
            "organisation": report.organisation,
            "title": report.title,
            "documents": list(report.documents),
        }
    )


def _is_plain(held: MeetingDate) -> bool:
    """Whether a label holds a date as it is."""
    if held.precision is Precision.DAY:
        return held.start is not None and held.end is None
    if held.precision is Precision.RANGE:
        return held.start is not None and held.end is not None
    return held.precision is Precision.UNKNOWN and held.start is None and held.end is None
