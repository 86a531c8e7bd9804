"""Pages worn by copying: run into one line, spaced by a scanner, cut by page numbers."""

import pytest

from tui.bulletins import read_text

FIRST = (
    "3月5日，新密市关工委召开“五老”座谈会，学习《关于加强新时代关心下一代工作的意见》，"
    "对全年工作作出安排。会议要求，要发挥“五老”优势。"
)
SECOND = "3月6日，登封市妇联举办家庭教育讲座，邀请专家为三百余名家长授课，受到欢迎。"
THIRD = "3月7日，孟津区关工委走访慰问困难儿童，送去书包文具。"
HEAD = "全省关工委工作动态 2024年3月12日 来源：河南省关工委"
HELD = [
    ("郑州市", "新密市", "2024-03-05", "新密市关工委", FIRST),
    ("郑州市", "登封市", "2024-03-06", "登封市妇联", SECOND),
    ("洛阳市", "孟津区", "2024-03-07", "孟津区关工委", THIRD),
]
PAGE = f"全省关工委工作动态\n2024年3月12日\n郑州市\n{FIRST}\n{SECOND}\n洛阳市\n{THIRD}\n"


def _held(text: str) -> list[tuple[str | None, str | None, str, str | None, str]]:
    return [
        (
            report.prefecture,
            report.county,
            str(report.held.start),
            report.organisation,
            report.body.replace("\n", "").replace(" ", ""),
        )
        for report in read_text(text).reports
    ]


def _spaced(text: str, every: int, first: int = 0) -> str:
    """`text` with a blank after one character in so many of each line."""
    return "\n".join(
        "".join(
            sign + " " * (index % every == first and index + 1 < len(line))
            for index, sign in enumerate(line)
        )
        for line in text.split("\n")
    )


@pytest.mark.parametrize(
    "page",
    [
        f"{HEAD} ★ 郑 州 市 ★ {FIRST} {SECOND} ★ 洛 阳 市 ★ {THIRD} 责任编辑：王某",
        f"{HEAD} 【 郑 州 市 】 {FIRST} {SECOND} 【 洛 阳 市 】 {THIRD} 责任编辑：王某",
        f"{HEAD} 郑 州 市 {FIRST} {SECOND} 洛 阳 市 {THIRD} 责任编辑：王某",
        f"一周动态2024年3月12日★郑州市★{FIRST}{SECOND}★洛阳市★{THIRD}责任编辑：王某",
        f"一周动态 2024年3月12日 📌{FIRST} 📌{SECOND} 📌{THIRD} 编辑：小李",
        f"一周动态 2024年3月12日 🔹 {FIRST} 🔹 {SECOND} 🔹 {THIRD} 编辑：小李",
        f"一周动态 2024年3月12日 ✅{FIRST}✅{SECOND}✅{THIRD}",
    ],
)
def test_a_page_on_one_line(page: str) -> None:
    assert _held(page) == HELD


@pytest.mark.parametrize(("every", "first"), [(1, 0), (7, 3), (5, 1), (8, 2), (13, 4), (17, 3)])
def test_blanks_inside_words_mean_nothing_where_they_are_everywhere(
    every: int, first: int
) -> None:
    assert _held(_spaced(PAGE, every, first)) == HELD


def test_the_time_of_day_stays_apart_in_a_page_full_of_blanks() -> None:
    page = PAGE.replace("2024年3月12日", "发布时间：2024-03-12 09:30")
    assert _held(_spaced(page, 9, 2)) == HELD


def test_a_blank_that_parts_a_heading_from_its_report_stays() -> None:
    text = f"动态\n2024年3月12日\n郑州市新密市 {FIRST}\n洛阳市 {THIRD}\n"
    assert read_text(text).headings == ("郑州市新密市", "洛阳市")


@pytest.mark.parametrize("number", ["— 3 —", "第3页 共8页", "\n- 3 -\n", "3"])
@pytest.mark.parametrize("at", ["新时代", "对全年工作", "座谈会，", "3月5日，"])
def test_a_sentence_goes_on_below_the_number_of_a_page(number: str, at: str) -> None:
    cut = PAGE.replace(at, f"{at}\n{number}\n", 1).replace("困难", "困难\n第4页\n")
    assert _held(cut) == HELD


@pytest.mark.parametrize(
    "contents",
    [
        "本期目录\n郑州市关工委召开座谈会\n登封市妇联举办讲座\n",
        "目  录\n一、郑州市……………………1\n二、洛阳市……………………3\n\n",
        "目录\n● 新密市关工委召开座谈会\n● 登封市妇联举办讲座\n",
        "【本期要目】\n新密市关工委召开座谈会（1）\n登封市妇联举办讲座（2）\n\n",
    ],
)
def test_contents_above_short_reports(contents: str) -> None:
    assert _held(PAGE.replace("日\n", f"日\n{contents}", 1)) == HELD


@pytest.mark.parametrize("mark", ["●", "★", "📌", "◆ "])
def test_a_number_between_a_bullet_and_a_date(mark: str) -> None:
    lines = (f"{mark}{number}.{text}" for number, text in enumerate((FIRST, SECOND, THIRD), 1))
    assert _held("一周动态\n2024年3月12日\n" + "\n".join(lines)) == HELD


def test_who_reported_is_neither_title_nor_report() -> None:
    text = PAGE.replace("郑州市\n", "本报记者 王小明\n郑州市\n", 1).replace(
        "洛阳市", "记者 王小明 通讯员 李强\n洛阳市"
    )
    reading = read_text(text)
    assert reading.title == "全省关工委工作动态"
    assert _held(text) == HELD
