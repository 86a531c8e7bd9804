"""Lines that stand over panes of the same screen keep their Chinese characters whole.

Textual draws each such line in pieces, cut where the panes below have their edges, and of a
character that lies across an edge nothing is left; so there a blank is put before it.
"""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


def over_edges(widget: Widget, y: int, strip: Strip) -> Strip:
    """Line `y` of the content of `widget` so that it loses no character over the edges below."""
    room = widget.content_region
    rows = widget.screen._compositor.cuts[room.y + y : room.y + y + 1]
    return whole(strip, [cut - room.x for row in rows for cut in row if room.x < cut < room.right])


def whole(strip: Strip, edges: Iterable[int]) -> Strip:
    """`strip` with a blank before every character that would lie across one of `edges`.

    Args:
        strip: one line; what no longer has room falls off its end.
        edges: cells from its left, in ascending order.
    """
    length = strip.cell_length
    for edge in edges:
        place = cells = 0
        text = strip.text
        while place < len(text) and cells < edge:
            cells += cell_len(text[place])
            place += 1
        if cells > edge:
            before, after = strip.crop(0, edge - 1), strip.crop(edge - 1, length)
            blank = Segment(" ", next(iter(after)).style)
            strip = Strip.join([before, Strip([blank]), after]).crop(0, length)
    return strip
