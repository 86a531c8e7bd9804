"""One row of the page as coloured segments."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.screen.cells import shorten
from tui.screen.reading.blocks import Kind
from tui.screen.reading.marks import Mark, whole, within
from tui.screen.reading.page import Page, Row

PART_MARK = "▍"
"""Stands before the words that open a part: one cell."""


class Look(NamedTuple):
    """The styles of everything in the pane."""

    base: Style
    kinds: Mapping[Kind, Style]
    heading: Style
    document: Style
    document_current: Style
    hit: Style
    hit_current: Style
    selection: Style

    @classmethod
    def of(cls, base: Style, style: Callable[[str], Style], selection: Style) -> "Look":
        """The look of a pane whose own style is `base` and whose parts' styles have names."""
        return cls(
            base=base,
            kinds={kind: style(kind.name.lower()) for kind in Kind if kind is not Kind.BODY},
            heading=style("heading"),
            document=style("document"),
            document_current=style("document-current"),
            hit=style("hit"),
            hit_current=style("hit-current"),
            selection=selection,
        )


_Layer = tuple[int, int, Style]


def paint(
    row: Row,
    page: Page,
    look: Look,
    *,
    hits: Sequence[Mark] = (),
    hit: int = -1,
    documents: Sequence[Mark] = (),
    document: int = -1,
    selected: tuple[int, int] | None = None,
) -> list[Segment]:
    """The segments of `row`: its indent, its text with what is marked in it, and its tail.

    Args:
        row: the row to draw.
        page: the page it stands on.
        look: the styles.
        hits: all hits of the report; the one numbered `hit` is the current one.
        documents: all cited documents; the one numbered `document` is stepped to.
        selected: first and last column selected, in characters; -1 is the row's end.
    """
    block = page.blocks[row.block]
    style = look.base + look.kinds.get(block.kind, Style.null())
    if row.part is not None:
        style += look.heading
    layers: list[_Layer] = [
        (mark.start, mark.end, _document_style(look, number, number == document))
        for number, mark in within(documents, row.block, row.start, row.shown)
    ]
    layers += [
        (mark.start, mark.end, look.hit_current if number == hit else look.hit)
        for number, mark in within(hits, row.block, row.start, row.shown)
    ]
    if selected is not None:
        start, end = columns(row, *selected)
        layers.append((*whole(block.text, start, end), look.selection))
    lead = PART_MARK if row.part is not None else " " * row.indent
    segments = [Segment(lead, style)]
    segments += _layered(block.text, row.start, row.shown, style, layers)
    if block.tail and row.start == 0 and not row.blank:
        segments += _tail(block.tail, page.width, segments, style)
    return segments


def columns(row: Row, start: int, end: int) -> tuple[int, int]:
    """The places in the block's text of two columns of `row`; -1 is the row's end."""
    first = min(max(row.start + start - row.indent, row.start), row.shown)
    last = row.shown if end == -1 else row.start + end - row.indent
    return first, min(max(last, first), row.shown)


def _document_style(look: Look, number: int, current: bool) -> Style:
    style = look.document_current if current else look.document
    return style + Style.from_meta({"document": number})


def _layered(
    text: str, start: int, end: int, style: Style, layers: Sequence[_Layer]
) -> list[Segment]:
    """The text from `start` to `end`, each piece in the style of all layers over it."""
    cuts = {start, end}
    for first, last, _ in layers:
        cuts.update((max(first, start), min(last, end)))
    segments = []
    for left, right in pairwise(sorted(cuts)):
        piece = style
        for first, last, layer in layers:
            if first <= left and right <= last:
                piece += layer
        segments.append(Segment(text[left:right], piece))
    return segments


def _tail(tail: str, width: int, before: Sequence[Segment], style: Style) -> list[Segment]:
    """`tail` at the right end of the line, as far as there is room."""
    room = width - sum(cell_len(segment.text) for segment in before)
    shown = shorten(tail, room - 1)
    return [Segment(" " * (room - cell_len(shown)), style), Segment(shown, style)]
