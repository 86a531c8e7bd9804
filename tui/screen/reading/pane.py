"""The reading pane: one report, set in Chinese lines, with its hits, parts and documents."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.query.hits import hits
from tui.query.query import Query
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.bindings import key
from tui.screen.cells import shorten
from tui.screen.reading.blocks import message_blocks, report_blocks
from tui.screen.reading.marks import Mark, find_documents, find_hits
from tui.screen.reading.page import PartPlace
from tui.screen.reading.paint import Look, paint
from tui.screen.reading.view import PageView

Direction = Literal[-1, 1]
"""Backwards or forwards."""

_TITLE_FRAME = 6
"""Cells of the top border that are corners and blanks round the title."""


class ReadingPane(PageView, can_focus=True):
    """Shows a report, or a message where there is none.

    The text is drawn line by line from places in the stored paragraphs, so that what is selected
    with the mouse is copied as it was written, without the pane's line ends and indents.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading-pane--region",
        "reading-pane--date",
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
        &:focus { border: round $border; }
        & > .reading-pane--region { color: $text-accent; }
        & > .reading-pane--date { color: $text-muted; }
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
        key("d,right_double_angle_bracket", "next_document", "next-document"),
        key("D,left_double_angle_bracket", "previous_document", "previous-document"),
        key("enter", "choose_document", "choose-document"),
    ]
    """Hits and parts have keys of the whole browser."""

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

    @dataclass
    class DocumentChosen(Message):
        """A cited document's reports are wanted."""

        title: str
        """Without 《》, as in `Report.documents`."""

    @dataclass
    class PartsChanged(Message):
        """The report has these parts."""

        labels: tuple[str, ...]

    @dataclass
    class PartReached(Message):
        """Another part stands at the top of the pane."""

        part: int | None
        """Its number, from 0; none before the first."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Show nothing yet."""
        super().__init__(id=id, classes=classes)
        self._report: Report | None = None
        self._query = Query()
        self._hits: list[Mark] = []
        self._hit = -1
        self._documents: list[Mark] = []
        self._document = -1
        self._part: int | None = None
        self._part_row = -1
        """The row last jumped to by part, while the pane still stands there."""
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
        had_documents = bool(self._documents)
        kept = same and query == self._query
        if kept and report == self._report and self._renew(report_blocks(report, position)):
            return
        self._report, self._query = report, query
        self._blocks = report_blocks(report, position)
        self._documents = find_documents(self._blocks, report)
        self._hits = find_hits(self._blocks, query)
        self._hit = min(self._hit if kept else 0, len(self._hits) - 1)
        if not same or self._document >= len(self._documents):
            self._document = -1
        if had_documents != bool(self._documents):
            self.refresh_bindings()
        self._entitle()
        self._set(keep_place=same)
        if not kept:
            self._reach_hit()

    def show_message(self, text: str) -> None:
        """Show `text` instead of a report."""
        self._report, self._query = None, Query()
        self._blocks = message_blocks(text)
        self._hits, self._hit = [], -1
        self._documents, self._document = [], -1
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

    @property
    def parts(self) -> tuple[PartPlace, ...]:
        """The report's parts, as far as it is laid."""
        return tuple(self._page.parts)

    @property
    def document_at_cursor(self) -> str | None:
        """Title of the cited document stepped to, without 《》."""
        return self._documents[self._document].title if self._document >= 0 else None

    def show_last_hit(self) -> None:
        """Go to the last hit: where one arrives from the report after."""
        if self._hits:
            self._hit = len(self._hits) - 1
            self._reach_hit()

    def show_part(self, part: int) -> None:
        """Put the heading of a part, numbered from 0, at the top."""
        if part >= len(self._page.parts):
            self._finish()
        if 0 <= part < len(self._page.parts):
            self._scroll(self._page.parts[part].row)
            self._part_row = self.scroll_offset.y
            self._reach_part(part)

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

    def laid(self) -> None:
        """Tell the parts, now that all are known."""
        self._part_row = -1
        self.post_message(self.PartsChanged(tuple(part.label for part in self._page.parts)))
        self.scrolled(self.scroll_offset.y)

    def scrolled(self, row: int) -> None:
        """Say which part is read now."""
        self._reach_part(self._page.part_at(row))

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

    def on_click(self, event: events.Click) -> None:
        """A click on a cited document chooses it."""
        number = event.style.meta.get("document")
        if number is not None and self.text_selection is None:
            self._document = number
            self.refresh()
            self.action_choose_document()

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

    def action_next_part(self) -> None:
        """Put the next part's heading at the top."""
        self._finish()
        part = self._part_read()
        self.show_part(0 if part is None else part + 1)

    def action_previous_part(self) -> None:
        """Put this part's heading at the top, or the one before it; else the report's top."""
        self._finish()
        part = self._part_read()
        if part is None or (part == 0 and self._stands_at(0)):
            self._scroll(0)
        else:
            self.show_part(part - 1 if self._stands_at(part) else part)

    def _part_read(self) -> int | None:
        """The part jumped to, or the one at the top."""
        if self._part_row == self.scroll_offset.y:
            return self._part
        return self._page.part_at(self.scroll_offset.y)

    def _stands_at(self, part: int) -> bool:
        jumped = self._part_row == self.scroll_offset.y and self._part == part
        return jumped or self._page.parts[part].row == self.scroll_offset.y

    def _reach_part(self, part: int | None) -> None:
        if part != self._part:
            self._part = part
            self.post_message(self.PartReached(part))

    def action_next_document(self) -> None:
        """Step to the next cited document; after the last, to the first."""
        self._step_document(1)

    def action_previous_document(self) -> None:
        """Step to the cited document before; before the first, to the last."""
        self._step_document(-1)

    def _step_document(self, direction: Direction) -> None:
        if not self._documents:
            return
        fresh = self._document < 0
        start = self._first_document_in_view(direction) if fresh else self._document + direction
        self._document = start % len(self._documents)
        mark = self._documents[self._document]
        self._reveal(self._page.row_of(mark.block, mark.start))
        self.refresh_bindings()

    def _first_document_in_view(self, direction: Direction) -> int:
        """Where stepping begins: at the documents on the screen, else past its top."""
        place = self._place_at_top() or (0, 0)
        first = sum((mark.block, mark.start) < place for mark in self._documents)
        return first if direction > 0 else first - 1

    def action_choose_document(self) -> None:
        """Ask for the reports that cite the document stepped to."""
        if (title := self.document_at_cursor) is not None:
            self.post_message(self.DocumentChosen(title))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what needs a document where none is stepped to, or none is cited."""
        if action == "choose_document":
            return True if self._document >= 0 else None
        if action in ("next_document", "previous_document"):
            return True if self._documents else None
        return True
