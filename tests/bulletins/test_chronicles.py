"""Days that count from something else: months above them, reports before them, who speaks when."""

import pytest

from tui.bulletins.reading import read_text
from tui.reports.report import Report


def read(text: str) -> list[Report]:
    """The reports of a bulletin of 2020."""
    return list(read_text(text).reports)


def days(text: str) -> list[str]:
    """The days of the reports, a range with both its ends."""
    return ["..".join(str(day) for day in one.held[:2] if day) for one in read(text)]


def test_the_days_of_a_chronicle_stand_below_their_months() -> None:
    text = """延边州大事记
（2020年7月6日整理）
四　月
2日
　　延吉市妇联召开部署会。
　　同日，敦化市妇联召开座谈会。
下旬
　　珲春市妇联举办培训班。
五月
30日至31日
　　安图县妇联举办培训班。
　　次日，汪清县妇联召开座谈会。
"""
    assert days(text) == [
        "2020-04-02",
        "2020-04-02",
        "2020-04-21..2020-04-30",
        "2020-05-30..2020-05-31",
        "2020-06-01",
    ]


@pytest.mark.parametrize(
    ("first", "held"),
    [
        ("周四上午，琼山区妇联召开座谈会。", "2020-05-21"),
        ("周三（5月13日），琼山区妇联召开座谈会。", "2020-05-13"),
        ("昨日（5月20日），琼山区妇联召开座谈会。", "2020-05-20"),
        ("5月17日至次日，琼山区妇联举办培训班。", "2020-05-17..2020-05-18"),
        ("5.17上午，琼山区妇联举办培训班。", "2020-05-17"),
        ("5月19日，琼山区（原琼山市，2018年10月撤市设区）妇联召开座谈会。", "2020-05-19"),
    ],
)
def test_a_day_is_counted_from_the_day_of_publication(first: str, held: str) -> None:
    text = f"海南妇联一周要情\n海南省妇联办公室　2020年5月22日印发\n海口市\n{first}\n"
    assert days(text) == [held]


def test_a_paper_has_its_day_beside_that_of_the_moon() -> None:
    above = "民族报 第3版\n2021年9月17日　星期五　农历辛丑年八月十一\n甘孜州\n"
    text = f"{above}昨日，康定市妇联召开座谈会。"
    assert days(text) == ["2021-09-16"]


def test_who_speaks_in_a_chat_says_where_and_when() -> None:
    text = """群聊名称：广西关工委信息报送群
韦海兰（隆林） 2023-07-12 09:15:22
昨天下午，县关工委召开组队会议。
自治区关工委-小陆 2023-07-12 09:20:47
收到，谢谢韦姐。
谭春莲（环江） 2023-07-14 10:02:35
今天，县关工委举办夏令营。
百色市关工委办公室 2023-07-14 15:26:18
近日，市关工委召开汇报会。
江华 2023-07-15 08:00:00
7月14日，某公司关工委召开座谈会。
"""
    assert [(one.prefecture, one.county) for one in read(text)] == [
        ("百色市", "隆林各族自治县"),
        ("河池市", "环江毛南族自治县"),
        ("百色市", None),
        (None, None),
    ]
    assert days(text) == ["2023-07-11", "2023-07-14", "", "2023-07-14"]


@pytest.mark.parametrize("heading", ["✦ 佛山市 ✦", "02 | 佛山", "02/佛山", "★佛山★"])
def test_a_heading_stands_between_marks_or_behind_a_number(heading: str) -> None:
    read_ = read(f"工会速览\n2023-11-13\n{heading}\n11月8日，市总工会召开座谈会。")
    assert [one.prefecture for one in read_] == ["佛山市"]


@pytest.mark.parametrize(
    ("line", "county", "opens"),
    [
        ("斋堂镇：8月18日，斋堂镇妇联召开诵读会。", "门头沟区", "8月18日"),
        ("斋堂镇：斋堂镇妇联举办诵读会。", "门头沟区", "斋堂镇妇联"),
        ("斋堂镇：连日来，斋堂镇妇联举办诵读会。", "门头沟区", "连日来"),
        ("斋堂镇：周三（8月17日），斋堂镇妇联举办诵读会。", "门头沟区", "周三"),
    ],
)
def test_a_town_before_a_colon_is_of_the_county_above(line: str, county: str, opens: str) -> None:
    report = read(f"北京文明实践周报\n2022年8月22日\n✦ 门头沟区 ✦\n{line}")[0]
    assert report.county == county
    assert report.body.startswith(opens)


def test_a_headline_says_where_its_report_is_from() -> None:
    text = """山东省市场监管动态
2024年5月31日
临沂市部署水泥专项整治
5月30日，市市场监管局召开动员会。
陵城区为农资门店“体检”
近日，区市场监管局对门店逐户检查。
"""
    assert [(one.prefecture, one.county) for one in read(text)] == [
        ("临沂市", None),
        ("德州市", "陵城区"),
    ]


def test_what_one_body_held_on_several_days_are_several_reports() -> None:
    text = (
        "江西政协信息\n2022年8月19日\n婺源县　8月3日，县政协召开党组会议。"
        "8月9日，县政协组织委员视察古树。8月12日，县政协文史委邀请专家召开座谈会。"
        "8月12日，县政协又召开小结会。\n"
    )
    assert days(text) == ["2022-08-03", "2022-08-09", "2022-08-12"]
