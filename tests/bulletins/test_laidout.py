"""Bulletins the program wrote: labels say what words do not."""

from datetime import date

from tui.bulletins import read_text
from tui.reports.date import Precision

BULLETIN = """\
简报

哈密市
〔伊州区 2023-02-08〕
区关工委召开会议。
2月9日,另一件事。
巴里坤哈萨克自治县

2023年2月7日,巴里坤县民政局召开会议。
会议指出,照此办理。

〔本级 2023-02下旬 单位:哈密市民政局〕
〔附 {"title": "民政局学习"}〕
召开会议,学习《办法》。

教育系统
〔地区不详 日期不详〕
5月1日,某校召开会议。
"""


def test_each_block_is_one_report() -> None:
    reading = read_text(BULLETIN)
    assert reading.title == "简报"
    assert [report.paragraphs[0][:6] for report in reading.reports] == [
        "区关工委召开",
        "2023年2",
        "召开会议,学",
        "5月1日,某",
    ]


def test_a_label_says_the_region_and_the_date() -> None:
    first = read_text(BULLETIN).reports[0]
    assert (first.prefecture, first.county) == ("哈密市", "伊州区")
    assert first.held.start == date(2023, 2, 8)
    assert first.paragraphs[-1] == "巴里坤哈萨克自治县"


def test_without_a_label_the_words_are_read() -> None:
    second = read_text(BULLETIN).reports[1]
    assert second.county == "巴里坤哈萨克自治县"
    assert second.held.start == date(2023, 2, 7)
    assert not second.held.year_inferred


def test_parts_organisation_and_attachment() -> None:
    third = read_text(BULLETIN).reports[2]
    assert (third.county, third.organisation) == (None, "哈密市民政局")
    assert (third.held.precision, third.held.end) == (Precision.PART, date(2023, 2, 28))
    assert third.title == "民政局学习"


def test_no_region_and_no_date() -> None:
    last = read_text(BULLETIN).reports[3]
    assert (last.prefecture, last.heading) == (None, "教育系统")
    assert last.held.start is None
    assert last.held.as_written == "5月1日"
