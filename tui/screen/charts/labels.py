"""Labels of bars: names and counts, set for a library that counts characters and not cells."""

from collections.abc import Sequence

from tui.screen.cells import shorten, width

WIDE_BLANK = "\u3000"
"""One character, two cells."""


def bar_labels(bars: Sequence[tuple[str, int]], room: int) -> list[str]:
    """A label for each name and count, names at the left, counts at the right.

    All are of the same width and have the same number of characters: where a name has fewer
    Chinese ones than another, wide blanks stand behind it. So a library that takes every
    character for one cell sets them right, but for the cells that `surplus` counts.

    Args:
        bars: names and counts.
        room: cells that a name and its count should not exceed.
    """
    counts = [f"{count:,}" for _, count in bars]
    figures = max(map(width, counts), default=0)
    names = [shorten(name, max(2, room - figures - 1)) for name, _ in bars]
    most = max(map(surplus, names), default=0)
    evened = [name + WIDE_BLANK * (most - surplus(name)) for name in names]
    cells = max(map(width, evened), default=0)
    return [
        name + " " * (cells - width(name) + 1) + count.rjust(figures)
        for name, count in zip(evened, counts, strict=True)
    ]


def surplus(label: str) -> int:
    """How many cells wider `label` is than it has characters."""
    return width(label) - len(label)
