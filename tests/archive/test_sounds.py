"""Tokens for pinyin: what is heard in a name, and what a word asks for."""

import re
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.archive.catalog import sounds
from tui.query.fold import fold
from tui.query.pinyin import LETTERS, Alphabet, is_pinyin, matches

NAMES = st.text("安昂哈灰州自西按乌重庆哈密市女吕嗯a hz'9", max_size=8)
WORDS = st.text("anghuizsc'ü州安9 ", min_size=1, max_size=9).filter(is_pinyin)
SHORT = ["".join(letters) for n in (1, 2) for letters in product(sorted(LETTERS), repeat=n)]


@given(NAMES)
@example("重庆市 hami 乌鲁木齐")
def test_short_words_are_heard_exactly_where_they_are_found(name: str) -> None:
    heard = sounds.heard(fold(name))
    assert heard == {word for word in SHORT if matches(word, name)}


@given(WORDS, NAMES)
@example("xian", "西安")
@example("zhzhzhzhzhzhzhzhzhzh", "自" * 10)
@example("h州", "灰州")
def test_nothing_that_is_found_is_missed(word: str, name: str) -> None:
    if matches(word, name):
        assert _holds(sounds.at_least(word, Alphabet(fold(name))), sounds.heard(fold(name)))


@pytest.mark.parametrize(
    ("word", "name", "misses"),
    [("wulumuqi", "哈密市", True), ("wss", "五所", True), ("hami", "哈密", False)],
)
def test_little_else_is_looked_at(word: str, name: str, misses: bool) -> None:
    alphabet = Alphabet("五实所乌鲁木齐哈密")
    assert _holds(sounds.at_least(word, alphabet), sounds.heard(name)) is not misses


def _holds(expression: str, heard: set[str]) -> bool:
    """Whether an expression of tokens holds where some are heard."""
    told = re.sub(r"\bp([a-z]+)", lambda token: str(token[1] in heard), expression)
    return bool(eval(told.replace("AND", "and").replace("OR", "or")))
