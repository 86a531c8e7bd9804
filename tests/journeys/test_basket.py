"""The basket's own view: order, notes, what is gone, and where it leads."""

import asyncio
import re
from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui import locale
from tui.archive.notebook import Notebook
from tui.screen.dialogs.basket import BasketDialog
from tui.screen.dialogs.basket_list import BasketList

LINE = re.compile(r"│ +\d[\d,]* (\d{4}-\d\d-\d\d \S+|no longer)")


def in_list(clerk: Clerk) -> list[str]:
    """The days and first regions of the list, from the top."""
    return [found[1] for line in clerk.lines() if (found := LINE.search(line))]


async def fill(clerk: Clerk) -> None:
    """Put three reports in the basket."""
    await clerk.press("space", "down", "space", "down", "space")
    assert "basket 3" in clerk.headline


async def test_the_basket_is_put_in_order_and_stays_so(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b")
        assert clerk.sees("3 reports, 3 prefectures, 2023-02-08 to 2023-02-09")
        assert in_list(clerk) == [
            "2023-02-09 伊犁州",
            "2023-02-08 塔城地区",
            "2023-02-08 克拉玛依市",
        ]
        await clerk.press("J", "K", "J", "J", "J")
        assert in_list(clerk) == [
            "2023-02-08 塔城地区",
            "2023-02-08 克拉玛依市",
            "2023-02-09 伊犁州",
        ]
        await clerk.press("escape")
    async with at_work(archive) as clerk:
        await clerk.press("f8")
        assert in_list(clerk)[-1] == "2023-02-09 伊犁州"


async def test_the_last_of_the_marked_can_be_let_go_where_only_they_are_shown(
    archive: Path,
) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space", "slash", *"is:marked", "enter")
        assert "1 of 8 reports" in clerk.headline
        async with asyncio.timeout(60):  # the tree once asked for ever what stood under nothing
            await clerk.press("space")
        assert "0 of 8 reports" in clerk.headline
        assert clerk.tree == ["▾ All reports            0"]
        await clerk.press("U")
        assert "1 of 8 reports" in clerk.headline


async def test_reports_are_taken_out_and_put_back_where_they_stood(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b")
        before = in_list(clerk)
        await clerk.press("j", "x")
        assert clerk.sees("2 reports, 2 prefectures")
        await clerk.press("U")
        assert in_list(clerk) == before
        await clerk.press("delete", "escape")
        assert "basket 2" in clerk.headline
        await clerk.press("U")
        assert "basket 3" in clerk.headline


async def test_a_note_is_written_and_found_again(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b", "n", *"for the chairman", "enter")
        assert clerk.sees("Note: for the chairman")
        await clerk.press("escape", "b")
        assert clerk.sees("* for the chairman")
        await clerk.press("enter")
        assert clerk.sees("Note: for the chairman")
        await clerk.press("b")
        await clerk.press("n", *["backspace"] * 20, "enter")
        assert not clerk.sees("chairman")


async def test_a_report_of_the_basket_is_read_whatever_is_searched(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("slash", *"kuche", "enter")
        assert clerk.reading.startswith("近日,库车市")
        await clerk.press("b", "j", "enter")
        assert clerk.reading.startswith("2月8日,乌苏市关工委")
        assert "8 of 8 reports" in clerk.headline
        assert clerk.browser.reading.has_focus


async def test_the_basket_is_exported_in_its_own_order(archive: Path, tmp_path: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b", "J", "e")
        assert clerk.sees("in the order listed")
        await clerk.press("home", "shift+end", *"out.txt", "enter")
        text = (tmp_path / "out.txt").read_text("utf-8-sig")
        assert text.index("塔城地区") < text.index("伊犁哈萨克自治州")


async def test_its_keys_are_explained(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b", "question_mark")
        assert clerk.sees("Write a note on the report.")
        assert clerk.sees("Move the report down in the basket.")
        await clerk.press("escape", "x")
        assert clerk.sees("2 reports")


async def test_reports_that_are_gone_are_named_and_cleared(archive: Path) -> None:
    Notebook(archive).mark(["0123456789ab", "ba9876543210"])
    async with at_work(archive) as clerk:
        await clerk.press("space", "b")
        assert clerk.sees("1 report, 1 prefecture, 2023-02-09 · 2 no longer in the archive")
        assert clerk.sees("no longer in the archive (0123456789ab)")
        await clerk.press("C")
        assert len(in_list(clerk)) == 1
        await clerk.press("U")
        assert len(in_list(clerk)) == 3


async def test_what_another_browser_marks_meanwhile_comes_in(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space", "b")
        other = clerk.browser.regions.entries[-1].id
        Notebook(archive).mark([other])
        await clerk.press("n", *"first", "enter")
        assert in_list(clerk) == ["2023-02-09 伊犁州", "2023-02-09 喀什地区"]
        assert not clerk.sees("no longer")
        await clerk.press("escape")
        assert "basket 2" in clerk.headline


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (20, 5), (200, 50)])
async def test_an_empty_basket_says_how_to_fill_it_at_any_size(
    archive: Path, size: tuple[int, int]
) -> None:
    locale.use("zh")
    async with at_work(archive, size=size) as clerk:
        await clerk.press("b", "J", "x", "n", "e", "U", "enter", "down", "end")
        assert clerk.app.screen.query_one(BasketList).check_action("choose", ()) is None
        assert clerk.app.is_running
        assert size[0] < 80 or clerk.sees("选文篮是空的")


async def test_ten_thousand_reports_are_as_quick_as_ten(archive: Path) -> None:
    Notebook(archive).mark([f"{number:012x}" for number in range(10_000)])
    async with at_work(archive) as clerk:
        await clerk.press("b", "end", "K", "K", "x", "up")
        assert clerk.sees("9,999 no longer in the archive")
        assert not clerk.sees("(00000000270f)")
        assert clerk.sees("(00000000270e)")


async def test_notes_go_along_where_the_format_has_a_place(archive: Path, tmp_path: Path) -> None:
    async with at_work(archive, size=(100, 40)) as clerk:
        await fill(clerk)
        await clerk.press("e")
        assert not clerk.sees("with notes")
        await clerk.press("escape", "b", "n", *"urgent", "enter", "e")
        assert clerk.sees("[ ] with notes")
        # To the formats, down to Markdown; on to the box.
        await clerk.press("tab", "enter", "down", "enter")
        assert clerk.sees("jianbao-") and clerk.sees(".md")
        while getattr(clerk.app.focused, "id", "") != "export-notes":
            await clerk.press("tab")
        await clerk.press("space")
        assert clerk.sees("[x] with notes")
        while getattr(clerk.app.focused, "id", "") != "export-path":
            await clerk.press("shift+tab")
        await clerk.press("home", "shift+end", *"out.md", "enter")
        assert "> Note: urgent" in (tmp_path / "out.md").read_text("utf-8")


async def test_the_count_above_follows_what_is_done_in_the_basket(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b", "x")
        assert "basket 2" in clerk.headline
        await clerk.press("U")
        assert clerk.browser.headline.basket == 3


async def test_marked_only_goes_back_to_what_was_asked_before(archive: Path) -> None:
    async with at_work(archive, "date:2023-02-09") as clerk:
        await clerk.press("ctrl+a")
        before = clerk.browser.asked
        await clerk.press("B")
        assert str(clerk.browser.asked) == "is:marked"
        await clerk.press("B")
        assert clerk.browser.asked == before


async def test_marks_looked_at_otherwise_are_left_by_leaving_the_condition(archive: Path) -> None:
    async with at_work(archive, "date:2023-02-09 is:marked") as clerk:
        await clerk.press("B")
        assert str(clerk.browser.asked) == "date:2023-02-09"


async def test_who_turns_back_from_an_export_is_at_the_basket_again(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("b", "J", "e", "escape")
        assert isinstance(clerk.app.screen, BasketDialog)
        await clerk.press("e", "enter", "escape")
        assert clerk.told[-1].startswith("Written: ")
        assert len(clerk.app.screen_stack) == 1


async def test_a_notice_that_offers_an_undo_goes_when_it_is_undone(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await clerk.press("u")
        assert "is empty now" in clerk.told[-1]
        await clerk.press("U")
        assert not any("is empty now" in said for said in clerk.told)
        assert "basket 3" in clerk.headline
