"""The query language: reading, writing, errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.queries import ODD, QUERIES
from tui import locale
from tui.query.query import (
    Condition,
    Field,
    FieldValues,
    Flag,
    Flagged,
    Order,
    Query,
    QueryError,
    Words,
)


def _values(field: str, *values: str, excluded: bool = False) -> FieldValues:
    return FieldValues(Field(field), values, excluded)


@pytest.mark.parametrize(
    ("text", "conditions", "written"),
    [
        ("", [], ""),
        (" \u3000\n", [], ""),
        ("实施意见", [Words(("实施意见",))], "实施意见"),
        ("五老\u3000学习", [Words(("五老",)), Words(("学习",))], "五老 学习"),
        ("-学习", [Words(("学习",), excluded=True)], "-学习"),
        ("－学习", [Words(("学习",), excluded=True)], "-学习"),
        ("+学习", [Words(("学习",))], "学习"),
        ("＋学习", [Words(("学习",))], "学习"),
        ('"two words"', [Words(("two words",))], '"two words"'),
        ('"学习"', [Words(("学习",))], "学习"),
        ("“五老”", [Words(("五老",))], "五老"),
        ("「五老」", [Words(("五老",))], "五老"),
        ("＂a b＂", [Words(("a b",))], '"a b"'),
        ('"say ""yes"""', [Words(('say "yes"',))], '"say ""yes"""'),
        ("“五老”骨干", [Words(("“五老”骨干",))], '"“五老”骨干"'),
        ("组织“五老”", [Words(("组织“五老”",))], "组织“五老”"),
        ("a|b｜“c d”", [Words(("a", "b", "c d"))], 'a|b|"c d"'),
        ("-a|b", [Words(("a", "b"), excluded=True)], "-a|b"),
        ("10:30", [Words(("10:30",))], "10:30"),
        (":a", [Words((":a",))], ":a"),
        ('"会议指出:"', [Words(("会议指出:",))], '"会议指出:"'),
        ('"-a" "+b"', [Words(("-a",)), Words(("+b",))], '"-a" "+b"'),
        ("prefecture:伊犁州", [_values("prefecture", "伊犁州")], "prefecture:伊犁州"),
        ("地州：伊犁州，哈密市", [_values("prefecture", "伊犁州", "哈密市")], None),
        ("地州:伊犁州、哈密市", [_values("prefecture", "伊犁州", "哈密市")], None),
        ("地州:伊犁州|哈密市", [_values("prefecture", "伊犁州", "哈密市")], None),
        ("縣市:庫車市", [_values("county", "庫車市")], "county:庫車市"),
        ("ＯＲＧ：关工委", [_values("org", "关工委")], "org:关工委"),
        ('单位:"a b",c', [_values("org", "a b", "c")], 'org:"a b",c'),
        ("文件:《实施意见》", [_values("doc", "《实施意见》")], "doc:《实施意见》"),
        ('doc:"甲、乙"', [_values("doc", "甲、乙")], 'doc:"甲、乙"'),
        ("-来源:a.txt", [_values("source", "a.txt", excluded=True)], "-source:a.txt"),
        ("date:2023-02", [_values("date", "2023-02")], "date:2023-02"),
        ("日期:上月,2月9日", [_values("date", "上月", "2月9日")], "date:上月,2月9日"),
        ('date:"last week"', [_values("date", "last week")], 'date:"last week"'),
        ("is:marked", [Flagged(Flag.MARKED)], "is:marked"),
        ("已选 无日期", [Flagged(Flag.MARKED), Flagged(Flag.UNDATED)], "is:marked is:undated"),
        ("-已選", [Flagged(Flag.MARKED, excluded=True)], "-is:marked"),
        ("is:无日期", [Flagged(Flag.UNDATED)], "is:undated"),
        ('"已选"', [Words(("已选",))], '"已选"'),
        ("已选|未选", [Words(("已选", "未选"))], '"已选"|未选'),
    ],
)
def test_reading_and_writing(text: str, conditions: list[Condition], written: str | None) -> None:
    query = Query.parse(text)
    assert query == Query(tuple(conditions))
    assert Query.parse(str(query)) == query
    if written is not None:
        assert str(query) == written


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("order:region", Order.REGION),
        ("排序：地区", Order.REGION),
        ("order:relevance", Order.RELEVANCE),
        ("排序:相关 order:relevance", Order.RELEVANCE),
        ("排序:最新", Order.NEWEST),
    ],
)
def test_orders(text: str, order: Order) -> None:
    assert Query.parse(text) == Query(order=order)
    assert Query.parse(f"a {text} b").order is order


