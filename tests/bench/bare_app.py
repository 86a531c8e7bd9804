"""The yardstick: a bare Textual app with a tree, an input and a footer, and nothing behind."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Input, Static, Tree


class BareApp(App[None]):
    """As little as an app with these widgets can be."""

    CSS = "#panes { height: 1fr; } Tree { width: 28; } Static { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit"),
        Binding("slash", "search", "Search"),
    ]

    def compose(self) -> ComposeResult:
        """Two panes, a box above, a footer below."""
        yield Input(placeholder="search")
        with Horizontal(id="panes"):
            tree: Tree[None] = Tree("BareRoot")
            tree.root.expand()
            for number in range(8):
                tree.root.add_leaf(f"report {number}")
            yield tree
            yield Static("text of the first report " * 20)
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
