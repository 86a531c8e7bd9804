"""What is chosen once holds the next time too."""

from pathlib import Path

import pytest

from tests.journeys.clerk import at_work
from tui.screen import choices
from tui.screen.choices import choices_path, keep_choice, read_choices

INDENTED, FLUSH = "││     2月9日", "││ 2月9日"


async def test_the_indent_is_kept(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("t")
    async with at_work(archive) as clerk:
        assert clerk.sees(FLUSH)
        await clerk.press("t")
    async with at_work(archive) as clerk:
        assert clerk.sees(INDENTED)


async def test_the_theme_is_kept(archive: Path) -> None:
    async with at_work(archive) as clerk:
        clerk.app.theme = "textual-light"
        await clerk.settle()
        await clerk.press("t")
    async with at_work(archive) as clerk:
        assert clerk.app.theme == "textual-light"
        assert clerk.sees(FLUSH)


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"indent": 3, "theme": "gone"}', "\xff"])
async def test_a_file_that_cannot_be_used_is_no_choice(archive: Path, text: str) -> None:
    choices_path().parent.mkdir(parents=True)
    choices_path().write_bytes(text.encode("latin-1"))
    async with at_work(archive) as clerk:
        assert clerk.sees(INDENTED)
        await clerk.press("t")
        assert read_choices()["indent"] is False
        assert not clerk.told


async def test_a_choice_that_cannot_be_kept_holds_and_is_said(archive: Path) -> None:
    choices_path().parent.parent.mkdir(parents=True)
    choices_path().parent.write_text("a file where the folder should be")
    async with at_work(archive) as clerk:
        for _ in range(2):
            await clerk.press("t")
        await clerk.press("t")
        assert clerk.sees(FLUSH)
        assert [told for told in clerk.told if "choices.json cannot be written" in told]
        with pytest.raises(choices.ChoiceError):
            keep_choice("indent", True)
