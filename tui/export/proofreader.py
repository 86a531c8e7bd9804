"""Reads back what is about to be written, and says more of every report that is misread.

A bulletin with a label is read a report at a time (`tui.reports.label`): each depends on nothing
but its own lines, the heading above it and the title. So a long one is read back in pieces, in
constant memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from tui.export.layout import LABELLED, ReadBack, lay_out, sure_title
from tui.export.said import (
    Written,
    all_that_differs,
    bare,
    dated,
    everything,
    facts,
    noted,
    what_differs,
    whole_record,
)
from tui.reports.report import Report

PIECE = 100
"""Reports read back at a time."""

SayMore = Callable[[Report, Report | None], Written]

_MORE: tuple[SayMore, ...] = (what_differs, all_that_differs, everything, whole_record)
"""What to say of a report that was misread, and misread again."""


class Proofreader:
    """Writes reports with as few labels as a reader needs."""

    def __init__(self, read_back: ReadBack, notes: Mapping[str, str]) -> None:
        """Read with `read_back`; `notes` by report go along."""
        self._read_back = read_back
        self._notes = notes

    def write(self, reports: Sequence[Report], title: str) -> Iterator[str]:
        """The lines of a bulletin that is read back whole; without any label where it can be."""
        written = [self._noted(report, bare(report)) for report in reports]
        wanted = list(map(facts, reports))
        for say_more in _MORE:
            back = self._read_back("".join(lay_out(written, title)))
            if list(map(facts, back)) == wanted:
                return lay_out(written, title)
            read = {report.id: report for report in back}
            for number, report in enumerate(reports):
                found = read.get(report.id)
                if found is None or facts(found) != wanted[number]:
                    said = say_more(report, found or self._read_alone(report))
                    written[number] = self._noted(report, said)
        written = [self._noted(report, whole_record(report)) for report in reports]
        return lay_out(written, sure_title(title, self._read_back))

    def _noted(self, report: Report, one: Written) -> Written:
        return noted(one, report, self._notes.get(report.id, ""))

    def _read_alone(self, report: Report) -> Report | None:
        """What is read of a report without its neighbours, which may have swallowed it."""
        alone = self._read_back("".join(lay_out([bare(report)], "")))
        return next((read for read in alone if read.id == report.id), None)

    def write_many(self, reports: Iterable[Report], title: str) -> Iterator[str]:
        """The lines of a bulletin of any length, whose first report has a label in any case."""
        title = sure_title(title, self._read_back)
        return lay_out(self._in_pieces(iter(reports), title), title)

    def _in_pieces(self, reports: Iterator[Report], title: str) -> Iterator[Written]:
        """Each report with what must be said of it, some of them checked at a time."""
        heading = ""
        first = True
        while some := list(islice(reports, PIECE)):
            written = [self._noted(report, _guess(report)) for report in some]
            if first:
                written[0] = self._noted(some[0], self._first(some[0], title))
            headings = list(_headings(written, heading))
            yield from self._settled(some, written, headings, title, first=first)
            heading = headings[-1]
            first = False

    def _first(self, report: Report, title: str) -> Written:
        """The first report, with a label; without a heading that would be taken for a title."""
        region = report.prefecture or report.heading
        read = self._read_back(f"{region}\n〔日期不详〕\n会议。\n") if region and not title else []
        if any(one.prefecture != region for one in read):
            return replace(everything(report), region="")
        return dated(report)

    def _settled(
        self,
        reports: Sequence[Report],
        written: list[Written],
        headings: Sequence[str],
        title: str,
        *,
        first: bool,
    ) -> list[Written]:
        """Some reports of a bulletin so that all of them are read as they are.

        Args:
            reports: some that follow each other.
            written: what is tried before anything else.
            headings: what each of them stands under.
            title: the lines above everything.
            first: the bulletin begins with the first of them.
        """
        wanted = list(map(facts, reports))
        left = list(range(len(reports)))
        for say_more in _MORE:
            above = title if first and left[0] == 0 else f"{title}{LABELLED}\n"
            shown = [replace(written[number], region=headings[number]) for number in left]
            back = self._read_back("".join(lay_out(shown, above)))[above != title :]
            read = _found(back, [reports[number] for number in left])
            misread = [
                (number, one)
                for number, one in zip(left, read, strict=True)
                if one is None or facts(one) != wanted[number]
            ]
            if not misread and len(back) != len(left):
                misread = list(zip(left, read, strict=True))
            if not misread:
                break
            for number, one in misread:
                written[number] = self._noted(reports[number], say_more(reports[number], one))
            left = [number for number, _ in misread]
        return written


def _found(back: Sequence[Report], wanted: Sequence[Report]) -> Sequence[Report | None]:
    """What was read of each report, where some may have been parted, or run together."""
    if len(back) == len(wanted):
        return back
    read = defaultdict[str, list[Report]](list)
    for report in reversed(back):
        read[report.id].append(report)
    return [read[one.id].pop() if read[one.id] else None for one in wanted]


def _headings(written: Iterable[Written], heading: str) -> Iterator[str]:
    """The heading each report stands under."""
    for one in written:
        heading = one.region or heading
        yield heading


def _guess(report: Report) -> Written:
    """A year that was not in the words is hardly ever read from them."""
    return dated(report) if report.held.year_inferred and report.held.start else bare(report)
