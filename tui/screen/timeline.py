"""A line of bars, the reports over time, from which a period is picked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui import locale
from tui.query.catalog import FacetCount
from tui.query.query import Field, Query
from tui.screen.bindings import key
from tui.screen.bins import Bin, Period, gather, merged, period_of
from tui.screen.cells import fit_right

_BARS = " ▁▂▃▄▅▆▇█"
_WIDEST_BAR = 6
_LABEL = 26
"""Cells of ``2023-01..2023-03 · 123,456`` and a blank."""
_NARROWEST_LABELLED = 50


class Timeline(Widget, can_focus=True):
    """The counts per month, or per longer period where months have no room.

    Arrow keys move over the periods, with Shift they take in several, Enter picks them and
    Escape lets go of what is picked; the mouse picks by click or drag.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "timeline--bar",
        "timeline--bar-chosen",
        "timeline--bar-cursor",
        "timeline--label",
    }

    DEFAULT_CSS = """
    Timeline {
        height: 1;
        background: $surface;
        color: $foreground;
        & > .timeline--bar { color: $text-secondary; }
        & > .timeline--bar-chosen { color: $text-warning; background: $warning-muted; }
        & > .timeline--bar-cursor { color: $block-cursor-foreground; background: $primary; }
        & > .timeline--label { color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("h,left", "earlier", "earlier", show=True),
        key("l,right", "later", "later", show=True),
        key("H,shift+left", "extend_earlier", "extend-earlier"),
        key("L,shift+right", "extend_later", "extend-later"),
        key("home", "first", "first-period"),
        key("end", "last", "last-period"),
        key("enter", "choose", "choose-period", show=True),
        key("escape,backspace", "clear", "clear-period", show=True),
    ]

    _cursor = reactive(-1)
    _mark = reactive(-1)

    @dataclass
    class PeriodHighlighted(Message):
        """The cursor moved: what would be picked, and how many reports it has."""

        first: date
        last: date
        count: int

    @dataclass
    class PeriodChosen(Message):
        """A period is picked."""

        first: date
        last: date

    @dataclass
    class PeriodCleared(Message):
        """No period is wanted any more."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id, classes=classes)
        self._months: tuple[FacetCount, ...] = ()
        self._chosen: Period | None = None
        self._bins: tuple[Bin, ...] = ()
        self._bar = 1
        self._dragging = False
        self._asks_for_dates = False
        """Whether the reports shown elsewhere are only some of those counted here."""

    def show(self, months: Sequence[FacetCount], chosen: Period | None = None) -> None:
        """Show these counts, the `chosen` period set off.

        Args:
            months: of ``2023-02`` and others in date order, whatever period the query asks for;
                those without reports may be left out.
            chosen: first and last day of the period the query asks for.
        """
        self._months, before = tuple(months), self._chosen
        self._chosen = chosen
        if (before is None) is not (chosen is None):
            self.refresh_bindings()
        self.set_class(len(self._months) < 2, "-flat")
        self._gather()

    def show_for(self, query: Query, months: Sequence[FacetCount]) -> None:
        """Show the counts with the period that `query` asks for set off."""
        self._asks_for_dates = bool(query.values(Field.DATE))
        self.show(months, period_of(query))

    def _gather(self) -> None:
        """Fit the months to the width; the cursor stays at its period."""
        at = self._bins[self._cursor].first if self._cursor >= 0 else None
        room = self._bars_room
        self._bins = gather(self._months, room)
        self._bar = min(_WIDEST_BAR, max(1, room // len(self._bins))) if self._bins else 1
        self._cursor = self._mark = -1 if at is None else self._bin_of(at)
        if self.has_focus:
            self._begin()
        self.refresh()

    @property
    def _bars_room(self) -> int:
        width = self.size.width
        return width - _LABEL if width >= _NARROWEST_LABELLED else width

    def _bin_of(self, day: date) -> int:
        """The period `day` lies in, or the nearest."""
        for number, found in enumerate(self._bins):
            if day <= found.last:
                return number
        return len(self._bins) - 1

    @property
    def _picked(self) -> tuple[int, int]:
        """First and last of the periods the cursor takes in."""
        return min(self._cursor, self._mark), max(self._cursor, self._mark)

    def render_line(self, y: int) -> Strip:
        """The bars, and at the right what the cursor is on."""
        base = self.rich_style
        width = self.size.width
        if y or not self._bins:
            return Strip.blank(width, base)
        highest = max(found.count for found in self._bins)
        segments = [
            Segment(self._bar_text(found, highest), self._bar_style(number, found))
            for number, found in enumerate(self._bins)
        ]
        bars = Strip(segments).crop_extend(0, self._bars_room, base)
        style = base + self.get_component_rich_style("timeline--label")
        if self._bars_room < width:
            return Strip.join([bars, Strip([Segment(fit_right(self._label(), _LABEL), style)])])
        return self._label_over(bars, style) if self.has_focus else bars

    def _label_over(self, bars: Strip, style: Style) -> Strip:
        """In a narrow pane the label stands over the bars on the side away from the cursor."""
        width = self.size.width
        label = Strip([Segment(f" {self._label()} ", style)])
        if label.cell_length > width // 2 + 4:
            return bars
        if self._cursor * self._bar * 2 < width:
            return Strip.join([bars.crop(0, width - label.cell_length), label])
        return Strip.join([label, bars.crop(label.cell_length, width)])

    def _bar_text(self, found: Bin, highest: int) -> str:
        """A bar as high as its share of the highest; anything but nothing is seen."""
        level = -(-found.count * (len(_BARS) - 1) // highest) if highest else 0
        filled = self._bar - 1 if self._bar > 2 else self._bar
        return (_BARS[level] * filled).ljust(self._bar)

    def _bar_style(self, number: int, found: Bin) -> Style:
        first, last = self._picked
        if self.has_focus and first <= number <= last and first >= 0:
            name = "timeline--bar-cursor"
        elif self._chosen and found.first <= self._chosen[1] and found.last >= self._chosen[0]:
            name = "timeline--bar-chosen"
        else:
            name = "timeline--bar"
        return self.get_component_rich_style(name)

    def _label(self) -> str:
        """The period under the cursor, else the whole, and its count."""
        if self.has_focus and self._cursor >= 0:
            found = self._merged(*self._picked)
        elif self._asks_for_dates:  # or else it would seem to be the number at the top
            return locale.text("timeline.any-date", count=merged(self._bins).count)
        else:
            found = merged(self._bins)
        return f"{found.name} · {found.count:,}"

    def _merged(self, first: int, last: int) -> Bin:
        return merged(self._bins[first : last + 1])

    def on_resize(self) -> None:
        """Fit the months to the new width."""
        self._gather()

    def on_focus(self) -> None:
        """Begin at what is picked, else at the newest."""
        self._begin()
        self.refresh()

    def _begin(self) -> None:
        if self._bins and self._cursor < 0:
            day = self._chosen[1] if self._chosen else self._bins[-1].last
            self._cursor = self._mark = self._bin_of(day)

    def on_blur(self) -> None:
        """The cursor is seen only in focus."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to pick at the bar under the mouse."""
        number = self._bin_at(event.x)
        if number is not None:
            self._move(number)
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Take in the bars the mouse is drawn over."""
        if self._dragging and (number := self._bin_at(event.x)) is not None:
            self._move(number, extend=True)

    def on_mouse_up(self) -> None:
        """Pick."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()
            self.action_choose()

    def _bin_at(self, x: int) -> int | None:
        number = x // self._bar
        return number if 0 <= number < len(self._bins) else None

    def _move(self, number: int, *, extend: bool = False) -> None:
        """Put the cursor on a period; with `extend` the others up to it are taken in."""
        if not self._bins:
            return
        self._cursor = max(0, min(number, len(self._bins) - 1))
        if not extend:
            self._mark = self._cursor
        found = self._merged(*self._picked)
        self.post_message(self.PeriodHighlighted(found.first, found.last, found.count))

    def action_earlier(self) -> None:
        """One period earlier."""
        self._move(self._cursor - 1)

    def action_later(self) -> None:
        """One period later."""
        self._move(self._cursor + 1)

    def action_extend_earlier(self) -> None:
        """Take in one period more, or one less, at the early end."""
        self._move(self._cursor - 1, extend=True)

    def action_extend_later(self) -> None:
        """Take in one period more, or one less, at the late end."""
        self._move(self._cursor + 1, extend=True)

    def action_first(self) -> None:
        """To the earliest period."""
        self._move(0)

    def action_last(self) -> None:
        """To the latest period."""
        self._move(len(self._bins) - 1)

    def action_choose(self) -> None:
        """Pick the periods the cursor takes in."""
        if self._bins and self._cursor >= 0:
            found = self._merged(*self._picked)
            self.post_message(self.PeriodChosen(found.first, found.last))

    def action_clear(self) -> None:
        """Let go of the period picked."""
        self.post_message(self.PeriodCleared())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is picked, Escape is left to the screen."""
        return action != "clear" or self._chosen is not None
