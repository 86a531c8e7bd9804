"""Folding: what counts as the same character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.query.fold import fold
from tui.reports.bundled import bundled_table

ANY = st.text(st.characters())
"""Any text at all, lone surrogates included."""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("会议指出，《实施意见》", "会议指出,《实施意见》"),
        ("(以下简称《实施意见》)", "(以下简称《实施意见》)"),
        ("（２０２３年）", "(2023年)"),
        ("“五老”「五老」‘五老’", '"五老""五老"\'五老\''),
        ("阿布都克尤木•麦麦提‧", "阿布都克尤木·麦麦提·"),
        ("ＡＢｃ", "abc"),
        ("關心下一代工作委員會", "关心下一代工作委员会"),
        ("8日—10日－12日", "8日-10日-12日"),
        ("a\u3000b\tc\xa0d\ne", "a b c d\ne"),
        ("𫍟學", "𫍟学"),
        ("\ud800İ𝐀", "\ud800İ𝐀"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY)
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_rare_traditional_characters() -> None:
    rare = [row for row in bundled_table("fold.tsv") if row[0] > "\uffff"]
    assert rare
    for old, new in rare:
        assert fold(f"“{old}”") == f'"{new}"'


@given(ANY, ANY)
def test_each_character_folds_by_itself(one: str, other: str) -> None:
    assert fold(one) + fold(other) == fold(one + other)
