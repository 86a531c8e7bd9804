"""Text outside the reading pane stands in Chinese lines too."""

import pytest
from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult

from tests.screen.reading.test_layout import BULLETIN, CLOSING, OPENING, generated
from tui.screen.reading.layout import BLANKS
from tui.screen.reading.prose import Prose


class Room(App[None]):
    """A screen with nothing but a text."""

    def __init__(self, text: str | Text) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        yield Prose(self.text)

    def lines(self) -> list[str]:
        """What stands on the screen."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


async def test_paragraphs_stand_in_lines() -> None:
    app = Room("哈密市\n\n会议指出,《实施意见》")
    async with app.run_test(size=(12, 7)) as pilot:
        await pilot.pause()
        assert app.lines() == ["哈密市", "", "会议指出,", "《实施意见》", "", "", ""]
        app.query_one(Prose).update("会议指出,《实施意见》")
        await pilot.resize_terminal(20, 7)
        await pilot.pause()
        assert app.lines() == ["会议指出,《实施意", "见》", "", "", "", "", ""]


async def test_styles_stay_where_they_were() -> None:
    text = Text.assemble("会议", ("指出要求", Style(bold=True)), " 强调")
    app = Room(text)
    async with app.run_test(size=(8, 4)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        bold = [
            [part.text for part in strip if part.style and part.style.bold] for strip in strips
        ]
        assert bold == [["指出"], ["要求"], [], []]


@pytest.mark.parametrize("width", [20, 33, 58, 79])
async def test_no_punctuation_is_out_of_place(width: int) -> None:
    text = BULLETIN.read_text("utf-8") + "\n" + generated(1)
    app = Room(text)
    async with app.run_test(size=(width, 800)) as pilot:
        await pilot.pause()
        lines = app.lines()
        assert "".join("".join(lines).split()) == "".join(
            sign for sign in text if sign not in BLANKS and not sign.isspace()
        )
        begins = {line.lstrip()[:1] for line in lines} - {""}
        assert not begins & CLOSING
        assert not {line[-1:] for line in lines} & OPENING
