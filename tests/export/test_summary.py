"""What an export says of itself, and how documents number and date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.export.samples import AKSU_CITY, KUQA, SAMPLES, TRAPS, YIZHOU
from tui.export.options import Grouping, Options
from tui.export.outline import Heading, Item, chinese_number, outline
from tui.export.summary import Summary, summarize
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report

SUMMARIES: list[tuple[Sequence[Report], Summary, str, str]] = [
    ((), Summary(), "0 reports, 0 prefectures", ""),
    ((KUQA,), Summary(1, 1, None, None, 1), "1 report, 1 prefecture", ""),
    (
        (AKSU_CITY, KUQA),
        Summary(2, 1, date(2023, 2, 9), date(2023, 2, 9), 1),
        "2 reports, 1 prefecture, 2023-02-09, 1 undated",
        "2023年2月9日",
    ),
    (
        SAMPLES,
        Summary(4, 3, date(2023, 2, 8), date(2023, 2, 12), 1),
        "4 reports, 3 prefectures, 2023-02-08 to 2023-02-12, 1 undated",
        "2023年2月8日至12日",
    ),
]


@pytest.mark.parametrize(("reports", "summary", "sentence", "period"), SUMMARIES)
def test_a_summary(
    reports: Sequence[Report], summary: Summary, sentence: str, period: str
) -> None:
    assert summarize(reports) == summary
    assert str(summary) == sentence
    assert summary.period() == period


def test_a_summary_in_chinese(chinese: None) -> None:
    assert str(summarize(SAMPLES)) == "4 条报告，3 个地州市，2023-02-08 至 2023-02-12，1 条无日期"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2023, 2, 7), date(2023, 2, 9), "2023年2月7日至9日"),
        (date(2023, 2, 27), date(2023, 3, 1), "2023年2月27日至3月1日"),
        (date(2022, 12, 30), date(2023, 1, 2), "2022年12月30日至2023年1月2日"),
    ],
)
def test_a_period(first: date, last: date, words: str) -> None:
    assert Summary(2, 1, first, last).period() == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (102, "一百零二"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1020, "一千零二十"),
        (1200, "一千二百"),
        (9999, "九千九百九十九"),
    ],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def lines(reports: Sequence[Report], options: Options) -> list[str]:
    """The outline, shown as its headings and leads."""
    return [
        part.text if isinstance(part, Heading) else f"- {part.lead}"
        for part in outline(reports, options)
    ]


def test_an_outline_by_prefecture_restarts_its_numbers() -> None:
    assert lines(SAMPLES, Options(numbered=True)) == [
        "一、哈密市",
        "- （一）",
        "二、阿克苏地区",
        "- （一）",
        "- （二）",
        "三、教育系统",
        "- （一）",
    ]


def test_an_outline_by_date_leads_with_the_region() -> None:
    assert lines((YIZHOU, KUQA), Options(grouping=Grouping.DATE)) == [
        "2023年2月8日",
        "- 【哈密市伊州区】",
        "undated",
        "- 【阿克苏地区库车市】",
    ]


@pytest.mark.parametrize(
    ("precision", "last", "words"),
    [
        (Precision.MONTH, 28, "2023年2月"),
        (Precision.PART, 10, "2023年2月上旬"),
        (Precision.RANGE, 10, "2023年2月1日至10日"),
        (Precision.PART, 5, "2023年2月1日至5日"),
    ],
)
def test_a_date_is_said_no_more_exactly_than_it_is_known(
    precision: Precision, last: int, words: str
) -> None:
    held = MeetingDate(date(2023, 2, 1), date(2023, 2, last), precision)
    dated = replace(YIZHOU, held=held)
    assert lines((dated,), Options(grouping=Grouping.DATE))[0] == words


def test_reports_as_ordered_repeat_a_heading() -> None:
    parts = lines((AKSU_CITY, YIZHOU, KUQA), Options(grouping=Grouping.ORDERED))
    assert [part for part in parts if part != "- "] == ["阿克苏地区", "哈密市", "阿克苏地区"]


def test_a_report_of_no_region_says_so() -> None:
    nowhere = replace(TRAPS, heading="")
    assert list(outline([nowhere], Options())) == [
        Heading("Region not given"),
        Item(nowhere, ""),
    ]
