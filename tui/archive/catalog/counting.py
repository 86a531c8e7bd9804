"""How many matches there are, by region, month and whatever else they have."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tui.archive.catalog import words
from tui.archive.catalog.cells import count_cells
from tui.archive.catalog.codes import Codes, Writing
from tui.archive.catalog.layout import LAST_DAY, UNDATED
from tui.archive.catalog.plan import NUMBER, Plan
from tui.archive.catalog.reader import Reader
from tui.archive.catalog.rows import text
from tui.query.catalog import CellCounts, Entry, Facet, FacetCount, Period, RegionCount, RegionKey
from tui.query.cells import periods_of
from tui.query.matching import RegionOrder, region_order

KEPT = 8
"""Queries whose counts per region are remembered: for the tree, then for the coverage."""

ORGANISATIONS = " JOIN organisation ON organisation.id = report.organisation"
DOCUMENTS = (
    f" JOIN citation ON citation.number = {NUMBER}"
    " JOIN document ON document.id = citation.document"
)


def total(reader: Reader, plan: Plan) -> int:
    """How many matches there are."""
    if plan.selects_all:
        return reader.one("SELECT total(count) FROM region")
    return reader.one(*plan.sql("count(*)"))


def by_region(reader: Reader, plan: Plan) -> dict[int, int]:
    """How many matches each row of the table of regions has; rows without any are left out."""
    if plan.selects_all:
        return dict(reader.connection.execute("SELECT id, count FROM region WHERE count > 0"))
    if plan.impossible:
        return {}
    counted = reader.names.counted
    if plan not in counted:
        if len(counted) == KEPT:
            counted.clear()
        counted[plan] = _by_region(reader, plan)
    return counted[plan]


def _by_region(reader: Reader, plan: Plan) -> dict[int, int]:
    return dict(_codes(reader, plan).count())


def _codes(reader: Reader, plan: Plan) -> Codes:
    """The matches with their days, remembered while a coverage is looked at in several ways."""
    names = reader.names
    if names.writing is None:
        names.writing = Writing.of(reader.connection, reader.layout)
    if names.latest is None or names.latest[0] != plan:
        names.latest = plan, Codes(reader.connection, plan, names.writing)
    return names.latest[1]


def regions(reader: Reader, plan: Plan) -> list[RegionCount]:
    """As `Catalog.regions`."""
    counts: Counter[tuple[str, str]] = Counter()
    entries: dict[tuple[str, str], Entry] = {}
    for one, count in _regions(reader, plan):
        counts[one.region_key, one.county_key] += count
        entries.setdefault((one.region_key, one.county_key), one)
    return [
        RegionCount(
            one.region_key,
            one.prefecture or one.heading,
            one.county_key,
            one.county or "",
            counts[one.region_key, one.county_key],
        )
        for one in sorted(entries.values(), key=region_order)
    ]


def facet(reader: Reader, plan: Plan, wanted: Facet) -> list[FacetCount]:
    """As `Catalog.facet`."""
    if wanted is Facet.MONTH:
        return _months(reader, plan)
    if wanted is Facet.ORGANISATION:
        return _names(reader, plan, "organisation", ORGANISATIONS, "{}")
    if wanted is Facet.DOCUMENT:
        return _names(reader, plan, "document", DOCUMENTS, "《{}》")
    counts: Counter[str] = Counter()
    places: dict[str, RegionOrder] = {}
    for one, count in _regions(reader, plan):
        name = (one.prefecture or one.heading) if wanted is Facet.PREFECTURE else one.county
        if name:
            counts[name] += count
            place = region_order(one)
            places[name] = min(place, places.get(name, place))
    return [FacetCount(name, counts[name]) for name in sorted(counts, key=places.__getitem__)]


def cells(reader: Reader, plan: Plan, period: Period, *, counties: bool) -> CellCounts:
    """As `Catalog.cells`."""
    names: dict[RegionKey, int] = {}
    keys = {
        row: names.setdefault((one.region_key, one.county_key if counties else ""), len(names))
        for row, one in reader.names.regions.items()
    }
    found = count_cells(_codes(reader, plan), _lasting(reader, plan, period), period, keys)
    return {name: found[key] for name, key in names.items() if found.get(key)}


def _lasting(reader: Reader, plan: Plan, period: Period) -> list[tuple[int, int, int]]:
    """Group, row of the region and length of the matches that may touch several periods."""
    group = f"(number >> {reader.layout.span})"
    begun = f"({LAST_DAY - 1} - {group})"
    condition = f"number >= {plan.low} AND number < {plan.high}"
    values: list[object] = []
    if period is Period.WEEK:  # the first day of the calendar was a Monday
        condition += f" AND {begun} / 7 <> ({begun} + days) / 7"
    if period is Period.MONTH or not plan.is_range:
        token = words.SPANNING if period is Period.MONTH else words.LASTING
        matches, values = plan.finding(token).sql(NUMBER)
        condition += f" AND number IN ({matches})"
    return reader.connection.execute(
        f"SELECT {group}, number & {reader.layout.region_mask}, days FROM lasting"
        f" WHERE {condition}",
        values,
    ).fetchall()


def _regions(reader: Reader, plan: Plan) -> Iterator[tuple[Entry, int]]:
    known = reader.names.regions
    return ((known[row], count) for row, count in by_region(reader, plan).items())


def _names(reader: Reader, plan: Plan, table: str, joins: str, written: str) -> list[FacetCount]:
    sql, values = plan.sql(f"{table}.name, count(*)", f"GROUP BY {table}.id", joins)
    found = [
        (written.format(text(name)), count)
        for name, count in reader.connection.execute(sql, values)
    ]
    return [
        FacetCount(value, count)
        for value, count in sorted(found, key=lambda one: (-one[1], one[0]))
    ]


def _months(reader: Reader, plan: Plan) -> list[FacetCount]:
    values: list[object] = []
    if plan.selects_all:
        sql = "SELECT day_group, count FROM day WHERE count > 0"
    else:
        sql, values = plan.sql(f"{NUMBER} >> {reader.layout.span}, count(*)", "GROUP BY 1")
    counts: Counter[str] = Counter()
    for group, count in reader.connection.execute(sql, values).fetchall():
        if group < UNDATED:
            counts[_month(date.fromordinal(LAST_DAY - group))] += count
    lasting: Counter[str] = Counter()
    spanning = plan.finding(words.SPANNING)
    sql, values = spanning.sql("report.first, report.last", joins=" ")
    for first, last in reader.connection.execute(sql, values):
        counts[_month(date.fromordinal(first))] -= 1
        touched = periods_of(_day(first), _day(last), Period.MONTH)
        months = [_month(day) for day in touched if day is not None]
        counts.update(months)
        lasting.update(months[1:])
    ordered = sorted(month for month, count in counts.items() if count)
    return [FacetCount(month, counts[month], lasting[month]) for month in ordered]


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
