"""Rows as they are drawn and copied, whatever the text and whatever is marked in it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from tui.reports.neutral import neutral
from tui.screen.reading.blocks import Block, Kind
from tui.screen.reading.copying import copied
from tui.screen.reading.marks import Mark, whole
from tui.screen.reading.page import Page
from tui.screen.reading.paint import Look, paint

LOOK = Look.of(Style(), lambda name: Style(bold=True), Style(reverse=True))

CHARACTERS = "会议指出要求,。《》“”（） 　12aZ年\u0301\u200d\ufe0f❤👩"

TEXTS = st.lists(
    st.text(
        st.one_of(st.sampled_from(CHARACTERS), st.characters()),
        max_size=120,
    ).map(neutral),
    min_size=1,
    max_size=4,
)


def page(texts: list[str], width: int) -> Page:
    """The texts as paragraphs, all laid."""
    laid = Page([Block(Kind.BODY, text, "1/8") for text in texts], width)
    laid.finish()
    return laid


@given(TEXTS, st.integers(2, 90), st.data())
def test_a_row_fits_and_shows_its_text(texts: list[str], width: int, data: st.DataObject) -> None:
    laid = page(texts, width)
    place = st.integers(0, 130)
    marks = sorted(
        Mark(number, *whole(text, start, end))
        for number, text in enumerate(texts)
        if (start := data.draw(place)) < (end := min(data.draw(place), len(text)))
    )
    selected = data.draw(st.none() | st.tuples(place, place | st.just(-1)))
    for row in laid.rows:
        segments = paint(
            row, laid, LOOK, hits=marks, hit=0, documents=marks, document=0, selected=selected
        )
        drawn = "".join(segment.text for segment in segments)
        assert texts[row.block][row.start : row.shown] in drawn
        assert sum(cell_len(segment.text) for segment in segments) <= max(width, 2)


@given(TEXTS, st.integers(2, 90), st.data())
def test_what_is_copied_stands_in_the_text(
    texts: list[str], width: int, data: st.DataObject
) -> None:
    laid = page(texts, width)
    place = st.builds(Offset, st.integers(0, 100), st.integers(0, len(laid.rows) + 2))
    selection = Selection.from_offsets(data.draw(place), data.draw(place))
    assert copied(laid, selection) in "\n".join(texts)
    assert copied(laid, Selection(None, None)) == "\n".join(texts)
