"""Who has reported and who has not."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.query.catalog import CellCounts, Entry, Period, RegionCount
from tui.query.cells import count_cells, periods_of
from tui.query.coverage import Coverage, CoverageRow, expected_rows, fitting_period, tabulate
from tui.query.coverage import coverage as coverage_of
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report

D = date

XINJIANG = [
    RegionCount("650500", "哈密市", "650502", "伊州区", 2),
    RegionCount("652900", "阿克苏地区", "652901", "阿克苏市", 1),
    RegionCount("652900", "阿克苏地区", "652902", "库车市", 1),
]


def entry(region: str, county: str, first: date | None, last: date | None = None) -> Entry:
    """An entry of a region and a date."""
    held = MeetingDate(first, last)
    return Entry("", "某地", region, None, county or None, "", held, None, "")


ENTRIES = [
    entry("650500", "650502", D(2023, 2, 8)),
    entry("650500", "650502", D(2023, 2, 10), D(2023, 2, 13)),
    entry("652900", "652901", D(2023, 2, 8)),
    entry("652900", "652902", None),
]


def coverage(
    cells: CellCounts,
    regions: Sequence[RegionCount],
    everywhere: Sequence[RegionCount],
    period: Period,
    *,
    counties: bool = False,
    span: tuple[date, date] | None = None,
) -> Coverage:
    """The table of these counts."""
    rows = expected_rows(everywhere, counties)
    return tabulate(cells, regions, rows, period, counties=counties, span=span)


@pytest.mark.parametrize(
    ("period", "day", "first", "following"),
    [
        (Period.DAY, D(2023, 2, 8), D(2023, 2, 8), D(2023, 2, 9)),
        (Period.WEEK, D(2023, 2, 8), D(2023, 2, 6), D(2023, 2, 13)),
        (Period.WEEK, D(2023, 2, 6), D(2023, 2, 6), D(2023, 2, 13)),
        (Period.MONTH, D(2023, 1, 31), D(2023, 1, 1), D(2023, 2, 1)),
        (Period.MONTH, D(2023, 12, 1), D(2023, 12, 1), D(2024, 1, 1)),
    ],
)
def test_periods(period: Period, day: date, first: date, following: date) -> None:
    assert period.first_day(day) == first
    assert period.next(first) == following


def test_a_report_counts_in_every_period_it_touches() -> None:
    assert count_cells(ENTRIES, Period.WEEK) == {
        ("650500", ""): {D(2023, 2, 6): 2, D(2023, 2, 13): 1},
        ("652900", ""): {D(2023, 2, 6): 1, None: 1},
    }


def test_those_who_have_not_reported_are_in_the_table() -> None:
    table = coverage(count_cells(ENTRIES, Period.WEEK), XINJIANG, XINJIANG, Period.WEEK)
    assert table.periods == (D(2023, 2, 6), D(2023, 2, 13))
    assert [row.region for row in table.rows][:3] == ["伊犁哈萨克自治州", "塔城地区", "阿勒泰地区"]
    assert len(table.rows) == 14
    assert {
        row.region: (row.counts, row.undated, row.total) for row in table.rows if row.total
    } == {
        "哈密市": ((2, 1), 0, 2),
        "阿克苏地区": ((1, 0), 1, 2),
    }
    assert table.reported == 2
    assert table.share == pytest.approx(2 / 14)
    assert len(table.silent) == 12
    assert table.totals() == (3, 1)
    assert [table.reporting(first) for first in table.periods] == [2, 1]
    assert (table.total, table.undated) == (4, 1)


def test_counties_of_the_prefectures_that_are_there() -> None:
    cells = count_cells(ENTRIES, Period.MONTH, counties=True)
    table = coverage(cells, XINJIANG, XINJIANG, Period.MONTH, counties=True)
    names = [(row.region, row.county) for row in table.rows]
    assert names[0] == ("哈密市", "伊州区")
    assert {region for region, _ in names} == {"哈密市", "阿克苏地区"}
    assert ("阿克苏地区", "库车市") in names
    assert "巴里坤哈萨克自治县" in {row.county for row in table.silent}


def test_the_prefecture_itself_is_no_county_that_should_report() -> None:
    own = RegionCount("650500", "哈密市", "", "", 1)
    county = RegionCount("650500", "哈密市", "650502", "伊州区", 1)
    table = coverage({}, [county], [own, county], Period.MONTH, counties=True)
    assert [row.county for row in table.rows] == ["", "伊州区", "巴里坤哈萨克自治县", "伊吾县"]
    assert [row.county for row in table.silent] == ["巴里坤哈萨克自治县", "伊吾县"]
    assert (table.reported, len(table.expected), round(table.share, 2)) == (1, 3, 0.33)


def test_nobody_is_expected_for_reports_that_name_no_region() -> None:
    nobody = RegionCount("", "", "", "", 3)
    table = coverage({}, [nobody, *XINJIANG], [nobody, *XINJIANG], Period.MONTH)
    assert (table.rows[-1].region_key, table.total) == ("", 7)
    assert (table.reported, len(table.expected)) == (2, 14)


def test_a_span_shows_days_without_reports() -> None:
    span = D(2023, 2, 1), D(2023, 2, 28)
    table = coverage({}, [], XINJIANG, Period.DAY, span=span)
    assert len(table.periods) == 28
    assert set(table.totals()) == {0}
    assert table.share == 0


@pytest.mark.parametrize(
    ("period", "last_column", "last_day"),
    [
        (Period.DAY, D(9999, 12, 31), D(9999, 12, 31)),
        (Period.WEEK, D(9999, 12, 27), D(9999, 12, 31)),
        (Period.MONTH, D(9999, 12, 1), D(9999, 12, 31)),
    ],
)
def test_the_calendar_ends(period: Period, last_column: date, last_day: date) -> None:
    cells = count_cells([entry("650500", "650502", D(9999, 12, 31))], period)
    table = coverage(cells, XINJIANG, XINJIANG, period, span=(D(9999, 12, 1), D(9999, 12, 31)))
    assert table.periods[-1] == last_column
    assert table.totals()[-1] == 1
    assert period.last_day(last_column) == last_day


def test_a_year_written_wrongly_adds_a_column_not_thousands_of_years() -> None:
    days = D(23, 2, 8), D(2023, 2, 8), D(9023, 2, 8)
    cells = count_cells([entry("650500", "650502", day) for day in days], Period.DAY)
    table = coverage(cells, XINJIANG, XINJIANG, Period.DAY)
    assert table.periods == days
    assert table.totals() == (1, 1, 1)


def test_headings_that_are_no_place_come_last() -> None:
    education = RegionCount("教育系统", "教育系统", "", "", 1)
    cells = count_cells([entry("教育系统", "", D(2023, 2, 8))], Period.DAY)
    table = coverage(cells, [education], [*XINJIANG, education], Period.DAY)
    assert table.rows[-1].region == "教育系统"
    assert table.rows[-1].counts == (1,)


def test_a_city_that_is_a_province_has_one_row() -> None:
    beijing = [RegionCount("110000", "北京市", "110105", "朝阳区", 1)]
    table = coverage({}, beijing, beijing, Period.DAY)
    assert [row.region for row in table.rows] == ["北京市"]
    by_county = coverage({}, beijing, beijing, Period.DAY, counties=True)
    assert "海淀区" in {row.county for row in by_county.rows}


def test_nothing_at_all() -> None:
    table = coverage({}, [], [], Period.DAY)
    assert (table.rows, table.periods, table.totals(), table.share) == ((), (), (), 0)


@given(st.sampled_from(Period), st.dates(D(1990, 1, 1), D(2030, 1, 1)), st.integers(0, 100))
def test_periods_cover_every_day_once(period: Period, first: date, more: int) -> None:
    last = date.fromordinal(first.toordinal() + more)
    found = [day for day in periods_of(first, last, period) if day]
    assert found[0] <= first < period.next(found[0])
    assert found[-1] <= last < period.next(found[-1])
    assert all(period.next(one) == two for one, two in pairwise(found))


def catalog_of(*days: date) -> ScanCatalog:
    """A catalog of one report a day."""
    return ScanCatalog(
        Report(str(day), ("会议。",), "哈密市", "650500", held=MeetingDate(day)) for day in days
    )


@pytest.mark.parametrize(
    ("days", "query", "period"),
    [
        ((), "", Period.DAY),
        ((D(2023, 2, 7), D(2023, 2, 9)), "", Period.DAY),
        ((D(2023, 2, 7), D(2023, 3, 9)), "", Period.WEEK),
        ([D(2023, month, 1) for month in range(1, 13)], "", Period.MONTH),
        ((D(2023, 2, 7),), "date:2023", Period.MONTH),
        ((D(2023, 2, 7),), "date:2023-02", Period.DAY),
        ([D(2023, month, 1) for month in range(1, 13)], "date:2023-02..2023-05", Period.WEEK),
    ],
)
def test_a_period_that_fits(days: Sequence[date], query: str, period: Period) -> None:
    assert fitting_period(catalog_of(*days), Query.parse(query)) is period


@pytest.mark.parametrize(
    ("reported", "expected", "percent"),
    [(0, 9, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100), (1, 999, 1), (998, 999, 99), (0, 0, 0)],
)
def test_a_share_is_all_only_where_all_have_reported(
    reported: int, expected: int, percent: int
) -> None:
    rows = tuple(
        CoverageRow(f"{number}", "某市", "", "", (), 0, int(number < reported))
        for number in range(expected)
    )
    assert Coverage(Period.DAY, False, (), rows).percent == percent


@pytest.mark.parametrize(
    ("query", "regions", "columns"),
    [
        ("", 14, 3),
        ("prefecture:哈密市,吐鲁番市", 2, 3),
        ("-prefecture:哈密市", 13, 0),
        ("prefecture:哈密 date:2023-02", 1, 28),
        ("date:2023-02-07..", 14, 3),
        ("没有这个词", 14, 0),
    ],
)
def test_rows_and_columns_are_those_asked_for(query: str, regions: int, columns: int) -> None:
    catalog = catalog_of(D(2023, 2, 7), D(2023, 2, 9))
    table = coverage_of(catalog, Query.parse(query), Period.DAY)
    assert (len(table.rows), len(table.periods)) == (regions, columns)


def test_a_cell_counts_what_its_query_finds() -> None:
    held = MeetingDate(D(2023, 2, 28), D(2023, 3, 2), Precision.RANGE)
    catalog = ScanCatalog([Report("a", ("会议。",), "哈密市", "650500", held=held)])
    table = coverage_of(catalog, Query(), Period.MONTH)
    (row,) = (row for row in table.rows if row.has_reported)
    for month, count in zip(table.periods, row.counts, strict=True):
        query = Query.parse(f"prefecture:{row.region_key} date:{month:%Y-%m}")
        assert catalog.total(query) == count == 1
    assert row.total == 1
