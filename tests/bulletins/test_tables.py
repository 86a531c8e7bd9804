"""Tables of web pages: merged cells hold for every row they stand in, and columns stay in line."""

from tui.bulletins import read_text

HEAD = "<tr><th>地区</th><th>时间</th><th>内容</th><th>备注</th></tr>"


def _read(rows: str) -> list[tuple[str | None, str, str]]:
    page = f"<html><body><h1>2023年动态</h1><table>{HEAD}{rows}</table></body></html>"
    return [
        (report.county, report.held.as_written, report.body) for report in read_text(page).reports
    ]


def test_a_date_that_is_merged_over_rows_is_the_date_of_each() -> None:
    rows = (
        "<tr><td>淳安县</td><td rowspan=2>3月5日</td><td>县妇联召开会议。</td><td></td></tr>"
        "<tr><td>建德市</td><td>市妇联召开会议。</td><td></td></tr>"
        "<tr><td>桐庐县</td><td></td><td>县妇联召开会议。</td><td></td></tr>"
    )
    assert _read(rows) == [
        ("淳安县", "3月5日", "县妇联召开会议。"),
        ("建德市", "3月5日", "市妇联召开会议。"),
        ("桐庐县", "", "县妇联召开会议。"),
    ]


def test_a_wide_cell_takes_up_the_columns_it_is_over() -> None:
    rows = (
        "<tr><td>淳安县</td><td>3月5日</td><td>县妇联召开会议。</td><td></td></tr>"
        "<tr><td colspan=2>建德市</td><td>市妇联召开会议。</td><td></td></tr>"
    )
    assert _read(rows)[1] == ("建德市", "", "市妇联召开会议。")


def test_a_table_within_a_cell_does_not_move_the_columns_outside() -> None:
    inner = "<table><tr><td rowspan=3>甲</td><td>乙</td></tr></table>"
    rows = (
        f"<tr><td>淳安县</td><td>3月5日</td><td>县妇联召开会议。</td><td>{inner}</td></tr>"
        "<tr><td>建德市</td><td>3月6日</td><td>市妇联召开会议。</td><td></td></tr>"
    )
    assert _read(rows)[-1] == ("建德市", "3月6日", "市妇联召开会议。")


def test_a_table_copied_out_of_its_page() -> None:
    reports = read_text(
        f"<table>{HEAD}<tr><td>淳安县</td><td>3月5日</td><td>开会。</td></tr>"
    ).reports
    assert [(report.county, report.body) for report in reports] == [("淳安县", "开会。")]


def test_absurd_spans_cost_nothing() -> None:
    rows = (
        '<tr><td colspan=9999 rowspan=9999>淳安县</td><td colspan="-1">3月5日</td></tr>'
        "<tr><td rowspan=0>建德市</td></tr>"
    )
    _read(rows * 50)


def test_the_heading_above_a_table_is_not_one_without_reports() -> None:
    row = "<tr><td>瑞安市</td><td>3月5日</td><td>市妇联召开会议。</td><td></td></tr>"
    page = f"<html><body><h1>动态</h1><p>杭州市</p><p>温州市</p><table>{HEAD}{row}</table></body>"
    reading = read_text(page)
    assert [report.county for report in reading.reports] == ["瑞安市"]
    bare = [left.text for left in reading.left_out if left.reason == "bulletins.left-heading"]
    assert bare == ["杭州市"]


def test_a_head_of_two_rows_and_cells_that_say_nothing() -> None:
    page = (
        "<html><body><h2>会议台账</h2><p>填报日期：2024年4月2日</p><table>"
        "<tr><th rowspan=2>序号</th><th colspan=2>地区</th><th rowspan=2>会议时间</th>"
        "<th rowspan=2>组织单位</th><th rowspan=2>会议内容</th></tr>"
        "<tr><th>市</th><th>县（市、区）</th></tr>"
        "<tr><td>1</td><td rowspan=2>临汾市</td><td>洪洞县</td><td>3月4日</td><td>县关工委</td>"
        "<td>召开筹备会，议定线路三条。</td></tr>"
        "<tr><td>2</td><td>—</td><td>3月15日</td><td>市教育局</td><td>召开主任例会。</td></tr>"
        "</table></body></html>"
    )
    read = [(one.prefecture, one.county, one.heading) for one in read_text(page).reports]
    assert read == [("临汾市", "洪洞县", "临汾市洪洞县"), ("临汾市", None, "临汾市")]


