"""When reports were held, and where one ends: as papers, chronicles and clerks write it."""

import pytest

from tui.bulletins import read_text
from tui.reports.report import Report


def _only(text: str) -> Report:
    """The one report of a page."""
    (report,) = read_text(text).reports
    return report


def test_what_was_said_at_a_meeting_goes_on_with_it() -> None:
    text = (
        "7月24日至25日，湖南省妇联到常德市澧县开展专题调研。\n"
        "在7月24日召开的座谈会上，澧县县委组织部汇报了工作情况。\n"
    )
    assert len(read_text(text).reports) == 1


def test_words_of_somebodys_stand_before_who_held_it() -> None:
    text = "本报扬州讯 “再不学，机器就不认得我们了。”宝应县团委4月11日召开动员会，开办夜校班。"
    report = _only(text)
    assert (report.county, report.organisation, report.body) == ("宝应县", "宝应县团委", text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("本报徐州十二日电 沛县团委今天召开座谈会，听取意见。", "2024-04-12"),
        ("本报南通讯 如东县团委4月13日召开座谈会，听取意见。", "2024-04-13"),
        ("五华县妇联、县广播站组成讲师团，自4月3日至14日走遍全县各镇。", "2024-04-03"),
        ("康县妇联的座谈会开在老核桃树下。4月11日一早，县妇联主席带着干部拉家常。", "2024-04-11"),
    ],
)
def test_the_day_of_a_newspapers_report(text: str, day: str) -> None:
    assert str(_only(f"妇女报 2024年4月20日\n\n{text}\n").held.start) == day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("某县妇联会同县民政局、教育局，于4月9日在镇上开了一次会。", "2024-04-09", None),
        ("夏县妇联 3 月 25 日—4 月 3 日组织7个调研组走访基地。", "2024-03-25", "2024-04-03"),
        ("夏县司法局从 3 月 24 日到 4 月 7 日组织宣讲队走遍各乡镇。", "2024-03-24", "2024-04-07"),
        ("夏县妇联则把会开到了船上，4月7日上午，七名老师商量接送。", "2024-04-07", None),
        ("在夏县，关工委没有开会，而是4月2日在村口摆开板凳。", "2024-04-02", None),
    ],
)
def test_days_in_the_second_clause(text: str, start: str, end: str | None) -> None:
    held = _only(f"工作动态\n2024年4月20日\n\n{text}\n").held
    assert (str(held.start), held.end and str(held.end)) == (start, end)


def test_the_next_reports_day_is_not_borrowed() -> None:
    text = (
        "微山县关工委则把会开到了船上，大家商量汛期接送。"
        "潍坊市关工委于5月24日至26日举办培训班，学习新知识。"
    )
    reports = read_text(f"动态\n2017年6月2日\n\n沂水县关工委5月25日召开座谈会。{text}\n").reports
    assert [(one.county, str(one.held.start)) for one in reports] == [
        ("沂水县", "2017-05-25"),
        ("微山县", "None"),
        (None, "2017-05-24"),
    ]


def test_figures_with_blanks_round_them_part_nothing() -> None:
    words = "嵊泗县司法局 10 月 16 日借休渔船员返港之机，在菜园镇召开家长会，专讲法律后果，" * 2
    assert _only(f"简报\n2014 年 10 月 24 日\n\n{words[:-1]}。\n").body.startswith("嵊泗县司法局")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1990年12月28日至1991年元月5日，昌黎县关工委办起活动班。", "1990-12-28", "1991-01-05"),
        ("2011年11月至2012年4月，阜宁县关工委开展课堂活动。", "2011-11-01", "2012-04-30"),
        ("9月中旬至10月上旬，阜宁县团委组织志愿者支教。", "2012-09-11", "2012-10-10"),
        ("汉阴县观音河镇调委会没有坐等。6月13日，镇调委会把会开到田边。", "2012-06-13", None),
        ("南陵县在制度上下功夫：4月8日，南陵县关工委召开会议。", "2012-04-08", None),
    ],
)
def test_days_as_offices_write_them(text: str, start: str, end: str | None) -> None:
    held = _only(f"工作动态\n2012年11月20日\n\n{text}\n").held
    assert (str(held.start), held.end and str(held.end)) == (start, end)


