"""The query as a value: changing it, describing it."""

import pytest
from hypothesis import given

from tests.query.queries import QUERIES
from tui import locale
from tui.query.query import Field, Flag, Order, Query, Words


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("", "all reports", "全部报告"),
        ("实施意见", "“实施意见”", "“实施意见”"),
        ("地州:654000 date:2023-02 实施意见", "伊犁州 · 2023-02 · “实施意见”", None),
        ("地州:昌吉州,哈密", "昌吉州 or 哈密市", "昌吉州或哈密市"),
        ("prefecture:新疆 county:塔县", "新疆维吾尔自治区 · 塔县", None),
        ("prefecture:教育系统", "教育系统", "教育系统"),
        ("prefecture:none -county:无", None, "未注明地区 · 不含地州市本级"),
        ("学习|宣讲 -五老", "“学习” or “宣讲” · not “五老”", "“学习”或“宣讲” · 不含“五老”"),
        ("date:2023-02..上月", "2023-02 to 上月", "2023-02至上月"),
        ("date:..2023-02", "until 2023-02", "2023-02止"),
        ("date:2023-02..", "since 2023-02", "2023-02起"),
        ("已选 -无日期", "marked · not undated", "已选 · 不含无日期"),
        ("单位:关工委", "held by 关工委", "单位：关工委"),
        ("文件:《意见》", "citing 《意见》", "引用文件：《意见》"),
        ("来源:a.txt", "from a.txt", "来源：a.txt"),
        ("排序:地区", "all reports · by region", "全部报告 · 按地区排序"),
    ],
)
def test_describe(text: str, english: str | None, chinese: str | None, speak: None) -> None:
    for language, sentence in (("en", english), ("zh", chinese)):
        locale.use("zh" if language == "zh" else "en")
        assert sentence in (None, Query.parse(text).describe())


def test_words_are_what_is_asked_for() -> None:
    assert Query.parse("a|b -c a 地州:d").words == ("a", "b")


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("", ("a",), "prefecture:a"),
        ("x prefecture:a y", ("b", "c"), "x prefecture:b,c y"),
        ("x prefecture:a y prefecture:b", (), "x y"),
        ("-prefecture:a", ("b",), "-prefecture:a prefecture:b"),
    ],
)
def test_with_values(before: str, values: tuple[str, ...], after: str) -> None:
    query = Query.parse(before).with_values(Field.PREFECTURE, values)
    assert query == Query.parse(after)
    assert query.values(Field.PREFECTURE) == values


@pytest.mark.parametrize(
    ("before", "on", "after"),
    [
        ("a", True, "a is:undated"),
        ("is:undated a", True, "is:undated a"),
        ("-is:undated a", True, "a is:undated"),
        ("is:undated a", False, "a"),
        ("-is:undated is:marked", False, "is:marked"),
    ],
)
def test_with_flag(before: str, on: bool, after: str) -> None:
    query = Query.parse(before).with_flag(Flag.UNDATED, on)
    assert query == Query.parse(after)
    assert query.has_flag(Flag.UNDATED) is on


def test_stepping_back() -> None:
    query = Query.parse("a date:2023 order:region")
    assert query.without_last() == Query.parse("a order:region")
    assert query.without_last().without_last() == Query()
    assert Query().without_last() == Query()


def test_without() -> None:
    assert Query.parse("a b").without(Words(("a",))) == Query.parse("b")


def test_both_queries() -> None:
    query = Query.parse("a date:2023").and_(Query.parse("date:2023 b order:region"))
    assert query == Query.parse("a date:2023 b order:region")
    assert query.and_(Query()).order is Order.REGION


@given(QUERIES)
def test_every_query_has_a_sentence(query: Query) -> None:
    for language in ("en", "zh"):
        locale.use("zh" if language == "zh" else "en")
        assert query.describe()
        for condition in query.conditions:
            assert Query.describe_condition(condition) in query.describe()
    locale.use("en")
