"""What a selection on the page copies: the words as written, without line ends and indents."""

from textual.selection import Selection

from tui.screen.reading.page import Page
from tui.screen.reading.paint import columns


def copied(page: Page, selection: Selection) -> str:
    r"""The text between two places on the page, blocks parted by ``\n``."""
    if selection.end is None:
        page.finish()
    else:
        page.lay(selection.end.y + 1)
    if not page.rows:
        return ""
    first = (0, 0) if selection.start is None else _place(page, *selection.start.transpose)
    last = (len(page.blocks), 0) if selection.end is None else _end(page, selection)
    pieces = []
    for number in range(first[0], min(last[0] + 1, len(page.blocks))):
        text = page.blocks[number].text
        begin = first[1] if number == first[0] else 0
        end = last[1] if number == last[0] else len(text)
        pieces.append(text[begin:end])
    return "\n".join(pieces)


def _end(page: Page, selection: Selection) -> tuple[int, int]:
    assert selection.end is not None
    return _place(page, *selection.end.transpose)


def _place(page: Page, y: int, x: int) -> tuple[int, int]:
    """The block, and the place in its text, of column `x` in row `y`.

    Past the drawn end of a row the blanks and the comma hanging there belong to it.
    """
    if y >= len(page.rows):
        return len(page.blocks), 0
    row = page.rows[max(y, 0)]
    place, _ = columns(row, x, -1)
    if place == row.shown and x > row.shown - row.start + row.indent:
        place = row.end
    return row.block, place
