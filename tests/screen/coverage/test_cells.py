"""The query behind each cell of a coverage."""

from datetime import date

import pytest

from tests.screen.coverage.reports import CATALOG
from tui.query.catalog import Period
from tui.query.coverage import CoverageRow, coverage
from tui.query.query import Query
from tui.screen.coverage.cells import cell_query, group_line, period_words

ILI = CoverageRow("654000", "伊犁哈萨克自治州", "", "", (), 0, 0)
QAPQAL = CoverageRow("654000", "伊犁哈萨克自治州", "654022", "察布查尔锡伯自治县", (), 0, 0)
NOWHERE = CoverageRow("", "", "", "", (), 0, 0)
DAY = date(2023, 2, 6)


@pytest.mark.parametrize(
    ("asked", "row", "counties", "first", "period", "query"),
    [
        ("", ILI, False, DAY, Period.DAY, "prefecture:伊犁哈萨克自治州 date:2023-02-06"),
        ("", ILI, False, DAY, Period.WEEK,
         "prefecture:伊犁哈萨克自治州 date:2023-02-06..2023-02-12"),
        ("", None, False, date(2023, 2, 1), Period.MONTH, "date:2023-02"),
        ("", None, False, date(99, 2, 1), Period.MONTH, "date:0099-02"),
        ("", None, False, date(9999, 12, 27), Period.WEEK, "date:9999-12-27..9999-12-31"),
        ("", QAPQAL, True, None, Period.MONTH,
         "prefecture:伊犁哈萨克自治州 county:察布查尔锡伯自治县"),
        ("", ILI, True, None, Period.MONTH, "prefecture:伊犁哈萨克自治州 county:none"),
        ("", NOWHERE, False, None, Period.MONTH, "prefecture:none"),
        # dates that take in the whole period give way to it, others stay
        ("学习 date:2023", ILI, False, DAY, Period.WEEK,
         "学习 date:2023-02-06..2023-02-12 prefecture:伊犁哈萨克自治州"),
        ("date:2023-02-08..", ILI, False, DAY, Period.WEEK,
         "date:2023-02-08.. prefecture:伊犁哈萨克自治州 date:2023-02-06..2023-02-12"),
        ("prefecture:伊犁州,塔城地区", ILI, False, None, Period.DAY,
         "prefecture:伊犁哈萨克自治州"),
    ],
)  # fmt: skip
def test_cell_query(
    asked: str,
    row: CoverageRow | None,
    counties: bool,
    first: date | None,
    period: Period,
    query: str,
) -> None:
    found = cell_query(Query.parse(asked), row, counties, first=first, period=period)
    assert found == Query.parse(query)


@pytest.mark.parametrize("counties", [False, True])
@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize("asked", ["", "date:2023-02-07..", "prefecture:伊犁州", "会议"])
def test_every_cell_s_query_finds_what_it_counts(
    asked: str, period: Period, counties: bool
) -> None:
    query = Query.parse(asked)
    table = coverage(CATALOG, query, period, counties=counties)
    for row in table.rows:
        assert CATALOG.total(cell_query(query, row, counties)) == row.total
        assert CATALOG.total(cell_query(query, row, counties, undated=True)) == row.undated
        for first, count in zip(table.periods, row.counts, strict=True):
            found = cell_query(query, row, counties, first=first, period=period)
            assert CATALOG.total(found) == count


def test_undated_reports_of_a_region() -> None:
    found = cell_query(Query(), ILI, False, undated=True)
    assert found == Query.parse("prefecture:伊犁哈萨克自治州 is:undated")


def test_a_period_in_words() -> None:
    assert period_words(DAY, Period.DAY) == "2023-02-06"
    assert period_words(DAY, Period.WEEK) == "2023-02-06 to 2023-02-12"
    assert period_words(DAY, Period.MONTH) == "2023-02"


@pytest.mark.parametrize(
    ("labels", "cells", "room", "line"),
    [
        (["2023"], 3, 9, " 2023    "),
        (["2023-02"], 3, 8, " 2023-02"),
        (["2023-02"], 3, 7, "       "),
        (["2022", "2023"], 3, 9, "    2023 "),
        (["2022", "2022", "2023", "2023"], 3, 12, " 2022  2023 "),
    ],
)
def test_labels_above_columns_reach_into_free_room(
    labels: list[str], cells: int, room: int, line: str
) -> None:
    assert group_line(labels, cells, room) == line
