"""Leaving while something is being written."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.journeys.clerk import at_work


@pytest.fixture
def released(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Exports write nothing before this is set, as it is at the end."""
    release = Event()

    def wait(*_: object, **__: object) -> None:
        release.wait(10)

    monkeypatch.setattr("tui.screen.errands.exporting.write_file", wait)
    yield release
    release.set()


async def test_who_leaves_during_an_export_is_told_that_it_was_not_finished(
    archive: Path, released: Event, capfd: pytest.CaptureFixture[str]
) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("e")
        await clerk.pilot.press("home", "shift+end", *"out.txt", "enter")
        await clerk.pilot.pause(0.1)
        await clerk.pilot.press("q")
    released.set()
    said = " ".join(capfd.readouterr().err.split())
    assert said == "The export was not finished when Jianbao was left: out.txt was not written."


async def test_who_leaves_after_an_export_is_told_nothing(
    archive: Path, released: Event, capfd: pytest.CaptureFixture[str]
) -> None:
    released.set()
    async with at_work(archive) as clerk:
        await clerk.press("e")
        await clerk.press("home", "shift+end", *"out.txt", "enter")
        await clerk.pilot.press("q")
    assert capfd.readouterr().err == ""
