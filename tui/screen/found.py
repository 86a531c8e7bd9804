"""What the threads behind the browser find: a message for each answer, with what it answers.

A message may come late, after the next question; so it carries the query it belongs to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.archive.errors import DamagedFile
from tui.query.catalog import Entry, Facet, FacetCount
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.report import Report
from tui.screen.branches import Branch, Branches, Child, More, Path

if TYPE_CHECKING:
    from tui.query.empty import EmptyResult


@dataclass
class FirstFound(Message, namespace="finder"):
    """The first report of an answer; none where nothing matches."""

    query: Query
    entry: Entry | None
    report: Report | None


@dataclass
class TreeGrown(Message, namespace="finder"):
    """The counts and the open branches of an answer."""

    query: Query
    branches: Branches
    tops: tuple[Branch, ...]
    way: frozenset[Path]
    """The branches that are open because the first report stands under them."""
    year: int
    """The year of the newest match; its reports show month and day only."""


@dataclass
class FacetsCounted(Message, namespace="finder"):
    """What the filter panel shows."""

    query: Query
    facets: Mapping[Facet, Sequence[FacetCount]]
    total: int

    @property
    def complete(self) -> bool:
        """Whether every facet is counted."""
        return len(self.facets) == len(Facet)


@dataclass
class BranchFilled(Message, namespace="finder"):
    """What stands under a branch just opened, or behind a line for more."""

    query: Query
    under: Branch | More
    children: tuple[Child, ...]


@dataclass
class ReportRead(Message, namespace="finder"):
    """A report, whole, with its place in the tree's order (0: not among the matches)."""

    query: Query
    entry: Entry
    report: Report | None
    position: int


@dataclass
class WayFound(Message, namespace="finder"):
    """A report to go to; the tree is to open the branches on the way."""

    entry: Entry
    backwards: bool = False


@dataclass
class NoNeighbour(Message, namespace="finder"):
    """There is no report before the one asked about, or after it."""

    backwards: bool


@dataclass
class Placed(Message, namespace="finder"):
    """Whether a report is among the matches."""

    query: Query
    entry: Entry
    matches: bool


@dataclass
class EmptyExplained(Message, namespace="finder"):
    """Why nothing matches, and what would."""

    query: Query
    result: "EmptyResult"


@dataclass
class MonthsCounted(Message, namespace="finder"):
    """The matches of each month, whatever period the query asks for."""

    query: Query
    months: list[FacetCount]


@dataclass
class IdsFound(Message, namespace="finder"):
    """The reports that a branch or a query stands for, to be marked."""

    ids: tuple[str, ...]
    total: int


@dataclass
class ArchiveCounted(Message, namespace="finder"):
    """How many reports the archive holds."""

    total: int


@dataclass
class ArchiveLookedAt(Message, namespace="finder"):
    """How the archive is now."""

    changed: bool
    """Answers may differ from those given before."""
    damaged: tuple[DamagedFile, ...]
    progress: tuple[int, int] | None
    """Files indexed and in all, while an index is being made."""
    notice: str | None
    """Why searching is slower than it might be."""


@dataclass
class MarksCounted(Message, namespace="finder"):
    """How many reports of the basket stand under the branches of a tree."""

    query: Query
    counts: Mapping[Path, int]


@dataclass
class ArchiveLost(Message, namespace="finder"):
    """The archive can no longer be read; what was read of it stays."""

    error: JianbaoError


@dataclass
class Failed(Message, namespace="finder"):
    """Something the user should read."""

    error: JianbaoError
