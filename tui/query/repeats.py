"""What a catalog has of reports about to be taken in: the same ones, and nearly the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tui.query.catalog import Catalog
from tui.query.conditions import Field, Flag
from tui.query.query import Query
from tui.reports.duplicates import near_duplicates
from tui.reports.report import Report

_REGIONS = 20
"""Regions named in one question; of more, all reports of the day are looked at."""
_UNDATED = 200
"""Undated reports of one organisation that are looked at."""


@dataclass(frozen=True, slots=True)
class Near:
    """What a new report nearly repeats."""

    report: Report
    stored: bool
    """Whether it is in the archive; otherwise it is a new report that stands above."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Which of some new reports are known, and which nearly are."""

    known: frozenset[str] = frozenset()
    """Ids of those that are in the archive."""
    near: Mapping[str, Near] = field(default_factory=dict)
    """By the id of a new report."""


def repeats(catalog: Catalog | None, new: Sequence[Report]) -> Repeats:
    """Compare `new` with the archive that `catalog` answers for, if there is one, and among them.

    Takes one question for every day, and few reports of each.
    """
    known: frozenset[str] = frozenset()
    there: Iterable[Report] = ()
    if catalog is not None:
        known = frozenset(entry.id for entry in catalog.entries(report.id for report in new))
    unknown = [report for report in new if report.id not in known]
    if catalog is not None:
        there = _alike(catalog, unknown)
    return Repeats(
        known,
        {
            found.report.id: Near(found.known, not found.is_new)
            for found in near_duplicates(unknown, there)
        },
    )


def _alike(catalog: Catalog, new: Iterable[Report]) -> Iterator[Report]:
    """The reports of the archive that some of `new` may nearly repeat."""
    days: dict[str, set[str]] = defaultdict(set)
    undated: set[Query] = set()
    for report in new:
        region = report.region_key or "none"
        if report.held.start is not None:
            days[report.held.start.isoformat()].add(region)
        elif report.organisation:
            query = Query().with_flag(Flag.UNDATED, True)
            query = query.with_values(Field.PREFECTURE, (region,))
            undated.add(query.with_values(Field.ORG, (report.organisation,)))
    for day, regions in days.items():
        query = Query().with_values(Field.DATE, (day,))
        if len(regions) <= _REGIONS:
            query = query.with_values(Field.PREFECTURE, tuple(sorted(regions)))
        yield from catalog.reports(query)
    for query in undated:
        yield from islice(catalog.reports(query), _UNDATED)