def test_a_county_that_the_way_leads_to() -> None:
    first = "3月7日，团江油市委召开返乡青年座谈会，发了一本汇编。"
    second = "往南两百公里的洪雅县，3月9日的会则是在茶园里开的。洪雅县关工委请来老茶农。"
    reports = read_text(f"见闻\n2017年3月20日\n\n{first}{second}\n").reports
    assert [(one.county, str(one.held.start), one.body) for one in reports] == [
        ("江油市", "2017-03-07", first),
        ("洪雅县", "2017-03-09", second),
    ]


@pytest.mark.parametrize("year", ["1991年", "1991 年", "【1991年】"])
def test_a_chronicle_has_an_entry_a_line_and_its_years_above(year: str) -> None:
    text = (
        f"{year}\n1月2日至5日，县委召开全县教育工作会议。\n1月18日，视察组来县视察。\n"
        "2月8日，县委书记主持召开县委常委会议。\n"
        f"{year.replace('1991', '1992')}\n"
        "1月6日，县委召开扩大会议。\n"
    )
    assert [str(report.held.start) for report in read_text(text).reports] == [
        "1991-01-02",
        "1991-01-18",
        "1991-02-08",
        "1992-01-06",
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("林西县司法局把宣讲点设在早市。4月12日清晨，六名律师支起桌子。", "2012-04-12", None),
        ("“五一”前夕的4月27日，林西县司法局在景区讲解规定。", "2012-04-27", None),
        (
            "泰顺县妇联组建了三种方言的小分队。3月7日,小分队在镇上举行首场宣讲。",
            "2012-03-07",
            None,
        ),
        ("呼玛县关工委于元月二十五日至二十六日召开扩大会议。", "2012-01-25", "2012-01-26"),
    ],
)
def test_days_as_papers_write_them(text: str, start: str, end: str | None) -> None:
    held = _only(f"工作动态\n2012年11月20日\n\n{text}\n").held
    assert (str(held.start), held.end and str(held.end)) == (start, end)


def test_whom_a_reporter_learnt_it_from() -> None:
    text = "德阳讯 记者日前从什邡市教育局获悉，{}召开专题会，决定开办辅导站。\n"
    assert _only(text.format("该局")).organisation == "什邡市教育局"
    assert _only(text.format("广汉市教育局")).organisation == "广汉市教育局"


def test_a_chronicle_by_months() -> None:
    text = (
        "泉州市关工委2019年第一季度大事记\n记录人：老吴\n\n【一月】\n"
        "8日　惠安县关工委召开年度总结会，表彰十人。\n"
        "15日下午　石狮市关工委召开联席会，商议寻根事宜，两家分头报了接待名单，孩子共四十六人，"
        "最小的九岁，会议确定住宿安排在宝盖镇。\n"
        "22日至24日　晋江市关工委举办培训班。\n【二月】\n2日　安溪县关工委召开慰问工作会。\n"
    )
    assert [
        (one.county, str(one.held.start), str(one.held.end)) for one in read_text(text).reports
    ] == [
        ("惠安县", "2019-01-08", "None"),
        ("石狮市", "2019-01-15", "None"),
        ("晋江市", "2019-01-22", "2019-01-24"),
        ("安溪县", "2019-02-02", "None"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("为了把精神讲到戈壁滩上，1109日，瓜州县关工委召开动员会。", "2009-11-09"),
        ("瓜州县关工委召开碰头会，时间4月7日，到会九人。", "2009-04-07"),
        ("新学期第一周，也就是2009年9月5日下午，瓜州县关工委召开报告会。", "2009-09-05"),
        ("瓜州县关工委在11月2日召开的主任办公会上把方案拆成四十一项。", "2009-11-02"),
    ],
)
def test_days_in_every_place(text: str, day: str) -> None:
    assert str(_only(f"工作动态\n2009年11月20日\n\n{text}\n").held.start) == day


def test_newspapers_turn_to_the_next_county_by_its_day_or_its_scenery() -> None:
    first = "太原市关工委11月2日召开办公会，把方案拆成四十一项任务。"
    second = "大同市云州区关工委没有另起炉灶，而是在11月6日把代表留下来开了小会。"
    third = "雁门关外，山阴县关工委近日召开学习会，编成顺口溜。"
    text = f"晚霞报 2023年11月21日\n\n{first}{second}{third}\n"
    assert [report.body for report in read_text(text).reports] == [first, second, third]


def test_whoever_only_spoke_at_a_meeting_has_none_of_their_own() -> None:
    text = "长兴县关工委11月2日召开现场会，部署工作。安吉县关工委11月1日的做法在会上作了交流。"
    assert _only(f"动态\n2023年11月21日\n\n{text}\n").body == text
