"""While the index of a large archive is being made: what is not all yet says so, and waits."""

from pathlib import Path

import pytest

from tests.bench.generate import write_archive
from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive
from tui.archive.catalog import index, live, place
from tui.archive.notebook import Notebook
from tui.bulletins.reading import read_file


class Held:
    """An index of which nothing is made until it is let go."""

    is_running = True
    done, total = 1, 4

    def __init__(self, path: Path, archive: Path) -> None:
        """Begin to wait."""
        self._path, self._archive = path, archive

    def wait(self) -> bool:
        """Make it."""
        place.bring_up_to_date(self._path, self._archive)
        return True

    def stop(self) -> None:
        """Nothing runs."""


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of 300 reports that counts as a large one."""
    monkeypatch.setattr(live, "SMALL", 1000)
    monkeypatch.setattr(index, "QUICK", 1000)
    monkeypatch.setattr(index, "Build", Held)
    monkeypatch.setattr(Held, "is_running", True)
    write_archive(tmp_path / "large", 300)
    return tmp_path / "large"


async def see(clerk: Clerk, text: str) -> bool:
    """Wait until `text` stands on the screen, ten seconds at most."""
    for _ in range(200):
        if clerk.sees(text):
            return True
        await clerk.pilot.pause(0.05)
    return False


async def test_the_coverage_says_that_it_is_not_all_and_is_counted_again(large: Path) -> None:
    async with at_work(large, size=(100, 30)) as clerk:
        await clerk.press("c")
        assert clerk.sees("Not all yet, the archive is still being indexed")
        Held.is_running = False
        assert await see(clerk, "prefectures reported (100%) · 300 reports")
        await clerk.press("escape")
        assert await see(clerk, "300 of 300 reports")


async def test_an_export_of_all_waits_for_all(large: Path, tmp_path: Path) -> None:
    async with at_work(large, size=(120, 30)) as clerk:
        await clerk.press("e")
        assert clerk.sees("All that match: 0 reports, 0 prefectures · so far;")
        await clerk.press("home", "shift+end", *"out.txt")
        await clerk.pilot.press("enter")
        assert await see(clerk, "export waits, indexing 25%")
        assert not (tmp_path / "out.txt").exists()
        Held.is_running = False
        assert await see(clerk, "Written:")
        assert clerk.sees("300 reports")
    assert len(read_file(tmp_path / "out.txt").reports) == 300


async def test_what_is_marked_is_not_called_gone(large: Path, tmp_path: Path) -> None:
    """Nor can it be cleared, nor is it left out of an export."""
    marked = [report.id for report in Archive.open(large).read()][:3]
    Notebook(large).mark(marked)
    async with at_work(large, size=(120, 30)) as clerk:
        await clerk.press("b")
        assert clerk.sees("3 not indexed yet")
        assert clerk.sees(f"not indexed yet ({marked[0]})")
        await clerk.press("C", "e", "home", "shift+end", *"out.txt")
        await clerk.pilot.press("enter")
        assert await see(clerk, "export waits")
        Held.is_running = False
        assert await see(clerk, "Written:")
        await clerk.press("b")
        assert clerk.sees("3 reports")
    read = read_file(tmp_path / "out.txt").reports
    assert {report.id for report in read} == set(marked)
