"""Lists and lines of who sent in how much are no reports, and no part of one."""

import pytest

from tui.bulletins import read_text

FIRST = "3月5日，红安县关工委召开会议，部署工作。"
SECOND = "3月6日，麻城市妇联组织培训，百人参加。"


def _bodies(*lines: str) -> list[str]:
    text = "\n".join(["关工动态", "2024年3月20日", FIRST, SECOND, *lines])
    return [report.body for report in read_text(text).reports]


@pytest.mark.parametrize(
    "foot",
    [
        ["未报送单位：团风县、罗田县、英山县、蕲春县、黄梅县。"],
        ["附：一季度各地报送情况", "黄州12、红安19、麻城33，英山0、罗田0、浠水7。"],
        ["报送情况（1—3月）", "红安县 9篇　麻城市 4篇　罗田县 0篇", "未报送：罗田县、英山县"],
        ["统计：应报 103　实报 41　未报送：黄梅县、武穴市、英山县、罗田县、浠水县、蕲春县"],
        ["本期统计：收到稿件61篇，采用8篇。红安、麻城来稿最多，英山、罗田本期无稿。"],
        ["统计：本周共收到信息46条，采用8条；英山、罗田未报送。"],
        ["英山县、罗田县未报送，望引起重视。"],
        ["稿件采用排名", "红安县：5篇", "麻城市：4篇", "英山县：0篇"],
        ["市别\t来稿\t采用", "红安\t88\t14", "麻城\t103\t19"],
    ],
)
def test_counts_at_the_foot_are_left_out(foot: list[str]) -> None:
    assert _bodies(*foot) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "told",
    [
        "会上通报，全县应报案例30份，实报28份，未报送的两个镇作了检讨。",
        "活动共收到来稿300篇，采用40篇结集成册。",
        "会议要求，各镇每月报送信息不少于2条。",
        "征文活动共收到稿件120篇，选用40篇编印成册。",
        "个别村未上报困境儿童名单，县妇联当场点名。",
        "培训采用现场教学，第一次把课堂搬到茶园，成绩排名第一的学员当场上岗。",
        "特别提示：下雨天山路滑，各校不要组织学生上山。",
    ],
)
def test_what_a_meeting_said_of_it_stays(told: str) -> None:
    assert _bodies(told) == [FIRST, f"{SECOND}\n{told}"]


@pytest.mark.parametrize(
    "report",
    [
        "3月8日，英山县关工委召开联络员会议，通报上年信息采用情况，未报送的单位作了说明。",
        "英山县关工委召开信息工作会，一季度收到来稿61篇，采用8篇。",
    ],
)
def test_a_meeting_about_it_is_a_report(report: str) -> None:
    assert _bodies(report) == [FIRST, SECOND, report]


def test_links_behind_the_last_report_are_no_part_of_it() -> None:
    links = "【打印此文】【关闭窗口】　上一条：省妇联召开机关年度总结会　下一条：一封来自治多的信"
    assert _bodies(links, "【编校　尹立新】　返回顶部") == [FIRST, SECOND]


def test_a_list_of_contents_with_bullets() -> None:
    heads = ["菜市场里评星级", "车让人，人快走", "“候鸟”老人上岗记"]
    listed = [f"● {head}" for head in heads]
    bodies = [FIRST, SECOND, "3月7日，孝昌县团委开展植树活动。"]
    text = "\n".join(
        ["文明风", "2024年3月20日", "要目", *listed]
        + [line for pair in zip(heads, bodies, strict=True) for line in pair]
    )
    reports = read_text(text).reports
    assert [report.body for report in reports] == bodies


def test_a_dash_for_the_region_is_not_the_region_above() -> None:
    rows = [
        "序号\t地市\t单位\t日期\t内容",
        f"1\t黄冈市\t红安县关工委\t3月5日\t{FIRST}",
        "2\t—\t省直机关团工委\t3月6日\t省直机关团工委召开座谈会，六个组发言。",
    ]
    reports = read_text("\n".join(["动态", "2024年3月20日", *rows])).reports
    assert [report.prefecture for report in reports] == ["黄冈市", None]


def test_what_the_same_body_did_again_goes_on_and_its_next_meeting_does_not() -> None:
    texts = [
        "威海市",
        "荣成市关工委于4月15日在石岛召开备课会，到会17人。",
        "4月16日，市关工委又到两个镇回访，看台账。",
        "荣成市关工委4月17日—18日组织人员到崂山学习交流。",
    ]
    reports = read_text("\n".join(["关工动态", "2024年4月20日", *texts])).reports
    assert [report.body for report in reports] == ["\n".join(texts[1:3]), texts[3]]


def test_the_county_that_signed_below_its_prefecture() -> None:
    text = "盘锦市\n10月29日，县教育局召开公示会，校长报出存煤吨数。（盘山县教育局供稿）"
    assert [report.county for report in read_text(text).reports] == ["盘山县"]


@pytest.mark.parametrize(
    "foot",
    [
        ["征稿启事", "本刊长期征集关工委召开会议的短讯，每篇不超过三百字。", "来稿文责自负。"],
        ["◇致歉◇", "上周第4条将“罗田县”误为“英山县”，由此造成的不便深表歉意。"],
        ["【勘误】上期第3版“罗田县关工委召开会议”一条，时间误作5月14日，特此更正。"],
        ["◇下周关注◇", "暑期防溺水；讲师大赛初赛（7月18日，黄州）。"],
        ["附件清单：", "1.《家庭公约》文本", "2.讲师团名册。"],
        ["附：7月会议安排表", "时间\t会议\t地点", "7月3日\t半年工作会\t英山县"],
        ["附：排名表", "单位\t报送数\t采用率\t联络员", "红安县\t57\t21.1%\t高敏"],
        [
            "报送进度表",
            "县市\t1月\t2月\t合计",
            "红安县\t3\t4\t7",
            "连续排名末位的，由办公室约谈。",
        ],
        ["存在的问题：一是报送不均衡，个别县只报1条；二是迟报半月。"],
        ["一、稿件情况", "截至3月18日，共报来稿件77篇。英山无稿。", "红安、麻城并列第一。"],
        ["信息直报排行", "第一名：红安县（18条）", "……", "末位：英山县（0条）。"],
        ["得分前五：红安128分、麻城117分。", "后三位：罗田41分、英山38分。"],
        ["县市\t本周\t全年", "县市\t去\t来", "红安\t9\t201", "英山\t0\t88", "我们的邮箱换了。"],
        ["提醒：信息请于每周四18:00前报到邮箱，过时顺延至下期。", "小资料：看叶、看果、看土。"],
        ["来稿选登说明", "1.同一活动多家报送的，只登一家；2.照片不退。"],
        ["热门排行", "1.罗田县总工会举办技能大赛"],
    ],
)
def test_what_the_issue_says_of_itself_is_left_out(foot: list[str]) -> None:
    assert _bodies(*foot) == [FIRST, SECOND]


def test_a_report_follows_what_the_issue_says_of_itself() -> None:
    third = "3月7日，孝昌县团委开展植树活动。"
    assert _bodies("◇更正◇", "上期“罗田县”应为“英山县”。", third) == [FIRST, SECOND, third]


def test_lines_left_out_stand_in_their_order() -> None:
    foot = ["单位\t报送数\t采用数", "红安县\t57\t21", "英山县\t5\t2", "责任编辑：高敏"]
    text = "\n".join(["关工动态", "2024年3月20日", FIRST, *foot])
    left = [one.line for one in read_text(text).left_out]
    assert left == [1, 2, 4, 5, 6, 7]
