"""What counts as the same character when text is searched.

Folding keeps the length, so that the place of a hit in folded text is its place in the original.
"""

import re
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

RARE = re.compile("[\U00010000-\U0010ffff]")
"""Characters beyond the first 65,536."""


def fold(text: str) -> str:
    """`text` with width, quotes, dashes, points, case and traditional characters made alike.

    The result has the length of `text`; folding it again changes nothing.
    """
    changing, changes = _changes()
    if RARE.search(text):
        return text.translate(_table())
    return changing.sub(lambda found: changes[found[0]], text)


@cache
def _changes() -> tuple[re.Pattern[str], dict[str, str]]:
    """The characters that change, save rare ones, and what they become.

    In most texts few do, and a pattern passes over the others six times as fast as
    `str.translate`; one that held rare characters would lose that.
    """
    changes = {chr(code): new for code, new in _table().items() if code <= 0xFFFF}
    return re.compile(f"[{''.join(map(re.escape, changes))}]"), changes


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
