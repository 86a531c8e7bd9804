"""Walks at random over the keyboard: whatever is pressed, nothing breaks and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from textual.binding import Binding

from tests.journeys.clerk import Clerk, at_work
from tests.journeys.hostile import hostile_archive
from tests.journeys.test_typing_ahead import burst
from tui.query.catalog import Entry
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.panes.regions import RegionTree
from tui.screen.reading.pane import ReadingPane
from tui.screen.timeline import Timeline

LEAVING = {"q", "ctrl+q"}
TYPED = '阿克苏实施意见近日 hmaks2023-02-08|:"-，。【】《》[/b]'
WORDS = ("date:2023-02", "is:marked", "-库车", "prefecture:65", "order:region", '"')
DIALOG = ("ctrl+s", "f2", "x", "delete", "insert", "shift+home", "ctrl+u", "ctrl+w", "d", "w", "m")
STEPS = 300


def table() -> list[str]:
    """Every key of the browser and its panes, but those that leave it."""
    owners = (RegionTree.BINDINGS, ReadingPane.BINDINGS, Timeline.BINDINGS)
    bindings = [*BROWSER_BINDINGS, *(binding for some in owners for binding in some)]
    keys = {
        key
        for binding in bindings
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }
    return sorted((keys | set(DIALOG)) - LEAVING)


def walk(chance: Random) -> Iterator[tuple[str, ...]]:
    """Keys pressed one after the other, now and then some text."""
    keys = table()
    while True:
        match chance.random():
            case low if low < 0.75:
                yield (chance.choice(keys),)
            case low if low < 0.9:
                yield tuple(chance.choice(TYPED) for _ in range(chance.randint(1, 4)))
            case low if low < 0.95:
                yield ("escape", "slash", *chance.choice(WORDS))
            case _:
                yield ("escape", "escape")


def agrees(clerk: Clerk) -> None:
    """The tree counts what the catalog counts, and the report shown is the one it is on."""
    browser = clerk.browser
    catalog = browser.desk.catalog
    assert browser.branches is not None
    assert browser.branches.query == browser.asked
    assert browser.branches.total == catalog.total(browser.asked)
    assert browser.headline.total == browser.branches.total
    if browser.is_active:  # the basket's own view hands its changes over when it is left
        assert browser.notes == browser.desk.notebook.read()
    chosen = browser.regions.chosen
    if isinstance(chosen, Entry) and browser.way_out is None:
        assert browser.entry == chosen
        assert browser.reading.report is not None
        assert browser.entry.id == browser.reading.report.id


@pytest.mark.parametrize(("size", "seed"), [((80, 24), 1), ((40, 12), 0), ((160, 50), 1)])
async def test_a_walk_breaks_nothing(
    archive: Path, tmp_path: Path, size: tuple[int, int], seed: int
) -> None:
    chance = Random(f"{seed} {size}")
    if seed % 2:
        archive = hostile_archive(tmp_path / "hostile.json", 500)
    async with at_work(archive, size=size) as clerk:
        steps = walk(chance)
        pressed: list[str] = []
        for _ in range(STEPS // 15):
            for _ in range(15):
                keys = next(steps)
                pressed += keys
                await clerk.pilot.press(*keys)
            await clerk.settle()
            assert clerk.app.is_running, pressed
            agrees(clerk)
        await clerk.press(*["escape"] * 4)
        assert len(clerk.app.screen_stack) == 1


OUTSIDE = {"o", "E"}
"""Keys that wait for another program."""


@pytest.mark.parametrize(("size", "seed"), [((80, 24), 12), ((60, 20), 13)])
async def test_a_walk_in_bursts_breaks_nothing(
    archive: Path, size: tuple[int, int], seed: int
) -> None:
    steps = walk(Random(seed))
    async with at_work(archive, size=size) as clerk:
        for _ in range(8):
            pressed = [key for _ in range(15) for key in next(steps) if key not in OUTSIDE]
            await burst(clerk, *pressed)
            assert clerk.app.is_running, pressed
            agrees(clerk)
