"""The layout of a bulletin: a title, headings where the region changes, blank lines between."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.export.said import Written
from tui.reports.report import Report

ReadBack = Callable[[str], Sequence[Report]]
"""Reads a bulletin: `tui.bulletins`, which this room does not know."""

LABELLED = "〔地区不详 日期不详〕\n会议。\n"
"""A report that shows a reader that the program wrote the bulletin."""


def lay_out(written: Iterable[Written], title: str) -> Iterator[str]:
    """The lines: a blank one between reports, a heading wherever the region changes.

    Args:
        written: the reports.
        title: the lines above everything, with their ends.
    """
    heading = ""
    gap = title
    for one in written:
        head = one.head
        if one.region and one.region != heading:
            heading = one.region
            head = f"{heading}\n{head}"
        body = "\n".join(one.lines)
        yield f"{gap}{head}{body}\n"
        gap = "\n"
    if gap == title:
        yield title


def sure_title(title: str, read_back: ReadBack) -> str:
    """`title` so that a reader of labels takes it for none of the reports.

    Where a line looks like one, no blank line parts it from what comes below.
    """
    if title and len(read_back(title + LABELLED)) != 1:
        return title.rstrip("\n") + "\n"
    return title
