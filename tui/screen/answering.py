"""The lower half of the browser, going on: what the threads answer, and going to a report.

What each message means is said where it is defined, in `tui.screen.found`.
"""

from typing import TYPE_CHECKING

from textual import on
from textual.messages import Update

from tui import locale
from tui.query.catalog import Entry
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.asking import AskingScreen
from tui.screen.branches import Branch
from tui.screen.desk import Desk
from tui.screen.panes.regions import RegionTree

if TYPE_CHECKING:
    from tui.screen import found


class AnsweringScreen(AskingScreen):
    """Shows answers; those to a query that is no longer asked are dropped."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """As `AskingScreen`."""
        super().__init__(desk, query)
        self._places: dict[str, int] = {}
        """Of the report shown and those beside it, the place among the matches."""
        self._going_to: Entry | None = None
        self._gone: Entry | None = None
        """The last report that was no longer in the archive."""

    def on_finder_first_found(self, event: "found.FirstFound") -> None:
        """Show the first report at once."""
        if event.query != self.asked or (self._keep_cursor and self.entry is not None):
            return
        self._going_to = self.entry = event.entry
        if event.entry is not None:
            self.reading.show(event.report, self.asked, "")
        else:
            indexing = self.desk.progress is not None
            key = "screen.still-indexing" if indexing else "screen.nothing-found"
            self.reading.show_message(locale.text(key))

    def on_finder_tree_grown(self, event: "found.TreeGrown") -> None:
        """Draw the tree, and go to the report shown."""
        if event.query != self.asked:
            return
        self.branches, self._places = event.branches, {}
        self.headline.query_shown = event.query
        self.headline.total = event.branches.total
        if not event.query.conditions:
            self.headline.archive_total = event.branches.total
        self.set_class(not event.branches.total, "-nothing")
        self._revealed |= event.way
        self.folded -= event.way
        was_on = self.regions.chosen
        self.regions.show(event.tops, event.year)
        if self._going_to is not None:
            self.go_to(self._going_to)
        elif isinstance(was_on, Entry) and was_on == self.entry:
            # It may stand under other branches now, as months that come between.
            closed = [path for path in event.branches.way_to(was_on) if path in self.folded]
            if closed:
                self.regions.move_to(closed[0])
            else:
                self.go_to(was_on)
        if self.entry is not None and not event.way:
            # The report is the same, but its place among the matches may not be.
            self.in_thread("read", self.finder.read, event.branches, self.entry)

    def on_finder_archive_counted(self, event: "found.ArchiveCounted") -> None:
        """Show how many there are in all."""
        self.headline.archive_total = event.total

    def on_finder_facets_counted(self, event: "found.FacetsCounted") -> None:
        """Fill the filter panel; an empty one with what there is so far."""
        panel = self.extras.filter_panel
        if event.query != self.asked or panel is None:
            return
        if event.complete or panel.is_empty or panel.query_shown == event.query:
            panel.show(event.query, event.facets, event.total)

    def on_finder_months_counted(self, event: "found.MonthsCounted") -> None:
        """Fill the strip of bars."""
        if event.query == self.asked and self.extras.timeline is not None:
            self.extras.timeline.show_for(event.query, event.months)

    def on_finder_empty_explained(self, event: "found.EmptyExplained") -> None:
        """Say why nothing matches."""
        if event.query != self.asked:
            return
        self.way_out = event.result
        lines = [event.result.describe(), ""]
        for number, suggestion in enumerate(event.result.suggestions, 1):
            lines.append(f"{number}  {suggestion.describe()}")
        if event.result.dropped:
            lines.append(locale.text("screen.empty-hint"))
        self.reading.show_message("\n".join(lines))

    def on_finder_branch_filled(self, event: "found.BranchFilled") -> None:
        """Fill a branch that was opened."""
        if event.query != self.asked:
            return
        if isinstance(event.under, Branch):
            self.regions.fill(event.under.path, event.children)
            if self._going_to is not None:
                self.go_to(self._going_to)
        else:
            self.regions.extend(event.under, event.children)

    def on_finder_report_read(self, event: "found.ReportRead") -> None:
        """Show the report the cursor came to."""
        if event.query != self.asked or self.entry is None or event.entry.id != self.entry.id:
            return
        if event.report is None:
            self._vanished()
            return
        if event.position:
            beside = self.regions.beside_cursor if self.regions.chosen == event.entry else {}
            self._places = {one.id: event.position + step for step, one in beside.items()}
            self._places[event.entry.id] = event.position
        self.reading.show(event.report, self.asked, self._place_of(event.entry))
        if self.from_behind:
            self.from_behind = False
            self.reading.show_last_hit()

    def _place_of(self, entry: Entry) -> str:
        """The place of a report among the matches, where it is known: "16/43"."""
        place = self._places.get(entry.id)
        return f"{place:,}/{self.branches.total:,}" if place and self.branches else ""

    def _vanished(self) -> None:
        """The report shown is no longer in the archive: begin at the first one again."""
        gone, self._gone = self._gone, self.entry
        self.entry = None
        self.reading.show_message(locale.text("screen.report-gone"))
        if gone is None or self._gone is None or gone.id != self._gone.id:
            self.ask(self.asked, typed=True)

    def on_finder_way_found(self, event: "found.WayFound") -> None:
        """Go to the report that was looked for."""
        self.from_behind &= event.backwards
        self.go_to(event.entry)

    def on_finder_no_neighbour(self, event: "found.NoNeighbour") -> None:
        """Say that the report shown is the first or the last."""
        self.tell("screen.none-before" if event.backwards else "screen.none-after")

    def on_finder_failed(self, event: "found.Failed") -> None:
        """Show what went wrong."""
        self.complain(event.error)

    def complain(self, error: JianbaoError) -> None:
        """Show an error once."""
        self.notify(neutral(str(error)), severity="error", markup=False, timeout=10)

    # The tree

    def go_to(self, entry: Entry) -> None:
        """Put the tree's cursor on `entry`, opening the branches on its way."""
        if self.branches is None:
            return
        self._going_to = entry
        if self.regions.move_to(entry.id):
            self._going_to = None
            return
        for path in self.branches.way_to(entry):
            self._revealed |= {path}
            self.folded -= {path}
            branch = self.regions.open(path)
            if branch is not None:
                self.in_thread("branch", self.finder.fill, self.branches, branch)
                return
        # It stands behind a line for more: it is read, though the tree's cursor is elsewhere.
        self._going_to = None
        self._read(entry)

    def _read(self, entry: Entry) -> None:
        """Show a report: at once where it is at hand, and as it is in the archive after that."""
        self.entry = entry
        report = self.desk.at_hand(entry.id)
        if report is not None:
            self.reading.show(report, self.asked, self._place_of(entry))
            # The pane tells a turn later that it has changed: a frame after the tree is drawn.
            for changed in (self.reading, self.reading.vertical_scrollbar):
                self.post_message(Update(changed))
        if self.branches is not None:
            beside = tuple(self.regions.beside_cursor.values())
            self.in_thread("read", self.finder.read, self.branches, entry, beside)

    def show_report(self, entry: Entry) -> None:
        """Go to a report, whether it matches the query or not; where not, all are asked for."""
        self.entry = entry
        self.in_thread("show", self.finder.find_out, self.asked, entry)

    def on_finder_placed(self, event: "found.Placed") -> None:
        """Show the report's place among the matches."""
        if self.entry is None or event.entry.id != self.entry.id:
            return
        if event.matches and event.query == self.asked:
            self.go_to(event.entry)
            return
        self.ask(Query(), keep_cursor=True)
        self._going_to = event.entry

    @on(RegionTree.ReportHighlighted)
    def _report_highlighted(self, event: RegionTree.ReportHighlighted) -> None:
        self._read(event.entry)

    @on(RegionTree.BranchToggled)
    def _branch_toggled(self, event: RegionTree.BranchToggled) -> None:
        path = event.branch.path
        if not event.opened:
            self.unfolded -= {path}
            self.folded |= {path}
            return
        self.unfolded |= {path}
        self.folded -= {path}
        if self.branches is not None and event.wanting:
            self.in_thread(f"branch {path}", self.finder.fill, self.branches, event.branch)

    @on(RegionTree.MoreWanted)
    def _more_wanted(self, event: RegionTree.MoreWanted) -> None:
        if self.branches is not None:
            self.in_thread("more", self.finder.fill, self.branches, event.line)

    def tell(self, key: str, **values: object) -> None:
        """Show a sentence of the catalogue for a moment."""
        self.notify(neutral(locale.text(key, **values)), markup=False)

    def reload(self) -> None:
        """Ask again: the archive has changed. Cursor, marks and query stay."""
        self.ask(self.asked, typed=True, keep_cursor=self.entry is not None)
        self.in_thread("count", self.finder.count_archive)

    def show_changed(self, report: Report) -> None:
        """Ask again and go to `report`, which may stand elsewhere now."""
        self.entry = Entry.of(report)
        self.reload()
        self._going_to = self.entry
