"""Searches kept under a name: used, renamed, taken away and brought back."""

from pathlib import Path

from tests.journeys.clerk import Clerk, at_work

SEARCHES = ["▾ Saved searches         2", "› aksu                 2", "› meet                 7"]


async def save_two(clerk: Clerk) -> None:
    """Save two searches and go to the first."""
    for words, name in (("aks", "aksu"), ("会议", "meet")):
        await clerk.press("slash", *["backspace"] * 5, *words, "enter", "s")
        await clerk.press("home", "shift+end", *name, "enter")
    await clerk.press("home", "down")
    assert clerk.tree[:3] == SEARCHES


async def test_a_saved_search_is_asked_again_after_a_restart(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await save_two(clerk)
    async with at_work(archive) as clerk:
        await clerk.press("home", "down", "enter")
        assert "2 of 8 reports · “aks”" in clerk.headline


async def test_a_saved_search_is_taken_away_and_brought_back(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await save_two(clerk)
        assert clerk.sees("x Remove")
        await clerk.press("x")
        assert clerk.tree[:2] == ["▾ Saved searches         1", SEARCHES[2]]
        await clerk.press("delete")
        assert clerk.tree[0].startswith("▾ All reports")
        await clerk.press("U")
        assert clerk.tree[:2] == ["▾ Saved searches         1", SEARCHES[2]]


async def test_a_saved_search_is_renamed_in_its_place(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await save_two(clerk)
        await clerk.press("r", "home", "shift+end", *"meet", "enter")
        assert clerk.sees("There is a saved search")
        assert clerk.tree[:3] == SEARCHES
        await clerk.press("f2", "home", "shift+end", *"south", "enter")
        assert clerk.tree[1].startswith("› south ")
        await clerk.press("U")
        assert clerk.tree[:3] == SEARCHES


async def test_on_a_report_the_same_key_corrects_it(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await save_two(clerk)
        await clerk.press("end", "r")
        assert clerk.sees("Region, date and organisation:")
