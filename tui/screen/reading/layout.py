"""Chinese line breaking: a paragraph to lines of offsets, by the rules of the printed page.

No line begins with closing punctuation or ends with opening punctuation; a run of Latin letters
or figures stays whole unless it is wider than the pane; a figure keeps the 年, 月, 日 or 号 after
it; blanks hang at the end of a line and never make it break early. GB/T 15834 (*General rules
for punctuation*, 5.1) and W3C *Requirements for Chinese Text Layout* (3.1.3) say the same.

The work is done on sums of cell widths, one bisection a line, so that a line costs the same
whatever the paragraph's length.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from string import ascii_letters, digits
from typing import NamedTuple

from rich.cells import get_character_cell_size, split_graphemes

MEASURE = 80
"""The widest line, in cells: 40 Chinese characters; a longer one loses the eye on its way back."""

INDENT = 4
"""Cells before the first line of a paragraph: two Chinese characters."""

NO_START = frozenset(
    "，,。.、；;：:？?！!）)》〉】』」]}”’…—·％%℃～〕〗〞｝］／/‰°′″々〜｡､｣．・•‧﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞﹪"
)
"""What no line begins with."""

NO_END = frozenset("（(《〈【『「[{“‘〔〖〝｛［｢￥¥＄$£€﹙﹛﹝")
"""What no line ends with."""

BLANKS = frozenset(" \u3000\u2002\u2003\u2009\u200b\t\r\n\u2028\u2029\u0085\x0b\x0c")
"""What hangs at the end of a line."""

_BLANKS = "".join(BLANKS)

UNITS = frozenset("年月日号时点分秒期届次条章节款项级元个名人户位万亿千百余多㎡㎥㎏㎞㎝㎜㏄")
"""What stays with the figure before it."""

_GLUE = frozenset("\u00a0\u202f\u2060\ufeff")
_WIDE_RUN = frozenset("．") | {chr(ord(sign) + 0xFEE0) for sign in digits + ascii_letters}
"""Full-width figures and letters, and the point between figures: １．２, ＩＳＯ."""
_JOINERS = ("\u200d", "\ufe0f")
_ASCII_CLOSING = frozenset(",.;:?!)]}%/")
_BEFORE_PATH = BLANKS | NO_END
_NARROWEST_INDENTED = 16
_PIECE = 4096
_MARGIN = 1024
"""Characters of a piece left for the next one, so that a line is decided with what follows it."""


class Line(NamedTuple):
    """A line of a paragraph: where its text begins and ends, and its indent in cells."""

    start: int
    end: int
    """Where the next line begins; blanks that hang are part of the line."""
    indent: int = 0

    def shown(self, text: str) -> str:
        """What of the paragraph `text` is drawn: all but the blanks hanging at its end."""
        return text[self.start : self.end].rstrip(_BLANKS)


class _Widths(dict[str, int]):
    """Cells per character, looked up once each."""

    def __missing__(self, character: str) -> int:
        size = self[character] = get_character_cell_size(character)
        return size


_widths = _Widths()
_cells = _widths.__getitem__


def break_lines(text: str, width: int, *, indent: int = 0) -> Iterator[Line]:
    """The lines of the paragraph `text`, none wider than `width` cells, one after another.

    Together they cover the text without gaps; an empty paragraph is one empty line. A blank at
    the paragraph's own start counts as its indent, and a pane too narrow for one gets none.
    Nothing beyond a piece of a few thousand characters is looked at before it is asked for.

    Args:
        text: one paragraph, already neutral: no control characters but blanks.
        width: the room in cells; less than 2 counts as 2, the width of one character.
        indent: cells left free before the first line.
    """
    width = max(width, 2)
    if width < _NARROWEST_INDENTED or text[:1] in BLANKS:
        indent = 0
    begin = 0
    while True:
        piece = text[begin : begin + _PIECE]
        last = begin + len(piece) == len(text)
        for line in _break_piece(piece, width, indent, len(piece) - (0 if last else _MARGIN)):
            yield Line(begin + line.start, begin + line.end, line.indent)
        begin, indent = begin + line.end, 0
        if begin >= len(text):
            return


def _break_piece(text: str, width: int, indent: int, until: int) -> Iterator[Line]:
    """The lines of `text` that begin before `until`, at least one."""
    sums = _sums(text)
    length = len(text)
    start = 0
    while True:
        full = bisect_right(sums, sums[start] + width - indent, start) - 1
        end = length if full >= length else _break(text, sums, start, full, width)
        yield Line(start, end, indent)
        if end >= until:
            return
        start, indent = end, 0


def _sums(text: str) -> list[int]:
    """The cells before each character, and before the end."""
    sizes = map(_cells, text) if not any(map(text.__contains__, _JOINERS)) else _joined(text)
    return list(accumulate(sizes, initial=0))


def _joined(text: str) -> list[int]:
    """Cells per character where joiners make one picture of several."""
    sizes = [0] * len(text)
    for start, _, size in split_graphemes(text)[0]:
        sizes[start] = size
    return sizes


def _break(text: str, sums: list[int], start: int, full: int, width: int) -> int:
    """Where the line from `start` ends, of which the text up to `full` would fit."""
    past = _past_blanks(text, full)
    if past > full and (past == len(text) or _may_break(text, sums, start, past)):
        return past
    if (
        _is_run(text, start, full)
        and (begin := _long_run(text, sums, start, full, width)) is not None
    ):
        return _fold(text, sums, begin, full)
    for position in range(full, start, -1):
        if _may_break(text, sums, start, position):
            return position
    return _fold(text, sums, start, full)


def _past_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position] in BLANKS:
        position += 1
    return position


def _may_break(text: str, sums: list[int], start: int, position: int) -> bool:
    """Whether a line may end and another begin at `position`."""
    before, after = text[position - 1], text[position]
    if after in BLANKS or sums[position + 1] == sums[position]:
        return False
    if after in NO_START and not (after == "/" and before in BLANKS):  # or a path begins
        return False
    if before in BLANKS:
        last = position - 1
        while last > start and text[last] in BLANKS:
            last -= 1
        return text[last] not in NO_END
    if before in NO_END or before in _GLUE or after in _GLUE:
        return False
    if (before.isdecimal() and after in UNITS) or (before == "第" and after.isdecimal()):
        return False
    return not _is_run(text, start, position)


def _is_run(text: str, start: int, position: int) -> bool:
    """Whether the characters around `position` belong to one run of letters or figures."""
    before, after = text[position - 1], text[position]
    if not (_in_run(before) and _in_run(after)):
        return False
    if before not in _ASCII_CLOSING:
        return True
    if before == "/" and (position - 1 == start or text[position - 2] in _BEFORE_PATH):
        return True  # a path begins
    return after not in NO_END and position - 1 > start and _in_run(text[position - 2])


def _in_run(character: str) -> bool:
    if character.isascii():
        return character > " "
    if character in _WIDE_RUN:
        return True
    size = _cells(character)
    return size == 0 or (size == 1 and character.isalnum())


def _long_run(text: str, sums: list[int], start: int, full: int, width: int) -> int | None:
    """Where the run around `full` begins, if no line could hold it; it is folded in its place."""
    begin = full
    while begin > start and _is_run(text, start, begin):
        begin -= 1
    limit = sums[begin] + width
    end = full
    while end < len(text) and sums[end] <= limit and _is_run(text, start, end):
        end += 1
    return begin if sums[end] > limit else None


def _fold(text: str, sums: list[int], start: int, full: int) -> int:
    """Where to cut what has no place to break: between two characters, never inside one."""
    cuts = [p for p in range(full, start, -1) if sums[p + 1] > sums[p]]
    for cut in cuts:
        if text[cut] not in NO_START and text[cut] not in BLANKS and text[cut - 1] not in NO_END:
            return cut
    if cuts:
        return cuts[0]
    position = start + 1
    while position < len(text) and sums[position + 1] == sums[position]:
        position += 1
    return position
