"""The region tree as values: what stands under each branch, asked of the catalog.

Nothing here knows a widget. A branch is a query with some conditions more, so whatever acts on a
branch acts on a query.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from tui import locale
from tui.query.catalog import Catalog, Entry, Facet, RegionCount
from tui.query.query import Condition, Field, FieldValues, Flag, Flagged, Order, Query
from tui.reports.places import places

COMPACT = 12
"""A prefecture of no more reports than this lists them without its counties between."""
MONTHS_ABOVE = 200
"""A county of more reports than this has months between."""
PAGE = 400
"""How many reports a branch lists before a line that brings more."""
PROVINCES_ABOVE = 1
"""An archive of more provinces than this has provinces above the prefectures."""

Path = tuple[str, ...]
"""A branch's way from the top: ``("all", "65", "654000", "654022", "2023-02")``."""


class Level(StrEnum):
    """What a branch stands for."""

    ALL = "all"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    MONTH = "month"
    SEARCHES = "searches"
    SEARCH = "search"


class Branch(NamedTuple):
    """A line of the tree that holds others."""

    level: Level
    path: Path
    name: str
    count: int  # type: ignore[assignment]  # of the reports, not tuple's
    conditions: tuple[Condition, ...] = ()
    """What the branch adds to the query."""
    children: "tuple[Branch | Entry | More, ...] | None" = None
    """None until it is opened."""


class More(NamedTuple):
    """A line that stands for the reports not listed yet."""

    branch: Branch
    after: Entry
    count: int  # type: ignore[assignment]  # of the reports, not tuple's


Child = Branch | Entry | More


