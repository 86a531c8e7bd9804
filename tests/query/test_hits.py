"""What is highlighted, at its place in the original text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.queries import QUERIES
from tui.query.fold import fold
from tui.query.hits import hits
from tui.query.query import Query


@pytest.mark.parametrize(
    ("query", "text", "hit"),
    [
        ("五老", "组织“五老”骨干，五老", ["五老", "五老"]),
        ("實施意見", "《实施意见》", ["实施意见"]),
        ('"(以下简称"', "（以下简称《意见》）", ["（以下简称"]),
        ("五老|学习 -会议", "学习会议五老", ["学习", "五老"]),
        ("五老", "五老五老", ["五老", "五老"]),
        ("专题会 会议", "专题会议", ["专题会议"]),
        ("aa", "ＡＡＡ", ["ＡＡ"]),
        ("wss", "乌苏市", []),
        ("地州:哈密 -五老", "哈密五老", []),
        ("", "五老", []),
        ("五老", "", []),
    ],
)
def test_hits(query: str, text: str, hit: list[str]) -> None:
    assert [text[start:end] for start, end in hits(Query.parse(query), text)] == hit


@pytest.mark.parametrize(
    ("query", "name", "hit"),
    [
        ("wss", "塔城地区烏蘇市关工委", ["烏蘇市"]),
        ("cj州", "昌吉州关工委", ["昌吉州"]),
        ("ggw", "县关工委 GGW", ["关工委", "GGW"]),
    ],
)
def test_hits_in_names(query: str, name: str, hit: list[str]) -> None:
    spans = hits(Query.parse(query), name, by_pinyin=True)
    assert [name[start:end] for start, end in spans] == hit


@given(QUERIES, st.text(st.sampled_from("五老學习aA（( 会") | st.characters(), max_size=30))
def test_hits_are_in_order_and_are_the_words(query: Query, text: str) -> None:
    spans = hits(query, text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    words = [fold(word).replace("\n", " ") for word in query.words]
    for start, end in spans:
        assert start < end <= len(text)
        assert any(fold(text[start:end]).startswith(word) for word in words)
    found = any(word in fold(text) for word in words)
    assert found == bool(spans)
