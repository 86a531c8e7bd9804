"""Single pages as they are saved from sites: what stands round the words, and whose they are."""

import pytest

from tui.bulletins import read_text
from tui.reports.report import Report

BODY = (
    "5月8日上午，邹城市关工委召开“五老”座谈会，传达上级会议精神，部署下半年工作。\n"
    "会议要求，要把各项任务落到实处，让更多孩子受益。\n"
)


def _only(text: str) -> Report:
    """The one report of a page."""
    (report,) = read_text(text).reports
    return report


@pytest.mark.parametrize(
    "below",
    [
        "来源：\n邹城援建指挥部\n作者：\n指挥部 李某\n编辑：\n方某\n",
        "新闻推荐\n本报记者王某图为李某在看望孤儿。他坚守初心，带领全校走...\n邹城新闻，新鲜有料。期待相遇。\n",
        "• 收藏\n• 打印\n保护视力色：\n我要评论\n",
        "|本地广告联系: QQ:100000 TEL:053700000|Archiver|手机版|小黑屋|邹城信息港\n"
        "GMT+8, 2025-6-19 06:19\nPowered by Discuz! X3.5\n© 2001-2025 Discuz! Team.\n",
        "![](1.png)\n![合影]()\n",
        "省关工委办公室编  2024510\n",
        "座谈会现场。 邹城市关工委供图\n",
        "图①：孩子们系上红领巾。  图②：船上学校的一堂课。（资料片）\n",
        "来源|各地关工委 编辑|苗某 审核|佟某 END 往期推荐 岗位练兵 阅读原文\n",
        "--\n关工委办公室  地址：沿江大道\n本邮件及附件含有内部信息，如误收请删除。\n",
        "（省关工委办公室整理）\n",
    ],
)
def test_what_stands_below_the_words_is_not_theirs(below: str) -> None:
    report = _only(f"座谈会在邹城召开\n发布时间：2024-05-09\n\n{BODY}{below}")
    assert report.body + "\n" == BODY


def test_when_a_page_was_saved_is_no_year_of_its_reports() -> None:
    report = _only(f"{BODY}GMT+8, 2025-6-19 06:19\n© 2001-2025 Discuz! Team.\n")
    assert report.held.start is None
    assert report.flags == ("bulletins.no-year",)


def test_the_title_of_the_browsers_tab_is_no_report() -> None:
    title = "山东省邹城市关工委开展调研活动"
    reading = read_text(f"{title}-邹城关爱网\n{title}\n来源：关爱网 时间：2024-05-09\n\n{BODY}")
    assert reading.title == title
    assert [report.body + "\n" for report in reading.reports] == [BODY]


def test_a_title_that_asks_and_the_line_that_goes_on_with_it() -> None:
    asks = "【关爱周报】这一周，各地的“五老”都在忙啥？"
    goes_on = "——各县区活动见闻"
    reading = read_text(f"{asks}\n{goes_on}\n2024-05-09\n\n{BODY}")
    assert reading.title == asks
    assert [report.title for report in reading.reports] == ["邹城市关工委召开“五老”座谈会"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("縣關(guān)工委組(zǔ)織學(xué)習會議", "縣關工委組織學習會議"),
        ("大會(hui)(hui)在市委(wei)召(zhao)開(kai)", "大會在市委召開"),
        (
            "会上,,县妇联作了总结,。各乡镇参加,,,会议圆满",
            "会上,县妇联作了总结。各乡镇参加,会议圆满",
        ),
        ("国际标准(iso)和会议(一)", "国际标准(iso)和会议(一)"),
    ],
)
def test_what_mirror_sites_inject(text: str, clean: str) -> None:
    assert _only(f"3月5日,夏县妇联召开会议,{text}。").body == f"3月5日,夏县妇联召开会议,{clean}。"


def test_a_bar_of_the_pages_frame_hides_no_closing_tag() -> None:
    report = _only("|\n3月1日下午，夏县关工委召开会议，部署全年工作。（徐某） |\n")
    assert (report.body, report.source.tag) == (
        "3月1日下午，夏县关工委召开会议，部署全年工作。",
        "（徐某）",
    )


