"""A correction is one line: region, date, organisation."""

from dataclasses import replace
from datetime import date

import pytest

from tui.reports.correction import (
    CorrectionError,
    corrected,
    correction_of,
    fields_between,
    first_reading,
)
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report

REPORT = Report(
    "0" * 12,
    ("2月8日,伊州区关工委召开会议。",),
    "哈密市",
    "650500",
    "伊州区",
    "650502",
    held=MeetingDate(date(2023, 2, 8), None, Precision.DAY, "2月8日", True),
    organisation="伊州区关工委",
)


def test_the_line_offered_changes_nothing() -> None:
    assert correction_of(REPORT) == "哈密市 伊州区 2023-02-08 单位:伊州区关工委"
    assert corrected(REPORT, correction_of(REPORT)) == REPORT


@pytest.mark.parametrize(
    ("line", "region"),
    [
        ("哈密市 本级", ("哈密市", "650500", None, None)),
        ("本级", ("哈密市", "650500", None, None)),
        ("巴里坤哈萨克自治县", ("哈密市", "650500", "巴里坤哈萨克自治县", "650521")),
        ("库车市", ("阿克苏地区", "652900", "库车市", "652902")),
        ("阿克苏地区", ("阿克苏地区", "652900", None, None)),
        ("地区不详", (None, None, None, None)),
    ],
)
def test_a_region_is_named_by_itself_or_with_its_prefecture(
    line: str, region: tuple[str | None, ...]
) -> None:
    report = corrected(REPORT, line)
    assert region == (report.prefecture, report.prefecture_code, report.county, report.county_code)
    assert report.held == REPORT.held
    assert report.id == REPORT.id


def test_a_date_keeps_the_words_it_was_read_from() -> None:
    held = corrected(REPORT, "2023-02-10..2023-02-12").held
    assert held == MeetingDate(
        date(2023, 2, 10), date(2023, 2, 12), Precision.RANGE, "2月8日", False
    )
    assert corrected(REPORT, "日期不详").held.precision is Precision.UNKNOWN


def test_an_organisation_may_be_taken_away() -> None:
    assert corrected(REPORT, "单位:哈密市妇联").organisation == "哈密市妇联"
    assert corrected(REPORT, "单位不详") == replace(REPORT, organisation=None)


@pytest.mark.parametrize("line", ["", "火星市", "鼓楼区", "哈密市 库车市", "2023-02-30"])
def test_what_names_no_place_or_several_is_refused(line: str) -> None:
    with pytest.raises(CorrectionError):
        corrected(REPORT, line)


def test_the_fields_that_a_correction_changes() -> None:
    better = corrected(REPORT, "巴里坤县 2023-02-09")
    assert fields_between(REPORT, better) == {
        "county": "巴里坤哈萨克自治县",
        "county_code": "650521",
        "date_start": "2023-02-09",
        "year_inferred": False,
    }
    assert fields_between(REPORT, REPORT) == {}


def test_the_first_reading_of_a_corrected_report() -> None:
    assert first_reading(REPORT) is None
    better = replace(
        REPORT,
        county=None,
        county_code=None,
        original={
            "county": "伊州区",
            "county_code": "650502",
        },
    )
    assert first_reading(better) == REPORT
    assert first_reading(replace(REPORT, original={"date_start": "soon"})) is None
