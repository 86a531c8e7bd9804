"""First sentences as offices write them: the day, and who held it."""

import pytest

from tui.bulletins import read_text

PAGE = "各县区工作动态\n2024年6月18日\n\n{}\n"


@pytest.mark.parametrize(
    ("words", "day", "organisation"),
    [
        ("夏县妇女儿童工作会议5月2日召开。", "2024-05-02", None),
        (
            "由正安县委老干部局牵头的“银发课堂”4月7日在安场镇开讲。",
            "2024-04-07",
            "正安县委老干部局",
        ),
        (
            "长顺县“春晖助学”发放仪式5月22日在县民族中学举行，三十名学生领到助学金。",
            "2024-05-22",
            None,
        ),
        ("黎城县的退休教师王某6月14日给孩子们上了一堂书法课。", "2024-06-14", None),
        (
            "6月15日，一堂特殊的禁毒课在大关县第一中学开讲，授课人是县禁毒办干部。",
            "2024-06-15",
            None,
        ),
        (
            "5月11日，一场以“讲好家风”为主题的分享会在尉氏县图书馆举行。"
            "活动由尉氏县妇联、县教体局联合主办。",
            "2024-05-11",
            "尉氏县妇联、县教体局",
        ),
        (
            "5月13日，全市社区矫正工作推进会在沁阳市召开，市司法局副局长李某出席。",
            "2024-05-13",
            None,
        ),
        (
            "6月1日是国际儿童节，永泰县关工委主任一行来到同安镇看望儿童。",
            "2024-06-01",
            "永泰县关工委",
        ),
        ("在国际儿童节来临之际，永泰县关工委来到同安镇看望儿童。", "None", "永泰县关工委"),
        (
            "重阳节前（6月10日），临河区老年大学举办书画展，展出作品百余幅。",
            "2024-06-10",
            "临河区老年大学",
        ),
        ("望谟县残联学习5月8日召开的全省会议精神，研究贯彻意见。", "None", "望谟县残联"),
        (
            "望谟县残联历来重视培训。5月28日，该县残联召开业务培训会，三十人参加。",
            "2024-05-28",
            "望谟县残联",
        ),
        (
            "6月9日下午3点半，滨湖区蠡园街道关工委的老书记们聚在一起，商量托班的事。",
            "2024-06-09",
            "滨湖区蠡园街道关工委",
        ),
    ],
)
def test_first_words(words: str, day: str, organisation: str | None) -> None:
    (report,) = read_text(PAGE.format(words)).reports
    assert (str(report.held.start), report.organisation) == (day, organisation)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (
            "本报讯　榆中县妇联从6月16日起举办为期三天的家政培训班，培训今天结束。",
            "2024-06-16",
            "2024-06-18",
        ),
        ("榆中县妇联6月17日召开为期2天的会议，会议今天圆满闭幕。", "2024-06-17", "2024-06-18"),
        ("榆中县妇联6月17日举办为期两天的培训，今天结束会上有人发言。", "2024-06-17", "None"),
        ("5月27日，榆中县妇联举办了一期为期三天的家政培训班。", "2024-05-27", "None"),
        ("5月16日，和政县妇联召开会议，决定举办为期三天的夏令营。", "2024-05-16", "None"),
        (
            "5月3日至9日，会宁县妇联举办为期三天的培训班两期，今天结束。",
            "2024-05-03",
            "2024-05-09",
        ),
        ("近日，皋兰县关工委开展为期三天的走访活动，今天结束。", "None", "None"),
    ],
)
def test_how_long_it_lasted(words: str, first: str, last: str) -> None:
    (report,) = read_text(PAGE.format(words)).reports
    assert (str(report.held.start), str(report.held.end)) == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last", "county"),
    [
        (
            "本报保定26日电　易县教育局二十四日至二十五日召开德育工作会。",
            "2024-05-24",
            "2024-05-25",
            "易县",
        ),
        ("本报保定26日电　易县教育局二十四日召开德育工作会。", "2024-05-24", "None", "易县"),
        ("据《邯郸日报》报道　武安市青少年协会日前召开大会。", "None", "None", "武安市"),
        ("11日3，龙州县关工委召开筹备会议。", "None", "None", "龙州县"),
        ("易县教育局连续二十日组织巡河。", "None", "None", "易县"),
    ],
)
def test_days_in_words_and_days_that_cannot_be_read(
    words: str, first: str, last: str, county: str
) -> None:
    (report,) = read_text(PAGE.format(words).replace("6月18日", "5月28日")).reports
    held = report.held
    assert (str(held.start), str(held.end), report.county) == (first, last, county)
