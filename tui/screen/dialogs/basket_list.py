"""The reports of the basket, a line each: drawn only as far as they are in sight."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import locale
from tui.archive.notebook import Notes
from tui.query.catalog import Entry
from tui.reports.neutral import neutral
from tui.reports.places import usual_name
from tui.screen.bindings import key
from tui.screen.cells import cut, fit, fit_right, shorten, width
from tui.screen.days import short_day
from tui.screen.ink import ink

_DAY = 10
_WIDEST_REGION = 26
_NARROWEST_TITLE = 12


def region_of(entry: Entry) -> str:
    """Prefecture and county by their usual names: 伊犁州 察布查尔县."""
    prefecture = usual_name(entry.prefecture_code, entry.prefecture or entry.heading)
    county = usual_name(entry.county_code, entry.county or "")
    return neutral(f"{prefecture} {county}".strip()) or locale.text("reports.no-region")


def day_of(entry: Entry) -> str:
    """The first day, or the words that stand for it."""
    return short_day(entry.held) or neutral(entry.held.as_written) or "—"


class BasketList(ScrollView, can_focus=True):
    """Reports in the user's order; those that are gone from the archive say so."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "basket-list--number",
        "basket-list--region",
        "basket-list--note",
        "basket-list--gone",
        "basket-list--cursor",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "cursor(1)", "down"),
        key("k,up", "cursor(-1)", "up"),
        key("pagedown", "page(1)", "page-down"),
        key("pageup", "page(-1)", "page-up"),
        key("home", "first", "top-key"),
        key("G,end", "last", "bottom"),
        key("enter", "choose", "open", show=True),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another report, or on none."""

        report_id: str | None

    @dataclass
    class Chosen(Message):
        """A report is to be read."""

        report_id: str

    def __init__(self, *, id: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id)
        self._notes = Notes()
        self._entries: Mapping[str, Entry] = {}
        self._complete = True
        self._cursor = 0
        self._region_width = 0

    def show(self, notes: Notes, entries: Mapping[str, Entry], *, complete: bool = True) -> None:
        """Show the basket of `notes`.

        Of a report that has no entry it is said that it is gone, or where the entries are not
        `complete`, that it is not there yet.
        """
        if entries is not self._entries:
            widths = (width(region_of(entry)) for entry in entries.values())
            self._region_width = min(_WIDEST_REGION, max(widths, default=0))
        self._notes, self._entries, self._complete = notes, entries, complete
        self.go_to(self._cursor)

    def go_to(self, place: int) -> None:
        """Put the cursor on a line, or on the nearest there is."""
        self._cursor = max(0, min(place, len(self._notes.basket) - 1))
        self.virtual_size = Size(self.scrollable_size.width, len(self._notes.basket))
        top, height = self.scroll_offset.y, max(1, self.scrollable_size.height)
        y = min(max(top, self._cursor - height + 1), self._cursor)
        self.scroll_to(y=y, animate=False, force=True)
        self.refresh()
        self.post_message(self.Highlighted(self.report_id))

    @property
    def report_id(self) -> str | None:
        """The report under the cursor."""
        return self._notes.basket[self._cursor] if self._notes.basket else None

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.go_to(self._cursor)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One report."""
        number = self.scroll_offset.y + y
        base = self.rich_style
        if number >= len(self._notes.basket):
            return Strip.blank(self.size.width, base)
        cursor = self.get_component_rich_style("basket-list--cursor")
        strip = Strip(list(self._segments(number, base)))
        if number == self._cursor:
            strip = Strip([Segment(text, cursor) for text, *_ in strip])
        return strip.crop_extend(0, self.size.width, cursor if number == self._cursor else base)

    def _segments(self, number: int, base: Style) -> list[Segment]:
        report_id = self._notes.basket[number]
        digits = len(str(len(self._notes.basket)))
        segments = [self._piece(base, "number", fit_right(str(number + 1), digits) + " ")]
        room = self.scrollable_content_region.width - digits - 1
        entry = self._entries.get(report_id)
        if entry is None:
            key = "screen.basket-gone" if self._complete else "screen.basket-unindexed"
            gone = neutral(locale.text(key, id=report_id))
            return [*segments, self._piece(base, "gone", cut(gone, room))]
        region = min(self._region_width, max(0, room - _DAY - 2 - _NARROWEST_TITLE))
        segments.append(Segment(fit(day_of(entry), _DAY) + " ", base))
        segments.append(self._piece(base, "region", fit(region_of(entry), region) + " "))
        return segments + self._words(entry, room - _DAY - region - 2, base)

    def _words(self, entry: Entry, room: int, base: Style) -> list[Segment]:
        """The title and, in the second half of the room, the note."""
        title = neutral(entry.title or entry.organisation or "")
        note = neutral(self._notes.notes.get(entry.id, ""))
        if not note or room < 2 * _NARROWEST_TITLE:
            # Without room for it, a sign tells that there is one.
            sign = "* " if note else ""
            return [self._piece(base, "note", sign), Segment(fit(title, room - len(sign)), base)]
        shown = shorten(f"* {note}", room // 2)
        return [
            Segment(fit(title, room - width(shown) - 1) + " ", base),
            self._piece(base, "note", shown),
        ]

    def _piece(self, base: Style, name: str, text: str) -> Segment:
        return Segment(text, base + ink(self, f"basket-list--{name}"))

    # What the user does

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a line; a click on the cursor's own reads it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = self.scroll_offset.y + offset.y
        if line >= len(self._notes.basket):
            return
        if line == self._cursor:
            self.action_choose()
        else:
            self.go_to(line)

    def action_cursor(self, step: int) -> None:
        """Go a line up or down."""
        self.go_to(self._cursor + step)

    def action_page(self, step: int) -> None:
        """Go a screen up or down."""
        self.go_to(self._cursor + step * max(1, self.scrollable_size.height - 1))

    def action_first(self) -> None:
        """Go to the first report."""
        self.go_to(0)

    def action_last(self) -> None:
        """Go to the last report."""
        self.go_to(len(self._notes.basket) - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out reading where there is nothing to read."""
        return None if action == "choose" and self.report_id is None else True

    def action_choose(self) -> None:
        """Read the report under the cursor."""
        if self.report_id is not None:
            self.post_message(self.Chosen(self.report_id))
