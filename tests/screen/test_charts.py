"""Charts and the labels of their bars: as wide as they should be, whatever they are made of."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text
from textual_plotext.plot import Plot

from tests.export.samples import report
from tui.locale import catalogue
from tui.query.catalog import FacetCount
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate
from tui.screen.cells import width
from tui.screen.charts.labels import bar_labels, surplus
from tui.screen.charts.plot import SMALLEST, bar_unit, draw_periods, draw_regions, gathered, scale
from tui.screen.charts.screen import count

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


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=40), st.integers(SMALLEST[0], 200))
def test_bars_are_told_apart_where_there_is_room(counts: list[int], room: int) -> None:
    plot = Plot()
    draw_periods(plot, [("2023", count) for count in counts], room, BLUE)
    ground = built(plot, room, 8)[-3]
    if room // len(counts) > 3:
        assert len(ground.partition("┤")[2].strip(" │").split()) == len(counts)


@pytest.mark.parametrize(
    ("years", "room", "english", "chinese"),
    [
        (1, 80, "", ""),
        (2, 80, "2 months a bar", "每柱 2 个月"),
        (4, 80, "3 months a bar", "每柱 3 个月"),
        (10, 80, "6 months a bar", "每柱 6 个月"),
        (20, 80, "", ""),
        (17, 56, "2 years a bar", "每柱 2 年"),
        (99, 80, "5 years a bar", "每柱 5 年"),
    ],
)
def test_it_is_said_how_long_a_bar_is_where_its_name_does_not_tell(
    years: int, room: int, english: str, chinese: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = (f"{2000 + number // 12}-{number % 12 + 1:02}" for number in range(years * 12))
    months = [FacetCount(name, 1) for name in names]
    for language, said in (("en", english), ("zh", chinese)):
        monkeypatch.setattr(catalogue, "_current", language)
        assert bar_unit(months, room) == said


@pytest.mark.parametrize(
    ("dates", "months", "days"),
    [
        ("", ["2025-12", "2026-01", "2026-02", "2026-03"], []),
        ("date:2026-01..2026-02", ["2026-01", "2026-02"], ["01-01", "02-28"]),
        ("date:2025", ["2025-12"], ["12-30", "12-31"]),
        ("date:2月", ["2026-02"], ["02-27", "02-28"]),
        ("date:..2026-01", ["2025-12", "2026-01"], ["12-30", "01-02"]),
    ],
)
def test_reports_that_last_beyond_the_dates_asked_for_have_no_bars_there(
    dates: str, months: list[str], days: list[str]
) -> None:
    held = [(date(2025, 12, 30), date(2026, 1, 2)), (date(2026, 2, 27), date(2026, 3, 2))]
    reports = [report((f"会议{first}。",), held=MeetingDate(first, last)) for first, last in held]
    counts = count(ScanCatalog(reports), Query.parse(dates))
    assert [month.value for month in counts.months] == months
    assert [day for day, _ in counts.days][:: max(1, len(counts.days) - 1)] == days


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
