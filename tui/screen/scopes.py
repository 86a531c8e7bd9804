"""Where keys are pressed, and whose bindings are in force there: every key there is, once.

It loads every pane and dialog, and so is itself loaded only where there is a key file, or for the
help.
"""

from collections.abc import Iterable

from textual.binding import Binding

from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.charts.screen import ChartScreen
from tui.screen.coverage.matrix import CoverageMatrix
from tui.screen.coverage.screen import CoverageScreen
from tui.screen.dialogs.basket import BasketDialog
from tui.screen.dialogs.basket_list import BasketList
from tui.screen.dialogs.dialog import Dialog
from tui.screen.dialogs.export import ExportDialog
from tui.screen.dialogs.help import Help
from tui.screen.dialogs.import_preview import ImportPreview
from tui.screen.dialogs.import_source import ImportSource
from tui.screen.dialogs.question import Question
from tui.screen.panes.filter import FilterList, FilterPanel
from tui.screen.panes.regions import RegionTree
from tui.screen.panes.search import SearchBox
from tui.screen.reading.outline import Outline
from tui.screen.reading.pane import ReadingPane
from tui.screen.timeline import Timeline

IN_THE_BROWSER = (
    (RegionTree,),
    (ReadingPane,),
    (Timeline,),
    (Outline,),
    (FilterPanel, FilterList),
)
"""Panes with the browser's own keys behind them."""
BY_THEMSELVES: tuple[tuple[type, ...], ...] = (
    (SearchBox,),
    (CoverageScreen, CoverageMatrix),
    (ChartScreen,),
    (Dialog, BasketDialog, BasketList),
    (Dialog, ExportDialog),
    (Dialog, ImportSource),
    (Dialog, ImportPreview),
    (Dialog, Help),
    (Dialog, Question),
)
"""Boxes and screens before which the browser's keys do nothing."""


def scopes() -> list[list[Binding]]:
    """The bindings in force at every place where keys are pressed."""
    browsing = [[*BROWSER_BINDINGS, *bindings_of(classes)] for classes in IN_THE_BROWSER]
    return [*browsing, *(list(bindings_of(classes)) for classes in BY_THEMSELVES)]


def bindings_of(classes: Iterable[type]) -> Iterable[Binding]:
    """The bindings that these widgets have of their own."""
    for one in classes:
        yield from (found for found in one.__dict__["BINDINGS"] if isinstance(found, Binding))
