"""Every key, from the bindings themselves, by place, and found by typing."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from tui import locale
from tui.screen.bindings import key
from tui.screen.cells import fit, width
from tui.screen.dialogs.dialog import Dialog
from tui.screen.input import LineInput
from tui.screen.manual import Chapter, Line
from tui.screen.reading.prose import set_text

NARROW = 60
"""Cells below which there is no room for names beside the sentences."""
TWO_COLUMNS = 130
"""Cells from which on there are two columns."""
_GAP = 2
_KEYS = 18
_NAMES = 20
"""Cells that keys and names take at most before they push what follows to the right."""


class Filter(LineInput):
    """Takes whatever is typed, but for the keys that close the help while it is empty."""

    CLOSING = frozenset({"q", "question_mark", "fullwidth_question_mark"})

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """As `Input`, but for those keys."""
        if not self.value and key in self.CLOSING:
            return False
        return super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Leave those keys to the dialog."""
        if not self.value and event.key in self.CLOSING:
            event.prevent_default()
            return
        super().on_key(event)


class Help(Dialog[None]):
    """The keys that are in force, the user's own included."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("q,question_mark,fullwidth_question_mark,f1", "turn_back", "close"),
        key("down", "scroll(1)", "down"),
        key("up", "scroll(-1)", "up"),
        key("pagedown", "page(1)", "page-down"),
        key("pageup", "page(-1)", "page-up"),
    ]

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        """Show these `chapters`, the first of them first."""
        super().__init__()
        self._chapters = chapters

    def compose(self) -> ComposeResult:
        """A line to type in, and the keys below it."""
        with VerticalScroll(classes="dialog-box", id="help"):
            yield Filter(placeholder=locale.text("screen.help-filter"), id="help-filter")
            with VerticalScroll(id="help-keys", can_focus=False), Horizontal(id="help-columns"):
                yield Static(id="help-left")
                yield Static(id="help-right")

    def on_mount(self) -> None:
        """Name the box."""
        self.query_one("#help").border_title = locale.text("screen.key.help")
        self.query_one("#help-filter").focus()

    def on_resize(self) -> None:
        """Set the keys for the new width."""
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def find(self) -> None:
        """Show what is named."""
        self._show()
        self.query_one("#help-keys").scroll_home(animate=False)

    def action_turn_back(self) -> None:
        """First let go of what is typed, then close."""
        typed = self.query_one(Filter)
        if typed.value:
            typed.value = ""
        else:
            super().action_turn_back()

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one("#help-keys").scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """Scroll by a screen."""
        keys = self.query_one("#help-keys")
        keys.scroll_relative(y=step * max(keys.size.height - 1, 1), animate=False)

    def _show(self) -> None:
        typed = self.query_one(Filter).value
        found = [one for chapter in self._chapters if (one := chapter.naming(typed))]
        room = self.query_one("#help-keys").scrollable_content_region.width
        columns = 2 if room >= TWO_COLUMNS and len(found) > 1 else 1
        left, right = self.query_one("#help-left", Static), self.query_one("#help-right", Static)
        right.display = columns == 2
        cells = room // columns - (_GAP if columns == 2 else 0)
        blocks = _blocks(found, cells)
        if not typed:
            blocks.append(_language(cells))
        first = _halves([len(block) for block in blocks]) if columns == 2 else len(blocks)
        nothing = [[Text(locale.text("screen.help-nothing"), style="italic")]]
        left.update(_joined(blocks[:first] or nothing))
        right.update(_joined(blocks[first:]))


def _halves(heights: Sequence[int]) -> int:
    """How many blocks stand in the first of two columns so that the higher one is lowest."""
    return min(
        range(1, len(heights) + 1),
        key=lambda first: max(sum(heights[:first]), sum(heights[first:])),
    )


def _joined(blocks: Sequence[Sequence[Text]]) -> Text:
    """Blocks below each other, a blank line between."""
    lines: list[Text] = []
    for block in blocks:
        lines += [Text(), *block] if lines else block
    return Text("\n", no_wrap=True).join(lines)


def _language(cells: int) -> list[Text]:
    """What may be typed in the search box."""
    heading = Text(locale.text("screen.help-language-title"), style="bold underline")
    return [heading, *set_text(Text(locale.text("screen.help-language")), cells)]


def _blocks(chapters: Sequence[Chapter], cells: int) -> list[list[Text]]:
    """The heading and the lines of each chapter, none wider than `cells`."""
    lines = [line for chapter in chapters for line in chapter.lines]
    keys = min(_KEYS, cells // 3, max((width(line.keys) for line in lines), default=0))
    names = min(_NAMES, max((width(line.name) for line in lines), default=0))
    return [
        [
            Text(chapter.title, style="bold underline"),
            *(text for line in chapter.lines for text in _set(line, keys, names, cells)),
        ]
        for chapter in chapters
    ]


def _set(line: Line, keys: int, names: int, cells: int) -> list[Text]:
    """Keys, name and sentence beside each other; where it is narrow the sentence says it all."""
    head = Text(fit(line.keys, max(keys, width(line.keys))), style="bold")
    indent = keys + _GAP
    tip = Text(line.tip, style="dim")
    if cells < NARROW:
        tip.stylize("not dim")
    else:
        head.append(" " * _GAP).append(fit(line.name, max(names, width(line.name))), "not bold")
        indent += names + _GAP
    tips = set_text(tip, max(cells - indent, 2))
    lines = [head]
    if width(head.plain) + _GAP == indent:
        lines = [head.append(" " * _GAP).append_text(tips[0])]
        tips = tips[1:]
    lines += [Text(" " * indent).append_text(tip) for tip in tips]
    if not line.is_enabled:
        for one in lines:
            one.stylize("dim")
    return lines
