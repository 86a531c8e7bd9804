"""Charts and the labels of their bars: as wide as they should be, whatever they are made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text
from textual_plotext.plot import Plot

from tui.query.catalog import FacetCount
from tui.screen.cells import width
from tui.screen.charts.labels import bar_labels, surplus
from tui.screen.charts.plot import SMALLEST, draw_periods, draw_regions, gathered, scale

BLUE = (0, 0, 255)
NAMES = st.text(st.sampled_from("伊犁州塔城abc ·é"), min_size=1, max_size=12)
COUNTS = st.integers(0, 9_999_999)
MONTHS = st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12))


def built(plot: Plot, width: int, height: int) -> list[str]:
    """The lines of a plot of that size."""
    plot.plotsize(width, height)
    plot._set_size(width, height)
    return [line.plain for line in Text.from_ansi(plot.build()).split()]


@given(st.lists(st.tuples(NAMES, COUNTS), min_size=1, max_size=8))
def test_all_labels_are_as_wide_and_as_long(bars: list[tuple[str, int]]) -> None:
    labels = bar_labels(bars, 40)
    assert len({width(label) for label in labels}) == 1
    assert len({len(label) for label in labels}) == 1
    assert len({surplus(label) for label in labels}) == 1


def test_names_stand_at_the_left_and_counts_at_the_right() -> None:
    assert bar_labels([("伊犁州", 1200), ("塔城", 3), ("ABC", 45)], 40) == [
        "伊犁州    1,200",
        "塔城　        3",
        "ABC　　　    45",
    ]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(NAMES, COUNTS), min_size=1, max_size=40),
    st.integers(SMALLEST[0], 200),
)
def test_every_prefecture_has_a_line(bars: list[tuple[str, int]], room: int) -> None:
    plot = Plot()
    more = draw_regions(plot, bars, room, BLUE)
    lines = built(plot, room - more, len(bars) + 2)
    assert len(lines) == len(bars) + 2
    assert max(map(width, lines)) <= room


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(MONTHS, COUNTS, min_size=1, max_size=40),
    st.integers(SMALLEST[0], 200),
    st.integers(SMALLEST[1], 50),
)
def test_any_months_are_drawn_in_any_room(months: dict[str, int], room: int, rows: int) -> None:
    plot = Plot()
    counted = [FacetCount(month, count) for month, count in sorted(months.items())]
    draw_periods(plot, gathered(counted, room), room, BLUE)
    lines = built(plot, room, rows)
    assert len(lines) <= rows
    assert max(map(width, lines)) <= room


@pytest.mark.parametrize(
    ("most", "figures"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (936, [0, 200, 400, 600, 800, 1000]),
        (1_000_000, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]),
    ],
)
def test_a_scale_reaches_the_highest_bar(most: int, figures: list[int]) -> None:
    assert scale(most) == figures


@given(COUNTS)
def test_a_scale_has_few_figures_and_no_line_more_than_it_needs(most: int) -> None:
    figures = scale(most)
    assert len(figures) <= 6
    assert figures[-2] < max(1, most) <= figures[-1]
