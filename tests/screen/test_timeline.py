"""The strip of counts over time: its periods, its bars, its keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from tests.export.samples import report
from tui.query.catalog import Facet, FacetCount
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate
from tui.screen.bins import Bin, gather, merged
from tui.screen.timeline import Timeline

D = date
Month = FacetCount
YEAR = [Month(f"2023-{month:02}", month) for month in range(1, 13)]
DECADES = [
    Month(f"{year}-{month:02}", year % 7 + month) for year in range(1991, 2024) for month in (2, 9)
]


@pytest.mark.parametrize(
    ("months", "room", "names"),
    [
        ([], 20, []),
        (YEAR[:1], 20, ["2023-01"]),
        (YEAR[:3], 20, ["2023-01", "2023-02", "2023-03"]),
        ([Month("2023-01", 1), Month("2023-03", 1)], 20, ["2023-01", "2023-02", "2023-03"]),
        (YEAR, 6, ["2023-01..2023-02", "2023-03..2023-04", "2023-05..2023-06",
                   "2023-07..2023-08", "2023-09..2023-10", "2023-11..2023-12"]),
        (YEAR, 5, ["2023-01..2023-03", "2023-04..2023-06",
                   "2023-07..2023-09", "2023-10..2023-12"]),
        (YEAR, 1, ["2023"]),
        ([Month("2022-12", 1), Month("2023-01", 1)], 1, ["2022..2023"]),
        (YEAR, 0, []),
        ([Month("0099-02", 1)], 1, ["0099-02"]),
    ],
)  # fmt: skip
def test_periods(months: list[FacetCount], room: int, names: list[str]) -> None:
    assert [found.name for found in gather(months, room)] == names


def test_a_quarter_has_the_sum_of_its_months() -> None:
    assert gather(YEAR, 4)[0] == Bin(D(2023, 1, 1), D(2023, 3, 31), 6)


@given(
    st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 12)), min_size=1, max_size=400),
    st.integers(1, 200),
)
def test_periods_have_no_gaps_and_lose_nothing(days: list[tuple[int, int]], room: int) -> None:
    months = [Month(f"{year:04}-{month:02}", 1) for year, month in sorted(set(days))]
    bins = gather(months, room)
    assert 0 < len(bins) <= room
    if len(bins) < room:
        assert sum(found.count for found in bins) == len(months)
    for before, after in pairwise(bins):
        assert after.first - before.last == timedelta(1)


@given(
    st.lists(st.tuples(st.dates(D(2019, 1, 1), D(2021, 12, 31)), st.integers(0, 200)), min_size=1),
    st.integers(1, 40),
)
def test_a_report_counts_once_in_a_period_however_it_lasted(
    days: list[tuple[date, int]], room: int
) -> None:
    held = [MeetingDate(start, start + timedelta(length)) for start, length in days]
    reports = [
        replace(report((f"第{number}次会议。",)), id=f"{number:012x}", held=one)
        for number, one in enumerate(held)
    ]
    catalog = ScanCatalog(reports)
    bins = gather(catalog.facet(Query(), Facet.MONTH), room)
    for first in range(len(bins)):
        for last in range(first, min(first + 4, len(bins))):
            found = merged(bins[first : last + 1])
            asked = Query.parse(f"date:{found.first}..{found.last}")
            assert found.count == catalog.total(asked)
    assert merged(bins).count == len(reports)


class Strip(App[None]):
    """A timeline and what it posts."""

    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield Timeline()

    def on_timeline_period_chosen(self, message: Timeline.PeriodChosen) -> None:
        self.heard.append(message)

    def on_timeline_period_cleared(self, message: Timeline.PeriodCleared) -> None:
        self.heard.append(message)

    def on_timeline_period_highlighted(self, message: Timeline.PeriodHighlighted) -> None:
        self.heard.append(message)


@asynccontextmanager
async def strip(
    months: list[FacetCount], width: int
) -> AsyncIterator[tuple[Strip, Timeline, Pilot[None]]]:
    """A timeline of that width."""
    app = Strip()
    async with app.run_test(size=(width, 4)) as pilot:
        timeline = app.query_one(Timeline)
        timeline.show(months)
        await pilot.pause()
        yield app, timeline, pilot


async def test_bars_and_what_they_are_of() -> None:
    async with strip(YEAR, 60) as (_, timeline, _pilot):
        text = timeline.render_line(0).text
        assert len(text) == 60
        assert text.endswith("2023 · 78")
        assert text.split("2023")[0].replace(" ", "") == "▁▁▂▂▂▂▃▃▄▄▄▄▅▅▆▆▆▆▇▇████"


@pytest.mark.parametrize("width", [1, 20, 49, 50, 80, 200])
@pytest.mark.parametrize("months", [[], YEAR[:1], YEAR, DECADES])
async def test_any_width(months: list[FacetCount], width: int) -> None:
    async with strip(months, width) as (app, timeline, pilot):
        assert timeline.render_line(0).cell_length == width
        timeline.focus()
        await pilot.press("left", "shift+right", "home", "end", "right", "enter")
        await pilot.resize_terminal(30, 4)
        assert bool(months) == any(
            isinstance(message, Timeline.PeriodChosen) for message in app.heard
        )


async def test_a_period_is_picked_with_the_arrow_keys() -> None:
    async with strip(YEAR, 60) as (app, timeline, pilot):
        timeline.focus()
        await pilot.pause()
        assert timeline.render_line(0).text.endswith("2023-12 · 12")
        await pilot.press("left")
        assert app.heard == [Timeline.PeriodHighlighted(D(2023, 11, 1), D(2023, 11, 30), 11)]
        await pilot.press("shift+left", "enter")
        assert timeline.render_line(0).text.endswith("2023-10..2023-11 · 21")
        assert app.heard[-1] == Timeline.PeriodChosen(D(2023, 10, 1), D(2023, 11, 30))


async def test_a_narrow_strip_says_its_period_away_from_the_cursor() -> None:
    async with strip(YEAR, 26) as (_, timeline, pilot):
        timeline.focus()
        await pilot.pause()
        assert timeline.render_line(0).text == " 2023-12 · 12 ▆▆▆▆▇▇████  "
        await pilot.press("home")
        assert timeline.render_line(0).text.endswith(" 2023-01 · 1 ")


async def test_what_is_counted_is_said_where_dates_are_asked_for() -> None:
    """It is not what the headline counts then."""
    async with strip(YEAR, 60) as (_, timeline, pilot):
        timeline.show_for(Query.parse("date:2023-02"), YEAR)
        await pilot.pause()
        assert timeline.render_line(0).text.endswith("any date · 78")
        timeline.show_for(Query.parse("会议"), YEAR)
        assert timeline.render_line(0).text.endswith("2023 · 78")


async def test_escape_lets_go_of_what_is_picked_and_only_then() -> None:
    async with strip(YEAR, 60) as (app, timeline, pilot):
        timeline.focus()
        await pilot.press("escape")
        assert app.heard == []
        timeline.show(YEAR, (D(2023, 2, 1), D(2023, 2, 28)))
        await pilot.press("escape")
        assert app.heard == [Timeline.PeriodCleared()]


async def test_the_cursor_begins_at_what_is_picked() -> None:
    async with strip(YEAR, 60) as (_, timeline, pilot):
        timeline.show(YEAR, (D(2023, 2, 1), D(2023, 2, 28)))
        timeline.focus()
        await pilot.pause()
        assert timeline.render_line(0).text.endswith("2023-02 · 2")


async def test_the_mouse_picks_by_click_and_drag() -> None:
    async with strip(YEAR, 60) as (app, _timeline, pilot):
        await pilot.click(Timeline, offset=(3, 0))
        assert app.heard[-1] == Timeline.PeriodChosen(D(2023, 2, 1), D(2023, 2, 28))
        await pilot.mouse_down(Timeline, offset=(0, 0))
        await pilot.hover(Timeline, offset=(5, 0))
        await pilot.mouse_up(Timeline, offset=(5, 0))
        assert app.heard[-1] == Timeline.PeriodChosen(D(2023, 1, 1), D(2023, 3, 31))
