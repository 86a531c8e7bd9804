"""Says everything of every report above it, so that a reader takes nothing from its words.

It is as fast as writing: for what an import reads, label and attachment are put together here.
For anything else `tui.export.said.everything` makes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice

from tui.export.layout import ReadBack, sure_title
from tui.export.plain import plain
from tui.export.said import Written, are_lines, everything, noted
from tui.reports.date import MeetingDate, Precision
from tui.reports.label import ATTACHED, NO_DATE, attachment, short_label
from tui.reports.report import Report, report_id

TOGETHER = 64
"""Reports of one piece: as many as stay in a processor's cache while they are put together."""


class Labeller:
    """Writes reports of which nothing is left to their words."""

    def __init__(self, read_back: ReadBack | None, notes: Mapping[str, str]) -> None:
        """Ask `read_back` once for every region whether a heading and a label name it.

        `notes` by report go along.
        """
        self._read_back = read_back
        self._notes = notes
        self._begun: dict[_Region, str] = {}

    def write(self, reports: Iterable[Report], title: str) -> Iterator[str]:
        """The lines, as `lay_out` gives them."""
        # Not through `lay_out`: a value for every report takes a tenth of the time of all this.
        yield sure_title(title, self._read_back) if self._read_back else title
        heading = gap = ""
        stream = iter(reports)
        while some := list(islice(stream, TOGETHER)):
            parts: list[str] = []
            for report in some:
                region, lines = report.prefecture, report.paragraphs
                body = lines[0] if len(lines) == 1 else "\n".join(lines)
                head = self._head(report) if all(map(_is_line, lines)) else ""
                if not head or report.id in self._notes:
                    region, head, body = self._any(report)
                if region and region != heading:
                    heading = region
                    gap = f"{gap}{heading}\n"
                parts += (gap, head, body, "\n")
                gap = "\n"
            yield "".join(parts)

    def _head(self, report: Report) -> str:
        """The lines above a report of which JSON has the names as they are; empty for others."""
        held, who, documents = report.held, report.organisation, report.documents
        region = report.prefecture, report.prefecture_code, report.county, report.county_code
        begun = self._begun.get(region)
        names = f"{held.as_written}{who}{report.title}{''.join(documents)}"
        if (
            not begun
            or not names.isprintable()
            or '"' in names
            or "\\" in names
            or not _has_own_id(report)
            or report.original is not None
        ):
            return ""
        start = held.start
        day = _iso(start) if start and held.precision is _DAY and held.end is None else _day(held)
        if not day:
            return ""
        inferred = "true" if held.year_inferred else "false"
        by = f'"{who}"' if who else "null"
        cited = f'''"{'", "'.join(documents)}"''' if documents else ""
        return (
            f'{begun}{day}〕\n〔{ATTACHED}{{"date_as_written": "{held.as_written}", '
            f'"year_inferred": {inferred}, "organisation": {by}, '
            f'"title": "{report.title}", "documents": [{cited}]}}〕\n'
        )

    def _any(self, report: Report) -> tuple[str, str, str]:
        """The heading, the lines above and the words of any report."""
        lines, report = report.paragraphs, plain(report)
        head = ""
        if report.paragraphs == lines and are_lines(lines):  # or else its id is of other words
            head = self._coded(report)
        one = Written(report.prefecture or "", head, lines) if head else everything(report)
        one = noted(one, report, self._notes.get(report.id, ""))
        return one.region, one.head, "\n".join(one.lines)

    def _coded(self, report: Report) -> str:
        """The lines above a report that an import has read; empty for any other."""
        region = report.prefecture, report.prefecture_code, report.county, report.county_code
        begun = self._begun.get(region)
        if begun is None:
            begun = self._begun[region] = self._begin(region)
        day = _day(report.held)
        if not begun or not day or not _has_own_id(report) or report.original is not None:
            return ""
        below = attachment(
            {
                "date_as_written": report.held.as_written,
                "year_inferred": report.held.year_inferred,
                "organisation": report.organisation,
                "title": report.title,
                "documents": list(report.documents),
            }
        )
        return f"{begun}{day}〕\n{below}\n"

    def _begin(self, region: "_Region") -> str:
        """How labels of `region` begin; empty where a heading and a label do not name it."""
        prefecture, code, county, _ = region
        if self._read_back is None or not prefecture or not code:
            return ""
        label = short_label(county or "", MeetingDate())
        if not (prefecture + label).isprintable():
            return ""
        read = [
            (one.prefecture, one.prefecture_code, one.county, one.county_code)
            for one in self._read_back(f"{prefecture}\n{label}\n会议。")
        ]
        return label.removesuffix(f"{NO_DATE}〕") if read == [region] else ""


_Region = tuple[str | None, str | None, str | None, str | None]


def _is_line(text: str) -> bool:
    """Whether `text` can stand below a label as it is, with nothing to be neutralised."""
    return text.isprintable() and text.strip() == text != ""


def _has_own_id(report: Report) -> bool:
    """Whether its id is that of its words, as for all that an import has read."""
    if report.source.import_id:
        return True
    return report.id == report_id(report.prefecture_code, report.body)


def _day(held: MeetingDate) -> str:
    """The date in a label; empty where a label does not hold it as it is."""
    start, end = held.start, held.end
    if held.precision is Precision.DAY:
        return _iso(start) if start is not None and end is None else ""
    if held.precision is Precision.RANGE:
        return f"{_iso(start)}..{_iso(end)}" if start is not None and end is not None else ""
    return NO_DATE if held.precision is Precision.UNKNOWN and start is end is None else ""


_iso = lru_cache(maxsize=1 << 14)(date.isoformat)
_DAY = Precision.DAY
