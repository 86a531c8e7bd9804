"""Text measured in terminal cells: shortened, padded and set at both ends of a line.

A Chinese character is two cells wide and is never cut in half: where only half of one would fit,
a blank takes its place.
"""

from rich.cells import cell_len, split_graphemes

ELLIPSIS = "…"
"""What stands where text was left out: one cell."""


def width(text: str) -> int:
    """How many cells `text` takes in the terminal."""
    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """The longest beginning of `text` that takes no more than `cells`."""
    if cell_len(text) <= cells:
        return text
    used = 0
    graphemes, _ = split_graphemes(text)
    for start, _, size in graphemes:
        if used + size > cells:
            return text[:start]
        used += size
    return text


def shorten(text: str, cells: int) -> str:
    """`text` where it fits in `cells`, else its beginning and an ellipsis."""
    if cell_len(text) <= cells:
        return text
    if cells <= 0:
        return ""
    return cut(text, cells - 1).rstrip() + ELLIPSIS


def fit(text: str, cells: int) -> str:
    """`text` shortened or padded on the right to take exactly `cells`."""
    shown = shorten(text, cells)
    return shown + " " * (cells - cell_len(shown))


def fit_right(text: str, cells: int) -> str:
    """`text` shortened or padded on the left to take exactly `cells`: for figures."""
    shown = shorten(text, cells)
    return " " * (cells - cell_len(shown)) + shown


def ends(left: str, right: str, cells: int) -> str:
    """`left` and `right` at the two ends of a line of exactly `cells`.

    `right`, usually a count, is kept whole as long as it fits by itself; `left` gives way.
    """
    if not right:
        return fit(left, cells)
    right = shorten(right, cells)
    room = cells - cell_len(right) - 1
    if room <= 0:
        return fit_right(right, cells)
    return fit(left, room) + " " + right
