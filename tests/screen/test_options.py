"""Lists whose keys come before they are drawn."""

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.command import CommandList
from textual.widgets.option_list import Option

from tui.screen.options import Options, Palette


class Room(App[None]):
    """A screen with a list."""

    COMMANDS: ClassVar[set[type]] = set()  # type: ignore[assignment]

    def compose(self) -> ComposeResult:
        yield Options()


@pytest.mark.parametrize("turn", ["page_up", "page_down"])
async def test_a_page_is_turned_before_there_are_lines(turn: str) -> None:
    app = Room()
    async with app.run_test() as pilot:
        options = app.query_one(Options)
        options.add_options([Option("伊犁"), Option("塔城")])
        options.highlighted = 0
        options.focus()
        getattr(options, f"action_{turn}")()
        await pilot.pause()
        await pilot.press("pagedown")
        assert options.highlighted == 1


async def test_a_page_of_commands_is_turned_before_there_are_lines() -> None:
    app = Room()
    async with app.run_test() as pilot:
        palette = Palette([])
        await app.push_screen(palette)
        commands = palette.query_one(CommandList)
        commands.add_option(Option("Export"))
        commands.highlighted = 0
        await palette.run_action("command_list('page_up')")
        await pilot.pause()
        assert app.is_running
