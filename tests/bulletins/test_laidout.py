"""Bulletins the program wrote: labels say what words do not."""

import zipfile
from datetime import date
from pathlib import Path

from tui.bulletins import read_file, read_text
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


def test_labels_count_in_a_web_page() -> None:
    lines = (
        *("哈密市", "〔伊州区 2023-02-08〕", "区关工委组织学习。", "会议指出,照此办理。"),
        *("〔本级 2023-02下旬 单位:哈密市民政局〕", "召开会议,部署工作。"),
        *("塔城地区", "〔沙湾市 日期不详〕", "市妇联召开会议。"),
    )
    page = "".join(f"<p>{line}</p>" for line in lines)
    reports = read_text(f"<html><body>{page}</body></html>").reports
    assert [(one.county, str(one.held.start), len(one.paragraphs)) for one in reports] == [
        ("伊州区", "2023-02-08", 2),
        (None, "2023-02-21", 1),
        ("沙湾市", "None", 1),
    ]
    assert reports[1].organisation == "哈密市民政局"


def test_labels_count_in_a_word_file(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in BULLETIN.split("\n"))
    with zipfile.ZipFile(tmp_path / "labels.docx", "w") as archive:
        document = f'<w:document xmlns:w="{space}"><w:body>{lines}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    found = read_file(tmp_path / "labels.docx").reports
    expected = read_text(BULLETIN).reports
    assert [(one.id, one.held, one.organisation, one.title) for one in found] == [
        (one.id, one.held, one.organisation, one.title) for one in expected
    ]
