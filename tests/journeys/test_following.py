"""The browser takes up what others do to the archive, and keeps the user's place."""

import time
from pathlib import Path

import pytest

from tests.bench.generate import reports, write_archive
from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive
from tui.archive.catalog import index, live


async def look(clerk: Clerk) -> None:
    """Let the browser look at the archive, as it does every other second."""
    clerk.browser.look()
    await clerk.settle()


async def test_an_import_by_somebody_else_is_seen(archive: Path) -> None:
    async with at_work(archive, "会议") as clerk:
        await clerk.press("down")
        entry = clerk.browser.entry
        before = clerk.headline
        await look(clerk)
        assert clerk.headline == before
        Archive.open(archive).add([("new.txt", list(reports(3)))])
        await look(clerk)
        assert "of 11 reports" in clerk.headline
        assert clerk.browser.entry == entry
        Archive.open(archive).undo()
        await look(clerk)
        assert clerk.headline == before


async def test_an_index_is_built_while_one_browses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "SMALL", 1000)
    monkeypatch.setattr(index, "QUICK", 1000)
    write_archive(tmp_path / "large", 200)
    async with at_work(tmp_path / "large") as clerk:
        end = time.monotonic() + 60
        await look(clerk)
        while clerk.browser.headline.progress and time.monotonic() < end:
            await look(clerk)
        assert "200 of 200" in clerk.headline
        assert clerk.reading


async def test_an_archive_that_is_gone_for_a_moment_is_waited_for(archive: Path) -> None:
    async with at_work(archive) as clerk:
        away = archive.rename(archive.with_name("away"))
        await look(clerk)
        assert "8 of 8" in clerk.headline
        away.rename(archive)
        await look(clerk)
        assert "8 of 8" in clerk.headline
