"""Reports that nothing parts but their words: undated paragraphs, turns to elsewhere."""

import pytest

from tui.bulletins import read_text


def _read(text: str) -> list[tuple[str | None, str, str | None, int]]:
    """County, first day, body and number of paragraphs of every report."""
    return [
        (report.county, str(report.held.start), report.organisation, len(report.paragraphs))
        for report in read_text(text).reports
    ]


def test_undated_paragraphs_of_several_bodies() -> None:
    page = (
        "长兴县关心下一代工作动态\n2021年第4期\n\n"
        "长兴县妇联召开家庭教育指导者培训会，请来省级讲师。培训结束后开展了现场答疑。\n"
        "县教育局组织全县心理健康教师开展轮训，一百二十人完成结业考核。\n"
        "会议要求，各校要在本月底前完成心理筛查，建立台账。\n"
        "泗安镇关工委走访慰问困境儿童二十三名，送去书包文具。\n"
        "县关工委强调，要把慰问工作做细做实，不漏一户。\n"
        "煤山镇妇联为帮助孩子度过暑假，开办了托管班，三十名儿童报名。\n"
    )
    assert _read(page) == [
        ("长兴县", "None", "长兴县妇联", 1),
        ("长兴县", "None", "县教育局", 2),
        ("长兴县", "None", "泗安镇关工委", 2),
        ("长兴县", "None", "煤山镇妇联", 1),
    ]


@pytest.mark.parametrize(
    "more",
    [
        "县教体局、团县委在会上作了交流发言。",
        "县教体局组织教师代表发言，介绍了留守儿童之家的做法。",
        "调研组走访慰问了三户困难家庭，送去米面油。",
        "学校组织学生参观了校史馆，听老教师讲故事。",
        "县委副书记走访慰问了三户困难家庭，送去米面油。",
    ],
)
def test_who_took_part_continues_a_report(more: str) -> None:
    first = "龙山县关工委联合县教体局召开全县工作会议，总结去年工作，部署今年任务。"
    assert _read(f"龙山县关工委简报\n\n{first}\n{more}\n") == [
        ("龙山县", "None", "龙山县关工委", 2)
    ]


def test_a_narrative_turns_to_another_county() -> None:
    page = (
        "农家书屋里的新风\n2018年11月6日\n\n"
        "兴义市妇联10月9日组织姐妹读书会，读的是《平凡的世界》。"
        "普安县的做法不同，县妇联把书送到茶山，采茶间隙人人读上一页。"
        "晴隆县则把诗会开到了操场上，县文联召集爱好者朗诵，听众二百。"
        "在盛产薏仁的兴仁市，市妇联近日启动“薏家书香”计划。"
        "贞丰县同样热闹，10月15日在北盘江镇召开了现场观摩会，安龙县、册亨县也派人观摩。\n"
        "在望谟县乐元镇，县妇联10月18日召开辅导员会议，发书三百册。\n"
    )
    assert _read(page) == [
        ("兴义市", "2018-10-09", "兴义市妇联", 1),
        ("普安县", "None", "县妇联", 1),
        ("晴隆县", "None", "县文联", 1),
        ("兴仁市", "None", "市妇联", 1),
        ("贞丰县", "2018-10-15", None, 1),
        ("望谟县", "2018-10-18", "县妇联", 1),
    ]


def test_those_who_came_from_elsewhere_do_not_part_a_report() -> None:
    page = (
        "妇联动态\n2018年11月6日\n\n10月15日，贞丰县妇联召开现场观摩会，六十人参加。"
        "安龙县也派人观摩。在场的册亨县妇联主席表示，回去就办。\n"
    )
    assert _read(page) == [("贞丰县", "2018-10-15", "贞丰县妇联", 1)]


def test_what_was_held_in_another_county_that_day_is_another_report() -> None:
    page = (
        "妇联动态\n2018年11月6日\n\n10月2日，皋兰县妇联召开走访会，六十人参加。\n"
        "永登县家庭教育指导师培训班10月7日开班，来自各乡镇的六十名学员参加。\n"
    )
    assert _read(page) == [
        ("皋兰县", "2018-10-02", "皋兰县妇联", 1),
        ("永登县", "2018-10-07", None, 1),
    ]


def test_what_was_before_belongs_to_the_report_it_leads_to() -> None:
    page = (
        "妇联动态\n2018年11月6日\n\n10月12日，卢氏县妇联召开现场会，六十人参加。\n"
        "南阳地区撤地设市以来，妇联机构逐步理顺。10月15日，南召县妇联召开座谈会，议定三件事。\n"
    )
    assert _read(page) == [
        ("卢氏县", "2018-10-12", "卢氏县妇联", 1),
        ("南召县", "2018-10-15", "南召县妇联", 1),
    ]


