"""The filter panel: what the reports can be narrowed by, each value with its live count.

Every tick edits the query, nothing else; the panel draws what the query says. OR inside a
section, AND across sections.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui import locale
from tui.query.catalog import Facet, FacetCount
from tui.query.query import Field, Flag, Flagged, Query
from tui.reports.neutral import neutral
from tui.reports.places import places
from tui.screen.bindings import key
from tui.screen.cells import ends
from tui.screen.ink import ink
from tui.screen.input import LineInput
from tui.screen.options import Options

SECTIONS = (
    (Facet.PREFECTURE, Field.PREFECTURE, "screen.facet.prefecture"),
    (Facet.COUNTY, Field.COUNTY, "screen.facet.county"),
    (Facet.MONTH, Field.DATE, "screen.facet.month"),
    (Facet.ORGANISATION, Field.ORG, "screen.facet.organisation"),
    (Facet.DOCUMENT, Field.DOC, "screen.facet.document"),
)
"""The sections, with the field of the query each one edits and its heading."""

PRESETS = (
    ("today", "今天"),
    ("this-week", "本周"),
    ("last-week", "上周"),
    ("this-month", "本月"),
    ("last-month", "上月"),
    ("last-7-days", "近7天"),
    ("last-30-days", "近30天"),
    ("this-year", "今年"),
)
"""Words of the query language for a period, in English and Chinese."""

SHOWN = 40
"""Values of a section shown; the search box takes the rest."""

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a line of the panel stands for."""

    field: Field | None
    """None: the flag ``is:undated``."""
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """A value with its name and count; a period has none."""

    choice: Choice
    label: str
    count: int | None = None


