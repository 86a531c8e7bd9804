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


def test_the_entries_of_a_chronicle_may_be_parts_of_its_months() -> None:
    text = """定西市大事记
（2020年7月6日整理）
五月
18日—20日　临洮县妇联举办培训班。
是月　陇西县妇联召开推进会。
六月
中旬　渭源县妇联召开座谈会。
"""
    assert days(text) == [
        "2020-05-18..2020-05-20",
        "2020-05-01..2020-05-31",
        "2020-06-11..2020-06-20",
    ]


def test_a_message_with_no_more_than_an_hour_is_of_the_year_that_was_said() -> None:
    senders = ("淳安老王", "建德老李", "桐庐老张", "富阳老赵")
    said = [f"{who} 10:0{n}\n3月{n + 1}日，县妇联召开座谈会。" for n, who in enumerate(senders)]
    text = "\n".join(["杭州信息群", "【2019年】", *said])
    assert {day[:4] for day in days(text)} == {"2019"}


@pytest.mark.parametrize(
    "form", ["[{day} {time}] {who}: {words}", "2023/7/{number} {time} {who}：{words}"]
)
def test_a_message_may_stand_in_the_line_of_its_sender(form: str) -> None:
    messages = [
        (12, "清远市妇联-李", "昨天，连山县妇联召开工作会。"),
        (12, "省妇联小陈", "收到[强]"),
        (13, "韶关市妇联-邓", "今天上午，市妇联召开座谈会。"),
        (14, "河源市妇联-黄", "和平县妇联7月10日召开现场会。"),
        (15, "省妇联小陈", "本期截稿，谢谢各位"),
    ]
    lines = [
        form.format(day=f"7月{day}日", number=day, time="09:15", who=who, words=words)
        for day, who, words in messages
    ]
    text = "\n".join(["粤北妇联信息报送群", "导出时间：2023年7月17日", *lines])
    assert [(one.prefecture, one.county) for one in read(text)] == [
        ("清远市", "连山壮族瑶族自治县"),
        ("韶关市", None),
        ("河源市", "和平县"),
    ]
    assert days(text) == ["2023-07-11", "2023-07-13", "2023-07-10"]
    assert read(text)[0].body.startswith("昨天")


def test_each_of_several_themes_is_a_report() -> None:
    text = (
        "陕西治理情况\n2023年4月30日\n一、抓网格\n一是4月6日，旬邑县委政法委召开大会。"
        "二是4月11日，岚皋县委政法委召开专班会。三是近日，府谷县委平安办召开推进会。\n"
    )
    assert [one.county for one in read(text)] == ["旬邑县", "岚皋县", "府谷县"]
    assert read(text)[1].body.startswith("4月11日")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("l0月1l日", "2019-10-11"),
        ("1O月9曰", "2019-10-09"),
        ("10月14曰至l6日", "2019-10-14..2019-10-16"),
    ],
)
def test_signs_that_a_scanner_took_for_others_are_read_as_meant(written: str, day: str) -> None:
    above = "河南史志信息\n(2O19年第5期)\n2O19年l1月4日印\n安阳市\n"
    text = f"{above}{written}，滑县史志办召开座谈会。"
    assert days(text) == [day]
    assert read(text)[0].held.as_written == written


def test_a_second_issue_has_a_time_of_its_own() -> None:
    first = "川法动态\n2021年第12期\n四川省司法厅办公室　2021年12月29日\n自贡市\n"
    first += "12月21日，富顺县司法局召开会议。"
    second = "广安政协工作\n第1期\n广安市政协办公室　2022年1月20日\n"
    second += "1月5日，武胜县政协召开会议。"
    assert days(f"{first}\n=====\n{second}") == ["2021-12-21", "2022-01-05"]


def test_what_is_to_be_held_is_no_report() -> None:
    text = """云南民宗工作一周
2025年4月14日
怒江州
4月11日，州民宗委召开约谈会。
【下周预告】
4月15日　省民宗委在昆明召开工作会。
4月16日　楚雄州双柏县拟召开研讨会，请各州市派1人参加。
"""
    assert days(text) == ["2025-04-11"]
