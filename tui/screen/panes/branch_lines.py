"""How the lines of the region tree look: an arrow or a mark, a name, a count at the right."""

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.events import Resize
from textual.reactive import var
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from tui import locale
from tui.query.catalog import Entry
from tui.reports.neutral import neutral
from tui.reports.places import usual_name
from tui.screen.branches import Branch, Child, Level, More, Path
from tui.screen.cells import ends, fit, width
from tui.screen.days import short_day
from tui.screen.ink import ink

Node = TreeNode[Child]

TITLE_CELLS = 16
"""What a title is given at least, if it is shown beside who held the meeting."""
DATE_CELLS = 5
"""Width of ``02-09`` in front of a report."""


class BranchLines(Tree[Child], inherit_bindings=False):
    """Draws branches and reports, each cut or padded to the room there is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "region-tree--count",
        "region-tree--mark",
        "region-tree--other",
    }

    marked: var[frozenset[str]] = var(frozenset())
    """Ids of the reports in the basket."""
    ranged: var[frozenset[str]] = var(frozenset())
    """Ids of the reports in the range that is being drawn."""
    marked_under: var[Mapping[Path, int]] = var(dict)
    """How many reports under a branch are in the basket."""

    def __init__(self, *, id: str | None = None) -> None:
        """An empty tree."""
        super().__init__(Text(""), id=id)
        self.year = 0
        """Reports of this year show month and day only."""

    def watch_marked(self) -> None:
        """Draw the marks anew."""
        self._invalidate()
        self.refresh()

    def watch_ranged(self) -> None:
        """Draw the range anew."""
        self.watch_marked()

    def watch_marked_under(self) -> None:
        """Draw the branches anew."""
        self.watch_marked()

    def on_resize(self, event: Resize) -> None:
        """Labels are cut to the width, so a new width means new labels."""
        self._invalidate()

    def watch_show_vertical_scrollbar(self) -> None:
        """A scrollbar takes a cell of every label, the count's."""
        self._invalidate()

    def get_label_width(self, node: Node) -> int:
        """Every label is cut or padded to the room there is."""
        return self._room(node)

    def render_label(self, node: Node, base_style: Style, style: Style) -> Text:
        """The line of `node`: an arrow or a mark, its name, its count at the right end."""
        room = self._room(node)
        match node.data:
            case Branch() as branch:
                return self._branch_label(branch, node.is_expanded, room, base_style, style)
            case Entry() as entry:
                return self._entry_label(entry, node, room, style)
            case More() as line:
                text = locale.text("screen.more-reports", count=line.count)
                return Text(fit("  " + text, room), style=style)
        return Text(" " * room, style=style)

    def _branch_label(
        self, branch: Branch, expanded: bool, room: int, base: Style, style: Style
    ) -> Text:
        opens = "▾ " if expanded else "▸ "
        arrow = "› " if branch.level is Level.SEARCH else opens
        count = f"{branch.count:,}"
        marked = self.marked_under.get(branch.path, 0)
        right = f"●{marked:,} {count}" if marked else count
        line = ends(neutral(branch.name), right, max(0, room - 2))
        text = Text(arrow, style=style + Style(meta={"toggle": True}))
        text.append(line, style=style)
        if not branch.count:
            text.stylize(ink(self, "region-tree--other"))
        elif style.bgcolor in (None, base.bgcolor):  # not under the cursor
            dim = ink(self, "region-tree--count")
            text.stylize(dim, len(text) - len(count))
            mark = ink(self, "region-tree--mark")
            text.stylize(mark, len(text) - len(right), len(text) - len(count))
        return text

    def _entry_label(self, entry: Entry, node: Node, room: int, style: Style) -> Text:
        mark = "○" if entry.id in self.ranged else " "
        mark = "●" if entry.id in self.marked else mark
        text = Text(no_wrap=True, style=style)
        marked = ink(self, "region-tree--mark")
        text.append(mark + " ", style=style + marked)
        day = fit(self._day(entry), self._date_cells(entry))
        text.append(day + " ", style=style)
        room = max(0, room - 3 - width(day))
        words = self._words(entry, node)
        left = room - width(words) - 2
        title = self._rest_of_title(entry, words) if left >= TITLE_CELLS else ""
        text.append(fit(words, room - left) + fit(title, left) if title else fit(words, room))
        if title and style.bgcolor is None:  # not under the cursor
            text.stylize(ink(self, "region-tree--count"), len(text.plain) - len(fit(title, left)))
        return text

    def _rest_of_title(self, entry: Entry, words: str) -> str:
        """What was done, where there is room to say more than who did it."""
        title = neutral(entry.title)
        return "" if title == words else title.removeprefix(neutral(entry.organisation or ""))

    def _day(self, entry: Entry) -> str:
        if first := entry.held.first:
            day = short_day(entry.held)
            return day[-DATE_CELLS:] if first.year == self.year else day
        written = neutral(entry.held.as_written)
        return written if 0 < width(written) <= DATE_CELLS else "—"

    def _date_cells(self, entry: Entry) -> int:
        first = entry.held.first
        return DATE_CELLS if not first or first.year == self.year else 10

    def _words(self, entry: Entry, node: Node) -> str:
        """What tells a report from its neighbours: its county, or under a county its title."""
        parent = node.parent.data if node.parent else None
        under_prefecture = isinstance(parent, Branch) and parent.level is Level.PREFECTURE
        if under_prefecture and entry.county:
            return neutral(usual_name(entry.county_code, entry.county))
        return neutral(entry.organisation or entry.title or entry.heading)

    def _room(self, node: Node) -> int:
        depth = -1
        parent = node.parent
        while parent is not None:
            depth += 1
            parent = parent.parent
        return max(0, self.scrollable_content_region.width - depth * self.guide_depth)