@pytest.mark.parametrize(
    ("source", "words", "prefecture", "county"),
    [
        ("信息来源：中山市西区办事处", "西区妇联召开执委会议，选举代表。", "中山市", None),
        ("信息来源：攀枝花市妇联", "西区妇联召开执委会议，选举代表。", "攀枝花市", "西区"),
        ("来源：", "团市委召开“中山共青团工作会”，部署全年工作。", "中山市", None),
        ("来源：", "市关工委召开“伊春市关心下一代工作推进会”。", "伊春市", None),
        ("来源：", "市关工委赴伊春市考察学习，召开座谈会。", None, None),
        ("来源：", "县关工委召开“伊春市关心下一代工作推进会”。", None, None),
    ],
)
def test_whose_meeting_a_page_tells_of(
    source: str, words: str, prefecture: str | None, county: str | None
) -> None:
    report = _only(f"会议消息\n{source} 发布日期：2024-12-20\n\n12月17日，{words}\n")
    assert (report.prefecture, report.county) == (prefecture, county)


def test_the_name_of_the_site_on_top_says_whose_city_it_is() -> None:
    page = "{}\n座谈会召开\n2024-05-09\n\n5月8日，市教育局召开座谈会，听取意见。\n"
    assert _only(page.format("邹城外宣网 今天是")).county == "邹城市"
    assert _only(page.format("网站首页")).county is None


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("2022年邵阳市妇联重点工作座谈会在武冈市召开。", "邵阳市妇联"),
        ("2022年度邵阳市妇联召开座谈会。", "邵阳市妇联"),
        ("青海省基层关工委工作现场交流会在西宁市召开。", None),
        ("省报副总编何某、总编室副主任高某一行赴雁塔区调研。", None),
        ("区长郑某赴大龙山镇召开征求意见座谈会,区人大常委会副主任何某出席。", None),
        ("乡镇(街道、园区)团委三季度工作例会在雉城街道召开。", None),
        ("第六次工作会议3月9日至11日在喀什召开。自治区党委常委、部长俞某出席会议。", None),
    ],
)
def test_who_is_only_spoken_of_holds_no_meeting(words: str, organisation: str | None) -> None:
    assert _only(f"3月12日,{words}").organisation == organisation


def test_a_meeting_of_all_that_nothing_else_follows_is_a_report() -> None:
    text = (
        "青海省关工委办公室\n"
        "9月11日，全省工作交流会在西宁市召开。各市州关工委负责同志出席会议。\n"
        "会议表彰了二十四个基层组织。\n"
    )
    assert _only(text).paragraphs[0].startswith("9月11日")


@pytest.mark.parametrize(
    ("lead", "prefecture"),
    [
        ("信阳消息(陈 某)", "信阳市"),
        ("云上荆州报道:", "荆州市"),
        ("记者李某海口报道:", "海口市"),
        ("", None),
    ],
)
def test_a_lead_in_says_where_a_report_is_from(lead: str, prefecture: str | None) -> None:
    report = _only(f"日报 2012年10月24日\n\n{lead}10月22日下午,市司法局举办开放日活动。\n")
    assert (report.prefecture, str(report.held.start)) == (prefecture, "2012-10-22")


def test_topics_above_reports_that_begin_with_their_place() -> None:
    text = (
        "民政资讯\n2024年11月29日\n\n"
        "社会救助\n包头市救助站开展专项行动，救助困难人员五百人次。\n"
        "养老服务\n锡林郭勒盟因地制宜布局助老餐厅，建成九十四处。\n"
    )
    assert [(one.prefecture, one.organisation, one.title) for one in read_text(text).reports] == [
        ("包头市", "包头市救助站", "包头市救助站开展专项行动，救助困难人员五百人次"),
        ("锡林郭勒盟", None, "锡林郭勒盟因地制宜布局助老餐厅"),
    ]


def test_the_first_entry_of_the_contents_comes_again_as_a_heading() -> None:
    text = (
        "妇联信息\n2025年4月8日\n\n目 录\n一、九江市……（1）\n二、赣州市……（2）\n\n"
        "一、九江市\n3月19日，市妇联召开协商会，听取意见。\n"
        "二、赣州市\n3月20日，市妇联召开评估会，部署工作。\n"
    )
    reading = read_text(text)
    assert reading.headings == ("一、九江市", "二、赣州市")
    assert [report.prefecture for report in reading.reports] == ["九江市", "赣州市"]


