"""Terminals of any size, and sizes that change under the user's hands."""

from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui import locale

STORM = ((1, 1), (200, 50), (20, 5), (60, 20), (3, 40), (40, 12), (130, 3), (59, 16), (80, 24))
DIALOGS = ("e", "i", "b", "c", "r", "colon", "question_mark", "f")


def fits(clerk: Clerk) -> None:
    """The screen is filled to its last cell, and not over it."""
    width, height = clerk.app.size
    strips = clerk.strips()
    assert len(strips) == height
    assert {strip.cell_length for strip in strips} == {width}


async def resize(clerk: Clerk, width: int, height: int) -> None:
    """Give the terminal another size."""
    await clerk.pilot.resize_terminal(width, height)
    await clerk.pilot.pause()
    fits(clerk)


async def test_every_tiny_size(archive: Path) -> None:
    async with at_work(archive) as clerk:
        for height in range(1, 9):
            for width in range(1, 21):
                await resize(clerk, width, height)
            await clerk.press("down", "tab", "j", "z", "z", "tab")
            assert clerk.app.is_running
        await resize(clerk, 80, 24)
        assert clerk.sees("All reports")
        assert clerk.reading


@pytest.mark.parametrize("key", DIALOGS)
async def test_a_storm_of_sizes_over_a_dialog(archive: Path, key: str) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space", key)
        for size in STORM:
            await resize(clerk, *size)
            await clerk.pilot.press("down", "tab")
            fits(clerk)
        await clerk.press(*["escape"] * 3)
        assert len(clerk.app.screen_stack) == 1
        fits(clerk)


@pytest.mark.parametrize("key", ["e", "i", "r", "s"])
async def test_a_dialog_shows_the_line_that_is_typed_in(archive: Path, key: str) -> None:
    locale.use("zh")
    async with at_work(archive, "date:2023", size=(40, 10)) as clerk:
        await clerk.press(key)
        box, line = clerk.app.screen.query_one(".dialog-box"), clerk.app.focused
        assert line is not None
        assert box.content_region.contains_region(line.region)
        for size in ((40, 10), (80, 24), (30, 8)):
            await resize(clerk, *size)
            await clerk.press("end", *"here")
            assert clerk.sees("here")


async def test_a_storm_of_sizes_while_words_are_typed(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash")
        for size, letter in zip(STORM, "kuche 近日 ", strict=True):
            await clerk.pilot.press(letter)
            await resize(clerk, *size)
        await clerk.settle()
        assert clerk.browser.search_line.box.value == "kuche 近日 "
        assert "1 of 8 reports" in clerk.headline
        assert clerk.reading.startswith("近日,库车市")


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (30, 10)])
async def test_small_terminals_show_what_is_needed(archive: Path, size: tuple[int, int]) -> None:
    async with at_work(archive, size=size) as clerk:
        await clerk.press("slash", *"xyz", "enter")
        assert clerk.sees("Nothing matches")
        await clerk.press("backspace", "enter")
        assert clerk.sees("伊犁哈萨克自治州")
        for key, seen in (("e", "Write"), ("i", "Read"), ("question_mark", "Go a line")):
            await clerk.press(key)
            for _ in range(12):
                if not clerk.sees(seen):
                    await clerk.press("tab")
            assert clerk.sees(seen), key
            await clerk.press("escape")


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (40, 12)])
async def test_what_is_said_for_a_moment_is_said_whole(
    archive: Path, size: tuple[int, int]
) -> None:
    (archive / "a.json").write_bytes(b"{")
    async with at_work(archive, size=size) as clerk:
        shown = " ".join(line.rpartition("▌")[2].strip(" │╯─▁▂▃▄▅▆▇") for line in clerk.lines())
        assert shown.replace(" ", "").endswith(
            clerk.told[0].replace(" ", "") + clerk.lines()[-1].replace(" ", "")
        )
