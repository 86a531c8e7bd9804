"""Hard wraps: paragraphs that were broken into lines of one width are made whole again."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import repeat

from tui.bulletins.datewords import date_at
from tui.bulletins.fields import holds_fields
from tui.bulletins.headings import MARKER
from tui.bulletins.lines import Line, Lines
from tui.bulletins.regions import ANYWHERE, naming

_ENDS = frozenset("。!?;:\"')]】》>…·~")
_CLOSES = frozenset("\"')]】》>…·")
"""Signs of `_ENDS` that a sentence goes on after as well."""
_NEVER_FIRST = frozenset(",。;、!?)》】")
_PARTS = frozenset(",。;、")
"""Signs that even a short line is torn from where one stands below it."""
_NEVER_LAST = frozenset("“‘「『《〈（【〔")
_PROSE = re.compile(r"[。!?].|\d月\d{1,2}日")
"""What words of a report have and its title has not."""
_CLAUSE = re.compile(r"[,。、;:]")
_PAIRS = (("《", "》"), ("(", ")"))
_TITLE = 60
"""What stands between a pair that is broken over two lines is not longer."""
_NAME = 12
"""A heading below a line as wide as others is no longer, in characters."""
_HEAD = 6
"""Lines that the head of the first page has."""
_SHORTEST = 16
"""A line shorter than this is not broken for want of room."""


def single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` as if none stood between blank ones, where nearly all do: blanks part nothing."""
    spaced = sum(1 for line in lines if line.after_blank)
    if spaced < 4 or spaced * 20 < (len(lines) - 1) * 19:
        return lines
    return Lines(line._replace(after_blank=False) for line in lines)


def unwrapped(
    lines: Sequence[Line], stands_alone: Callable[[Line], bool], is_page: Callable[[Line], bool]
) -> Iterator[tuple[Line, bool]]:
    """`lines` with broken paragraphs joined, where the bulletin has any; which those are.

    Args:
        lines: the lines in order.
        stands_alone: whether a line is a heading, noise or the like, which nothing is joined to.
        is_page: whether a line is the number of a page; one inside a paragraph does not end it.
    """
    width = _wrap_width(lines, stands_alone)
    if not width:
        yield from _mended(lines, stands_alone, is_page)
        return
    held: list[Line] = []
    pages: list[Line] = []
    for line in lines:
        if held and is_page(line):
            pages.append(line)
            continue
        whole = held and not (len(held) == 1 and stands_alone(held[0]))
        if whole and _continues(held[-1], line, width, stands_alone, bool(pages)):
            held.append(line)
            continue
        yield from _joined(held)
        yield from zip(pages, repeat(False))
        held, pages = [line], []
    yield from _joined(held)
    yield from zip(pages, repeat(False))


def _mended(
    lines: Sequence[Line], stands_alone: Callable[[Line], bool], is_page: Callable[[Line], bool]
) -> Iterator[tuple[Line, bool]]:
    """`lines` with those joined to the one above that no paragraph can begin with.

    A paragraph that the number of a page stands in goes on below it.
    """
    held: list[Line] = []
    pages: list[Line] = []
    for line in lines:
        if held and is_page(line):
            pages.append(line)
            continue
        over_page = bool(pages) and _is_cut(held[-1]) and not stands_alone(line)
        whole = held and (over_page or _breaks_off(held[-1], line, stands_alone))
        if held and (_is_rest(held[-1], line) or (whole and not line.cells)):
            held.append(line)
            continue
        yield from _joined(held)
        yield from zip(pages, repeat(False))
        held, pages = [line], []
    yield from _joined(held)
    yield from zip(pages, repeat(False))


def _breaks_off(above: Line, line: Line, stands_alone: Callable[[Line], bool]) -> bool:
    """Whether a line of prose ends in the middle of a sentence, which the next one ends."""
    if (
        not _PROSE.search(above.plain)
        or not _is_broken(above)
        or line.after_blank
        or line.indented
    ):
        return False
    if date_at(line.plain, 0) is not None or stands_alone(line) or stands_alone(above):
        return False
    if _is_item(line):
        return False
    return "。" in line.plain


def _is_item(line: Line) -> bool:
    """2️⃣ 5.9 嵊泗县妇联…; 3、5月25日…: an item of a list, which is never the rest of one."""
    found = MARKER.match(line.plain)
    if found is None:
        return False
    counted = found[0][0].isdigit() and "\u20e3" not in found[0]
    if not counted or date_at(line.plain, found.end()) is not None:
        return True
    named = naming(line.plain, found.end(), ANYWHERE)  # 1. 琼海市妇联:…
    return named is not None and named.full and ":" in line.plain[named.end : named.end + _NAME]


def _is_cut(line: Line) -> bool:
    """Whether a line breaks off inside a sentence."""
    plain = line.plain
    if line.cells or plain[-1] in _ENDS:
        return False
    return plain[-1] in ",、" or (len(plain) >= _SHORTEST and bool(_CLAUSE.search(plain)))


