"""Where a region, a day or a body is said elsewhere than at the head of a report."""

import pytest

from tui.bulletins import Reading, read_text

HEAD = "工作动态\n2023年2月24日\n"


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<html><body><h1>动态</h1><p>2023年2月24日</p><table>{table}</table></body></html>"


def _regions(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(report.prefecture, report.county) for report in reading.reports]


HELD = [("郑州市", "新密市"), ("郑州市", "登封市")]
WORDS = ("召开座谈会，学习有关文件，安排全年工作。", "举办家庭教育讲座，邀请专家授课。")


@pytest.mark.parametrize(
    "text",
    [
        _table(
            ("会议时间", "会议地点", "主办单位", "会议内容"),
            ("2月5日", "新密市文化馆", "市关工委", WORDS[0]),
            ("2月6日", "登封市", "市妇联", WORDS[1]),
        ),
        f"{HEAD}\n时间：2月5日\n地点：新密市文化馆\n{WORDS[0]}\n\n"
        f"时间：2月6日\n地点：登封市\n{WORDS[1]}\n",
        f"{HEAD}会议名称：座谈会\n会议时间：2月5日\n会议地点：新密市文化馆\n会议内容：{WORDS[0]}\n\n"
        f"会议名称：讲座\n会议时间：2月6日\n— 3 —\n会议地点：登封市\n会议内容：{WORDS[1]}\n",
        f"{HEAD}2月5日，座谈会在新密市文化馆召开，安排全年工作。\n\n"
        "会议于2月6日在登封市召开，邀请专家授课。\n",
        f"{HEAD}2月5日，召开座谈会，安排全年工作。（郑州市新密市　卓某）\n\n"
        "为普及知识，市妇联召开讲座，邀请专家授课。（登封市）\n",
    ],
)
def test_only_the_venue_or_a_closing_tag_names_the_region(text: str) -> None:
    assert _regions(read_text(text)) == HELD


def test_a_record_is_named_by_its_title() -> None:
    text = (
        "会议纪要汇编\n\n■纪要一\n名　　称：西宁市湟中区关工委第二次主任会议\n"
        "时　　间：2023年4月3日上午9时\n地　　点：区委四楼会议室\n"
        "内　　容：会议传达了通知，研究经费。传习班由区文化馆提供场地。\n\n"
        "■纪要二\n名　　称：循化撒拉族自治县妇联协调会\n时　　间：2023年4月19日\n"
        "内　　容：会议研究选址和管理。\n"
    )
    reading = read_text(text)
    assert _regions(reading) == [("西宁市", "湟中区"), ("海东市", "循化撒拉族自治县")]
    organisations = [report.organisation for report in reading.reports]
    assert organisations == ["西宁市湟中区关工委", "循化撒拉族自治县妇联"]


@pytest.mark.parametrize(
    ("heading", "prefecture", "county"),
    [
        ("重庆高新区", "重庆市", None),
        ("北京经济技术开发区", "北京市", None),
        ("大连金普新区", "大连市", None),
        ("平潭综合实验区", "福州市", None),
        ("昆山高新区", "苏州市", "昆山市"),
    ],
)
def test_a_zone_is_beside_the_districts(heading: str, prefecture: str, county: str | None) -> None:
    text = f"{HEAD}{heading}\n2月12日，西永街道关工委召开会议，部署工作。\n"
    assert _regions(read_text(text)) == [(prefecture, county)]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2/10，红安县妇联召开会议。", "2023-02-10", "None"),
        ("2.9，红安县妇联召开会议。", "2023-02-09", "None"),
        ("上周五，红安县妇联召开会议。", "2023-02-17", "None"),
        ("本周三，红安县妇联召开会议。", "2023-02-22", "None"),
        ("13—15日，红安县妇联召开会议。", "2023-02-13", "2023-02-15"),
        ("红安县妇联召开会议，时间是2月9日，地点在老仓库。", "2023-02-09", "None"),
    ],
)
def test_dates(written: str, start: str, end: str) -> None:
    (report,) = read_text(HEAD + written).reports
    assert (str(report.held.start), str(report.held.end)) == (start, end)


@pytest.mark.parametrize(
    ("written", "organisation"),
    [
        ("新密市关工委的“张老师工作室”迎来学生，老人讲述家风故事。", "新密市关工委"),
        ("自治区农业农村厅离退休干部处召开座谈会。", "自治区农业农村厅离退休干部处"),
        ("阿鲁科尔沁旗乌兰牧骑召开下乡会议。", "阿鲁科尔沁旗乌兰牧骑"),
    ],
)
def test_organisations(written: str, organisation: str) -> None:
    (report,) = read_text(f"{HEAD}2月9日，{written}").reports
    assert report.organisation == organisation


def test_two_dated_reports_of_one_body_are_two() -> None:
    first = "2月4日，新密市关工委召开座谈会，安排工作。"
    second = "2月6日，新密市关工委组织青少年参观烈士陵园。"
    assert len(read_text(f"{HEAD}郑州市\n{first}\n{second}\n").reports) == 2
    checks = "2月6日，新密市关工委主任到各乡镇督促落实。"
    assert len(read_text(f"{HEAD}郑州市\n{first}\n{checks}\n").reports) == 1


def test_what_is_below_related_reading_is_no_report() -> None:
    text = f"{HEAD}2月4日，新密市关工委召开座谈会。\n相关阅读\n2月1日，市关工委到医院慰问\n"
    assert len(read_text(text).reports) == 1
