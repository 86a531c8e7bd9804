"""The reading pane: one report, set in Chinese lines, with its hits, parts and documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.query.hits import hits
from tui.query.query import Query
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.bindings import key
from tui.screen.cells import shorten
from tui.screen.reading.blocks import message_blocks, report_blocks
from tui.screen.reading.citing import CitingView, Direction
from tui.screen.reading.marks import Mark, find_documents, find_hits
from tui.screen.reading.paint import Look, paint

_TITLE_FRAME = 6
"""Cells of the top border that are corners and blanks round the title."""


class ReadingPane(CitingView, can_focus=True):
    """Shows a report, or a message where there is none.

    The text is drawn line by line from places in the stored paragraphs, so that what is selected
    with the mouse is copied as it was written, without the pane's line ends and indents.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading-pane--region",
        "reading-pane--date",
        "reading-pane--note",
        "reading-pane--heading",
        "reading-pane--document",
        "reading-pane--document-current",
        "reading-pane--hit",
        "reading-pane--hit-current",
        "reading-pane--flag",
        "reading-pane--source",
        "reading-pane--message",
    }

    DEFAULT_CSS = """
    ReadingPane {
        height: 1fr;
        padding: 0 0 0 1;
        border: round $border-blurred;
        border-title-color: $foreground;
        border-title-style: bold;
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        &:focus { border: round $border; }
        & > .reading-pane--region { color: $text-accent; }
        & > .reading-pane--date { color: $text-muted; }
        & > .reading-pane--note { color: $text-warning; }
        & > .reading-pane--heading { color: $text-primary; text-style: bold; }
        & > .reading-pane--document { color: $text-secondary; text-style: underline; }
        & > .reading-pane--document-current {
            background: $secondary-muted;
            color: $text-secondary;
            text-style: bold underline;
        }
        & > .reading-pane--hit { background: $warning-muted; color: $foreground; }
        & > .reading-pane--hit-current {
            background: $warning;
            color: auto;
            text-style: bold;
        }
        & > .reading-pane--flag { color: $text-warning; }
        & > .reading-pane--source { color: $text-muted; }
        & > .reading-pane--message { color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "scroll_down", "down"),
        key("k,up", "scroll_up", "up"),
        key("pagedown", "page_down", "page-down"),
        key("pageup", "page_up", "page-up"),
        key("home", "scroll_home", "top-key"),
        key("G,end", "scroll_end", "bottom"),
        key("d,right_double_angle_bracket", "next_document", "next-document", show=True),
        key("D,left_double_angle_bracket", "previous_document", "previous-document"),
        key("enter", "choose_document", "choose-document", show=True),
    ]
    """Hits and parts have keys of the whole browser."""

    notes: var[Mapping[str, str]] = var(dict)
    """The user's note on a report, by its id; shown at its top."""

    @dataclass
    class HitChanged(Message):
        """The current hit is another, or there are others."""

        current: int
        """Number of the current hit, from 1; 0 where there is none."""
        total: int

    @dataclass
    class EdgeReached(Message):
        """There is no further hit in this report: the next report's turn."""

        direction: Direction

    def __init__(
        self, *, indented: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(indented=indented, id=id, classes=classes)
        self._report: Report | None = None
        self._query = Query()
        self._position = ""
        self._hits: list[Mark] = []
        self._hit = -1
        self._look: Look | None = None

    # What is shown

    def show(self, report: Report | None, query: Query, position: str = "") -> None:
        """Show `report` with the hits of `query`, from its top or its first hit.

        The same report shown again keeps its place, unless the query's hits move it.

        Args:
            report: what to read, or none to show nothing.
            query: whose words are highlighted.
            position: such as "1/8"; stands at the right of the second line.
        """
        if report is None:
            self.show_message("")
            return
        same = self._report is not None and self._report.id == report.id
        kept = same and query == self._query
        blocks = report_blocks(report, position, self.notes.get(report.id, ""))
        self._position = position
        if kept and report == self._report and self._renew(blocks):
            return
        self._report, self._query = report, query
        self._blocks = blocks
        self._cite(find_documents(self._blocks, report), keep_cursor=same)
        self._hits = find_hits(self._blocks, query)
        self._hit = min(self._hit if kept else 0, len(self._hits) - 1)
        self._entitle()
        self._set(keep_place=same)
        if not kept:
            self._reach_hit()

    def show_message(self, text: str) -> None:
        """Show `text` instead of a report."""
        self._report, self._query = None, Query()
        self._blocks = message_blocks(text)
        self._hits, self._hit = [], -1
        self._cite([], keep_cursor=False)
        self._entitle()
        self._set(keep_place=False)
        self._reach_hit()

    @property
    def report(self) -> Report | None:
        """The report shown."""
        return self._report

    @property
    def hit_count(self) -> int:
        """How many hits the report has."""
        return len(self._hits)

    def show_last_hit(self) -> None:
        """Go to the last hit: where one arrives from the report after."""
        if self._hits:
            self._hit = len(self._hits) - 1
            self._reach_hit()

    def _entitle(self) -> None:
        if self._report is None:
            self.border_title = None
            return
        room = self.outer_size.width - _TITLE_FRAME
        title = Text(shorten(neutral(self._report.title), room))
        if self.is_attached:
            style = self._style("hit")
            for start, end in hits(self._query, title.plain, by_pinyin=True):
                title.stylize(style, start, end)
        self.border_title = title

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The line at `y` of the pane, with the places a mouse selection needs."""
        number = self.scroll_offset.y + y
        self._page.lay(number + 1)
        width = self.size.width
        if number >= len(self._page.rows):
            return Strip.blank(width, self.rich_style).apply_offsets(0, number)
        look = self._current_look()
        row = self._page.rows[number]
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        segments = paint(
            row,
            self._page,
            look,
            hits=self._hits,
            hit=self._hit,
            documents=self._documents,
            document=self._document,
            selected=span,
        )
        strip = Strip(segments).apply_offsets(0, number)
        return strip.crop_extend(0, width, look.base)

    def _current_look(self) -> Look:
        if self._look is None:
            selection = self.screen.get_component_rich_style("screen--selection")
            self._look = Look.of(self.rich_style, self._style, selection)
        return self._look

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"reading-pane--{name}")

    def notify_style_update(self) -> None:
        """Look the styles up again: the theme or the focus has changed."""
        super().notify_style_update()
        self._look = None
        self.call_after_refresh(self._entitle)

    # What happens to the pane

    def watch_notes(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Show the note as it is now, where it is another."""
        report = self._report
        if report is not None and before.get(report.id) != after.get(report.id):
            self.show(report, self._query, self._position)

    def on_mount(self) -> None:
        """Set what was shown before there was a screen."""
        self._entitle()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the same words at the top; show the hit where there was no room before."""
        self._entitle()
        first = not self._page.blocks
        self._set(keep_place=not first)
        if first:
            self._reach_hit()

    # Actions

    def action_next_hit(self) -> None:
        """Go to the next hit, or ask for the next report."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before, or ask for the report before."""
        self._step_hit(-1)

    def _step_hit(self, direction: Direction) -> None:
        if 0 <= self._hit + direction < len(self._hits):
            self._hit += direction
            self._reach_hit()
        else:
            self.post_message(self.EdgeReached(direction))

    def _reach_hit(self) -> None:
        """Show the current hit and tell its number."""
        if self._hit >= 0 and self._page.rows:
            hit = self._hits[self._hit]
            self._reveal(self._page.row_of(hit.block, hit.start))
        self.post_message(self.HitChanged(self._hit + 1, len(self._hits)))
