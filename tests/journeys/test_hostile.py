"""Text that tries to act is shown, never obeyed, wherever it comes to be shown."""

from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk, at_work
from tests.journeys.hostile import HOSTILE, hostile_archive
from tui.query.query import Field, Query
from tui.reports.neutral import neutral

EVERYWHERE = (
    ("f", "pagedown", "pagedown", "escape"),
    ("question_mark", "end", "escape"),
    ("e", "tab", "tab", "tab", "escape"),
    ("b", "down", "n", "escape", "enter"),
    ("B", "B"),
    ("p", "tab", "s", "escape"),
    ("r", "escape"),
    ("c", "down", "m", "r", "escape"),
    ("1", "backspace", "backspace"),
    ("2", "backspace"),
    ("3", "backspace"),
    ("colon", "E", "x", "escape"),
    ("y",),
    ("tab", "d", "enter", "H"),
    ("z", "z"),
)
"""Keys that bring the text to every place where it is shown."""


def is_harmless(clerk: Clerk) -> None:
    """Nothing on the screen steers a terminal, and every line is as wide as it."""
    for line in clerk.strips():
        assert neutral(line.text) == line.text
        assert line.cell_length == clerk.app.size.width


@pytest.mark.parametrize("size", [(80, 24), (180, 50), (60, 20), (40, 12)])
async def test_hostile_text_is_walked_through(tmp_path: Path, size: tuple[int, int]) -> None:
    longest = 100_000 if size == (80, 24) else 2_000
    archive = hostile_archive(tmp_path / "hostile.json", longest)
    async with at_work(archive, size=size) as clerk:
        is_harmless(clerk)
        await clerk.press("equals_sign", "home")
        for _ in range(len(HOSTILE) * 2 + 10):
            await clerk.press("down")
            is_harmless(clerk)
        for keys in EVERYWHERE:
            for key in keys:
                await clerk.press(key)
                is_harmless(clerk)
            assert clerk.app.is_running, keys
        await clerk.press("q")
    assert clerk.app.return_code == 0


async def test_hostile_text_is_asked_for(tmp_path: Path) -> None:
    archive = hostile_archive(tmp_path / "hostile.json", 2_000)
    async with at_work(archive) as clerk:
        for text in HOSTILE.values():
            clerk.browser.ask(Query().with_values(Field.DOC, (text[:2_000],)))
            await clerk.settle()
            is_harmless(clerk)
            assert clerk.browser.headline.total == 1
            for key in ("s", "escape", "c", "escape", "slash", "escape"):
                await clerk.press(key)
                is_harmless(clerk)
            clerk.browser.search_line.box.value = f"colour:{text}"
            await clerk.settle()
            is_harmless(clerk)


async def test_no_markup_acts(tmp_path: Path) -> None:
    archive = hostile_archive(tmp_path / "hostile.json", 2_000)
    async with at_work(archive, size=(180, 50)) as clerk:
        for text in ("closing", "bold", "click"):
            clerk.browser.ask(Query().with_values(Field.DOC, (HOSTILE[text],)))
            await clerk.settle()
            shown = [line for line in clerk.lines() if HOSTILE[text] in line]
            assert len(shown) > 5


async def test_a_hostile_bulletin_is_looked_at_and_stored(archive: Path, tmp_path: Path) -> None:
    texts = [text[:2_000] for text in HOSTILE.values()]
    lines = [f"2月{day}日,{text}召开会议,学习{text}。" for day, text in enumerate(texts, 1)]
    content = "\n".join(["哈密市", *lines]).encode("utf-8", "replace")
    (tmp_path / "[b]x [@click=app.quit].txt").write_bytes(content)
    async with at_work(archive, size=(120, 40)) as clerk:
        await clerk.press("i", *"[b]x [@click=app.quit].txt", "enter")
        is_harmless(clerk)
        for _ in lines:
            await clerk.press("down")
            is_harmless(clerk)
        await clerk.press("e", "escape", "x", "x", "ctrl+s")
        is_harmless(clerk)
        assert clerk.browser.headline.total is not None
        assert clerk.browser.headline.total > 8