def test_a_line_that_ends_with_an_opening_sign_goes_on() -> None:
    text = "3月5日，泰和县妇联在县城广场举办女性安全驾驶“\n上路班”，请老司机授课，轮流介绍心得。\n"
    assert _only(text).paragraphs == (text.replace("\n", ""),)


def test_a_title_begins_after_the_clause_that_says_when() -> None:
    report = _only("雅安日报讯 大会闭幕后，雨城区高度重视、当即部署，迅速掀起热潮。\n")
    assert report.title == "雨城区高度重视、当即部署"


def test_an_issue_whose_contents_have_no_head() -> None:
    text = (
        "欢迎来到桐城市关心下一代工作委员会! 2024年04月28日 星期日\n\n2023年第一期关工简报\n\n"
        "2023年第一期 (总第八十四)\n\n桐城市关心下一代工作委员会编          2023年4月28日\n\n"
        "※ 工作动态\n\n谋划全年工作…………………市关工委办公室28\n\n"
        "市关工委召开主任办公会\n    ……………………………市关工委办公室30\n\n"
        "谋划全年工作\n\n1月6日,市关工委召开主任办公会,谋划全年工作。\n"
    )
    reading = read_text(text)
    assert str(reading.published) == "2023-04-28"
    (report,) = reading.reports
    assert (report.county, str(report.held.start)) == ("桐城市", "2023-01-06")
    assert report.body == "1月6日,市关工委召开主任办公会,谋划全年工作。"


def test_lines_broken_before_their_signs() -> None:
    text = (
        "工作会议召开\n时间：2022-09-29\n来源：桐城市融媒体中心\n\n"
        "9月27日下午\n，全市工作会议召开\n。市关工委主任王某\n、常务副主任汪某出席会议\n。\n"
        "会议强调\n，关心下一代责任重大\n。\n"
    )
    assert _only(text).paragraphs == (
        "9月27日下午，全市工作会议召开。市关工委主任王某、常务副主任汪某出席会议。",
        "会议强调，关心下一代责任重大。",
    )


@pytest.mark.parametrize(
    "above",
    [
        "首页  机关概况  工作动态  家庭教育  通知公告\n",
        "李处长：\n您好！下半月的信息整理好了，贴在下面。照片明天另发。\n",
        "邹城市青少年法治教育联席会议办公室    2024年5月10日\n",
        "【编者按】表彰大会召开以来，各地热烈响应。现将情况摘编如下。\n",
        "本 期 目 录\n★ 邹城市：座谈会开进村里\n★ 曲阜市：听老兵讲故事\n\n",
    ],
)
def test_what_stands_above_the_words_is_not_theirs(above: str) -> None:
    report = _only(f"工作动态\n{above}\n{BODY}")
    assert report.body + "\n" == BODY


def test_universities_are_of_no_prefecture() -> None:
    text = "1月12日，{}关工委召开全委会议，总结工作。\n"
    assert _only(text.format("兰州理工大学")).prefecture is None
    assert _only(text.format("兰州市城关区")).prefecture == "兰州市"


def test_a_regiments_own_body_after_that_of_its_city() -> None:
    text = (
        "兵团动态\n2022年10月26日\n\n第六师五家渠市\n"
        "六师五家渠市少工委于10月16日组织收看盛况，写下卡片。\n"
        "一〇一团少工委召开辅导员座谈会，征求意见。\n"
    )
    assert len(read_text(text).reports) == 2


def test_what_others_say_in_a_chat_is_in_no_report() -> None:
    text = (
        "群聊：青少年工作通联群（86人）\n—————  2024年3月11日  —————\n\n"
        "马干事-八师  10:02\n3月6日，第八师石河子市关工委召开讲解员选拔会，选出12人。\n"
        "马干事-八师  10:03\n[图片]\n"
        "马干事-八师  10:04\n会上，老军垦给孩子们改词。\n\n"
        "奇台-周姐  16:05\n3月4日至5日，奇台县妇联举办家庭教育培训，学员67人。\n"
        "小李  16:06\n周姐辛苦！月底前没报的抓紧[抱拳]\n"
    )
    assert [(report.county, len(report.paragraphs)) for report in read_text(text).reports] == [
        ("石河子市", 2),
        ("奇台县", 1),
    ]


