"""Control characters are shown, never obeyed, and nothing moves."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reports.neutral import neutral


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2月9日,关工委　“五老”", "2月9日,关工委　“五老”"),
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("a\x00\x07\x7f", "a␀␇␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202e倒\u202c \u2066x\u2069\u200f", "\ufffd倒\ufffd \ufffdx\ufffd\ufffd"),
        ("一\n二\r三\u2028四", "一␊二␍三\ufffd四"),
        ("\ufeff题\t目\ud800", "\ufffd题 目\ufffd"),
        ("👩\u200d🌾 ئۇيغۇر", "👩\u200d🌾 ئۇيغۇر"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert neutral(text) == shown


@given(st.text(st.characters()))
def test_nothing_moves_and_nothing_is_obeyed(text: str) -> None:
    shown = neutral(text)
    assert len(shown) == len(text)
    assert neutral(shown) == shown
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
    assert not any(unicodedata.bidirectional(sign) in BIDI_CONTROLS for sign in shown)


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
