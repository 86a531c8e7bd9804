"""The customer's bulletin: eight reports under seven prefectures."""

import re
from datetime import date

import pytest

from tui.bulletins import read_text
from tui.reports.bundled import data_folder
from tui.reports.report import Report

SAMPLE = data_folder() / "bulletins" / "xinjiang-2023-02.txt"

EXPECTED = [
    ("伊犁哈萨克自治州", "察布查尔锡伯自治县", date(2023, 2, 9), "察布查尔县关工委"),
    ("塔城地区", "乌苏市", date(2023, 2, 8), "乌苏市关工委"),
    ("克拉玛依市", "克拉玛依区", date(2023, 2, 8), "克拉玛依区昆仑路街道吉祥苑社区关工委"),
    ("昌吉回族自治州", None, date(2023, 2, 7), "昌吉州关工委"),
    ("哈密市", "伊州区", date(2023, 2, 8), "伊州区关工委"),
    ("阿克苏地区", "阿克苏市", date(2023, 2, 9), "阿克苏市关工委"),
    ("阿克苏地区", "库车市", None, "库车市关工委"),
    ("喀什地区", None, date(2023, 2, 9), "喀什地区关工委"),
]


def _reports() -> tuple[Report, ...]:
    return read_text(SAMPLE.read_text(encoding="utf-8"), file=SAMPLE.name).reports


def test_every_field_that_matters() -> None:
    read = [(r.prefecture, r.county, r.held.start, r.organisation) for r in _reports()]
    assert read == EXPECTED


def test_the_year_is_inferred_and_says_so() -> None:
    assert all(report.held.year_inferred for report in _reports() if report.held.start)


def test_no_word_is_lost_or_changed() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    paragraphs = [line.strip() for line in text.splitlines() if len(line) > 20]
    assert [report.body for report in _reports()] == paragraphs


def test_the_announced_short_form_is_no_document() -> None:
    assert _reports()[0].documents == (
        "关于进一步加强新时代关心下一代工作委员会工作的实施意见",
        "关于加强新时代关心下一代工作委员会工作的意见",
        "意见",
    )


def test_titles_tell_reports_apart_and_hold_no_date() -> None:
    titles = [report.title for report in _reports()]
    assert len(set(titles)) == len(titles)
    assert not any("2月" in title for title in titles)


@pytest.mark.parametrize(
    "blank", [chr(code) for code in range(0x3001) if chr(code).isspace() and code > 0x1F]
)
def test_the_width_of_an_indent_makes_no_difference(blank: str) -> None:
    text = SAMPLE.read_text("utf-8")
    indented = re.sub(r"(?m)^\s*(?=\S)", blank * 2, text)
    assert _said(indented) == _said(text)


def _said(text: str) -> list[tuple[object, ...]]:
    return [(one.held, one.county, one.organisation, one.body) for one in read_text(text).reports]
