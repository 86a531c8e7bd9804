"""A long export in the browser: how far it is, and Esc, which leaves nothing behind."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from tests.bench.generate import write_archive
from tests.journeys.clerk import Clerk, at_work
from tui.export import writing
from tui.query.catalog import Catalog
from tui.reports.report import Report
from tui.screen.subject import Subject

REPORTS, WRITTEN = 300, 40


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What every export waits for when it has written some of its reports."""
    event = Event()
    through = writing._counted

    def slow(reports: Iterator[Report], progress: writing.Progress) -> Iterator[Report]:
        for number, report in enumerate(through(reports, progress), 1):
            yield report
            if number == WRITTEN:
                time.sleep(0.15)  # so that there is something to be told
            if number == WRITTEN + 1:
                event.wait(30)

    monkeypatch.setattr(writing, "_counted", slow)
    yield event
    event.set()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An archive of reports enough."""
    write_archive(tmp_path / "large", REPORTS)
    return tmp_path / "large"


async def begin(clerk: Clerk, target: Path) -> None:
    """Export everything, up to the moment some of it is written."""
    await clerk.press("ctrl+a", "e")
    clerk.app.screen.query_one("#export-path", Input).value = str(target)
    await clerk.pilot.press("ctrl+s")
    await clerk.until(f"writing: {WRITTEN} of ")


async def test_escape_stops_an_export_and_leaves_nothing_behind(
    large: Path, tmp_path: Path, go_on: Event
) -> None:
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "all.txt"
    async with at_work(large, "会议") as clerk:
        await begin(clerk, target)
        assert clerk.browser.headline.progress.endswith("Esc stops")
        asked = clerk.browser.asked
        await clerk.pilot.press("escape")
        go_on.set()
        await clerk.settle()
        assert clerk.told[-1] == "The export was stopped; nothing was written."
        assert not clerk.browser.headline.progress
        assert list(target.parent.iterdir()) == []
        assert clerk.browser.asked == asked
        await clerk.press("escape")
        assert clerk.browser.asked != asked


async def test_an_export_that_is_stopped_keeps_the_file_that_was_there(
    large: Path, tmp_path: Path, go_on: Event
) -> None:
    target = tmp_path / "all.csv"
    target.write_text("yesterday's")
    async with at_work(large) as clerk:
        await clerk.press("ctrl+a", "e")
        clerk.app.screen.query_one("#export-path", Input).value = str(target)
        await clerk.press("ctrl+s")
        await clerk.pilot.press("y")  # replace it
        await clerk.until(f"writing: {WRITTEN} of ")
        await clerk.pilot.press("escape")
        go_on.set()
        await clerk.settle()
        assert clerk.told[-1] == "The export was stopped; nothing was written."
    assert target.read_text() == "yesterday's"


async def test_an_export_that_is_let_go_on_is_whole(
    large: Path, tmp_path: Path, go_on: Event
) -> None:
    target = tmp_path / "all.json"
    async with at_work(large) as clerk:
        await begin(clerk, target)
        go_on.set()
        await clerk.settle()
        assert clerk.told[-1].startswith("Written: ")
        assert not clerk.browser.headline.progress
        written = target.read_text(encoding="utf-8").count('"id": ')
        assert WRITTEN < written == clerk.browser.headline.total


async def test_escape_stops_what_is_still_being_counted(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    offers = Subject.offers

    def slow(subject: Subject, catalog: Catalog, *, complete: bool = True) -> object:
        go_on.wait(30)
        return offers(subject, catalog, complete=complete)

    monkeypatch.setattr(Subject, "offers", slow)
    async with at_work(archive) as clerk:
        await clerk.pilot.press("e")
        await clerk.until("counting")
        await clerk.pilot.press("escape")
        await clerk.settle()
        go_on.set()
        assert clerk.told[-1] == "The export was stopped; nothing was written."
        assert len(clerk.app.screen_stack) == 1


async def test_what_began_last_is_told_and_then_what_still_goes_on(
    large: Path, tmp_path: Path, go_on: Event
) -> None:
    async with at_work(large) as clerk:
        await begin(clerk, tmp_path / "all.txt")
        await clerk.pilot.press("v")
        await clerk.until("range")
        await clerk.pilot.press("v")
        await clerk.until(f"writing: {WRITTEN} of ")
        go_on.set()
        await clerk.settle()
        assert not clerk.browser.headline.progress
