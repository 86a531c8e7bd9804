"""Pinyin of names: full, initials, mixed, every reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.query.fold import fold
from tui.query.matching import term
from tui.query.pinyin import LONGEST_WORD, _ends, compiled, is_pinyin, matches, reads_as, spellings
from tui.reports.places import Level, places


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ylhsk", "伊犁哈萨克自治州"),
        ("yili", "伊犁哈萨克自治州"),
        ("YiLi", "伊犁哈萨克自治州"),
        ("yil", "伊犁哈萨克自治州"),
        ("wss", "乌苏市"),
        ("wsshi", "乌苏市"),
        ("wusush", "乌苏市"),
        ("cjz", "昌吉州"),
        ("chjzh", "昌吉州"),
        ("cj州", "昌吉州"),
        ("昌jz", "昌吉州"),
        ("jiashi", "伽师县"),
        ("shache", "莎车县"),
        ("suoche", "莎车县"),
        ("suoju", "莎车县"),
        ("alt", "阿勒泰地区"),
        ("kz", "克州"),
        ("kashi", "喀什地区"),
        ("wushi", "乌什县"),
        ("kzls", "克孜勒苏柯尔克孜自治州"),
        ("yuli", "尉犁县"),
        ("tanchang", "宕昌县"),
        ("qianxian", "乾县"),
        ("lvliang", "吕梁市"),
        ("lüliang", "吕梁市"),
        ("xi'an", "西安市"),
        ("xian", "西安市"),
        ("halasu", "巴音哈拉苏"),
        ("bingtuan8shi", "兵团8师"),
        ("ggw", "乌苏市关工委"),
        ("gg委", "烏蘇市關工委"),
        ("a4", "A4纸"),
        ("chaabuchaerxibozizhixian", "察布查尔锡伯自治县"[0:1] + "阿布查尔锡伯自治县"),
        ("chabuchaerxibozizhixian", "察布查尔锡伯自治县"),
        ("ananananananananananananananan", "安" * 15),
    ],
)
def test_found(word: str, name: str) -> None:
    assert is_pinyin(word)
    assert matches(word, name)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("yuli", "伊犁哈萨克自治州"),
        ("ylk", "伊犁哈萨克自治州"),
        ("yilihs", "伊犁"),
        ("iili", "伊犁"),
        ("cj县", "昌吉州"),
        ("hsng", "沙"),
        ("ananananananananananananananan", "安" * 14 + "阿"),
        ("x", ""),
    ],
)
def test_not_found(word: str, name: str) -> None:
    assert not matches(word, name)


@pytest.mark.parametrize(
    ("word", "name", "whole"),
    [
        ("yili", "伊犁", True),
        ("yl", "伊犁", True),
        ("yil", "伊犁", True),
        ("yili", "伊犁州", False),
        ("ili", "伊犁", False),
        ("shach", "莎车", True),
        ("yi", "伊犁", False),
        ("hua", "怀", False),
    ],
)
def test_the_whole_name(word: str, name: str, whole: bool) -> None:
    assert reads_as(word, name) is whole


@pytest.mark.parametrize(
    ("word", "text", "spans"),
    [
        ("ggw", "县关工委与市关工委", [(1, 4), (6, 9)]),
        ("guangongwei", "县关工委", [(1, 4)]),
        ("x", "会议", []),
    ],
)
def test_spans(word: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert list(compiled(word).spans(text)) == spans


def test_words_without_letters_are_no_pinyin() -> None:
    assert not any(map(is_pinyin, ("", "关工委", "2023", "—", "\ud800")))


def test_what_nobody_types_is_not_laid_along_every_name() -> None:
    assert is_pinyin("长" * (LONGEST_WORD - 1) + "d")
    assert not is_pinyin("长" * LONGEST_WORD + "d")
    assert term("长" * LONGEST_WORD + "d").pinyin is None


def test_spellings() -> None:
    assert set(spellings("重庆")) == {"chongqing", "zhongqing", "tongqing"}
    assert {"shache", "suoche"} < set(spellings("莎车"))
    assert list(spellings("", 3)) == [""]


def test_every_place_is_found_in_full_and_by_its_initials() -> None:
    for place in places():
        full = next(spellings(place.name))
        initials = "".join(next(spellings(character))[0] for character in place.name)
        assert reads_as(full, place.name), (full, place.name)
        assert reads_as(initials, place.name), (initials, place.name)
        if place.level is Level.PREFECTURE:
            assert matches(full, place.name)
            assert matches(initials, place.name)


@given(st.text(st.characters() | st.sampled_from("anghuiz州"), max_size=60), st.text(max_size=20))
def test_anything_may_be_asked(word: str, name: str) -> None:
    if is_pinyin(word):
        assert matches(word, name) == any(True for _ in compiled(word).spans(fold(name)))


@given(st.text("anghuizsc州安", min_size=1, max_size=12), st.text("安昂哈灰州自西按", max_size=8))
def test_the_pattern_agrees_with_laying_letters_along_the_name(word: str, name: str) -> None:
    laid = any(any(_ends(word, name, start, begun=True)) for start in range(len(name)))
    assert (word == "" or matches(word, name)) == laid
