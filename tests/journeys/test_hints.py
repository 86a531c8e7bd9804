"""The bottom line: the keys that matter where the keyboard is."""

from pathlib import Path

from tests.bench.generate import reports
from tests.journeys.clerk import at_work
from tui.archive.archive import Archive


async def test_the_keys_of_the_pane_with_the_keyboard_come_first(archive: Path) -> None:
    Archive.open(archive).add([("more", list(reports(50, 1)))])
    async with at_work(archive, size=(100, 40)) as clerk:
        assert clerk.lines()[-1].startswith(" / Search  f Filter")
        timeline = clerk.browser.extras.timeline
        assert timeline is not None
        assert timeline.display
        timeline.focus()
        await clerk.settle()
        line = clerk.lines()[-1]
        assert line.startswith(" ← Earlier  → Later  Enter This period only  / Search")
        await clerk.press("enter")
        assert "Esc All periods" in clerk.lines()[-1]
        clerk.browser.reading.focus()
        await clerk.settle()
        assert clerk.lines()[-1].startswith(" d Next document  Enter Who cites it  / Search")


async def test_help_is_always_among_them(archive: Path) -> None:
    async with at_work(archive, size=(200, 50)) as clerk:
        for width in (200, 90, 60, 40, 20):
            await clerk.pilot.resize_terminal(width, 20)
            clerk.browser.reading.focus()
            await clerk.settle()
            assert "? Help" in clerk.lines()[-1], width
