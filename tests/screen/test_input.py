"""The input line: where the terminal's cursor stands, and what a paste becomes."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Label

from tui.screen.input import LineInput


class Form(App[None]):
    """A line of input below another that may grow."""

    CSS = "LineInput { border: none; width: 20; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield Label("above")
        yield LineInput(value="察布查尔", select_on_focus=False)


def caret(app: App[None]) -> tuple[int, int]:
    """Where the terminal's cursor is put."""
    return app.cursor_position


async def test_the_cursor_is_at_the_caret_from_the_start() -> None:
    app = Form()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        assert caret(app) == (8, 1)
        await pilot.press("left")
        await pilot.pause()
        assert caret(app) == (6, 1)
        await pilot.press("县", "end")
        await pilot.pause()
        assert caret(app) == (10, 1)


async def test_the_cursor_follows_a_new_layout() -> None:
    app = Form()
    async with app.run_test(size=(40, 6)) as pilot:
        app.query_one(Label).styles.height = 3
        await pilot.pause()
        assert caret(app) == (8, 3)


@pytest.mark.parametrize("text", ["会议指出要求强调" * 30, "report " * 60])
async def test_a_long_paste_leaves_the_caret_in_view(text: str) -> None:
    app = Form()
    async with app.run_test(size=(40, 6)) as pilot:
        line = app.query_one(LineInput)
        line.post_message(events.Paste(text))
        await pilot.pause()
        await pilot.pause()
        assert line.value == "察布查尔" + text
        assert caret(app) == (19, 1)
        assert line.render_line(0).text.rstrip().endswith(text.rstrip()[-3:])
        await pilot.press("home")
        await pilot.pause()
        assert caret(app) == (0, 1)
        assert line.scroll_offset.x == 0


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("伊犁\n塔城\r\n  昌吉\n", "伊犁 塔城 昌吉"),
        ("\n", ""),
        ("", ""),
        ("a\tb\x1b[2J", "a b␛[2J"),
    ],
)
async def test_pasted_lines_are_joined(pasted: str, value: str) -> None:
    app = Form()
    async with app.run_test(size=(40, 6)) as pilot:
        line = app.query_one(LineInput)
        line.value = ""
        line.post_message(events.Paste(pasted))
        await pilot.pause()
        assert line.value == value


async def test_a_paste_replaces_what_is_selected() -> None:
    app = Form()
    async with app.run_test(size=(40, 6)) as pilot:
        line = app.query_one(LineInput)
        line.action_select_all()
        line.post_message(events.Paste("塔城"))
        await pilot.pause()
        assert line.value == "塔城"