class Branches:
    """Grows the tree that answers one query."""

    def __init__(self, catalog: Catalog, query: Query) -> None:
        """Count the regions; call it from a thread where the archive may be large."""
        self.query = query
        self.regions = catalog.regions(query)
        self.total = sum(region.count for region in self.regions)
        self._catalog = catalog

    def root(self, is_open: Callable[[Branch], bool]) -> Branch:
        """The branch of all reports, with the children of every branch that `is_open`."""
        top = Branch(Level.ALL, ("all",), locale.text("screen.all-reports"), self.total)
        return self._grow(top, is_open)

    def query_of(self, branch: Branch) -> Query:
        """The query that the branch answers."""
        return self.query._replace(conditions=(*self.query.conditions, *branch.conditions))

    def children(self, branch: Branch) -> tuple[Child, ...]:
        """What stands directly under `branch`."""
        match branch.level:
            case Level.ALL:
                return self._provinces(branch) or self._prefectures(branch, self.regions)
            case Level.PROVINCE:
                inside = [one for one in self.regions if _province(one) == branch.path[-1]]
                return self._prefectures(branch, inside)
            case Level.PREFECTURE:
                return self._counties(branch)
            case Level.COUNTY if branch.count > MONTHS_ABOVE:
                return self._months(branch)
            case Level.COUNTY | Level.MONTH:
                return self._entries(branch)
        return ()

    def more(self, line: More) -> tuple[Child, ...]:
        """The reports that `line` stands for, and a new such line where there are more still."""
        return self._entries(line.branch, line.after, line.count)

    def way_to(self, entry: Entry) -> list[Path]:
        """The branches to open, from the top, until `entry` is in sight."""
        path: Path = ("all",)
        way = [path]
        here = [one for one in self.regions if one.region_key == entry.region_key]
        if self._has_provinces() and (province := here and _province(here[0])):
            path = (*path, province)
            way.append(path)
        path = (*path, entry.region_key)
        way.append(path)
        if sum(one.count for one in here) > COMPACT and len(here) > 1:
            path = (*path, entry.county_key)
            way.append(path)
        county = next((one for one in here if one.county_key == entry.county_key), None)
        if county and county.count > MONTHS_ABOVE:
            way.append((*path, entry.held.first.isoformat()[:7] if entry.held.first else ""))
        return way

    def position(self, entry: Entry) -> int:
        """The place of `entry` in the tree's order, from 1; 0 where it does not match."""
        before = 0
        for one in self.regions:
            if (one.region_key, one.county_key) == (entry.region_key, entry.county_key):
                branch = self._within(one)
                place = self._catalog.position(branch, entry)
                return before + place if place else 0
            before += one.count
        return 0

    def neighbour(self, entry: Entry, step: int) -> Entry | None:
        """The report after (`step` 1) or before (-1) `entry` in the tree's order."""
        keys = [(one.region_key, one.county_key) for one in self.regions]
        try:
            index = keys.index((entry.region_key, entry.county_key))
        except ValueError:
            return None
        here = self._within(self.regions[index])
        page = (
            self._catalog.page(here, after=entry, limit=1)
            if step > 0
            else self._catalog.page(here, before=entry, limit=1)
        )
        while not page and 0 <= (index := index + step) < len(self.regions):
            there = self._within(self.regions[index])
            page = self._catalog.page(there, limit=1) if step > 0 else self._last(there)
        return page[0] if page else None

    def _last(self, query: Query) -> list[Entry]:
        entries = self._catalog.page(query, limit=PAGE)
        while len(entries) == PAGE and (
            further := self._catalog.page(query, after=entries[-1], limit=PAGE)
        ):
            entries = further
        return entries[-1:]

    def _grow(self, branch: Branch, is_open: Callable[[Branch], bool]) -> Branch:
        if not is_open(branch):
            return branch
        grown = (
            self._grow(child, is_open) if isinstance(child, Branch) else child
            for child in self.children(branch)
        )
        return branch._replace(children=tuple(grown))

    def _within(self, region: RegionCount) -> Query:
        conditions = (*_region(region.region_key), _county(region.county_key))
        return self.query._replace(
            conditions=(*self.query.conditions, *conditions), order=Order.NEWEST
        )

    def _has_provinces(self) -> bool:
        provinces = {province for one in self.regions if (province := _province(one))}
        return len(provinces) > PROVINCES_ABOVE

    def _provinces(self, top: Branch) -> tuple[Child, ...]:
        if not self._has_provinces():
            return ()
        found: list[Child] = []
        for province in dict.fromkeys(_province(one) for one in self.regions):
            inside = [one for one in self.regions if _province(one) == province]
            place = places().get(f"{province}0000") if province else None
            prefectures = dict.fromkeys(one.region_key for one in inside)
            if place is None or len(prefectures) == 1:
                found += self._prefectures(top, inside)
                continue
            codes = FieldValues(Field.PREFECTURE, tuple(prefectures))
            count = sum(one.count for one in inside)
            found.append(
                Branch(Level.PROVINCE, (*top.path, province), place.name, count, (codes,))
            )
        return tuple(found)

    def _prefectures(self, above: Branch, regions: Iterable[RegionCount]) -> tuple[Child, ...]:
        counts: dict[str, int] = {}
        names: dict[str, str] = {}
        for one in regions:
            counts[one.region_key] = counts.get(one.region_key, 0) + one.count
            names[one.region_key] = one.region or locale.text("reports.no-region")
        return tuple(
            Branch(Level.PREFECTURE, (*above.path, key), names[key], count, _region(key))
            for key, count in counts.items()
        )

    def _counties(self, branch: Branch) -> tuple[Child, ...]:
        inside = [one for one in self.regions if one.region_key == branch.path[-1]]
        if branch.count <= COMPACT:
            return self._entries(branch, order=Order.REGION)
        if len(inside) == 1:
            return self._months(branch) if branch.count > MONTHS_ABOVE else self._entries(branch)
        return tuple(
            Branch(
                Level.COUNTY,
                (*branch.path, one.county_key),
                one.county or locale.text("screen.own-reports"),
                one.count,
                (*branch.conditions, _county(one.county_key)),
            )
            for one in inside
        )

    def _months(self, branch: Branch) -> tuple[Child, ...]:
        query = self.query_of(branch)
        months = self._catalog.facet(query, Facet.MONTH)
        found: list[Child] = [
            Branch(
                Level.MONTH,
                (*branch.path, month.value),
                month.value,
                month.count,
                (*branch.conditions, FieldValues(Field.DATE, (month.value,))),
            )
            for month in reversed(months)
        ]
        undated = Flagged(Flag.UNDATED)
        count = self._catalog.total(query.and_(Query((undated,))))
        if count:
            name = locale.text("reports.undated")
            conditions = (*branch.conditions, undated)
            found.append(Branch(Level.MONTH, (*branch.path, ""), name, count, conditions))
        return tuple(found)

    def _entries(
        self,
        branch: Branch,
        after: Entry | None = None,
        count: int | None = None,
        order: Order = Order.NEWEST,
    ) -> tuple[Child, ...]:
        query = self.query_of(branch)._replace(order=order)
        entries = self._catalog.page(query, after=after, limit=PAGE)
        left = (branch.count if count is None else count) - len(entries)
        if left > 0 and entries:
            return (*entries, More(branch, entries[-1], left))
        return tuple(entries)


def _province(region: RegionCount) -> str:
    """The first two digits of a region's code; nothing for a heading."""
    key = region.region_key
    return key[:2] if len(key) == 6 and key.isdecimal() else ""


def _region(key: str) -> tuple[Condition, ...]:
    return (FieldValues(Field.PREFECTURE, (key or "none",)),)


def _county(key: str) -> Condition:
    return FieldValues(Field.COUNTY, (key or "none",))
