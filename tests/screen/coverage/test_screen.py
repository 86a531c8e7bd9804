"""The coverage screen: what it compares, and what is opened from it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from tests.screen.coverage.reports import CATALOG
from tui import locale
from tui.query.catalog import Period
from tui.query.coverage import coverage
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.screen.coverage import screen
from tui.screen.coverage.matrix import CoverageMatrix
from tui.screen.coverage.screen import Ask, Counted, CoverageScreen


def ask(query: Query, period: Period | None, counties: bool) -> Counted:
    """What the browser hands the screen."""
    return Counted(coverage(CATALOG, query, period or Period.WEEK, counties=counties))


class Browser(App[None]):
    """An app that opens the screen and keeps what it gives back."""

    def __init__(self, query: Query, ask: Ask) -> None:
        super().__init__()
        self._query = query
        self._ask = ask
        self.given: list[Query | None] = []

    def on_mount(self) -> None:
        self.push_screen(CoverageScreen(self._query, self._ask), self.given.append)


@asynccontextmanager
async def comparing(
    query: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Browser, CoverageMatrix, Pilot[None]]]:
    """The screen with the coverage of `query` on it."""
    app = Browser(Query.parse(query), ask)
    async with app.run_test(size=size) as pilot:
        await counted(app, pilot)
        yield app, app.screen.query_one(CoverageMatrix), pilot


async def counted(app: App[None], pilot: Pilot[None]) -> None:
    """Wait until the counts are on the screen."""
    await app.workers.wait_for_complete()
    await pilot.pause()


def lines(matrix: CoverageMatrix) -> list[str]:
    """The lines of the table."""
    return [matrix.render_line(y).text.rstrip() for y in range(matrix.scrollable_size.height)]


def said(app: App[None], where: str) -> str:
    """The sentence above or below the table."""
    return str(app.screen.query_one(f"#coverage-{where}", Static).content)


async def test_everyone_who_should_have_reported_is_there() -> None:
    async with comparing() as (app, matrix, _pilot):
        shown = lines(matrix)
        assert shown[0].split() == ["2023"]
        assert shown[1].split() == ["Region", "Total", "Undated", "02-06", "02-13"]
        assert shown[2].split() == ["伊犁哈萨克自治州", "3", "·", "2", "1"]
        assert shown[3].split() == ["塔城地区", "2", "1", "1", "·"]
        assert shown[4].split() == ["阿勒泰地区", "·", "·", "·", "·"]
        assert shown[-1].split() == ["Total", "5", "1", "3", "1"]
        assert said(app, "summary") == "2 of 14 prefectures reported (14%) · 5 reports"
        assert said(app, "cell") == "伊犁哈萨克自治州 · 2023-02-13 to 2023-02-19 · 1 report"


async def test_a_missing_prefecture_is_found_and_its_neighbour_s_reports_opened() -> None:
    async with comparing() as (app, _matrix, pilot):
        await pilot.press("down")
        assert said(app, "cell") == "塔城地区 · 2023-02-13 to 2023-02-19 · no report"
        await pilot.press("enter")
        assert app.given == []
        await pilot.press("up", "enter")
        await pilot.pause()
        expected = Query.parse("prefecture:伊犁哈萨克自治州 date:2023-02-13..2023-02-19")
        assert app.given == [expected]
        assert CATALOG.total(expected) == 1


async def test_periods_and_counties() -> None:
    async with comparing() as (app, matrix, pilot):
        await pilot.press("d")
        await counted(app, pilot)
        assert lines(matrix)[1].split()[3:] == [f"{day:02}" for day in range(6, 15)]
        await pilot.press("m")
        await counted(app, pilot)
        assert lines(matrix)[1].split()[3:] == ["02"]
        await pilot.press("r")
        await counted(app, pilot)
        assert lines(matrix)[2] == "伊犁哈萨克自治州"
        assert lines(matrix)[3].split() == ["the", "prefecture’s", "own", "3", "·", "3"]


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 50)])
async def test_a_single_column_has_its_year_or_month_above_it(size: tuple[int, int]) -> None:
    async with comparing("date:2023-02-06", size) as (app, matrix, pilot):
        for key, above, head in (("m", "2023", "02"), ("d", "2023-02", "06")):
            await pilot.press(key)
            await counted(app, pilot)
            assert lines(matrix)[0].split() == [above]
            assert lines(matrix)[1].split()[-1] == head


async def test_only_those_that_have_not_reported() -> None:
    async with comparing() as (app, matrix, pilot):
        await pilot.press("s")
        assert lines(matrix)[2].startswith("阿勒泰地区")
        assert said(app, "summary").endswith("only those that have not reported")
        await pilot.press("s")
        assert lines(matrix)[2].startswith("伊犁")


async def test_nothing_to_compare() -> None:
    async with comparing("date:2001 prefecture:天津市") as (app, _matrix, pilot):
        assert "nothing can be compared" in said(app, "summary")
        await pilot.press("down", "right", "enter", "s", "escape")
        await pilot.pause()
        assert app.given == [None]


@pytest.mark.parametrize("size", [(20, 5), (24, 10), (60, 16), (200, 50)])
async def test_any_size(size: tuple[int, int]) -> None:
    async with comparing("date:2020..2023", size) as (app, matrix, pilot):
        await pilot.press("d")
        await counted(app, pilot)
        for key in ("end", "pagedown", "home", "pageup", "right", "down", "left"):
            await pilot.press(key)
        for y in range(matrix.size.height):
            assert matrix.render_line(y).cell_length == matrix.size.width
        await pilot.resize_terminal(40, 12)
        assert app.export_screenshot()


async def test_a_click_moves_the_cursor_and_a_second_opens() -> None:
    async with comparing() as (app, matrix, pilot):
        frozen = lines(matrix)[1].index("02-06")
        await pilot.click(CoverageMatrix, offset=(frozen + 3, 2))
        assert said(app, "cell") == "伊犁哈萨克自治州 · 2023-02-06 to 2023-02-12 · 2 reports"
        await pilot.click(CoverageMatrix, offset=(frozen + 3, 2))
        await pilot.pause()
        assert app.given == [
            Query.parse("prefecture:伊犁哈萨克自治州 date:2023-02-06..2023-02-12")
        ]


async def test_in_chinese() -> None:
    locale.use("zh")
    try:
        async with comparing() as (app, matrix, _pilot):
            assert said(app, "summary") == "14 个地州市中 2 个已报送（14%）· 共 5 条"
            assert lines(matrix)[1].split()[:3] == ["地区", "合计", "无日期"]
    finally:
        locale.use("en")


async def test_what_cannot_be_counted_is_said() -> None:
    def refuse(query: Query, period: Period | None, counties: bool) -> Counted:
        raise JianbaoError("reports.bad-record", where="reports.json", field="body")

    app = Browser(Query(), refuse)
    async with app.run_test(size=(120, 20)) as pilot:
        await counted(app, pilot)
        assert "reports.json" in said(app, "summary")
        await pilot.press("down", "enter", "s", "escape")
        await pilot.pause()
        assert app.given == [None]


async def test_an_index_that_grows_is_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor stays where the user put it, and nothing is exported before all is there."""
    monkeypatch.setattr(screen, "AGAIN", 0.2)
    some = [query for query in map(Query.parse, ("prefecture:塔城地区", "", "")) for _ in "12"]
    looked_at: list[Query] = []

    def grow(_query: Query, period: Period | None, counties: bool) -> Counted:
        looked_at.append(some[len(looked_at)])
        counted = ask(looked_at[-1], period, counties)
        return Counted(counted.table, complete=len(looked_at) > 3)

    app = Browser(Query(), grow)
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await counted(app, pilot)
        assert said(app, "summary").startswith("Not all yet, the archive is still being indexed ·")
        await pilot.press("left", "e")
        assert "not complete yet" in next(iter(app._notifications)).message
        for _ in range(100):
            if len(looked_at) > 3:
                break
            await pilot.pause(0.05)
        await counted(app, pilot)
        assert said(app, "summary") == "2 of 14 prefectures reported (14%) · 5 reports"
        assert said(app, "cell") == "塔城地区 · Undated · 1 report"
        await pilot.pause(0.3)
        assert len(looked_at) == 4


async def test_the_bar_shows_that_the_newest_is_in_sight() -> None:
    async with comparing("date:2021..2023", (60, 20)) as (_app, matrix, pilot):
        await pilot.pause()
        assert matrix.scroll_x > 0
        assert matrix.horizontal_scrollbar.position == matrix.scroll_x


async def test_the_count_of_a_cell_is_in_sight_where_there_is_little_room() -> None:
    async with comparing(size=(60, 20)) as (app, _matrix, pilot):
        await pilot.press("r")
        await counted(app, pilot)
        await pilot.press("home", "down", "right", "right")
        line = app.screen.query_one("#coverage-cell", Static)
        assert said(app, "cell") == "伊犁州 › 伊宁市 · 2023-02-06 to 2023-02-12 · no report"
        assert cell_len(said(app, "cell")) <= line.content_size.width
