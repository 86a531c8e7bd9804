"""A list of options whose keys may come before it is drawn."""

from contextlib import suppress
from typing import Literal

from textual.command import CommandPalette
from textual.widgets import OptionList

UNDRAWN = (KeyError, IndexError)
"""What Textual fails with where a page is turned in a list that has no lines yet."""


class Options(OptionList):
    """Textual's list; a page turned before it is drawn is no page."""

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        with suppress(*UNDRAWN):
            super()._move_page(direction)


class Palette(CommandPalette):
    """Textual's palette, with the same patience for the list of what was found."""

    def _action_command_list(self, action: str) -> None:
        with suppress(*UNDRAWN):
            super()._action_command_list(action)
