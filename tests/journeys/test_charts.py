"""Reports as charts, where the package for them is installed."""

import sys
from pathlib import Path

import pytest

from tests.export.samples import day, report
from tests.journeys.clerk import at_work
from tui.archive.archive import Archive
from tui.bulletins.reading import read_text


async def test_reports_are_shown_over_time_and_by_prefecture(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("p")
        assert clerk.sees("8 reports, 7 prefectures, 1 undated")
        assert clerk.sees("02-08")
        await clerk.press("tab")
        bars = [line for line in clerk.lines() if "█" in line]
        assert [line.split()[1] for line in bars][:2] == ["伊犁州", "塔城地区"]
        await clerk.press("s")
        bars = [line for line in clerk.lines() if "█" in line]
        assert bars[0].split()[1] == "阿克苏地区"
        assert bars[0].count("█") > 1.8 * bars[1].count("█")
        await clerk.press("question_mark")
        assert clerk.sees("In the charts")
        await clerk.press("escape", "escape")
        assert clerk.app.screen is clerk.browser


async def test_where_there_is_room_both_charts_stand_beside_each_other(archive: Path) -> None:
    async with at_work(archive, size=(160, 40)) as clerk:
        await clerk.press("p")
        assert clerk.sees("02-08")
        assert clerk.sees("伊犁州")


async def test_the_keys_scroll_the_prefectures_as_soon_as_they_are_shown(archive: Path) -> None:
    async with at_work(archive, size=(60, 10)) as clerk:
        await clerk.press("p", "f6")
        regions = clerk.app.screen.query_one("#chart-regions")
        assert clerk.app.screen.focused is regions
        await clerk.press("down")
        assert regions.scroll_offset.y == 1
        await clerk.press("end")
        assert regions.scroll_offset.y == regions.max_scroll_y


async def test_no_key_waits_in_the_charts_whatever_is_shown(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("p")
        for width in (80, 80, 160, 80, 160):
            await clerk.pilot.resize_terminal(width, 24)
            await clerk.settle()
            assert clerk.app._is_ready
            await clerk.press("f6")
            assert clerk.app._is_ready


async def test_bars_of_several_years_say_so(archive: Path) -> None:
    found = [report((f"第{year}次座谈会。",), held=day(year, 2, 10)) for year in range(2006, 2023)]
    Archive.open(archive).add([("years.txt", found)])
    async with at_work(archive, size=(60, 20)) as clerk:
        await clerk.press("p")
        assert clerk.sees("2 years a bar")


async def test_reports_that_name_no_region_are_no_prefecture(archive: Path) -> None:
    found = read_text("2023年2月10日，召开座谈会。会议指出，要学习。").reports
    Archive.open(archive).add([("nowhere.txt", found)])
    async with at_work(archive) as clerk:
        await clerk.press("p")
        assert clerk.sees("9 reports, 7 prefectures, 1 undated")


@pytest.mark.parametrize("size", [(60, 20), (40, 10), (20, 5), (200, 50)])
async def test_charts_of_nothing_and_of_little_room(archive: Path, size: tuple[int, int]) -> None:
    for query in ("nothing-like-it", "is:undated"):
        async with at_work(archive, query, size=size) as clerk:
            await clerk.press("p", "tab", "j", "s", "k", "tab", "escape")
            assert clerk.app.is_running


async def test_without_the_package_one_sentence_says_how_to_get_it(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual_plotext", None)
    for name in ("tui.screen.charts.plot", "tui.screen.charts.screen"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    async with at_work(archive) as clerk:
        await clerk.press("p")
        assert clerk.sees("jianbao[charts]")
        assert clerk.app.screen is clerk.browser
