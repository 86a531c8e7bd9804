"""Where a query's words stand in a text."""

from tui.query.fold import fold
from tui.query.query import Query


def hits(query: Query, text: str) -> list[tuple[int, int]]:
    """The first and last place of every plain word of `query` in `text`."""
    if not query.words:
        return []
    folded = fold(text)
    found = []
    for word in query.words:
        start = folded.find(fold(word))
        while start >= 0:
            found.append((start, start + len(word)))
            start = folded.find(fold(word), start + len(word))
    return sorted(found)