class FilterPanel(Vertical):
    """Dates from and to above, sections of values below."""

    DEFAULT_CSS = """
    #filter-dates { height: 1; margin: 0 0 0 1; }
    #filter-dates Label { width: auto; padding: 0 1 0 0; color: $text-muted; }
    #filter-dates Input { width: 1fr; margin: 0 1 0 0; }
    FilterList {
        height: 1fr; border: none; background: $background; padding: 0;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    FilterList:focus { border: none; background-tint: $background 0%; }
    FilterPanel > .filter-panel--heading { color: $text-accent; text-style: bold; }
    FilterPanel > .filter-panel--empty { color: $text-disabled; }
    FilterPanel > .filter-panel--chosen { text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "close", "close")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "filter-panel--heading",
        "filter-panel--empty",
        "filter-panel--chosen",
    }

    query_shown: var[Query] = var(Query())
    """The query whose ticks are drawn."""

    @dataclass
    class QueryEdited(Message):
        """The user ticked, cleared or typed a condition."""

        query: Query

    @dataclass
    class Closed(Message):
        """The user is done with the panel."""

    @dataclass
    class DateRefused(Message):
        """What was typed as a date is none."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        """An empty panel; `show` fills it."""
        super().__init__(id=id)
        self._facets: Mapping[Facet, Sequence[FacetCount]] = {}
        self._choices: list[Choice | None] = []

    def compose(self) -> ComposeResult:
        """Two date boxes and the list."""
        with Horizontal(id="filter-dates"):
            yield Label(locale.text("screen.date-from"), markup=False)
            yield LineInput(placeholder="2023-02-01", id="date-from", compact=True)
            yield Label(locale.text("screen.date-to"), markup=False)
            yield LineInput(placeholder="2023-02-28", id="date-to", compact=True)
        yield FilterList(id="filter-list", markup=False)

    def show(self, query: Query, facets: Mapping[Facet, Sequence[FacetCount]], total: int) -> None:
        """Draw the ticks of `query` and the counts of `facets`."""
        self.query_shown = query
        self._facets = facets
        self.border_title = locale.text("screen.filter-title", count=total)
        self._show_dates(query)
        self._rebuild()

    @property
    def is_empty(self) -> bool:
        """Whether it has no counts yet."""
        return not self._facets

    @property
    def values_list(self) -> "FilterList":
        """The list of values."""
        return self.query_one("#filter-list", FilterList)

    def _show_dates(self, query: Query) -> None:
        values = query.values(Field.DATE)
        first, _, last = values[0].partition("..") if len(values) == 1 else ("", "", "")
        if len(values) == 1 and ".." not in values[0]:
            last = ""
        for name, text in (("#date-from", first), ("#date-to", last)):
            box = self.query_one(name, Input)
            if not box.has_focus and (".." in values[0] if values else True):
                with box.prevent(Input.Changed):
                    box.value = text

    def _rebuild(self) -> None:
        options: list[Option] = []
        self._choices = []
        width = max(8, self.values_list.scrollable_content_region.width - 4)
        for heading, lines in self._sections():
            options.append(Option(self._heading(locale.text(heading)), disabled=True))
            self._choices.append(None)
            for line in lines:
                options.append(Option(self._line(line, width)))
                self._choices.append(line.choice)
        panel = self.values_list
        highlighted = panel.highlighted
        panel.set_options(options)
        if options:
            wanted = 1 if highlighted is None else highlighted
            panel.highlighted = min(wanted, len(options) - 1)

    def _sections(self) -> list[tuple[str, list[Line]]]:
        sections: list[tuple[str, list[Line]]] = []
        for facet, field, heading in SECTIONS:
            counts = {one.value: one.count for one in self._facets.get(facet, ())}
            values = list(dict.fromkeys([*list(counts)[:SHOWN], *self._ticked(field, counts)]))
            if facet is Facet.MONTH:
                sections.append(("screen.facet.date", self._periods()))
            if values:
                lines = [
                    Line(Choice(field, value), value, counts.get(value, 0)) for value in values
                ]
                sections.append((heading, lines))
        return sections

    def _periods(self) -> list[Line]:
        column = 1 if locale.language() == "zh" else 0
        lines: list[Line] = [
            Line(Choice(Field.DATE, preset[column]), locale.text(f"screen.period.{preset[0]}"))
            for preset in PRESETS
        ]
        lines.append(Line(Choice(None, UNDATED), locale.text("screen.undated-only")))
        return lines

    def _ticked(self, field: Field, known: Mapping[str, int]) -> list[str]:
        """Values of the query that the section does not list by itself."""
        if field is Field.DATE:
            return []
        return [
            value
            for value in self.query_shown.values(field)
            if not any(_same(value, one) for one in known)
        ]

    def _is_ticked(self, choice: Choice) -> bool:
        if choice.field is None:
            return Flagged(Flag.UNDATED) in self.query_shown.conditions
        return any(_same(value, choice.value) for value in self.query_shown.values(choice.field))

    def _heading(self, text: str) -> Text:
        return Text(text, style=self.get_component_rich_style("filter-panel--heading"))

    def _line(self, line: Line, width: int) -> Text:
        ticked = self._is_ticked(line.choice)
        count = line.count
        right = "" if count is None else f"{count:,}"
        shown = ends(neutral(line.label), right, width)
        text = Text(("[x] " if ticked else "[ ] ") + shown, no_wrap=True)
        if ticked:
            text.stylize(ink(self, "filter-panel--chosen"))
        elif count == 0:
            text.stylize(ink(self, "filter-panel--empty"))
        return text

    @on(OptionList.OptionSelected)
    def _toggle(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        choice = self._choices[event.option_index]
        if choice is None:
            return
        query = self.query_shown
        if choice.field is None:
            edited = query.with_flag(Flag.UNDATED, not self._is_ticked(choice))
        else:
            values = query.values(choice.field)
            kept = tuple(value for value in values if not _same(value, choice.value))
            if len(kept) == len(values):
                kept = self._added(choice, values)
            edited = query.with_values(choice.field, kept)
        self.post_message(self.QueryEdited(edited))

    def _added(self, choice: Choice, values: tuple[str, ...]) -> tuple[str, ...]:
        """Months add up; a period such as this week stands alone."""
        months = choice.field is Field.DATE and choice.value[:1].isdigit()
        if choice.field is Field.DATE and not months:
            return (choice.value,)
        if months:
            values = tuple(value for value in values if len(value) == 7 and value[:4].isdigit())
        return (*values, choice.value)

    @on(Input.Submitted)
    def _date_typed(self, event: Input.Submitted) -> None:
        event.stop()
        first = self.query_one("#date-from", Input).value.strip()
        last = self.query_one("#date-to", Input).value.strip()
        value = (f"{first}..{last}",) if first or last else ()
        edited = self.query_shown.with_values(Field.DATE, value)
        self.post_message(self.QueryEdited(edited))

    def action_close(self) -> None:
        """Close the panel; the filter stays."""
        self.post_message(self.Closed())


class FilterList(Options):
    """The values; the same keys as in the tree."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "cursor_down", "down"),
        key("k,up", "cursor_up", "up"),
        key("space,ideographic_space,enter", "select", "tick", show=True),
    ]


def _same(written: str, name: str) -> bool:
    """Whether what stands in the query means the value called `name`."""
    if written == name:
        return True
    return any(place.name == name for place in places().named(written))