def _is_rest(above: Line, line: Line) -> bool:
    """Whether a line goes on where the one above broke off: 。 alone, the end of a 《…》."""
    if above.cells or line.cells or line.after_blank:
        return False
    if line.plain[0] in _PARTS and above.plain[-1] not in _ENDS and above.plain[-1] not in ",、":
        return True
    if len(above.plain) < _SHORTEST:
        return False
    if _is_torn(above, line):
        return True
    tail, head = above.plain[-_TITLE:], line.plain[:_TITLE]
    return any(
        tail.rfind(opens) > tail.rfind(closes) and closes in head for opens, closes in _PAIRS
    )


def running_heads(lines: Sequence[Line], is_page: Callable[[Line], bool]) -> frozenset[str]:
    """Short lines that stand at the edge of every page, beside its number.

    One that stands there once says nothing but what the head of the first page says.
    """
    pages = [index for index, line in enumerate(lines) if len(line.plain) < 16 and is_page(line)]
    if len(pages) < 2:
        return frozenset()
    head = {part for line in lines[:_HEAD] for part in _parts(line.plain)}
    beside: Counter[str] = Counter()
    once: set[str] = set()
    for index in pages:
        near = {lines[at].plain for at in (index - 1, index + 1) if 0 <= at < len(lines)}
        beside.update(plain for plain in near if len(plain) <= 30 and plain[-1] not in _ENDS)
        once.update(
            plain
            for plain in near
            if len(_parts(plain)) > 1 and index > _HEAD and _within(plain, head)
        )
    every = Counter(line.plain for line in lines if line.plain in beside)
    return frozenset(once) | frozenset(
        plain for plain, count in beside.items() if count >= 2 and 2 <= every[plain] <= count + 1
    )


def _parts(plain: str) -> list[str]:
    """What wide blanks part."""
    return [part.strip() for part in plain.split("  ") if part.strip()]


def _within(plain: str, head: Collection[str]) -> bool:
    return all(any(part in words for words in head) for part in _parts(plain))


def _wrap_width(lines: Sequence[Line], stands_alone: Callable[[Line], bool]) -> int:
    """The length of full lines, where lines break in the middle of sentences; else 0."""
    candidates = [line for line in lines if _is_broken(line)]
    if len(candidates) < 2:
        return 0
    broken = sorted(len(line.plain) for line in candidates if not stands_alone(line))
    if len(broken) < 2:
        return 0
    width = broken[-1]
    prose = (line for line in lines if _CLAUSE.search(line.plain) and not line.cells)
    longer = (line for line in prose if len(line.plain) > width * 1.25)
    if any(not stands_alone(line) for line in longer):
        return 0
    near = sum(1 for length in broken if length >= width * 0.8)
    return width if near >= 2 and near * 2 >= len(broken) and width <= 120 else 0


def _is_broken(line: Line) -> bool:
    plain = line.plain
    return (
        len(plain) >= _SHORTEST
        and plain[-1] not in _ENDS
        and not plain.endswith("...")
        and (any(sign in plain for sign in ",。、;") or holds_fields(line, 2))
        and not line.cells
    )


def _continues(
    above: Line,
    line: Line,
    width: int,
    stands_alone: Callable[[Line], bool],
    over_page: bool,
) -> bool:
    if above.cells or line.cells or (line.after_blank and not over_page) or _is_item(line):
        return False
    if _is_torn(above, line):
        return True
    full = len(above.plain) >= max(_SHORTEST, width * 0.75)
    if not full or (line.indented and above.plain[-1] in _ENDS):
        return False
    if above.plain[-1] in _ENDS:
        closed = above.plain[-1] in _CLOSES and len(above.plain) >= width
        return closed and not stands_alone(line) and date_at(line.plain, 0) is None
    if len(line.plain) <= _NAME and stands_alone(line):
        return False
    return len(above.plain) >= width * 0.9 or not stands_alone(line)


def _is_torn(above: Line, line: Line) -> bool:
    """Whether signs that stand together are apart; an image's mark (![]) is none of them."""
    first = line.plain[0] in _NEVER_FIRST and not line.plain.startswith("![")
    return first or above.text[-1] in _NEVER_LAST


def _joined(held: list[Line]) -> Iterator[tuple[Line, bool]]:
    if not held:
        return
    text = held[0].text
    plain = held[0].plain
    pieces, plains = [text], [plain]
    for line in held[1:]:
        gap = " " if _is_latin(pieces[-1][-1]) and _is_latin(line.text[0]) else ""
        pieces.append(gap + line.text)
        plains.append(gap + line.plain)
    if len(held) == 1:
        yield held[0], False
        return
    yield held[0]._replace(text="".join(pieces), plain="".join(plains)), True


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()