@pytest.mark.parametrize(
    ("text", "key", "position"),
    [
        ("学习 -", "lone-sign", 3),
        ("- 学习", "lone-sign", 0),
        ("＋", "lone-sign", 0),
        ("|", "lone-bar", 0),
        ("a|", "lone-bar", 1),
        ("a ｜b", "lone-bar", 2),
        ("a||b", "lone-bar", 2),
        ('学习 "五老', "open-quote", 3),
        ("“五老", "open-quote", 0),
        ("a|「b", "open-quote", 2),
        ('"a""', "open-quote", 0),
        ('""', "empty-quote", 0),
        ("“”", "empty-quote", 0),
        ('"a"b', "after-quote", 3),
        ("地州:", "no-value", 2),
        ("地州: 伊犁", "no-value", 3),
        ("地州:伊犁,", "no-value", 5),
        ("date:,2023", "no-value", 5),
        ("region:伊犁", "unknown-field", 0),
        ("-会议指出：要", "unknown-field", 1),
        ("http://a", "unknown-field", 0),
        ("a|date:2023", "or-field", 2),
        ("is:new", "unknown-flag", 3),
        ("order:oldest", "unknown-order", 6),
        ("order:region 排序:相关", "two-orders", 13),
        ("is:marked,undated", "one-value", 9),
        ("is:marked|is:undated", "one-value", 9),
        ("排序：最新，地区", "one-value", 5),
        ("-order:region", "excluded-order", 0),
        ("date:2023-02,近日", "bad-date", 13),
        ("date:2月30日", "no-such-day", 5),
        ("日期:2023..2022", "reversed", 3),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_unreadable(
    text: str, key: str, position: int, language: locale.Language, speak: None
) -> None:
    locale.use(language)
    with pytest.raises(QueryError) as error:
        Query.parse(text)
    assert (error.value.key, error.value.position) == (f"query.{key}", position)
    assert error.value.text == text
    assert str(error.value).endswith((".", "。"))


def test_the_place_is_pointed_out() -> None:
    error = QueryError("query.lone-sign", "学习\n-", 3, sign="-")
    assert error.pointed() == "学习 -\n     ^"


def test_unknown_fields_name_the_known_ones() -> None:
    with pytest.raises(QueryError, match=r"prefecture: \(地州:\).*order: \(排序:\) is:"):
        Query.parse("region:伊犁")


@given(QUERIES)
def test_what_is_written_reads_back(query: Query) -> None:
    assert Query.parse(str(query)) == query
    locale.use("zh")
    chinese = query.written()
    locale.use("en")
    assert Query.parse(chinese) == query


@given(st.text(ODD | st.characters(), max_size=40))
def test_anything_may_be_typed(text: str) -> None:
    try:
        query = Query.parse(text)
    except QueryError as error:
        assert 0 <= error.position < len(text)
        assert str(error)
        assert error.pointed()
        return
    assert Query.parse(str(query)) == query
    assert str(Query.parse(str(query))) == str(query)
    assert query.describe()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "a " * 5_000,
        '"' * 10_000,
        "“a”b" * 2_500,
        "a|" * 5_000 + "a",
        "date:" + "2023," * 2_000 + "2023",
        "-" * 10_000,
        'NEAR(a b, 5) OR body:* AND "x" \'; drop table doc; --',
    ],
)
def test_long_and_strange_queries(text: str) -> None:
    try:
        assert str(Query.parse(text))
    except QueryError as error:
        assert error.position < len(text)
