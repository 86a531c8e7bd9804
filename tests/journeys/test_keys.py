"""Every key of the key table does its action, with an input method on or off."""

from pathlib import Path

import pytest
from textual import events
from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Input, Static

from tests.journeys.clerk import Clerk, at_work
from tui import locale
from tui.screen.keymap import keymap_path
from tui.screen.panes.regions import RegionTree
from tui.screen.reading.pane import ReadingPane

SEARCH = ("slash", "／", "、", "ctrl+f")
FILTER = ("f", "f7")
MARK = ("space", "\u3000", "ctrl+t")
BASKET = ("b", "f8")
EXPORT = ("e", "ctrl+e")
COPY = ("y", "ctrl+y")
IMPORT = ("i", "ctrl+o")
COVERAGE = ("c", "f9")
HELP = ("question_mark", "f1", "？")
PALETTE = ("ctrl+p", "colon", "：")


def dialog(clerk: Clerk) -> str:
    """The name of what stands over the browser."""
    return type(clerk.app.screen).__name__


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (BASKET, "BasketDialog"),
        (EXPORT, "ExportDialog"),
        (IMPORT, "ImportSource"),
        (COVERAGE, "CoverageScreen"),
        (HELP, "Help"),
        (PALETTE, "Palette"),
    ],
)
async def test_keys_open_what_they_should(archive: Path, keys: tuple[str, ...], name: str) -> None:
    async with at_work(archive) as clerk:
        for key in keys:
            await clerk.press(key)
            assert dialog(clerk) == name, key
            await clerk.press("escape")
            assert dialog(clerk) == "BrowserScreen"


async def test_search_filter_marks_and_copy(archive: Path) -> None:
    async with at_work(archive) as clerk:
        browser = clerk.browser
        for key in SEARCH:
            await clerk.press(key)
            assert isinstance(browser.focused, Input), key
            assert browser.search_line.box.value == ""
            await clerk.press("escape")
        for key in FILTER:
            await clerk.press(key)
            assert browser.filtering, key
            await clerk.press(key)
            assert not browser.filtering, key
        for count, key in enumerate(MARK, 1):
            await clerk.press(key, "down")
            assert len(browser.notes.basket) == count, key
        for count, key in enumerate(COPY, 1):
            await clerk.press(key)
            assert len(clerk.told) == count, key
            assert "clipboard" in clerk.told[-1]


async def test_moving_folding_and_panes(archive: Path) -> None:
    async with at_work(archive) as clerk:
        tree, reading = clerk.browser.regions, clerk.browser.reading
        for down, up in (("j", "k"), ("down", "up")):
            line = tree.cursor_line
            await clerk.press(down)
            assert tree.cursor_line == line + 1
            await clerk.press(up)
            assert tree.cursor_line == line
        for top, bottom in ((("g", "g"), "G"), (("home",), "end")):
            await clerk.press(bottom)
            assert tree.cursor_line == 15
            await clerk.press(*top)
            assert tree.cursor_line == 0
        for fold, unfold in (("h", "l"), ("left", "right"), ("minus", "equals_sign")):
            await clerk.press("home", fold)
            assert len(clerk.tree) < 16
            await clerk.press(unfold)
        await clerk.press("equals_sign")
        assert len(clerk.tree) == 16
        for there, back in (("tab", "shift+tab"), ("f6", "shift+f6")):
            assert isinstance(clerk.browser.focused, RegionTree)
            await clerk.press(there)
            assert isinstance(clerk.browser.focused, ReadingPane)
            await clerk.press(back)
        await clerk.press("tab", "pagedown")
        assert reading.scroll_offset.y > 0
        await clerk.press("pageup", "shift+tab", "pagedown", "pageup")
        assert tree.cursor_line == 0


async def test_hits_parts_dates_zoom_and_ways_back(archive: Path) -> None:
    async with at_work(archive, "实施意见") as clerk:
        browser = clerk.browser
        for there, back in (("n", "N"), ("f3", "shift+f3")):
            await clerk.press(there)
            assert clerk.sees("hit 2 of")
            await clerk.press(back)
            assert clerk.sees("hit 1 of")
        for there, back in (
            ("right_square_bracket", "left_square_bracket"),
            ("】", "【"),
        ):
            await clerk.press(there, there)
            below = browser.reading.scroll_offset.y
            assert below > 0, there
            await clerk.press(back)
            assert browser.reading.scroll_offset.y < below, back
            await clerk.press(back, back)
        first = clerk.reading
        await clerk.press("right_curly_bracket")
        assert clerk.reading != first
        await clerk.press("left_curly_bracket")
        assert clerk.reading == first
        await clerk.press("z")
        assert browser.zoomed
        for key in ("escape", "backspace"):
            await clerk.press(key)
        assert not browser.zoomed
        assert not browser.asked.conditions


