"""Search as you type: one drawing a key, a way out of nothing, searches that are kept."""

from pathlib import Path
from threading import Event

import pytest
from textual.events import Paste

from tests.journeys.clerk import at_work
from tui.query.catalog import RegionCount
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.screen.panes.regions import RegionTree


async def test_the_tree_is_drawn_once_a_key(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = 0
    show = RegionTree.show

    def counted(tree: RegionTree, *arguments: object) -> None:
        nonlocal drawn
        drawn += 1
        show(tree, *arguments)  # type: ignore[arg-type]

    async with at_work(archive) as clerk:
        await clerk.press("slash")
        monkeypatch.setattr(RegionTree, "show", counted)
        for number, key in enumerate("实施意见", 1):
            await clerk.press(key)
            assert drawn == number


async def test_only_the_last_of_many_fast_keys_is_answered_on_screen(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.pilot.press("slash", *"wusu", *["backspace"] * 4, *"hami")
        await clerk.settle()
        assert "1 of 8 reports · “hami”" in clerk.headline
        assert clerk.reading.startswith("为进一步深入贯彻")
        assert clerk.tree[-1] == "02-08 伊州区"


async def test_nothing_found_names_the_condition_and_a_key_goes_another_way(
    archive: Path,
) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash", *"prefecture:阿克苏 乌苏市", "enter")
        assert "0 of 8 reports" in clerk.headline
        assert clerk.sees("乌苏市")
        assert clerk.browser.way_out is not None
        assert clerk.browser.way_out.remaining > 0
        await clerk.press("backspace")
        assert "2 of 8 reports · 阿克苏" in clerk.headline


async def test_a_near_miss_is_offered_by_number(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash", *"hamo", "enter")
        assert "0 of 8 reports" in clerk.headline
        way_out = clerk.browser.way_out
        assert way_out is not None
        assert way_out.suggestions
        await clerk.press("1")
        assert f"{way_out.suggestions[0].count} of 8 reports" in clerk.headline


async def test_a_search_is_kept_above_the_regions_with_its_count(archive: Path) -> None:
    async with at_work(archive, "date:2023-02-09") as clerk:
        await clerk.press("s", "home", "shift+end", *"ninth", "enter")
        assert clerk.tree[:2] == ["▾ Saved searches         1", "› ninth                3"]
    async with at_work(archive) as clerk:
        await clerk.press("home", "down", "enter")
        assert "3 of 8 reports · 2023-02-09" in clerk.headline


async def test_pasted_text_is_one_query(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash")
        clerk.browser.search_line.box.post_message(Paste("乌苏市\n关工委"))
        await clerk.settle()
        assert clerk.browser.search_line.box.value == "乌苏市 关工委"
        assert "1 of 8 reports" in clerk.headline


async def test_who_has_not_reported_is_seen_and_a_neighbour_opened(archive: Path) -> None:
    async with at_work(archive, "source:xinjiang") as clerk:
        await clerk.press("c")
        assert clerk.sees("阿勒泰地区")
        await clerk.press("down", "enter")
        assert "1 of 8 reports" in clerk.headline
        assert "塔城" in clerk.headline


async def test_a_slow_count_is_not_the_last_ones(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regions = ScanCatalog.regions
    counted = Event()

    def slowly(catalog: ScanCatalog, query: Query) -> list[RegionCount]:
        counted.wait(20)
        return regions(catalog, query)

    async with at_work(archive) as clerk:
        monkeypatch.setattr(ScanCatalog, "regions", slowly)
        await clerk.pilot.press("slash", *"wss")
        for _ in range(500):
            if "counting" not in clerk.headline:
                await clerk.pilot.pause(0.01)
        assert "counting" in clerk.headline
        assert "“wss”" in clerk.headline
        counted.set()
        await clerk.settle()
        assert "1 of 8 reports · “wss”" in clerk.headline
