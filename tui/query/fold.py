"""What counts as the same character when text is searched.

Folding keeps the length, so that the place of a hit in folded text is its place in the original.
"""

from functools import cache

from tui.reports.bundled import bundled_table

SAME = {
    " ": "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000",
    '"': "“”„‟«»〝〞〟「」｢｣",
    "'": "‘’‚‛‹›『』`´",
    "·": "•‧∙⋅・･",
    "-": "‐‑‒–—―−─",
    "~": "〜～∼",
    "。": "｡",
    "、": "､",
    "<": "〈",
    ">": "〉",
}
"""Characters on the right count as the one on the left."""

FULL_WIDTH = range(0xFF01, 0xFF5F)
"""The full-width forms of printable ASCII, in its order."""

CASED = range(0x0530)
"""Where the scripts with upper case stand: Latin, Greek, Cyrillic."""


def fold(text: str) -> str:
    """`text` with width, quotes, dashes, points, case and traditional characters made alike.

    The result has the length of `text`; folding it again changes nothing.
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    table = dict(bundled_table("fold.tsv"))
    for new, olds in SAME.items():
        table.update(dict.fromkeys(olds, new))
    for letter in map(chr, CASED):
        if letter.isupper() and len(letter.lower()) == 1:
            table[letter] = letter.lower()
    for code in FULL_WIDTH:
        plain = chr(code - 0xFEE0)
        table[chr(code)] = table.get(plain, plain)
    return {ord(old): new for old, new in table.items()}
