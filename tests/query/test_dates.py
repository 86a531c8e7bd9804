"""The dates of a query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.query.dates import DateRange, EveryYear, read_dates
from tui.query.errors import DateError

TODAY = date(2023, 2, 15)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023年", "2023-01-01", "2023-12-31"),
        ("２０２３", "2023-01-01", "2023-12-31"),
        ("二〇二三年", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-2", "2023-02-01", "2023-02-28"),
        ("2024/2", "2024-02-01", "2024-02-29"),
        ("202302", "2023-02-01", "2023-02-28"),
        ("2023年2月", "2023-02-01", "2023-02-28"),
        ("2023-02-09", "2023-02-09", "2023-02-09"),
        ("2023.2.9", "2023-02-09", "2023-02-09"),
        ("20230209", "2023-02-09", "2023-02-09"),
        ("2023年2月9日", "2023-02-09", "2023-02-09"),
        ("2023 年 2 月 9 号", "2023-02-09", "2023-02-09"),
        ("二〇二三年十二月三十一日", "2023-12-31", "2023-12-31"),
        ("2023年2月上旬", "2023-02-01", "2023-02-10"),
        ("2023年2月下旬", "2023-02-21", "2023-02-28"),
        ("2023年上半年", "2023-01-01", "2023-06-30"),
        ("2022年第四季度", "2022-10-01", "2022-12-31"),
        ("今天", "2023-02-15", "2023-02-15"),
        ("today", "2023-02-15", "2023-02-15"),
        ("昨天", "2023-02-14", "2023-02-14"),
        ("Yesterday", "2023-02-14", "2023-02-14"),
        ("前天", "2023-02-13", "2023-02-13"),
        ("本周", "2023-02-13", "2023-02-19"),
        ("this-week", "2023-02-13", "2023-02-19"),
        ("上周", "2023-02-06", "2023-02-12"),
        ("last-week", "2023-02-06", "2023-02-12"),
        ("last week", "2023-02-06", "2023-02-12"),
        ("本月", "2023-02-01", "2023-02-28"),
        ("this-month", "2023-02-01", "2023-02-28"),
        ("上月", "2023-01-01", "2023-01-31"),
        ("上个月", "2023-01-01", "2023-01-31"),
        ("last-month", "2023-01-01", "2023-01-31"),
        ("本月9日", "2023-02-09", "2023-02-09"),
        ("上月9日", "2023-01-09", "2023-01-09"),
        ("今年", "2023-01-01", "2023-12-31"),
        ("去年", "2022-01-01", "2022-12-31"),
        ("去年2月", "2022-02-01", "2022-02-28"),
        ("last-year", "2022-01-01", "2022-12-31"),
        ("近7天", "2023-02-09", "2023-02-15"),
        ("近七天", "2023-02-09", "2023-02-15"),
        ("最近1天", "2023-02-15", "2023-02-15"),
        ("近两周", "2023-02-02", "2023-02-15"),
        ("近3个月", "2022-11-16", "2023-02-15"),
        ("近一年", "2022-02-16", "2023-02-15"),
        ("last-7-days", "2023-02-09", "2023-02-15"),
        ("past-2-weeks", "2023-02-02", "2023-02-15"),
        ("last-3-months", "2022-11-16", "2023-02-15"),
        ("2023-02-08..2023-02-09", "2023-02-08", "2023-02-09"),
        ("2023-02..2023-03", "2023-02-01", "2023-03-31"),
        ("..2023-02", None, "2023-02-28"),
        ("2023-02..", "2023-02-01", None),
        ("上月..今天", "2023-01-01", "2023-02-15"),
        ("last-week..", "2023-02-06", None),
        ("2023年2月8日至10日", "2023-02-08", "2023-02-10"),
        ("2023年2月8日—3月1日", "2023-02-08", "2023-03-01"),
        ("2月8日..2023-03-01", "2023-02-08", "2023-03-01"),
        ("2月9日..今天", "2023-02-09", "2023-02-15"),
        ("2023-02-08。。2023-02-09", "2023-02-08", "2023-02-09"),
        ("2023-02-08～2023-02-09", "2023-02-08", "2023-02-09"),
    ],
)
def test_ranges(text: str, first: str | None, last: str | None) -> None:
    assert read_dates(text, TODAY) == DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2月9日", (2, 9), (2, 9)),
        ("二月九日", (2, 9), (2, 9)),
        ("元月9号", (1, 9), (1, 9)),
        ("02-09", (2, 9), (2, 9)),
        ("2月", (2, 1), (2, 29)),
        ("2月上旬", (2, 1), (2, 10)),
        ("2月8日至10日", (2, 8), (2, 10)),
        ("2月8日..10日", (2, 8), (2, 10)),
        ("12月..1月", (12, 1), (1, 31)),
        ("2月9日..", (2, 9), (12, 31)),
        ("..2月9日", (1, 1), (2, 9)),
    ],
)
def test_every_year(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert read_dates(text, TODAY) == EveryYear(first, last)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "bad-date"),
        ("..", "bad-date"),
        ("9日", "bad-date"),
        ("昨天..10日", "bad-date"),
        ("近日", "bad-date"),
        ("2023年工作", "bad-date"),
        ("1..2..3", "bad-date"),
        ("'; drop table", "bad-date"),
        ("\ud800", "bad-date"),
        ("2月30日", "no-such-day"),
        ("2023-02-29", "no-such-day"),
        ("2023-13", "no-such-day"),
        ("2023-00", "no-such-day"),
        ("0000", "no-such-day"),
        ("13月5日", "no-such-day"),
        ("近0天", "no-such-day"),
        ("近99999月", "no-such-day"),
        ("2023年2月8日至30日", "no-such-day"),
        ("2月29日..2023-03-01", "no-such-day"),
        ("2023-02-09..2023-02-08", "reversed"),
        ("今天..昨天", "reversed"),
    ],
)
def test_unreadable(text: str, key: str) -> None:
    with pytest.raises(DateError) as error:
        read_dates(text, TODAY)
    assert error.value.key == f"query.{key}"


@pytest.mark.parametrize(
    ("dates", "start", "end", "touches"),
    [
        ("2023-02", "2023-02-28", "2023-03-02", True),
        ("2023-02", "2023-03-01", "2023-03-02", False),
        ("..2023-02", "2023-02-28", "2023-03-02", True),
        ("2023-03..", "2023-02-28", "2023-03-02", True),
        ("2月9日", "2019-02-09", "2019-02-09", True),
        ("2月9日", "2019-02-08", "2019-02-10", True),
        ("2月9日", "2019-02-10", "2019-02-10", False),
        ("2月29日", "2023-02-28", "2023-03-01", False),
        ("2月29日", "2024-02-28", "2024-03-01", True),
        ("2月", "2024-02-29", "2024-02-29", True),
        ("12月..1月", "2023-01-31", "2023-01-31", True),
        ("12月..1月", "2023-02-01", "2023-11-30", False),
        ("12月30日", "2022-12-25", "2023-01-05", True),
        ("12月30日", "0001-01-01", "0001-01-01", False),
        ("12月..1月", "9999-12-31", "9999-12-31", True),
    ],
)
def test_touches(dates: str, start: str, end: str, touches: bool) -> None:
    read = read_dates(dates, TODAY)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert read.touches(first, last) is touches
    assert any(one.touches(first, last) for one in read.within(first, last)) is touches


@given(st.text() | st.text("0123456789-.年月日今去近天上本..至 "), st.dates())
def test_anything_may_be_written(text: str, today: date) -> None:
    try:
        read_dates(text, today)
    except DateError as error:
        assert error.key in ("query.bad-date", "query.no-such-day", "query.reversed")


@given(st.dates(), st.dates())
def test_ranges_of_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    expected = DateRange(first, last)
    assert read_dates(f"{first.isoformat()}..{last.isoformat()}", TODAY) == expected