@pytest.mark.parametrize(
    "body",
    ["寿宁县关工委、县文体新局", "天门市委青年工作联席会议办公室", "寿宁县新局村村委会"],
)
def test_bodies_whose_names_have_words_of_meetings(body: str) -> None:
    assert _only(f"6月11日，{body}召开联络员会议，通报情况。\n").organisation == body


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        ("会议圆满结束。? ? ? ? (荥阳市关工委办公室)", "会议圆满结束。"),
        (
            "作了汇报。c29af9bdb213d1d3000e7541b002de3.jpgf4aba94ab819a8bcc22240d6ba1e7ea.jpg",
            "作了汇报。",
        ),
    ],
)
def test_what_copying_leaves_behind_a_sentence(words: str, clean: str) -> None:
    assert _only(f"9月13日,荥阳市关工委召开会议,{words}\n").body.endswith(clean)


def test_where_somebody_went_is_not_whose_page_it_is() -> None:
    words = "11月12日,县教育局关工委组织四人前往,开展互学互查。\n"
    assert _only(f"我县到叶集区开展互学互查活动\n{words}").county is None
    assert _only(f"叶集区开展互学互查活动\n{words}").county == "叶集区"


def test_sentences_that_end_with_the_full_stop_of_latin_script() -> None:
    text = (
        "云南动态\n2017年5月2日\n\n"
        "昆明市4月10日,嵩明县关工委召开班子会,分了工.会议认为,要从一滴水说起."
        "大理白族自治州4月12日,祥云县关工委召开协商会,占比3.5成.\n"
    )
    assert [(one.county, one.body) for one in read_text(text).reports] == [
        ("嵩明县", "4月10日,嵩明县关工委召开班子会,分了工.会议认为,要从一滴水说起."),
        ("祥云县", "4月12日,祥云县关工委召开协商会,占比3.5成."),
    ]


def test_a_heading_below_a_title_as_wide_as_the_lines() -> None:
    text = (
        "工作情况\n第三期\n某省教委关工委编印    一九九六年二月二十六日\n"
        "各地学习《爱国主义教育实施纲要》、安排寒假活动的情况\n齐齐哈尔市\n"
        "  元月九日,市教委关工委召开老教师座谈会,学习《爱国\n主义教育实施纲要》,座谈怎样"
        "让孩子们过一个有意义的寒\n假。老教师们提出,看一场电影、访一位老兵、记一本日记。\n"
        "牡丹江市\n  元月十二日,海林市教委召开校外辅导员会议,会上算了一\n笔账,全市有离退休"
        "教师八百一十六人,眼下只请了九十人。\n"
    )
    assert [(one.prefecture, str(one.held.start)) for one in read_text(text).reports] == [
        ("齐齐哈尔市", "1996-01-09"),
        ("牡丹江市", "1996-01-12"),
    ]


def test_items_on_one_line_below_a_title() -> None:
    first = "为迎接学习周,11月8日,石首市社区教育学院召开联络员会议,会唱的唱、会绣的绣。"
    second = "11月10日上午,宜昌市教育局召开推进会。"
    text = (
        f"湖北社区教育通讯 2021年12月10日编印 各地学习会议辑要 1、{first}2、{second}(编者:方某)\n"
    )
    assert [report.body for report in read_text(text).reports] == [first, second]


def test_the_day_and_the_time_a_page_is_from_without_a_blank() -> None:
    page = (
        "基层快讯\n团支部里话传承\n日期：2021-04-2616:40阅读次数：588\n\n"
        "4月7日，金寨县团委召开读书会，读史话。\n"
    )
    assert str(_only(page).held.start) == "2021-04-07"


def test_a_list_that_a_chat_put_together() -> None:
    text = (
        "【妇联信息群 · 9月接龙】某省妇联办公室 2023年9月28日整理，按接龙先后，原文照贴\n"
        "1. 琼海市妇联：9月12日召开故事会，说的都是等船的日子。\n"
        "2. 海口市琼山区妇联：本月22日，召开推进会，凳子是邻居借的。\n"
        "（接龙截止，以后报的算下个月）\n"
    )
    assert [
        (one.county, one.organisation, str(one.held.start)) for one in read_text(text).reports
    ] == [
        ("琼海市", "琼海市妇联", "2023-09-12"),
        ("琼山区", "海口市琼山区妇联", "2023-09-22"),
    ]
