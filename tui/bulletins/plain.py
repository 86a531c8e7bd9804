"""Text as the rules look at it: folded, the same length, but with the names of places intact."""

from tui.query.fold import fold

_KEPT = "乾"
"""Folded to 干 where it is traditional; in 乾县 and 乾安县 it is a name."""


def plain_of(text: str) -> str:
    """`text` folded (`tui.query.fold`), save what is part of a place's name as it is."""
    folded = fold(text)
    if _KEPT not in text:
        return folded
    pairs = zip(text, folded, strict=True)
    return "".join(sign if sign in _KEPT else other for sign, other in pairs)