def test_a_body_of_the_prefecture_is_of_no_county_it_met_in() -> None:
    page = (
        "黔东南州关工委2021年8月会议情况统计\n单位\t时间\t会议名称\t主要内容\n"
        "凯里市关工委\t8月3日\t安全会\t部署防溺水，印发《告家长书》\n"
        "州关工委\t8月20日\t全州现场会\t在黎平县召开，学习黎平经验\n"
    )
    read = [(one.prefecture, one.county) for one in read_text(page).reports]
    assert read == [("黔东南苗族侗族自治州", "凯里市"), ("黔东南苗族侗族自治州", None)]


def test_rows_that_only_blanks_part_are_cut_as_their_head_says() -> None:
    page = (
        "安康市司法行政工作台账（2022年9月）\n序号 县区 日期 单位 事项\n"
        "1 紫阳县 9月2日 紫阳县司法局 召开茶山 纠纷调解员例会\n"
        "2 镇坪县 9月6日至7日 镇坪县司法局 举办培训，发放《民法典》一百册\n"
        "填表人：王某\n"
    )
    read = [
        (one.county, str(one.held.start), one.organisation, one.body)
        for one in read_text(page).reports
    ]
    assert read == [
        ("紫阳县", "2022-09-02", "紫阳县司法局", "召开茶山 纠纷调解员例会"),
        ("镇坪县", "2022-09-06", "镇坪县司法局", "举办培训，发放《民法典》一百册"),
    ]


def test_records_whose_names_stand_in_brackets_without_a_colon() -> None:
    page = (
        "【地区】盐城市\n【县区】大丰区\n【时间】2020年10月13日\n【单位】大丰区关工委\n"
        "【内容】召开志愿者会议，二十名学生领到聘书。\n----------\n"
        "【地区】盐城市\n【县区】\n【时间】2020年10月下旬\n【单位】市司法局\n"
        "【内容】召开法治宣传工作会议，各县（市、区）汇报进展。\n"
    )
    read = [
        (one.prefecture, one.county, str(one.held.start), one.organisation)
        for one in read_text(page).reports
    ]
    assert read == [
        ("盐城市", "大丰区", "2020-10-13", "大丰区关工委"),
        ("盐城市", None, "2020-10-21", "市司法局"),
    ]


def test_columns_whose_heads_say_little_are_told_by_what_they_hold() -> None:
    rows = (
        "<tr><th>主要举措</th><th>时间</th><th>设区的市</th><th>县（市、区）</th><th>谁牵头</th></tr>"
        "<tr><td>召集园长开学习会，园长们就一条争论得很热烈。</td><td>5月20日</td>"
        "<td rowspan=2>泉州市</td><td>惠安县</td><td>县教育局</td></tr>"
        "<tr><td>组织从业人员专题培训，抽调三名督学授课。</td><td>5月27日-29日</td>"
        "<td>石狮市</td><td>市教育局</td></tr>"
        "<tr><td>召开宣传月启动会，向家长发放宣传单。</td><td>5月中旬</td>"
        "<td>宁德市</td><td></td><td>市教育局</td></tr>"
    )
    page = f"<html><body><h1>2025年台账</h1><table>{rows}</table></body></html>"
    assert [(one.prefecture, one.county, one.organisation) for one in read_text(page).reports] == [
        ("泉州市", "惠安县", "县教育局"),
        ("泉州市", "石狮市", "市教育局"),
        ("宁德市", None, "市教育局"),
    ]


def test_a_column_without_a_head_of_its_own_kind_holds_the_words() -> None:
    text = (
        "冬季轮训统计\n2023年2月6日\n"
        "盟市\t起止时间\t旗县市区\t组织单位\t轮训及收获\n"
        "呼伦贝尔市\t2022.12.28—2023.1.6\t鄂伦春自治旗\t旗民政局\t分六片轮训嘎查干部，课一节没落。\n"
        "\t元月9日\t额尔古纳市\t市民政局\t召开养老服务座谈会，征求老人意见。\n"
        "合计\t\t\t2家\t\n"
    )
    assert [
        (one.county, str(one.held.start), str(one.held.end), one.organisation, one.body)
        for one in read_text(text).reports
    ] == [
        (
            "鄂伦春自治旗",
            "2022-12-28",
            "2023-01-06",
            "旗民政局",
            "分六片轮训嘎查干部，课一节没落。",
        ),
        ("额尔古纳市", "2023-01-09", "None", "市民政局", "召开养老服务座谈会，征求老人意见。"),
    ]


