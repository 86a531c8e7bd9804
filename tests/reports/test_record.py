"""Records: what a table of another program needs, and what is wrong with a row that is none."""

import pytest

from tui.reports.date import MeetingDate, Precision
from tui.reports.errors import RecordError
from tui.reports.report import LONGEST_TITLE, Report, report_id

BODY = "2月9日,乌苏市关工委召开学习会。\n会议要求,抓好落实。"


def test_a_record_needs_no_more_than_a_body() -> None:
    report = Report.from_record({"body": BODY})
    assert report.id == report_id(None, BODY)
    assert report.paragraphs == tuple(BODY.split("\n"))
    assert report.held == MeetingDate()
    assert Report.from_record(report.record()) == report


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (BODY, "2月9日,乌苏市关工委召开学习会。"),
        ("\n\n  会议。 \n次日。", "会议。"),
        ("学" * LONGEST_TITLE, "学" * LONGEST_TITLE),
        ("学" * (LONGEST_TITLE + 1), "学" * (LONGEST_TITLE - 1) + "…"),
    ],
)
def test_the_first_words_stand_for_a_title_that_is_not_there(body: str, title: str) -> None:
    assert Report.from_record({"body": body}).title == title
    assert Report.from_record({"body": body, "title": None}).title == title
    assert Report.from_record({"body": body, "title": ""}).title == ""


def test_a_date_without_a_precision_is_a_day() -> None:
    held = Report.from_record({"body": BODY, "date_start": "2023-02-09"}).held
    assert held.precision is Precision.DAY


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("body", None),
        ("body", " \n "),
        ("body", 7),
        ("id", 7),
        ("title", ["x"]),
        ("date_start", "2023-02-30"),
        ("date_end", 20230209),
        ("precision", "hour"),
        ("documents", "实施意见"),
        ("documents", ["实施意见", 7]),
        ("flags", {}),
        ("source", "a.txt"),
        ("original", []),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(field: str, value: object) -> None:
    with pytest.raises(RecordError) as caught:
        Report.from_record({"body": BODY, field: value}, "a.json#3")
    assert caught.value.values == {"where": "a.json#3", "field": field}
