"""What the cells of a coverage are called, and the query for the reports of one."""

from datetime import date

from tui import locale
from tui.query.catalog import Period
from tui.query.coverage import CoverageRow
from tui.query.dates import DateRange, read_dates
from tui.query.query import Field, FieldValues, Flag, Query
from tui.reports.neutral import neutral

_NONE = "none"
"""As a region in a query: that there is none."""


def prefecture_name(row: CoverageRow) -> str:
    """The prefecture of a row, or that none is given."""
    return neutral(row.region) or locale.text("coverage.no-region")


def row_name(row: CoverageRow, counties: bool) -> str:
    """What a row is called below its prefecture's heading, or by itself."""
    if not counties:
        return prefecture_name(row)
    return neutral(row.county) or locale.text("coverage.own")


def group_label(first: date, period: Period) -> str:
    """What stands above a column and those after it: the month of days, the year of others."""
    return first.isoformat()[:7] if period is Period.DAY else first.isoformat()[:4]


def column_label(first: date, period: Period) -> str:
    """What stands at the head of a column: 09, 02-06 or 02."""
    return first.strftime({Period.DAY: "%d", Period.WEEK: "%m-%d", Period.MONTH: "%m"}[period])


def period_words(first: date, period: Period) -> str:
    """A period as read in a sentence."""
    if period is Period.WEEK:
        return locale.text("coverage.week", first=first, last=period.last_day(first))
    return period_value(first, period)


def period_value(first: date, period: Period) -> str:
    """A period as the query language writes it."""
    if period is Period.WEEK:
        return f"{first}..{period.last_day(first)}"
    return first.isoformat()[:7] if period is Period.MONTH else first.isoformat()


def cell_query(
    query: Query,
    row: CoverageRow | None,
    counties: bool,
    *,
    first: date | None = None,
    period: Period = Period.MONTH,
    undated: bool = False,
) -> Query:
    """The query for one cell of the coverage of `query`.

    Args:
        query: what was counted.
        row: the region; none for all of them.
        counties: whether rows are counties.
        first: first day of the cell's period; none for all of them.
        period: the length of it.
        undated: whether the cell counts reports without a date.
    """
    if row is not None:
        query = query.with_values(Field.PREFECTURE, (row.region or _NONE,))
        if counties:
            query = query.with_values(Field.COUNTY, (row.county or _NONE,))
    if first is not None:
        query = _in_period(query, first, period)
    return query.with_flag(Flag.UNDATED, True) if undated else query


def _in_period(query: Query, first: date, period: Period) -> Query:
    """`query` for one period: in place of its dates where they take in the whole of it."""
    value = (period_value(first, period),)
    last = period.last_day(first)
    for asked in query.values(Field.DATE):
        dates = read_dates(asked, date.today())
        if isinstance(dates, DateRange) and (
            (dates.first is None or dates.first <= first)
            and (dates.last is None or last <= dates.last)
        ):
            return query.with_values(Field.DATE, value)
    return query.and_(Query((FieldValues(Field.DATE, value),)))


def group_line(labels: list[str], cells: int, room: int) -> str:
    """The labels above columns, each where its first column begins, as far as there is room.

    Args:
        labels: one for each column.
        cells: how wide a column is.
        room: how wide the line is; the last label may reach beyond the last column.
    """
    line = ""
    for number, label in enumerate(labels):
        if number and labels[number - 1] == label:
            continue
        begins = number * cells + 1
        after = next((n for n in range(number, len(labels)) if labels[n] != label), None)
        ends = room if after is None else after * cells
        if begins + len(label) <= ends and len(line) <= begins:
            line = line.ljust(begins) + label
    return line.ljust(room)
