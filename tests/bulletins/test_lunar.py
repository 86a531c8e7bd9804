"""Days of the lunar calendar: the table, and how they are written."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tui.bulletins import read_text
from tui.bulletins.lunar import day_of
from tui.reports.bundled import bundled_table

PAGE = "各县工作动态\n{}\n\n{}，始兴县关工委召开会议，排定讲堂课表。\n"


def test_every_year_ends_where_the_next_begins() -> None:
    rows = bundled_table("lunar.tsv")
    for (year, first, leap, long), (after, next_first, *_) in pairwise(rows):
        assert (int(after), len(long)) == (int(year) + 1, 12 + (leap != "0"))
        days = sum(29 + (sign == "1") for sign in long)
        assert date.fromisoformat(first) + timedelta(days) == date.fromisoformat(next_first)


@pytest.mark.parametrize(
    ("lunar", "day"),
    [
        ((1954, 11, 1, False), "1954-11-25"),
        ((1978, 8, 15, False), "1978-09-17"),
        ((2020, 4, 1, True), "2020-05-23"),
        ((2020, 5, 1, False), "2020-06-21"),
        ((2023, 8, 15, False), "2023-09-29"),
        ((2024, 12, 30, False), "None"),
        ((2023, 3, 1, True), "None"),
        ((1900, 1, 1, False), "None"),
    ],
)
def test_days_as_known_from_almanacs(lunar: tuple[int, int, int, bool], day: str) -> None:
    year, month, number, leap = lunar
    assert str(day_of(year, month, number, leap=leap)) == day


@pytest.mark.parametrize(
    ("published", "words", "first", "last"),
    [
        ("2023年2月24日", "农历正月初八", "2023-01-29", "None"),
        ("2023年2月24日", "腊月廿三", "2023-01-14", "None"),
        ("2023年5月24日", "农历闰二月初三上午", "2023-03-24", "None"),
        ("2023年10月9日", "农历癸卯年八月十五日", "2023-09-29", "None"),
        ("2023年7月9日", "五月初八至初十", "2023-06-25", "2023-06-27"),
        ("2023年7月9日", "五月二十二日", "2023-05-22", "None"),
        ("2023年7月9日", "二月廿二日", "2023-02-22", "None"),
        ("2022年12月9日", "十一月廿八", "None", "None"),
        ("", "正月初八", "None", "None"),
    ],
)
def test_days_as_they_are_written(published: str, words: str, first: str, last: str) -> None:
    (report,) = read_text(PAGE.format(published, words)).reports
    assert (str(report.held.start), str(report.held.end)) == (first, last)
    assert report.organisation == "始兴县关工委"
