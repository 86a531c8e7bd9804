"""Keys that come faster than they are done: none is taken for another screen's."""

from pathlib import Path

from textual import events
from textual.keys import _character_to_key

from tests.journeys.clerk import Clerk, at_work
from tests.journeys.test_basket import fill, in_list
from tui.archive.notebook import Notebook
from tui.bulletins.reading import read_file
from tui.screen.app import NOTICES


async def burst(clerk: Clerk, *keys: str) -> None:
    """Press keys in one breath, as a terminal does that is pasted into."""
    for key in keys:
        character = key if len(key) == 1 else " " if key == "space" else None
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        clerk.app.post_message(events.Key(name, character))
    await clerk.settle()


async def test_the_words_of_a_note_are_no_commands(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await burst(clerk, *"bn", *"xCJequ", "enter")
        assert clerk.sees("Note: xCJequ")
        assert len(in_list(clerk)) == 3
        await burst(clerk, "escape")
        assert len(clerk.app.screen_stack) == 1


async def test_a_name_for_an_export_is_no_command(archive: Path, tmp_path: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await burst(clerk, "e", "home", "shift+end", *"buxv", ".", *"txt", "enter", "j")
        assert len(read_file(tmp_path / "buxv.txt").reports) == 3
        assert "basket 3" in clerk.headline


async def test_what_is_found_is_marked_and_not_what_was_there_before(archive: Path) -> None:
    async with at_work(archive) as clerk:
        wanted = [entry.id for entry in clerk.browser.regions.entries][-2]
        await burst(clerk, "/", *"kuche", "enter", "space", "escape", "q")
        assert not clerk.app.is_running
    assert Notebook(archive).read().basket == (wanted,)


async def test_a_basket_is_ordered_before_it_is_looked_up(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await fill(clerk)
        await burst(clerk, *"bJJ", "escape", "b")
        assert in_list(clerk)[-1] == "2023-02-09 伊犁州"


async def test_keys_behind_enter_are_the_report_s(archive: Path) -> None:
    async with at_work(archive) as clerk:
        shown = clerk.browser.entry
        await burst(clerk, "enter", "j", "j", "j")
        assert clerk.browser.reading.scroll_offset.y == 3
        assert clerk.browser.entry == shown
        await burst(clerk, "tab", "j", "j")
        assert clerk.browser.entry != shown


async def test_a_hundred_keys_are_all_done(archive: Path) -> None:
    async with at_work(archive) as clerk:
        last = [entry.id for entry in clerk.browser.regions.entries][-1]
        await burst(clerk, *["j", "down"] * 50)
        assert clerk.browser.entry is not None
        assert clerk.browser.entry.id == last
        await burst(clerk, *["space"] * 3, *["k"] * 100, *["u", "U"] * 20)
        assert len(clerk.browser.notes.basket) == 1
        assert len(clerk.told) <= NOTICES
