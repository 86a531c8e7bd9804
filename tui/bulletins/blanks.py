"""Blanks inside words, as texts have that were recognised from pictures: taken out.

A blank between two Chinese characters parts a heading from its report, or names in a byline, in
a few lines of a bulletin; where most of its sentences are full of them they mean nothing.
"""

import re
from collections.abc import Sequence

from tui.bulletins.headings import heading_anywhere
from tui.bulletins.lines import Line, Lines
from tui.bulletins.plain import plain_of

_HAN = r"[\u3400-\u9fff]"
_SINGLE = re.compile(rf"(?<!\S){_HAN}(?: {_HAN})+(?!\S)")
"""哈 密 市: a heading's characters set apart."""
_INSIDE = re.compile(rf"(?<={_HAN}) (?={_HAN})|(?<=[{_HAN[1:-1]}\d]) (?=[,。;!?、》)])")
"""Between two characters of a word or a clause, or before a sign no blank stands before."""
_ASIDE = re.compile(r"\([^()]{0,40}\)")
"""Blanks part the names in （记者 某某）."""
_ANY = re.compile(r"(?<=\S) (?=\S)")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_SENTENCE = re.compile(r"[,。;]")
_SHORTEST = 20
"""A line that tells whether its bulletin is spaced has at least so many characters."""
_APART = 40
"""In a spaced bulletin the blanks inside words are no further apart than this, in characters."""
_FEWEST = 3
_CLOCK = re.compile(
    r"((?:19|20)\d\d([-./])\d{1,2}\2\d{1,2}?)((?:[01]?\d|2[0-3])[:：][0-5]\d)(?!\d)"
)
"""A day and the time of day after it, between which the blank was one the author wrote."""


def closed_up(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` without the blanks inside words, where the bulletin is full of them."""
    sentences = [line.plain for line in lines if _may_tell(line)]
    inside = [_inside(plain) for plain in sentences]
    length = sum(len(plain) for plain in sentences)
    many = sum(inside) >= _FEWEST and sum(inside) * _APART >= length
    if not many or sum(1 for count in inside if count) * 3 < len(inside) * 2:
        return lines
    return Lines(line if line.cells else _closed_up(line) for line in lines)


def _may_tell(line: Line) -> bool:
    return len(line.plain) >= _SHORTEST and bool(_SENTENCE.search(line.plain)) and not line.cells


def _inside(plain: str) -> int:
    """How many blanks stand inside words, but for one that may part a heading from the rest."""
    if " " not in plain:
        return 0
    every = plain.count(" ") * 5 > len(plain)
    plain = _ASIDE.sub("", plain)
    gaps = [gap.start() for gap in _INSIDE.finditer(plain if every else _SINGLE.sub("", plain))]
    before = plain[: gaps[0]] if gaps else ""
    return len(gaps) - (bool(gaps) and heading_anywhere(before, before) is not None)


def _closed_up(line: Line) -> Line:
    text = _ANY.sub(lambda gap: _kept(line.text, gap), line.text)
    text = _CLOCK.sub(r"\1 \3", text)
    return line._replace(text=text, plain=plain_of(text))


def _kept(text: str, gap: re.Match[str]) -> str:
    """The blank between two Latin words stays."""
    left, right = text[gap.start() - 1], text[gap.end()]
    return " " if _LATIN.match(left) and _LATIN.match(right) else ""
