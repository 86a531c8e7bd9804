"""What the threads behind the browser do: ask the desk, post one message per answer.

No method here touches a widget; each is run in a thread and may be overtaken by the next
question, so every message carries the query it answers.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

from tui import locale
from tui.query.catalog import Entry, Facet, Interrupted
from tui.query.query import Field, Flag, Query, QueryError
from tui.reports.errors import JianbaoError
from tui.screen import found
from tui.screen.branches import Branch, Branches, Level, More, Path
from tui.screen.desk import Desk

if TYPE_CHECKING:
    pass

OPEN_BELOW = 30
"""A result of no more reports than this is shown with every branch open."""

MARKED_AT_ONCE = 10_000
"""A basket is for picking; whoever wants more than this exports the query itself."""


@dataclass(frozen=True, slots=True)
class Openness:
    """Which branches are open: those the user opened, or all of a short result."""

    opened: frozenset[Path]
    closed: frozenset[Path]
    total: int = 0

    def __call__(self, branch: Branch) -> bool:
        """Whether `branch` is open."""
        if branch.path in self.closed:
            return False
        return branch.path in self.opened or self.total <= OPEN_BELOW


class Finder:
    """Asks a desk from threads."""

    def __init__(self, desk: Desk, post: Callable[[Message], object]) -> None:
        """Ask `desk`; answers go to `post`, which any thread may call."""
        self._desk = desk
        self._post = post

    @staticmethod
    def openness(opened: frozenset[Path], closed: frozenset[Path]) -> Openness:
        """Which branches are to be open."""
        return Openness(opened, closed)

    def find(
        self, query: Query, before: Openness, searches: Mapping[str, str], *, reveal: bool
    ) -> None:
        """Answer a query: the first report at once, then the tree with its counts.

        Args:
            query: what to answer.
            before: which branches are to be open.
            searches: names and texts of the saved searches.
            reveal: open the branches on the way to the first report too, and place it.
        """
        self._guarded(lambda: self._find(query, before, searches, reveal))

    def _find(
        self, query: Query, before: Openness, searches: Mapping[str, str], reveal: bool
    ) -> None:
        entry, report = self._desk.first(query)
        self._post(found.FirstFound(query, entry, report))
        branches = Branches(self._desk.catalog, query)
        way = frozenset(branches.way_to(entry) if entry and reveal else ())
        is_open = Openness(before.opened | way, before.closed - way, branches.total)
        newest = entry.held.first if entry else None
        top = branches.root(is_open)
        saved = self._searches(searches, is_open)
        tops = (saved, top) if saved else (top,)
        self._post(found.TreeGrown(query, branches, tops, way, (newest or date.today()).year))
        if entry is not None and reveal:
            self._post(found.ReportRead(query, entry, report, branches.position(entry)))
        if entry is None and self._desk.catalog.progress is None:
            from tui.query.empty import explain_empty  # most queries find something

            explained = explain_empty(self._desk.catalog, query)
            self._post(found.EmptyExplained(query, explained))

    def _searches(self, searches: Mapping[str, str], is_open: Openness) -> Branch | None:
        if not searches:
            return None
        branch = Branch(
            Level.SEARCHES, ("searches",), locale.text("screen.searches"), len(searches)
        )
        if not is_open(branch):
            return branch
        children = tuple(
            Branch(Level.SEARCH, ("searches", name), name, self._count(text))
            for name, text in searches.items()
        )
        return Branch(Level.SEARCHES, branch.path, branch.name, branch.count, (), children)

    def _count(self, text: str) -> int:
        try:
            return self._desk.catalog.total(Query.parse(text))
        except QueryError:
            return 0

    def count_archive(self) -> None:
        """Count the whole archive."""
        self._guarded(lambda: self._post(found.ArchiveCounted(self._desk.catalog.total(Query()))))

    def look(self, refresh: bool = True) -> None:
        """See how the archive is, and with `refresh` take up what has changed."""

        def answer() -> None:
            desk = self._desk
            try:
                changed = refresh and desk.refresh()
            except JianbaoError as error:
                self._post(found.ArchiveLost(error))
                return
            damaged = tuple(desk.damaged)
            self._post(found.ArchiveLookedAt(changed, damaged, desk.progress, desk.notice))

        self._guarded(answer)

    def count_months(self, query: Query) -> None:
        """Count what the strip of bars shows."""

        def answer() -> None:
            undated = query.with_values(Field.DATE, ())
            months = self._desk.catalog.facet(undated, Facet.MONTH)
            self._post(found.MonthsCounted(query, months))

        self._guarded(answer)

    def count_facets(self, query: Query) -> None:
        """Count what the filter panel shows."""

        def answer() -> None:
            total = self._desk.catalog.total(query)
            for facets in self._desk.facets(query):
                self._post(found.FacetsCounted(query, facets, total))

        self._guarded(answer)

    def fill(self, branches: Branches, under: Branch | More) -> None:
        """Find what stands under a branch, or behind a line for more."""

        def answer() -> None:
            children = (
                branches.children(under) if isinstance(under, Branch) else branches.more(under)
            )
            self._post(found.BranchFilled(branches.query, under, children))

        self._guarded(answer)

    def read(self, branches: Branches, entry: Entry, beside: Sequence[Entry] = ()) -> None:
        """Read a report for showing, and those `beside` it, which may be wanted next."""

        def answer() -> None:
            report, query = self._desk.catalog.report(entry.id), branches.query
            self._post(found.ReportRead(query, entry, report, 0))
            self._post(found.ReportRead(query, entry, report, branches.position(entry)))
            self._desk.read_ahead([one.id for one in beside])

        self._guarded(answer)

    def step(self, branches: Branches, entry: Entry, step: int, by_date: bool) -> None:
        """Find the report before or after `entry`, by the tree or by the query's own order."""

        def answer() -> None:
            if by_date:
                neighbour = self._desk.by_date(branches.query, entry, step)
            else:
                neighbour = branches.neighbour(entry, step)
            if neighbour is not None:
                self._post(found.WayFound(neighbour, backwards=step < 0))
            elif by_date:
                self._post(found.NoNeighbour(backwards=step < 0))

        self._guarded(answer)

    def find_out(self, query: Query, entry: Entry) -> None:
        """Find out whether `entry` matches."""

        def answer() -> None:
            place = self._desk.catalog.position(query, entry)
            self._post(found.Placed(query, entry, place > 0))

        self._guarded(answer)

    def ids(self, query: Query) -> None:
        """Find what is to be marked."""

        def answer() -> None:
            ids = self._desk.ids(query, MARKED_AT_ONCE)
            total = len(ids) if len(ids) < MARKED_AT_ONCE else self._desk.catalog.total(query)
            self._post(found.IdsFound(ids, total))

        self._guarded(answer)

    def count_marks(self, branches: Branches) -> None:
        """Count the matches that are in the basket under every branch."""

        def answer() -> None:
            query = branches.query.with_flag(Flag.MARKED, True)
            entries = self._desk.catalog.page(query, limit=MARKED_AT_ONCE)
            counts = Counter(path for entry in entries for path in branches.way_to(entry))
            self._post(found.MarksCounted(branches.query, counts))

        self._guarded(answer)

    def _guarded(self, answer: Callable[[], object]) -> None:
        try:
            answer()
        except Interrupted:
            return
        except JianbaoError as error:
            self._post(found.Failed(error))
