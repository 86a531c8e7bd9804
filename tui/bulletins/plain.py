"""Text as the rules look at it: folded, the same length, but with the names of places intact."""

import re

from tui.query.fold import fold

_KEPT = "乾"
"""Folded to 干 where it is traditional; in 乾县 and 乾安县 it is a name."""

_MISREAD = re.compile(
    r"(?<![a-z])(?=[lo]{0,3}\d)[lo\d]{1,4}(?= ?[年月日号曰])曰?|"
    r"(?<=[\d近昨今同次当前 ])曰(?=[,至到-])"
)
_MEANT = str.maketrans("lo曰", "10日")
"""What a scanner makes of 1, 0 and 日 in dates: l0月1l日, 14曰."""


def plain_of(text: str) -> str:
    """`text` folded (`tui.query.fold`), save what is part of a place's name as it is."""
    folded = fold(text)
    if "l" in folded or "o" in folded or "曰" in folded:
        folded = _MISREAD.sub(lambda found: found[0].translate(_MEANT), folded)
    if _KEPT not in text:
        return folded
    pairs = zip(text, folded, strict=True)
    return "".join(sign if sign in _KEPT else other for sign, other in pairs)
