"""The region tree: branches with live counts, reports as leaves, marks in front."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Tree

from tui.query.catalog import Entry
from tui.screen.bindings import key
from tui.screen.branches import Branch, Child, Level, More, Path
from tui.screen.panes.branch_lines import BranchLines, Node


class RegionTree(BranchLines, inherit_bindings=False):
    """Prefectures, counties and reports; branches are asked for when they are opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("j,down", "cursor_down", "down"),
        key("k,up", "cursor_up", "up"),
        key("l,right", "open_branch", "expand"),
        key("h,left", "close_branch", "collapse"),
        key("enter", "select_cursor", "open"),
        key("pagedown", "page_down", "page-down"),
        key("pageup", "page_up", "page-up"),
        key("home", "scroll_home", "top-key"),
        key("G,end", "scroll_end", "bottom"),
        key("r,f2", "rename_search", "rename-search", show=True),
        key("x,delete", "remove_search", "remove-search", show=True),
    ]

    # Messages are never compared, and what is not made takes no time before the first frame.

    @dataclass(eq=False, repr=False)
    class ReportHighlighted(Message):
        """The cursor came to a report."""

        entry: Entry

    @dataclass(eq=False, repr=False)
    class BranchHighlighted(Message):
        """The cursor came to a branch."""

        branch: Branch

    @dataclass(eq=False, repr=False)
    class BranchToggled(Message):
        """The user opened or closed a branch."""

        branch: Branch
        opened: bool
        wanting: bool = False
        """What stands under it was not asked for yet."""

    @dataclass(eq=False, repr=False)
    class MoreWanted(Message):
        """The cursor came to the line that stands for the reports not listed yet."""

        line: More

    @dataclass(eq=False, repr=False)
    class ReportChosen(Message):
        """Enter was pressed on a report."""

        entry: Entry

    @dataclass(eq=False, repr=False)
    class SearchChosen(Message):
        """Enter was pressed on a saved search."""

        branch: Branch

    @dataclass(eq=False, repr=False)
    class RenameWanted(Message):
        """A saved search is to get another name."""

        name: str

    @dataclass(eq=False, repr=False)
    class RemovalWanted(Message):
        """A saved search is to be taken away."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:
        """An empty tree; `show` fills it."""
        super().__init__(id=id)
        self.show_root = False
        self.guide_depth = 2
        self.show_guides = False
        self.auto_expand = False
        self._opened_by_program = 0
        self._on_search = False

    # What is shown

    def show(self, tops: tuple[Branch, ...], year: int) -> None:
        """Replace the whole tree; the cursor stays on its report or branch where that remains.

        Of a branch that does not, the cursor goes to the one it stood in.
        """
        key = _key(self.cursor_node.data) if self.cursor_node else None
        self.year = year
        with self.prevent(Tree.NodeExpanded, Tree.NodeCollapsed):
            self.clear()
            for top in tops:
                self._add(self.root, top)
            self.root.expand()
        node = self._find(key) if key else None
        while node is None and isinstance(key, tuple) and key:
            key = key[:-1]
            node = self._find(key)
        if node is not None:
            self._to(node)

    def fill(self, path: Path, children: tuple[Child, ...]) -> None:
        """Put the children of an opened branch in."""
        node = self._find(path)
        if node is None or not isinstance(node.data, Branch) or node.data.children is not None:
            return
        node.data = node.data._replace(children=children)
        for child in children:
            self._add(node, child)

    def extend(self, line: More, children: tuple[Child, ...]) -> None:
        """Put the reports in that `line` stood for; the cursor goes to the first of them."""
        node = self._find(_key(line))
        if node is None or node.parent is None:
            return
        parent = node.parent
        cursor_was_here = self.cursor_node is node
        node.remove()
        added = [self._add(parent, child) for child in children]
        if cursor_was_here and added:
            self._to(added[0])

    def open(self, path: Path) -> Branch | None:
        """Open a branch without telling; the branch, if what stands under it is not there yet."""
        node = self._find(path)
        if node is None or not isinstance(node.data, Branch):
            return None
        with self.prevent(Tree.NodeExpanded):
            node.expand()
        return node.data if node.data.children is None else None

    def move_to(self, key: Path | str) -> bool:
        """Put the cursor on a branch (by path) or a report (by id), if it is in the tree."""
        node = self._find(key)
        if node is not None:
            self._to(node)
        return node is not None

    @property
    def entries(self) -> list[Entry]:
        """The reports in sight or above or below it, in the tree's order."""
        return [node.data for node in self._walk() if isinstance(node.data, Entry)]

    @property
    def branch_paths(self) -> frozenset[Path]:
        """Every branch there is a line for."""
        return frozenset(node.data.path for node in self._walk() if isinstance(node.data, Branch))

    @property
    def beside_cursor(self) -> dict[int, Entry]:
        """The reports on the lines above (-1) and below (1) the cursor's."""
        nodes = {step: self.get_node_at_line(self.cursor_line + step) for step in (-1, 1)}
        return {
            step: node.data
            for step, node in nodes.items()
            if node is not None and isinstance(node.data, Entry)
        }

    @property
    def chosen(self) -> Child | None:
        """What the cursor is on."""
        return self.cursor_node.data if self.cursor_node else None

    def _to(self, node: Node) -> None:
        self.last_line  # noqa: B018  # builds the lines, so that the node knows its own
        self.move_cursor(node)

    def _add(self, parent: Node, child: Child) -> Node:
        if not isinstance(child, Branch):
            return parent.add_leaf("", child)
        node = parent.add("", child, expand=child.children is not None)
        for grandchild in child.children or ():
            self._add(node, grandchild)
        return node

    def _walk(self, top: Node | None = None) -> Iterator[Node]:
        for node in (top or self.root).children:
            yield node
            yield from self._walk(node)

    def _find(self, key: Path | str) -> Node | None:
        return next((node for node in self._walk() if _key(node.data) == key), None)

    # What the user does

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Child]) -> None:
        """Tell where the cursor is in the words of this pane."""
        event.stop()
        if (self._search is not None) is not self._on_search:
            self._on_search = not self._on_search
            self.refresh_bindings()
        match event.node.data:
            case Entry() as entry:
                self.post_message(self.ReportHighlighted(entry))
            case Branch() as branch:
                self.post_message(self.BranchHighlighted(branch))
            case More() as line:
                self.post_message(self.MoreWanted(line))

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Child]) -> None:
        """Ask for what is under the branch."""
        event.stop()
        node = event.node
        if isinstance(node.data, Branch):
            self.post_message(self.BranchToggled(node.data, True, node.data.children is None))

    def on_tree_node_collapsed(self, event: Tree.NodeCollapsed[Child]) -> None:
        """Say that the branch is closed."""
        event.stop()
        if isinstance(event.node.data, Branch):
            self.post_message(self.BranchToggled(event.node.data, False))

    def on_tree_node_selected(self, event: Tree.NodeSelected[Child]) -> None:
        """Enter or a click: read the report, or open or close the branch."""
        event.stop()
        match event.node.data:
            case Entry() as entry:
                self.post_message(self.ReportChosen(entry))
            case Branch(level=Level.SEARCH) as branch:
                self.post_message(self.SearchChosen(branch))
            case Branch():
                event.node.toggle()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with a saved search is there only where the cursor is on one."""
        return self._search is not None if action.endswith("_search") else True

    @property
    def _search(self) -> str | None:
        """The name of the saved search under the cursor."""
        chosen = self.chosen
        if isinstance(chosen, Branch) and chosen.level is Level.SEARCH:
            return chosen.path[-1]
        return None

    def action_rename_search(self) -> None:
        """Ask for another name of the saved search."""
        if (name := self._search) is not None:
            self.post_message(self.RenameWanted(name))

    def action_remove_search(self) -> None:
        """Take the saved search away."""
        if (name := self._search) is not None:
            self.action_cursor_down()
            self.post_message(self.RemovalWanted(name))

    def action_open_branch(self) -> None:
        """Open the branch, or go into it where it is open."""
        node = self.cursor_node
        if node is None:
            return
        if node.allow_expand and not node.is_expanded:
            node.expand()
        elif node.children:
            self.action_cursor_down()

    def action_close_branch(self) -> None:
        """Close the branch, or go up to the one this line stands in."""
        node = self.cursor_node
        if node is None:
            return
        if node.allow_expand and node.is_expanded:
            node.collapse()
        elif node.parent is not None and node.parent is not self.root:
            self.move_cursor(node.parent)


def _key(child: Child | None) -> Path | str:
    match child:
        case Branch():
            return child.path
        case Entry():
            return child.id
        case More():
            return (*child.branch.path, "more")
    return ""