def test_below_the_name_of_a_body_all_is_its_own() -> None:
    page = (
        "双减工作简报\n2022年4月18日\n\n"
        "兰州市教育局\n4月8日召开办公会，听取七里河区、各区县情况汇报，县一中作了发言。\n\n"
        "临夏州教育局\n4月12日，在积石山县召开现场会，和政县作交流发言。\n\n"
        "张掖市教育局\n会同市市场监管局召开联席会议，议定三件事。会议时间为4月13日。\n"
    )
    assert _read(page) == [
        (None, "2022-04-08", "兰州市教育局", 1),
        (None, "2022-04-12", "临夏州教育局", 1),
        (None, "2022-04-13", "张掖市教育局", 1),
    ]


def test_a_body_that_did_more_on_another_day_is_one_report() -> None:
    page = (
        "共青团工作信息\n2024年9月18日\n\n团东丰县委9月11日召开座谈会，三十人参加。\n"
        "9月13日，团东丰县委又到横道河镇走访四家养鹿场，把直播设备送到了户。\n"
    )
    assert _read(page) == [("东丰县", "2024-09-11", "团东丰县委", 2)]


@pytest.mark.parametrize(
    "head",
    [
        "社会组织信息周报\n（2018年第46周）",
        "社会组织信息\n制发：省民政厅社会组织管理局　　2018年11月19日",
        "社会组织信息\n2018-11-19 15:30 来源：湖北省妇联家庭和儿童工作部办公室 浏览量：331",
        "社会组织信息\n填表人：冉小红　制表于2018年11月19日　共三页，一式两份",
    ],
)
def test_the_year_stands_somewhere_beside_the_reports(head: str) -> None:
    page = f"{head}\n\n11月12日，颍上县民政局召开联席会，通报2015年以来的情况。\n"
    assert _read(page) == [("颍上县", "2018-11-12", "颍上县民政局", 1)]


@pytest.mark.parametrize(
    "opening",
    [
        "石柱县民政局 11 月 13 日召开",
        "石柱县民政局 11月13日召开",
        "本报重庆11月14日讯（记者 佟鑫） 石柱县民政局11月13日召开",
    ],
)
def test_blanks_of_a_first_sentence_part_nothing(opening: str) -> None:
    page = (
        "民政动态\n2018年11月20日\n\n"
        f"{opening}县级部门协调会，农业农村、供销等部门承诺以成本价供应莼菜、黄连花等本地食材，"
        "并且商定每季度碰头一次，由民政局汇总各部门的进度后报送县政府。\n"
    )
    (report,) = read_text(page).reports
    assert report.body.startswith(opening)
    assert (report.county, report.organisation, str(report.held.start)) == (
        "石柱土家族自治县",
        "石柱县民政局",
        "2018-11-13",
    )


@pytest.mark.parametrize(
    ("more", "organisation", "day"),
    [
        ("市教育局、市关工委联合举办展演，十二所学校登台。", "市教育局、市关工委", "None"),
        ("普古乡娘娘山社区召开院坝会，商量暑期看护。", "普古乡娘娘山社区", "None"),
        (
            "红果街道关工委为解决课后无人照管的问题，开办四点半课堂。",
            "红果街道关工委",
            "None",
        ),
        ("同日，市人民法院召开会议，议定两件事。", "市人民法院", "2023-07-08"),
        ("7月份以来，红果街道关工委每晚组织“五老”巡河。", "红果街道关工委", "None"),
    ],
)
def test_another_body_of_the_same_county_begins_a_report(
    more: str, organisation: str, day: str
) -> None:
    page = f"盘州市信息\n2023年7月20日\n\n7月8日，盘州市妇联召开聘任会，聘任讲师三十名。\n{more}\n"
    assert _read(page)[1:] == [("盘州市", day, organisation, 1)]


def test_a_scene_comes_before_who_acts() -> None:
    page = (
        "金秋时节话重阳\n2016年10月21日\n\n各地的老人都没有闲着。"
        "10月8日清晨，腾冲市和顺图书馆门前坐满了人，市关工委请来老兵讲滇缅路。"
        "而在百里之外的云龙县，关工委为一座桥发愁，县里10月13日开了协调会。\n"
    )
    assert _read(page) == [
        ("腾冲市", "2016-10-08", "市关工委", 1),
        ("云龙县", "None", "关工委", 1),
    ]


@pytest.mark.parametrize(
    ("more", "county", "organisation", "day"),
    [
        ("内丘县呢？县妇联主任说，她们没有等开学。", "内丘县", "县妇联", "None"),
        (
            "临城县的第一课开得最晚——9月8日，县教育局才把心理老师请上山。",
            "临城县",
            "县教育局",
            "2009-09-08",
        ),
        ("临城县则另辟蹊径：县关工委与县法院合办“板凳法庭”。", "临城县", "县关工委", "None"),
    ],
)
def test_a_narrative_goes_on_elsewhere(
    more: str, county: str, organisation: str, day: str
) -> None:
    first = "在涉县，县妇联9月1日把课堂设在旧址，四十名家长听老党员讲课。"
    page = f"河北妇女报 2009年9月11日\n\n{first}{more}\n"
    assert _read(page) == [
        ("涉县", "2009-09-01", "县妇联", 1),
        (county, day, organisation, 1),
    ]