async def test_ranges_all_clear_and_undo(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("v", "down", "down", "v")
        assert len(clerk.browser.notes.basket) == 2
        await clerk.press("u", "U")
        assert len(clerk.browser.notes.basket) == 2
        await clerk.press("u", "ctrl+a")
        assert len(clerk.browser.notes.basket) == 8
        await clerk.press("u", "shift+down", "shift+down", "space")
        assert len(clerk.browser.notes.basket) >= 2


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_two_keys_quit(archive: Path, key: str) -> None:
    async with at_work(archive) as clerk:
        await clerk.pilot.press(key)
        assert not clerk.app.is_running or clerk.app._exit


async def test_ctrl_c_says_how_to_quit(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space", "ctrl+c")
        assert clerk.told == ["Nothing is lost by leaving: press q to quit."]
        await clerk.press("slash", "ctrl+c", "escape")
        assert clerk.app.is_running
        assert len(clerk.browser.notes.basket) == 1


async def test_letters_typed_in_the_box_are_letters(archive: Path) -> None:
    text = "qefu／、？：【】　/?:[]{}"
    async with at_work(archive) as clerk:
        await clerk.press("slash")
        for character in text:  # as a terminal sends them
            clerk.app.post_message(Key(_character_to_key(character), character))
            await clerk.pilot.pause()
        assert clerk.browser.search_line.box.value == text
        assert dialog(clerk) == "BrowserScreen"


def keys_file(text: str) -> None:
    """Have this key file."""
    keymap_path().parent.mkdir(parents=True, exist_ok=True)
    keymap_path().write_text(text, "utf-8")


async def test_the_users_own_keys_act_everywhere(archive: Path) -> None:
    keys_file('export = "f11"\nby-month = "4"\naccept = "ctrl+g"\ndown = "J,down"\nquit = "Q"')
    async with at_work(archive) as clerk:
        await clerk.press("e")
        assert dialog(clerk) == "BrowserScreen"
        await clerk.press("f11")
        assert dialog(clerk) == "ExportDialog"
        await clerk.press("ctrl+g")
        assert "Written:" in clerk.told[-1]
        await clerk.press("c", "4")
        assert clerk.sees("2023-02")
        await clerk.press("escape", "ctrl+c", "question_mark")
        assert "press Q" in clerk.told[-1]
        assert clerk.app.screen.query_one("#help-left", Static).size.height > 20


async def test_a_broken_key_file_is_said_and_the_built_in_keys_stay(archive: Path) -> None:
    keys_file("export = [b]")
    async with at_work(archive) as clerk:
        assert len(clerk.told) == 1
        assert "keys.toml" in clerk.told[0]
        await clerk.press("e")
        assert dialog(clerk) == "ExportDialog"


async def test_a_clash_is_said_and_the_other_action_keeps_its_key(archive: Path) -> None:
    keys_file('mark = "e"\nzoom = "f11"')
    async with at_work(archive) as clerk:
        assert len(clerk.told) == 1
        assert "gives e to “mark”, but “export” has it" in clerk.told[0]
        await clerk.press("f11")
        assert clerk.browser.zoomed
        await clerk.press("e")
        assert dialog(clerk) == "ExportDialog"


@pytest.mark.parametrize("typed", ["daochu", "dc", "导出", "export", "导c"])
async def test_commands_are_found_by_name_and_pinyin(archive: Path, typed: str) -> None:
    locale.use("zh")
    async with at_work(archive) as clerk:
        await clerk.press("：", *typed)
        await clerk.pilot.pause(0.3)
        await clerk.press("enter")
        await clerk.settle()
        assert dialog(clerk) == "ExportDialog"


async def test_the_palette_speaks_the_interface_s_language(archive: Path) -> None:
    locale.use("zh")
    async with at_work(archive) as clerk:
        await clerk.press("：")
        await clerk.pilot.pause(0.2)
        assert clerk.sees("命令名称或拼音")
        assert clerk.sees("检索")
        await clerk.press(*"zzzz")
        await clerk.pilot.pause(0.8)
        assert clerk.sees("没有这样的命令")
        assert not clerk.sees("No matches")
        await clerk.press("enter")
        assert dialog(clerk) == "BrowserScreen"


@pytest.mark.parametrize("key", ["e", "b", "c", "i", "question_mark", "r", "f"])
async def test_a_dialog_is_left_faster_than_it_is_drawn(archive: Path, key: str) -> None:
    async with at_work(archive) as clerk:
        for _ in range(10):
            for pressed in (key, "escape", "escape"):
                clerk.app.post_message(events.Key(pressed, key if len(pressed) == 1 else None))
            await clerk.settle()
            while len(clerk.app.screen_stack) > 1:
                await clerk.press("escape")
        assert clerk.app.is_running
        assert clerk.reading


async def test_a_range_begins_at_a_report_of_the_tree(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("minus", "down", "v")
        assert "A range begins at a report" in clerk.told[-1]
        assert "range of" not in clerk.headline
        await clerk.press("l", "shift+down", "shift+down")
        assert "range of 1" in clerk.headline
        await clerk.press("v")
        assert "basket 1" in clerk.headline
