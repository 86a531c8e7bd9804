"""A scrolling pane of blocks set in lines: laying, scrolling, resizing and selecting."""

from functools import partial

from textual.geometry import Size
from textual.reactive import Reactive, var
from textual.scroll_view import ScrollView
from textual.selection import Selection

from tui.screen.reading.blocks import Block
from tui.screen.reading.copying import copied
from tui.screen.reading.page import Page

_SLICE = 1500
"""Rows set between two keys while the rest of a long report is laid."""

_AFTER_PAINT = 0.05
"""Seconds until the rest of a long report is laid: its first screen is painted by then."""

_PAGE_SECONDS = 0.15


class PageView(ScrollView):
    """Lays blocks for its width, a screen of them at once and the rest between keys.

    A change of width keeps the same words at the top, and what is selected with the mouse is
    copied as it was written. What a row looks like is the subclass's affair.
    """

    virtual_size = Reactive(Size(0, 0))
    """How large the page is. Unlike other widgets' it changes with every report read, and of all
    that is on the screen only the pane's own scrollbar has to follow."""

    indented: var[bool] = var(True, init=False)
    """Begin paragraphs with an indent of two characters; else a blank line parts them."""

    def __init__(
        self, *, indented: bool = True, id: str | None = None, classes: str | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(PageView.indented, indented)
        self._blocks: tuple[Block, ...] = ()
        self._page = Page((), 2)
        self._anchor = (0, 0)
        self._anchor_row = 0
        """Which place was kept at the top by the last change of width, and its row then."""

    def laid(self) -> None:
        """All rows are set: for what must know the whole page."""

    def scrolled(self, row: int) -> None:
        """Another `row` stands at the top."""

    def _set(self, *, keep_place: bool) -> None:
        """Set the blocks for the pane's width; `keep_place` leaves the same words at the top."""
        width, height = self.scrollable_size
        if not self.is_attached or not width:
            return
        place = self._place_at_top() if keep_place else None
        if not keep_place and self.text_selection is not None:
            self.screen.clear_selection()
        self._page = Page(self._blocks, width, indented=self.indented)
        self._page.lay(height * 3)
        row = self._page.row_of(*place) if place is not None else 0
        self._resize_page()
        self._scroll(row)
        if place is not None:
            self._anchor, self._anchor_row = place, self.scroll_offset.y
        self.refresh()
        if self._page.complete:
            self.laid()
        else:
            self.set_timer(_AFTER_PAINT, partial(self._lay_rest, self._page))

    def _renew(self, blocks: tuple[Block, ...]) -> bool:
        """Show blocks of the same texts, drawing only rows at whose right something changes.

        Returns:
            Whether that is possible: no row breaks elsewhere now.
        """
        old, page = self._blocks, self._page
        if [block.text for block in old] != [block.text for block in blocks]:
            return False
        changed = [number for number, block in enumerate(blocks) if block != old[number]]
        if changed:
            drawn = [row for row in page.rows if row.block <= changed[-1]]
            fresh = Page(blocks, page.width, indented=self.indented)
            fresh.lay(len(drawn) + 1)
            if not page.rows or fresh.rows != page.rows[: len(fresh.rows)]:
                return False
            self._blocks = page.blocks = blocks
            for number, row in enumerate(drawn):
                if row.block in changed:
                    self.refresh_lines(number)
        return True

    def _place_at_top(self) -> tuple[int, int] | None:
        """The place in the text at the top, or none at the very top."""
        row = self.scroll_offset.y
        if row == 0:
            return None
        if row == self._anchor_row:
            return self._anchor
        self._page.lay(row + 1)
        if not self._page.rows:
            return None
        top = self._page.rows[min(row, len(self._page.rows) - 1)]
        return top.block, top.start

    def _lay_rest(self, page: Page) -> None:
        """Lay some more of a long report, then let the next key in."""
        if page is not self._page or page.complete:
            return
        page.lay(len(page.rows) + _SLICE)
        if page.complete:
            self._resize_page()
            self.laid()
        else:
            self.call_later(self._lay_rest, page)

    def _finish(self) -> None:
        if not self._page.complete:
            self._page.finish()
            self._resize_page()
            self.laid()

    def _resize_page(self) -> None:
        self.virtual_size = Size(self.scrollable_size.width, self._page.height)
        # A scrollbar that came and went would lay the whole screen out anew.
        self.styles.overflow_y = "scroll"
        bar = self.vertical_scrollbar
        bar.window_virtual_size = self._page.height
        bar.window_size = self.container_size.height

    def _scroll(self, row: int, *, animate: bool = False) -> None:
        """Put `row` at the top, or as near as the end allows."""
        target = max(0, min(row, self._page.height - self.scrollable_size.height))
        self.scroll_to(y=target, animate=animate, duration=_PAGE_SECONDS, force=True)

    def _reveal(self, row: int) -> None:
        """Scroll so that `row` is seen, with what leads to it above."""
        self._resize_page()
        top, height = self.scroll_offset.y, self.scrollable_size.height
        if not top <= row < top + height:
            self._scroll(row - height // 3)
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words selected, as written: without the pane's line ends and indents."""
        return copied(self._page, selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected now."""
        self.refresh()

    def watch_indented(self) -> None:
        """Set the text anew."""
        self._set(keep_place=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the subclass which row is at the top now."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.scrolled(round(new_value))

    def action_toggle_indent(self) -> None:
        """Begin paragraphs with an indent, or part them by a blank line."""
        self.indented = not self.indented

    def action_scroll_down(self) -> None:
        """One line down."""
        self._scroll(round(self.scroll_target_y) + 1)

    def action_scroll_up(self) -> None:
        """One line up."""
        self._scroll(round(self.scroll_target_y) - 1)

    def action_page_down(self) -> None:
        """A page down, its last line left at the top."""
        self._scroll(
            round(self.scroll_target_y) + max(1, self.scrollable_size.height - 1), animate=True
        )

    def action_page_up(self) -> None:
        """A page up, its first line left at the bottom."""
        self._scroll(
            round(self.scroll_target_y) - max(1, self.scrollable_size.height - 1), animate=True
        )

    def action_scroll_home(self) -> None:
        """To the top of the report."""
        self._scroll(0, animate=True)

    def action_scroll_end(self) -> None:
        """To the end of the report."""
        self._finish()
        self._scroll(self._page.height, animate=True)
