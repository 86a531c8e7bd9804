"""What stands above is whole, and of what it covers no half of a character is left."""

import io
from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.cells import width
from tui.screen.layers import Layers

ROOM = 24

Layer = tuple[int, str]
"""Where a text begins, and the text."""

LAYERS = st.lists(
    st.tuples(st.integers(0, ROOM // 2), st.text("会议ab", min_size=1, max_size=6)), max_size=6
)


class OneLine(Layers):
    """A screen of one line."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Show these, from the front to the back."""
        super().__init__()
        self.size = Size(ROOM, 1)
        self.texts = layers

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """A widget for each of them."""
        regions = [Region(x, 0, width(text), 1) for x, text in self.texts]
        return {Widget(): (region, self.size.region) for region in regions}

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        widgets = self.visible_widgets.values()
        for (region, clip), (_, text) in zip(widgets, self.texts, strict=True):
            yield region, clip, [Strip([Segment(text)])]


def painted(layers: Sequence[Layer]) -> str:
    """The line as a painter makes it, from the back to the front."""
    line = "." * ROOM
    for x, text in reversed(layers):
        strip = Strip([Segment(line)])
        before, after = strip.crop(0, x), strip.crop(x + width(text))
        line = before.text + text + after.text
    return line


@given(LAYERS)
def test_layers_are_seen_as_if_painted_over_one_another(layers: list[Layer]) -> None:
    (line,) = OneLine([*layers, (0, "." * ROOM)]).render_strips()
    assert line.text == painted(layers)


def test_edges_out_of_sight_do_not_cut() -> None:
    texts = [(3, "会议指出"), (0, "简报简报简"), (6, "abc"), (0, "." * ROOM)]
    (line,) = OneLine(texts).render_strips()
    assert line.text == "简 会议指出............."


def test_what_changes_below_does_not_cut_what_stands_above() -> None:
    screen = OneLine([(3, "会议指出"), (6, "abc"), (0, "." * ROOM)])
    screen._dirty_regions = {Region(6, 0, 2, 1)}
    update = screen.render_partial_update()
    assert update is not None
    assert "会议指出" in update.render_segments(Console(file=io.StringIO()))