def test_a_paragraph_about_the_county_next_door() -> None:
    page = (
        "固原日报  2013年12月6日\n\n"
        "11月20日，西吉县将台堡镇的乡亲们迎来一堂课，县关工委主任给孩子们讲故事。\n"
        "和西吉相邻的隆德县，把课堂放进了农民画室。县文化馆馆长介绍，每周六开放。\n"
    )
    assert _read(page) == [
        ("西吉县", "2013-11-20", "县关工委", 1),
        ("隆德县", "None", "县文化馆", 1),
    ]


def test_items_that_a_chat_numbers_are_not_joined() -> None:
    page = (
        "@所有人 各县请看，2024年5月的会议情况汇总如下（5月28日更新）：\n"
        "1️⃣ 5.6 岱山县关工委 召开海岛学校教师座谈会\n"
        "2️⃣ 5.9—5.10 嵊泗县妇联 举办渔嫂课堂，学《海上安全须知》\n"
        "3️⃣ 5月中旬，普陀区东港街道关工委开展观音文化与家风讲座\n"
    )
    assert _read(page) == [
        ("岱山县", "2024-05-06", "岱山县关工委", 1),
        ("嵊泗县", "2024-05-09", "嵊泗县妇联", 1),
        ("普陀区", "2024-05-11", "普陀区东港街道关工委", 1),
    ]


def test_a_closing_tag_gives_the_year_and_a_zone_may_be_anybodys() -> None:
    page = (
        "3月1日，沭阳县妇联召开工作例会。\n"
        "3月6日，湖滨新区关工委召开护学会议。（2019年3月12日 宿迁市妇联）\n"
    )
    read = read_text(page).reports
    assert [(str(one.held.start), one.county) for one in read] == [
        ("2019-03-01", "沭阳县"),
        ("2019-03-06", None),
    ]
    assert read[1].prefecture in (None, "宿迁市")


def test_counties_that_a_feature_goes_through_paragraph_by_paragraph() -> None:
    page = (
        "东北老区报 2002年7月26日 B2版\n\n□本报记者 丛林\n\n"
        "7月16日，抚松县关工委的五位老林业工人带着四十名孩子走进原始林。\n"
        "靖宇县的老人们选了另一处课堂：杨靖宇殉国地。7月18日，县关工委在那里举行入团仪式。\n"
        "集安市妇联的课堂在鸭绿江的游船上。7月20日至22日，四十个家庭分三批登船。\n"
    )
    assert _read(page) == [
        ("抚松县", "2002-07-16", "抚松县关工委", 1),
        ("靖宇县", "2002-07-18", "县关工委", 1),
        ("集安市", "2002-07-20", None, 1),
    ]


def test_what_a_circular_says_of_all_is_no_report() -> None:
    page = (
        "关于6月份残联工作情况的通报\n2014年7月3日\n\n一、遵义市\n"
        "（一）6月5日，绥阳县残联召开协调员会议，培训二十七人。\n"
        "（二）6月9日，务川县残联组织家长座谈，赠书四十册。\n"
        "四、存在问题\n个别县报送不及时，望引起重视。\n"
    )
    reading = read_text(page)
    assert [report.county for report in reading.reports] == ["绥阳县", "务川仡佬族苗族自治县"]
    assert "个别县报送不及时，望引起重视。" in [left.text for left in reading.left_out]


@pytest.mark.parametrize(
    "second",
    [
        "阜新市彰武县妇联则把学习会开到治沙林场，几位老人回忆往事。",
        "会后，西丰县妇联趁热打铁，11月11日举行聘任仪式，颁发聘书。",
        "彰武县妇联的座谈会开在老核桃树下，村民们拉家常。",
    ],
)
def test_a_body_of_another_county_that_brings_its_meeting_somewhere(second: str) -> None:
    first = "铁岭市昌图县妇联11月7日举办宣讲会，妇女们听得入神。"
    reports = read_text(f"巾帼夜谈\n2018年11月20日\n\n{first}{second}\n").reports
    assert [report.body for report in reports] == [first, second]


def test_the_citys_own_body_after_that_of_a_city_in_it() -> None:
    text = (
        "妇联信息\n2025年4月8日\n\n九江市\n"
        "3月19日，瑞昌市妇联召开协商会，听取意见。\n"
        "近期，市妇联与市法院签署备忘录，聘任调解员。\n"
        "上饶市\n3月20日，婺源县妇联召开评估会。\n近期，县妇联又召开一次会议。\n"
    )
    assert [(one.county, len(one.paragraphs)) for one in read_text(text).reports] == [
        ("瑞昌市", 1),
        (None, 1),
        ("婺源县", 2),
    ]
