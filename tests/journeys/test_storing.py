"""A large import in the browser: how far it is, and keys pressed while it goes on."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from textual.widgets import Input

from tests.bulletins.numbered import write_numbered
from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive
from tui.bulletins.reading import Reading

FILES, EACH = 20, 45


@pytest.fixture
def go_on() -> Event:
    """What the disk waits for in the middle of storing, so that keys come while it does."""
    return Event()


@pytest.fixture
def bulletins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, go_on: Event) -> Path:
    """A folder of bulletins, and a slow disk to store them on."""
    folder = tmp_path / "in"
    write_numbered(folder, FILES, EACH)
    sync = os.fsync
    synced: list[int] = []

    def slow(handle: int) -> None:
        sync(handle)
        time.sleep(0.03)
        if current_thread() is not main_thread():  # what is marked meanwhile is no bulletin
            synced.append(handle)
            if len(synced) == FILES // 2:
                go_on.wait(30)

    monkeypatch.setattr("tui.reports.files.os.fsync", slow)
    return folder


def stored(archive: Path) -> int:
    """How many reports there are."""
    opened = Archive.open(archive)
    assert opened.damaged() == []
    return len(list(opened.read()))


async def store(clerk: Clerk, bulletins: Path) -> None:
    """Import the folder, up to the moment its first reports are stored."""
    seen: list[str] = []
    clerk.browser.watch(clerk.browser.headline, "progress", lambda told: seen.append(told))
    await clerk.press("i")
    clerk.app.screen.query_one("#import-path", Input).value = str(bulletins)
    await clerk.press("enter")
    assert {"reading… Esc stops", "comparing… Esc stops"} <= set(seen)
    assert any(sentence.startswith("reading: ") for sentence in seen)
    assert seen[-1] == ""
    await clerk.pilot.press("ctrl+s")
    await clerk.until(f" of {FILES * EACH}…")


@pytest.mark.parametrize("keys", [("ctrl+c", "ctrl+c"), ("j", "space")])
async def test_keys_pressed_meanwhile_change_nothing_about_it(
    archive: Path, bulletins: Path, go_on: Event, keys: tuple[str, ...]
) -> None:
    async with at_work(archive) as clerk:
        await store(clerk, bulletins)
        await clerk.pilot.press(*keys)
        assert clerk.browser.headline.progress.startswith("storing: ")
        go_on.set()
        await clerk.settle()
        assert clerk.told[-1].startswith(f"{FILES * EACH} reports added, 0 known already.")
        assert not clerk.browser.headline.progress
        assert clerk.browser.headline.total == FILES * EACH + 8
        assert stored(archive) == FILES * EACH + 8
        await clerk.press("U")
        assert clerk.browser.headline.total == 8
    assert stored(archive) == 8


async def test_escape_stops_it_and_leaves_the_archive_as_it_was(
    archive: Path, bulletins: Path, go_on: Event
) -> None:
    before = sorted((path.name, path.read_bytes()) for path in archive.iterdir())
    async with at_work(archive) as clerk:
        await store(clerk, bulletins)
        await clerk.pilot.press("escape")
        go_on.set()
        await clerk.settle()
        assert clerk.told[-1] == "The import was stopped; nothing was stored."
        assert not clerk.browser.headline.progress
        assert clerk.browser.headline.total == 8
        assert sorted((path.name, path.read_bytes()) for path in archive.iterdir()) == before
        await clerk.press("slash", *"淳安", "enter", "escape")
        assert clerk.browser.asked.conditions == ()


async def test_escape_stops_what_is_still_being_read(
    archive: Path, bulletins: Path, go_on: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(path: Path, found: Callable[[int], object]) -> Reading:
        go_on.wait(30)
        found(0)
        raise AssertionError(path)

    monkeypatch.setattr("tui.screen.errands.importing.read_file", slow)
    async with at_work(archive) as clerk:
        await clerk.press("i")
        clerk.app.screen.query_one("#import-path", Input).value = str(bulletins)
        await clerk.pilot.press("enter")
        await clerk.until("reading")
        await clerk.pilot.press("escape")
        await clerk.settle()
        go_on.set()
        assert clerk.told[-1] == "The import was stopped; nothing was stored."
        assert not clerk.browser.headline.progress
    assert stored(archive) == 8


async def test_who_leaves_meanwhile_finds_all_of_it_stored(
    archive: Path, bulletins: Path, go_on: Event
) -> None:
    async with at_work(archive) as clerk:
        await store(clerk, bulletins)
        await clerk.pilot.press("ctrl+q")
        go_on.set()
    end = time.monotonic() + 30
    while len(list(archive.glob("b*.json"))) < FILES and time.monotonic() < end:
        time.sleep(0.02)
    assert stored(archive) == FILES * EACH + 8


async def test_the_preview_shows_paragraphs_and_not_all_that_is_left_out(
    archive: Path, tmp_path: Path
) -> None:
    bulletin = tmp_path / "long.txt"
    report = "杭州市\n3月5日,淳安县妇联召开会议。\n会议要求,抓好落实。\n"
    bulletin.write_text(report + "责任编辑：张三\n" * 5000, encoding="utf-8")
    async with at_work(archive) as clerk:
        await clerk.press("i")
        clerk.app.screen.query_one("#import-path", Input).value = str(bulletin)
        await clerk.press("enter")
        assert clerk.sees("1 report, 1 new; 5,000 lines left out")
        assert clerk.sees("会议要求，抓好落实。") or clerk.sees("会议要求,抓好落实。")
        assert not clerk.sees("␊")
        assert clerk.app.screen.query_one("#import-words").size.height < 1000
