"""Browse by region, filter, search: the tree, the counts and the report follow."""

from pathlib import Path
from threading import Event

import pytest

from tests.journeys.clerk import Clerk, at_work


async def test_the_browser_opens_on_the_newest_report(archive: Path) -> None:
    async with at_work(archive) as clerk:
        assert "8 of 8 reports · all reports" in clerk.headline
        assert clerk.tree == [
            "▾ All reports            8",
            "▾ 伊犁哈萨克自治州     1",
            "02-09 察布查尔县",
            "▾ 塔城地区             1",
            "02-08 乌苏市",
            "▾ 克拉玛依市           1",
            "02-08 克拉玛依区",
            "▾ 昌吉回族自治州       1",
            "02-07 昌吉州关工委",
            "▾ 哈密市               1",
            "02-08 伊州区",
            "▾ 阿克苏地区           2",
            "02-09 阿克苏市",
            "近日  库车市",
            "▾ 喀什地区             1",
            "02-09 喀什地区关工委",
        ]
        assert clerk.reading.startswith("2月9日,察布查尔县关工委")
        assert clerk.sees("1/8")


async def test_both_reports_of_aksu_are_read_with_the_cursor(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("end", "up", "up")
        assert clerk.reading.startswith("近日,库车市关工委")
        assert clerk.sees("7/8")
        await clerk.press("k")
        assert clerk.reading.startswith("2月9日,阿克苏市关工委")
        assert clerk.sees("6/8")


async def test_words_are_searched_as_they_are_typed(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash")
        await clerk.type("wss")
        assert "1 of 8 reports · “wss”" in clerk.headline
        assert clerk.tree == [
            "▾ All reports            1",
            "▾ 塔城地区             1",
            "02-08 乌苏市",
        ]
        assert clerk.reading.startswith("2月8日,乌苏市关工委")
        await clerk.press("backspace", "backspace", "backspace")
        await clerk.type("实施意见")
        assert "8 of 8 reports · “实施意见”" in clerk.headline
        assert clerk.sees("hit 1 of")


async def test_hits_are_walked_across_reports_in_both_directions(archive: Path) -> None:
    async with at_work(archive, "乌苏|库车") as clerk:
        first = clerk.reading
        total = clerk.browser.reading.hit_count
        await clerk.press("enter", *["n"] * total)
        assert clerk.reading != first
        assert clerk.sees("hit 1 of")
        await clerk.press("N")
        assert clerk.reading == first
        assert clerk.sees(f"hit {total} of {total}")


async def test_the_filter_narrows_by_region_and_then_by_date(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("f", "down", "down", "down", "down", "enter")
        assert "1 of 8 reports · 哈密市" in clerk.headline
        assert clerk.sees("[x] 哈密市")
        await clerk.press("escape", "slash", "end")
        await clerk.type(" date:2023-02-08")
        assert "1 of 8 reports · 哈密市 · 2023-02-08" in clerk.headline
        assert clerk.reading.startswith("为进一步深入贯彻落实")


async def test_backspace_takes_one_condition_after_the_other_away(archive: Path) -> None:
    async with at_work(archive, "prefecture:阿克苏 实施意见 is:undated") as clerk:
        assert clerk.headline.strip().startswith("Jianbao  1 of 8 reports")
        await clerk.press("backspace")
        assert "2 of 8 reports" in clerk.headline
        await clerk.press("escape", "escape", "escape", "escape")
        assert "8 of 8 reports · all reports" in clerk.headline


async def test_an_unreadable_query_is_said_and_the_last_good_one_stays(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash")
        await clerk.type("colour:red")
        assert "colour" in clerk.headline
        assert clerk.browser.asked.conditions
        assert clerk.app.is_running


async def test_a_slash_typed_fast_reaches_the_box_with_what_follows(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash", *"2023/02")
        assert clerk.browser.search_line.box.value == "2023/02"


async def test_branches_close_and_open_and_the_cursor_stays(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("minus")
        assert len(clerk.tree) == 8
        await clerk.press("equals_sign")
        assert len(clerk.tree) == 16
        await clerk.press("home", "left")
        assert clerk.tree == ["▸ All reports            8"]


async def test_the_report_by_date_and_its_neighbours(archive: Path) -> None:
    async with at_work(archive) as clerk:
        seen = [clerk.reading[:12]]
        for _ in range(7):
            await clerk.press("right_curly_bracket")
            seen.append(clerk.reading[:12])
        assert len(set(seen)) == 8
        assert seen[-1].startswith("近日")
        await clerk.press("left_curly_bracket")
        assert clerk.reading[:12] == seen[-2]


async def test_history_goes_back_and_forward(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("1")
        assert "1 of 8 reports · 伊犁" in clerk.headline
        await clerk.press("H")
        assert "all reports" in clerk.headline
        await clerk.press("L")
        assert "1 of 8 reports · 伊犁" in clerk.headline


async def test_a_terminal_too_small_for_two_panes_shows_one(archive: Path) -> None:
    for size in ((60, 20), (40, 12), (20, 5), (200, 50)):
        async with at_work(archive, size=size) as clerk:
            await clerk.press("down", "enter")
            await clerk.press("tab", "z", "z", "question_mark", "escape", "f", "f")
            assert clerk.app.is_running
            assert len(clerk.lines()) == size[1]


async def test_the_indent_is_switched_by_a_key(archive: Path) -> None:
    async with at_work(archive) as clerk:
        assert clerk.sees("││     2月9日")
        await clerk.press("t")
        assert clerk.sees("││ 2月9日")
        await clerk.press("f4")
        assert clerk.sees("││     2月9日")


async def test_the_report_below_is_shown_before_its_file_is_read_again(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = Event()
    async with at_work(archive) as clerk:
        await clerk.press("slash", *"阿克苏", "escape", "down", "up")
        above, below = clerk.browser.regions.entries
        assert clerk.browser.entry == above
        catalog = clerk.browser.desk.catalog
        read = catalog.report
        monkeypatch.setattr(catalog, "report", lambda one: may_read.wait(10) and read(one))
        try:
            await clerk.pilot.press("down")
            await clerk.pilot.pause()
            seen = clerk.browser.reading.report
            assert seen is not None
            assert seen.id == below.id
        finally:
            may_read.set()
        await clerk.settle()


async def test_the_scrollbar_is_seen_only_where_there_is_more(archive: Path) -> None:
    async with at_work(archive, size=(80, 16)) as clerk:
        reading = clerk.browser.reading
        edge = reading.region.right - 2
        assert _thumb(clerk, edge)
        await clerk.pilot.resize_terminal(80, 60)
        await clerk.settle()
        assert not _thumb(clerk, edge)
        await clerk.pilot.resize_terminal(80, 16)
        await clerk.settle()
        await clerk.press("tab", "end")
        assert _thumb(clerk, edge)
        assert reading.vertical_scrollbar.window_virtual_size == reading.virtual_size.height
        assert reading.scroll_offset.y == reading.virtual_size.height - reading.size.height


def _thumb(clerk: Clerk, column: int) -> bool:
    """Whether the scrollbar's thumb is drawn in a column of the screen."""
    region = clerk.browser.reading.region
    strips = clerk.strips()[region.y + 1 : region.bottom - 1]
    styles = {str(strip.crop(column, column + 1)._segments[0].style) for strip in strips}
    return len(styles) > 1


async def test_what_a_report_does_not_have_is_said(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text('{"_default": {"1": {"body": "近日,开会。"}}}', encoding="utf-8")
    async with at_work(path) as clerk:
        await clerk.press("2")
        assert clerk.told == ["This report does not say who held the meeting."]
        await clerk.press("3")
        assert clerk.told[-1] == "This report cites no document."
        await clerk.press("right_curly_bracket")
        assert clerk.told[-1] == "There is no report after this one."
        await clerk.press("left_curly_bracket")
        assert clerk.told[-1] == "There is no report before this one."
        assert str(clerk.browser.asked) == ""
