"""Help where nothing matches; names that are near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.queries import QUERIES
from tests.query.sample import other, sample
from tui import locale
from tui.query.empty import explain_empty
from tui.query.nearest import distance, nearest
from tui.query.query import Query
from tui.query.scan import ScanCatalog

CATALOG = ScanCatalog([*sample(), other()])


@pytest.mark.parametrize(
    ("query", "dropped", "remaining", "suggestions"),
    [
        ("阿克苏 昆仑路", "昆仑路", 2, []),
        ("没有的话 阿克苏", "没有的话", 2, []),
        ("没有的话 也没有 阿克苏", "没有的话 也没有", 2, []),
        ("没有的话", "没有的话", 9, []),
        ("yilii", "yilii", 9, ["伊犁"]),
        ("uwsu", "uwsu", 9, ["乌苏"]),
        ("克拉马依区", "克拉马依区", 9, ["克拉玛依区"]),
        ("扎布查尔", "扎布查尔", 9, ["察布查尔"]),
        ("库车 date:2023-01", "date:2023-01", 1, []),
        ("阿克苏市 date:2023-01", "date:2023-01", 1, ["阿克苏市 date:2023-02"]),
        ("date:2023-04", "date:2023-04", 9, ["date:2023-03"]),
        ("date:2月1日", "date:2月1日", 9, []),
        ("prefecture:乌苏 学习", "prefecture:乌苏", 8, ["county:乌苏 学习"]),
        ("prefecture:哈蜜市", "prefecture:哈蜜市", 9, ["prefecture:哈密市"]),
        ("county:阿克苏地区", "county:阿克苏地区", 9, ["prefecture:阿克苏地区"]),
        ("org:乌苏市关工伟", "org:乌苏市关工伟", 9, ["org:乌苏市关工委"]),
        ("is:marked 阿克苏", "is:marked", 2, []),
        ("阿克苏 -阿克苏", "-阿克苏", 2, []),
    ],
)
def test_explained(query: str, dropped: str, remaining: int, suggestions: list[str]) -> None:
    result = explain_empty(CATALOG, Query.parse(query))
    assert str(Query(result.dropped)) == dropped
    assert result.remaining == remaining == CATALOG.total(result.query)
    assert [str(one.query) for one in result.suggestions][: len(suggestions)] == suggestions
    for one in result.suggestions:
        assert one.count == CATALOG.total(one.query) > 0
    assert bool(suggestions) == bool(result.suggestions)


def test_the_sentences(speak: None) -> None:
    result = explain_empty(CATALOG, Query.parse("yilii 学习"))
    assert result.describe() == "Nothing matches with “yilii”. Without it: 8 reports."
    assert [one.describe() for one in result.suggestions] == ["“伊犁”: 1 report"]
    locale.use("zh")
    assert result.describe() == "加上“yilii”就没有结果；去掉后有8条。"
    assert [one.describe() for one in result.suggestions] == ["“伊犁”：1条"]


def test_an_empty_archive() -> None:
    result = explain_empty(ScanCatalog([]), Query())
    assert (result.dropped, result.remaining) == ((), 0)
    assert result.describe() == "There are no reports yet."


@given(QUERIES)
def test_every_empty_query_is_explained(query: Query) -> None:
    if not CATALOG.total(query):
        result = explain_empty(CATALOG, query)
        assert result.dropped
        assert result.remaining > 0
        assert result.describe()


@pytest.mark.parametrize(
    ("word", "names", "found"),
    [
        ("yilii", ["伊犁", "伊宁", "伊犁州"], ["伊犁"]),
        ("吐鲁蕃", ["吐鲁番", "哈密"], ["吐鲁番"]),
        ("伊利", ["伊犁", "伊宁"], ["伊犁"]),
        ("五老", ["五台"], []),
        ("伊犁", ["伊犁"], []),
        ("", ["伊犁"], []),
    ],
)
def test_nearest(word: str, names: list[str], found: list[str]) -> None:
    assert nearest(word, names) == found


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("", "", 0), ("ab", "ab", 0), ("ab", "abc", 1), ("abcd", "acbd", 1), ("abc", "xyz", 3)],
)
def test_distance(one: str, other: str, far: int) -> None:
    assert distance(one, other, 2) == far


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 3))
def test_distance_is_even_handed(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == distance(other, one, most) <= most + 1
