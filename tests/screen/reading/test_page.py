"""What stands on each row of the page, and where a place in the text is found again."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from tests.screen.reading.reports import HOSTILE, STUDY, long_report
from tests.screen.reading.test_layout import BULLETIN, CLOSING, OPENING, generated
from tui import locale
from tui.bulletins.reading import read_file
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report
from tui.screen.reading.blocks import Kind, date_words, report_blocks
from tui.screen.reading.page import Page

D = date


def drawn(page: Page) -> list[str]:
    """The rows as text, headings marked."""
    page.finish()
    return [
        ("▍" if row.part is not None else " " * row.indent)
        + page.blocks[row.block].text[row.start : row.shown]
        for row in page.rows
    ]


def test_a_report_of_three_parts() -> None:
    page = Page(report_blocks(STUDY), 40)
    assert drawn(page) == [
        "伊犁哈萨克自治州 › 察布查尔锡伯自治县",
        "2023-02-09 Thu · 察布查尔县关工委",
        "",
        "    2月9日,察布查尔县关工委组织“五老”骨",
        "干专题学习《关于进一步加强新时代关心下一",
        "代工作委员会工作的实施意见》(以下简称",
        "《实施意见》)。",
        "▍会议指出",
        "    《实施意见》是贯彻落实重要指示批示精",
        "神的具体行动。",
        "▍会议要求",
        "    各级关工委要深刻认识《实施意见》的重",
        "要意义。",
        "▍大家一致表示",
        "    要以此为新起点,作出新的更大的贡献。",
        "",
        "From xinjiang-2023-02.txt, line 2",
    ]
    assert [part.label for part in page.parts] == ["会议指出", "会议要求", "大家一致表示"]
    assert [part.row for part in page.parts] == [7, 10, 13]


def test_without_indent_a_blank_row_parts_paragraphs() -> None:
    rows = drawn(Page(report_blocks(STUDY), 40, indented=False))
    assert rows[3] == "2月9日,察布查尔县关工委组织“五老”骨干专"
    assert rows[-5:-2] == ["", "▍大家一致表示", "要以此为新起点,作出新的更大的贡献。"]


@pytest.mark.parametrize("width", [*range(2, 30), 50, 80, 81, 200])
@pytest.mark.parametrize("report", [STUDY, HOSTILE, long_report(3000)])
def test_rows_cover_every_block_and_places_are_found(width: int, report: object) -> None:
    assert isinstance(report, type(STUDY))
    page = Page(report_blocks(report, "1/8"), width)
    page.finish()
    for number, block in enumerate(page.blocks):
        rows = [row for row in page.rows if row.block == number and not row.blank]
        assert "".join(block.text[row.start : row.end] for row in rows) == block.text
        for offset in range(0, len(block.text), 7):
            row = page.rows[page.row_of(number, offset)]
            assert row.block == number
            assert row.start <= offset < row.end


def test_a_long_report_is_laid_as_far_as_asked() -> None:
    page = Page(report_blocks(long_report(200_000)), 80)
    page.lay(100)
    assert len(page.rows) == 100
    assert not page.complete
    guess = page.height
    page.finish()
    assert abs(guess - page.height) < page.height / 10
    assert page.parts[-1].row < page.height


def test_a_far_place_is_laid_on_the_way() -> None:
    page = Page(report_blocks(long_report(50_000)), 60)
    row = page.rows[page.row_of(2, 40_000)]
    assert row.start <= 40_000 < row.end
    assert not page.complete


@pytest.mark.parametrize(
    ("held", "english", "chinese"),
    [
        (MeetingDate(), "undated", "无日期"),
        (MeetingDate(as_written="近日"), "近日", "近日"),
        (
            MeetingDate(D(2023, 2, 8), D(2023, 2, 9), Precision.RANGE, "2月8日至9日"),
            "2023-02-08 Wed to 2023-02-09 Thu",
            "2023-02-08 周三 至 2023-02-09 周四",
        ),
        (
            MeetingDate(D(2023, 2, 1), D(2023, 2, 28), Precision.MONTH, "2月"),
            "2023-02",
            "2023-02",
        ),
        (
            MeetingDate(D(2023, 2, 1), D(2023, 2, 10), Precision.PART, "2月上旬"),
            "2023-02-01 Wed to 2023-02-10 Fri (2月上旬)",
            "2023-02-01 周三 至 2023-02-10 周五（2月上旬）",
        ),
    ],
)
def test_dates_in_full(held: MeetingDate, english: str, chinese: str) -> None:
    assert date_words(held) == english
    locale.use("zh")
    try:
        assert date_words(held) == chinese
    finally:
        locale.use("en")


FIRST = "伊犁哈萨克自治州 察布查尔锡伯自治县 日期不详 单位:察布查尔县关工委"


def test_flags_and_corrections_are_said() -> None:
    report = replace(
        STUDY, flags=("reading.year-inferred", "future.flag"), original={"date_start": None}
    )
    said = [block.text for block in report_blocks(report) if block.kind is Kind.FLAG]
    assert said == [
        "! The year is not in the report; it was inferred.",
        "! future.flag",
        f"! Corrected; first read as {FIRST}",
    ]


@pytest.mark.parametrize("original", [{"title": "other"}, {"date_start": "31 February"}])
def test_a_first_reading_that_a_line_cannot_show_is_said(original: dict[str, str]) -> None:
    blocks = report_blocks(replace(STUDY, original=original))
    assert any("differ from what was first read" in block.text for block in blocks)


def test_nothing_of_a_hostile_report_reaches_the_terminal() -> None:
    for block in report_blocks(HOSTILE):
        assert block.text.isprintable()


OPENERS = (
    "会议指出,",
    "会议要求。",
    "会上,",
    "会议强调、会议决定,",
    "会议认为：",
    "下一步,“",
    "会后,。",
)


def report_in_parts(seed: int) -> Report:
    """Clauses with every kind of punctuation, words that may open a part among them."""
    pick = Random(seed)
    clauses = [
        generated(seed * 100 + number, pick.randint(1, 12)) + pick.choice("。！”") + word
        for number, word in enumerate(pick.choices(OPENERS, k=14))
    ]
    return Report(id=f"{seed:012}", paragraphs=("".join(clauses), "".join(clauses[::-1])))


def out_of_place(page: Page) -> list[str]:
    """Rows that begin with closing or end with opening punctuation, but the text's own ends."""
    page.finish()
    wrong = []
    for row in page.rows:
        text = page.blocks[row.block].text
        shown = text[row.start : row.shown]
        begins = row.start > 0 and shown[:1] in CLOSING
        if shown and (begins or (row.end < len(text) and shown[-1] in OPENING)):
            wrong.append(shown)
    return wrong


@pytest.mark.parametrize("width", range(20, 101))
def test_no_punctuation_is_out_of_place(width: int) -> None:
    reports = [*read_file(BULLETIN).reports, *map(report_in_parts, range(6))]
    for report in reports:
        assert out_of_place(Page(report_blocks(report), width)) == []
