"""Shapes that no file of the set has: what each report is taken to be."""

import pytest

from tui.bulletins import read_text

FIRST = "3月5日，红安县关工委召开会议，部署工作。"
SECOND = "3月6日，麻城市妇联组织培训，百人参加。"
THIRD = "3月7日，孝昌县团委开展植树活动。"
PAGE = "<html><body><h1>动态</h1><p>2024年3月20日</p>{}</body></html>"
HELD = [("红安县", "2024-03-05"), ("麻城市", "2024-03-06"), ("孝昌县", "2024-03-07")]


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize(
    "rows",
    [
        [("地区", "内容"), ("黄冈市", f"<p>{FIRST}</p><p>{SECOND}</p>"), ("孝感市", THIRD)],
        [("黄冈市",), ("1", FIRST), ("2", SECOND), ("孝感市",), ("1", THIRD)],
        [
            ("市", "县", "动态"),
            ("黄冈市", "红安县", FIRST),
            ("", "麻城市", SECOND),
            ("", "", THIRD),
        ],
        [
            ("单位", "摘要", "日期"),
            *(("关工委", text, "3月9日") for text in (FIRST, SECOND, THIRD)),
        ],
    ],
)
def test_tables(rows: list[tuple[str, ...]]) -> None:
    table = "<table>" + "".join(_row(*row) for row in rows) + "</table>"
    reports = read_text(PAGE.format(table)).reports
    assert [(report.county, str(report.held.start)) for report in reports] == HELD


def test_a_table_drawn_with_bars() -> None:
    rows = ["| 地区 | 内容 |", "|---|---|", f"| 黄冈市 | {FIRST} |", f"| 孝感市 | {THIRD} |"]
    text = "\n".join(["动态", "2024年3月20日", *rows])
    reports = read_text(text).reports
    assert [report.county for report in reports] == ["红安县", "孝昌县"]
    assert reports[0].body == FIRST


def test_what_stands_round_a_table_is_no_report() -> None:
    rows = [
        "填表日期：2024.03.12\t\t填表人：李敏",
        "序号\t区县\t召开日期\t召开单位\t会议内容",
        "1\t红安县\t3月5日\t红安县关工委\t召开主任会议，听取报告。",
        "2\t孝昌县\t（未填）\t孝昌县关工委\t召开联席会议。",
        "合计：2次",
    ]
    reports = read_text("\n".join(["会议登记表", *rows])).reports
    held = [(one.county, one.organisation, str(one.held.start), one.body) for one in reports]
    assert held == [
        ("红安县", "红安县关工委", "2024-03-05", "召开主任会议，听取报告。"),
        ("孝昌县", "孝昌县关工委", "None", "召开联席会议。"),
    ]


def test_the_name_of_the_site_says_whose_county_it_is() -> None:
    page = PAGE.format("<p>3月5日，县教育局举办讲座，三百名家长参加。</p>")
    titled = page.replace(
        "<body>", "<head><title>我县举办讲座-桐庐县人民政府</title></head><body>"
    )
    assert [report.county for report in read_text(titled).reports] == ["桐庐县"]
    assert [report.county for report in read_text(page).reports] == [None]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("1028日至30日", "2023-10-28", "2023-10-30"),
        ("111日至5日", "2023-11-01", "2023-11-05"),
        ("从10月5日至8日", "2023-10-05", "2023-10-08"),
        ("10月5日一8日", "2023-10-05", "2023-10-08"),
    ],
)
def test_ranges(written: str, start: str, end: str) -> None:
    text = f"动态\n2023年11月20日\n{written}，祁阳市教育局举办教师培训。"
    held = read_text(text).reports[0].held
    assert (str(held.start), str(held.end)) == (start, end)


def test_lines_broken_inside_a_pair_are_one() -> None:
    text = "动态\n2023年11月20日\n11月2日，祁阳市教育局举办教师培训，学习《教师行为\n准则》。\n"
    report = read_text(text).reports[0]
    assert report.documents == ("教师行为准则",)
    assert report.body.endswith("学习《教师行为准则》。")


def test_numbers_of_a_list_inside_a_report_are_its_words() -> None:
    text = "动态\n2023年11月20日\n11月2日，祁阳市教育局召开会议：\n1.摸清底数；\n2.责任到人。\n"
    (report,) = read_text(text).reports
    assert report.paragraphs[1:] == ("1.摸清底数；", "2.责任到人。")


def test_a_later_sentence_says_not_who_held_it() -> None:
    text = "动态\n2023年11月20日\n11月2日，祁阳市的课堂迎来学生。县教育局有关负责同志参加。\n"
    (report,) = read_text(text).reports
    assert (report.county, report.organisation) == ("祁阳市", None)


def test_who_is_outside_prefectures_may_stand_in_the_line_of_the_report() -> None:
    text = (
        "关工通讯\n2020年9月30日\n\n高校　河南大学关工委9月2日组织专题报告。\n"
        "信阳市　9月7日，新县关工委组织巡讲。\n"
    )
    reports = read_text(text).reports
    assert [(report.heading, report.prefecture, report.body) for report in reports] == [
        ("高校", None, "河南大学关工委9月2日组织专题报告。"),
        ("信阳市", "信阳市", "9月7日，新县关工委组织巡讲。"),
    ]
