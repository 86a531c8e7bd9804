"""The bulletin format: region headings, then reports, as an import reads them back.

A report whose words say everything that is known of it is just its paragraphs. Whether they do,
only a reader can tell, so the caller gives one: what is about to be written is read back
(`tui.export.proofreader`), and what came out otherwise gets a label (`tui.reports.label`). That
takes a fifth of a millisecond for each report; of more than `MOST_READ_BACK` everything is said
in labels instead (`tui.export.labeller`), at the speed of writing.

Read back, every report says what it said, in the same order. How it had been read is not kept:
its source, its flags, its earlier versions, and the heading as written where its prefecture is
known.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from tui.export.labeller import Labeller
from tui.export.layout import ReadBack
from tui.export.plain import plain
from tui.export.proofreader import Proofreader
from tui.reports.label import Label
from tui.reports.report import Report

FEW = 500
"""Reports that are read back as a whole, in which case they may do without any label."""

MOST_READ_BACK = 20_000
"""Some five seconds' worth."""


def write_text(
    reports: Iterable[Report],
    *,
    read_back: ReadBack | None = None,
    title: str = "",
    notes: Mapping[str, str] | None = None,
    count: int | None = None,
) -> Iterator[str]:
    r"""The bulletin of `reports`, in pieces of whole lines that end in ``\n``.

    Args:
        reports: in the order wanted; reports of one prefecture should follow each other.
        read_back: reads a bulletin, to find out which reports need a label; without it all of
            them say everything.
        title: a line to stand above everything; empty for none.
        notes: what is noted on reports, by their ids; it stands in an attachment
            (`tui.reports.label`), which an import passes over.
        count: how many reports there are, where that is known; of a preview, how many the whole
            export has.
    """
    top = f"{_no_label(title)}\n\n" if title else ""
    if read_back is None or (count is not None and count > MOST_READ_BACK):
        return Labeller(read_back, notes or {}).write(reports, top)
    stream: Iterator[Report] = map(plain, reports)
    few = list(islice(stream, FEW + 1))
    proofreader = Proofreader(read_back, notes or {})
    if max(len(few), count or 0) <= FEW:
        return proofreader.write(few, top)
    return proofreader.write_many(chain(few, stream), top)


def _no_label(title: str) -> str:
    """`title`, which a reader must not take for the label of a report."""
    return title if Label.parse(title) is None else f"({title.strip()[1:-1]})"