def test_short_years_and_signs_for_the_same_as_above() -> None:
    text = (
        "学习情况一览（24年第3号）\n"
        "日期 | 主办单位 | 学习情况 | 市 | 县\n--- | --- | --- | --- | ---\n"
        "24.3.5 | 区退役军人局 | 党组书记带头领学，现场打分。 | 济南市 | 章丘区\n"
        "24.3.11-13 | 县退役军人局 | 以案代训，发放口袋书。 | 〃 | 商河县\n"
        "24.2月下旬 | 市退役军人局 | 分三批轮训干部，写了体会。 | 临沂市 | \n"
        "23.12.28 | 同上 | 开展法律知识测试，安排补考。 | 〃 | \n"
    )
    assert [
        (one.prefecture, one.county, str(one.held.start), str(one.held.end), one.organisation)
        for one in read_text(text).reports
    ] == [
        ("济南市", "章丘区", "2024-03-05", "None", "区退役军人局"),
        ("济南市", "商河县", "2024-03-11", "2024-03-13", "县退役军人局"),
        ("临沂市", None, "2024-02-21", "2024-02-29", "市退役军人局"),
        ("临沂市", None, "2023-12-28", "None", "市退役军人局"),
    ]


def test_two_rows_of_heads_with_names_nobody_knows() -> None:
    rows = (
        "<tr><th rowspan=2>会议做了什么</th><th rowspan=2>谁召集</th><th colspan=2>会场</th>"
        "<th rowspan=2>哪天开的</th><th colspan=2>所在地</th></tr>"
        "<tr><th>地点</th><th>到会</th><th>县区</th><th>市州</th></tr>"
        "<tr><td>通报履职台账抽查结果，约谈两家律师事务所。</td><td>陇西县司法局</td><td>会议室</td>"
        "<td>41人</td><td>9月2日</td><td>陇西县</td><td>定西市</td></tr>"
        "<tr><td colspan=7>合计：会议1场，到会41人次。</td></tr>"
    )
    page = f"<html><body><h1>2022年9月一览</h1><table>{rows}</table></body></html>"
    (report,) = read_text(page).reports
    assert (report.prefecture, report.county, report.organisation, str(report.held.start)) == (
        "定西市",
        "陇西县",
        "陇西县司法局",
        "2022-09-02",
    )


def test_who_spoke_and_how_many_came_stand_beside_what_was_said() -> None:
    rows = (
        "<tr><td rowspan=2>序号</td><td colspan=2>地 区</td><td colspan=4>会议概况</td>"
        "<td rowspan=2>主要内容</td></tr>"
        "<tr><td>设区市</td><td>县（市、区）</td><td>时间</td><td>召集单位</td><td>主持人</td>"
        "<td>参会人数</td></tr>"
        "<tr><td>1</td><td>赣州市</td><td>于都县</td><td>3月5日</td><td>于都县文明办</td>"
        "<td>刘先敏</td><td>46</td><td>部署志愿服务进校园，成立小讲解员队伍。</td></tr>"
    )
    page = f"<html><body><h1>2025年简报</h1><table>{rows}</table></body></html>"
    (report,) = read_text(page).reports
    assert (report.county, report.organisation, report.body) == (
        "于都县",
        "于都县文明办",
        "部署志愿服务进校园，成立小讲解员队伍。",
    )


def test_a_head_of_names_nobody_knows_is_no_row() -> None:
    text = (
        "学习情况\n2024年3月20日\n"
        "哪里\t下面\t几号\t学了些什么呢\n"
        "济南市\t章丘区\t3月5日\t局党组书记带头领学，青年干部轮流主讲，现场打分。\n"
        "临沂市\t蒙阴县\t3月11日\t召开现场学习会，老模范讲当年的事，大家提建议。\n"
    )
    reports = read_text(text).reports
    assert [(one.prefecture, one.county, str(one.held.start)) for one in reports] == [
        ("济南市", "章丘区", "2024-03-05"),
        ("临沂市", "蒙阴县", "2024-03-11"),
    ]


def test_days_in_four_figures_and_counties_in_the_names_of_leagues() -> None:
    text = (
        "进展表 2019年4月2日\n"
        "归口 | 主体 | 会期 | 推进情况\n"
        "合肥市 | 团长丰县委 | 0320-0321 | 举办学习班，邀请专家授课，学员很多。\n"
        " | 团合肥市委 | 0318 | 召开执委扩大会议，原文学习工作报告。\n"
        "铜陵市 | 团枞阳县委 | 3/25 | 召开例会，通报一季度救助申报情况。\n"
    )
    assert [
        (one.prefecture, one.county, str(one.held.start), str(one.held.end))
        for one in read_text(text).reports
    ] == [
        ("合肥市", "长丰县", "2019-03-20", "2019-03-21"),
        ("合肥市", None, "2019-03-18", "None"),
        ("铜陵市", "枞阳县", "2019-03-25", "None"),
    ]
