"""Where the words of a query stand in a text: what is highlighted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.query.query import Query

if TYPE_CHECKING:
    from tui.query.matching import Term


def hits(query: Query, text: str, *, by_pinyin: bool = False) -> list[tuple[int, int]]:
    """Start and end of every hit in `text`, in order; those that overlap are one.

    Args:
        by_pinyin: whether `text` is a name, so that Latin words are found by its pinyin too.
    """
    words = query.words
    if not words or not text:
        return []
    from tui.query.fold import fold  # a browser shows its first report without a query
    from tui.query.matching import term

    folded = fold(text)
    found = sorted(
        span for word in words for span in _spans(term(word), folded, by_pinyin=by_pinyin)
    )
    return list(_merged(found))


def _spans(one: "Term", folded: str, *, by_pinyin: bool) -> Iterator[tuple[int, int]]:
    length = len(one.folded)
    at = folded.find(one.folded)
    while at >= 0:
        yield at, at + length
        at = folded.find(one.folded, at + length)
    if by_pinyin and one.pinyin:
        yield from one.pinyin.spans(folded)


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not spans:
        return
    start, end = spans[0]
    for next_start, next_end in spans[1:]:
        if next_start < end:
            end = max(end, next_end)
            continue
        yield start, end
        start, end = next_start, next_end
    yield start, end
