"""What answers a `Query`: the interface the screen, the exports and the command line ask.

Two things implement it: `tui.query.scan.ScanCatalog` looks at every report and is the reference;
`tui.archive.catalog.SidecarCatalog` answers from an index. Both give the same answers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from tui.query.query import Query
from tui.reports.date import MeetingDate
from tui.reports.report import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of the tree or of a list shows of a report."""

    id: str
    prefecture: str | None
    prefecture_code: str | None
    county: str | None
    county_code: str | None
    heading: str
    held: MeetingDate
    organisation: str | None
    title: str

    @property
    def region_key(self) -> str:
        """As `Report.region_key`."""
        return self.prefecture_code or self.prefecture or self.heading

    @property
    def county_key(self) -> str:
        """As `Report.county_key`."""
        return self.county_code or self.county or ""

    @classmethod
    def of(cls, report: Report) -> "Entry":
        """The line for `report`."""
        return cls(
            report.id,
            report.prefecture,
            report.prefecture_code,
            report.county,
            report.county_code,
            report.heading,
            report.held,
            report.organisation,
            report.title,
        )


class RegionCount(NamedTuple):
    """How many reports of one county (or of a prefecture itself) match."""

    region_key: str
    region: str
    """Name of the prefecture, or the heading; empty where the report names no region."""
    county_key: str
    county: str
    """Name of the county; empty for the prefecture's own reports."""
    count: int  # type: ignore[assignment]  # of the reports, not tuple's


class Facet(StrEnum):
    """What the matching reports can be counted by."""

    PREFECTURE = "prefecture"
    COUNTY = "county"
    MONTH = "month"
    ORGANISATION = "org"
    DOCUMENT = "doc"


class FacetCount(NamedTuple):
    """How many reports have one value of a facet."""

    value: str
    """What the query language takes for it: a full name, ``2023-02``, a title."""
    count: int  # type: ignore[assignment]  # of the reports, not tuple's
    lasting: int = 0
    """Of a month: how many of them have days of the month before as well."""


class Period(StrEnum):
    """The lengths of time in which reports can be counted."""

    DAY = "day"
    WEEK = "week"
    """From Monday to Sunday."""
    MONTH = "month"

    def first_day(self, day: date) -> date:
        """The first day of the period `day` is in."""
        if self is Period.WEEK:
            return day - timedelta(day.weekday())
        return day.replace(day=1) if self is Period.MONTH else day

    def next(self, first: date) -> date:
        """The first day of the period after the one that begins on `first`.

        Raises:
            OverflowError: the calendar ends with it.
        """
        if self is Period.MONTH:
            return (first + timedelta(31)).replace(day=1)
        return first + timedelta(7 if self is Period.WEEK else 1)

    def last_day(self, first: date) -> date:
        """The last day of the period that begins on `first`; the calendar ends with 9999."""
        try:
            return self.next(first) - timedelta(1)
        except OverflowError:
            return date.max


RegionKey = tuple[str, str]
"""Keys of a prefecture and a county; the second empty for the prefecture's own reports, and where
counties are not told apart."""

CellCounts = Mapping[RegionKey, Mapping[date | None, int]]
"""How many reports of a region were held in a period, by its first day; none for the undated.

What is zero is not there.
"""


class Catalog(Protocol):
    """Answers queries about one archive; several threads may ask at once.

    A branch of the region tree is a query too: ``prefecture:`` takes a full name, a code or a
    heading, ``county:none`` (县市:无) means the prefecture's own reports and ``prefecture:none``
    (地州:无) those that name no region at all; a month is ``date:2023-02``, the rest
    ``is:undated``.
    ``is:marked`` means the ids in `marked`; words such as 本周 are read on the day of asking.
    Order is the query's: newest first, undated last, ties by region order then id; or by region
    order (then newest first); or by relevance.
    """

    marked: frozenset[str]

    def page(
        self,
        query: Query,
        *,
        after: Entry | None = None,
        before: Entry | None = None,
        limit: int = 50,
    ) -> list[Entry]:
        """At most `limit` entries in order: the first, those after one, or those before one.

        Those before `before` come in order too, the nearest last.
        """
        ...

    def total(self, query: Query) -> int:
        """How many reports match."""
        ...

    def position(self, query: Query, entry: Entry) -> int:
        """The place of `entry` among the matches, from 1; 0 where it does not match."""
        ...

    def regions(self, query: Query) -> list[RegionCount]:
        """Counts per county in official order; a prefecture's own reports come first."""
        ...

    def facet(self, query: Query, facet: Facet) -> list[FacetCount]:
        """Counts per value: regions in official order, months in date order, others by count.

        Every condition counts, those on the facet's own field too. Who wants the other values of
        a field in sight (OR inside a facet, AND across) asks without the field's condition.
        Reports without a value are not counted; one that lasts over a month's end counts in
        each month. A cited document's value stands in 《》, which asks for that title alone.
        """
        ...

    def cells(self, query: Query, period: Period, *, counties: bool = False) -> CellCounts:
        """Counts per prefecture (or county) and period.

        A report that lasted several periods counts in each of them, as a query for the period
        finds it in each.
        """
        ...

    def report(self, report_id: str) -> Report | None:
        """The whole report, or none where it is no longer there."""
        ...

    def reports(self, query: Query) -> Iterator[Report]:
        """Every match in order, in constant memory: what an export writes."""
        ...

    def entries(self, ids: Iterable[str]) -> Sequence[Entry]:
        """The entries with these ids, in the order given; those that are gone are left out."""
        ...

    def interrupt(self) -> None:
        """Stop what another thread is counting; it raises `Interrupted`."""
        ...

    def close(self) -> None:
        """Let go of files."""
        ...


class Interrupted(Exception):
    """A count was stopped because its answer is no longer wanted; never shown."""
