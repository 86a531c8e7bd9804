"""The titles cited in 《》: outer titles, in order, each once, without announced short forms."""

import re

_ANNOUNCED = re.compile(
    r"(?:[简簡][称稱]|[（(]?下[称稱])[为為作]?\s?[:：]?\s?[“\"'‘「『]?《([^《》]{1,60})》"
)
_LONGEST = 300
"""A longer run between 《 and 》 is a lost sign, not a title."""


def documents_in(text: str) -> tuple[str, ...]:
    """Every title cited in `text`."""
    if "《" not in text:
        return ()
    short = _short_forms(text)
    titles = (" ".join(title.split()) for title in _outer(text))
    return tuple(dict.fromkeys(title for title in titles if title and title not in short))


def _short_forms(text: str) -> frozenset[str]:
    return frozenset(found[1] for found in _ANNOUNCED.finditer(text))


def _outer(text: str) -> list[str]:
    """What stands between 《 and 》, the outermost where they are nested."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in re.finditer("[《》]", text):
        if found[0] == "《":
            opened.append(found.start())
        elif opened:
            pairs.append((opened.pop(), found.start()))
    titles = []
    end = -1
    for start, stop in sorted(pairs):
        if start > end and stop - start <= _LONGEST:
            titles.append(text[start + 1 : stop])
            end = stop
    return titles
