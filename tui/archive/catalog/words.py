"""What SQLite's full text search is given: every two neighbouring characters as one token.

A word of n characters is a phrase of n - 1 pairs, which is found exactly where the word is; one
character is a token of its own. The built-in tokenizer ``ascii`` splits at blanks and takes every
character beyond ASCII for a letter, so those of ASCII are moved out of it first.
"""

from array import array
from functools import cache
from operator import add

from tui.query.fold import fold

LINE_END = "\U000f000a"
"""What a line end becomes; no word has one, so no word is found across it."""

ASIDE = 0xF0000
"""Where control characters and lone surrogates are moved: a plane for private use."""

EVERY = "a"
"""Token that every report has."""

LASTING = "l"
"""Token of reports whose last day is not the first."""

SPANNING = "m"
"""Token of reports that have a day, but not one month: most last over a month's end."""


@cache
def _moved() -> dict[str, str]:
    """Folding and moving in one table."""
    table = {code: ASIDE + code for code in (*range(0x20), 0x7F, *range(0xD800, 0xE000))}
    table |= {0x20: 0x3000} | {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    characters = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    folded = map(ord, fold(characters))
    table |= {
        ord(old): table.get(new, new)
        for old, new in zip(characters, folded, strict=True)
        if ord(old) != table.get(new, new)
    }
    return {chr(old): chr(new) for old, new in table.items()}


def moved(text: str) -> str:
    """`text` folded, without any ASCII; it has the same length."""
    table = _moved()
    # Few characters of a text are moved, and none to where another one is moved from.
    for character in table.keys() & set(text):
        text = text.replace(character, table[character])
    return text


def pairs(text: str) -> str:
    """The tokens of a text that is `moved`; its last character is paired with a line end."""
    return _laid(text, 3)


def _laid(text: str, width: int, sign: str = "") -> str:
    """Every character with the one after it, a blank behind them and `sign` before.

    Laid out as numbers in memory, it takes a tenth of the time of joining as many texts.
    """
    if not text:
        return ""
    codes = array("I", text.encode("utf-32-le"))
    laid = array("I", [0x20]) * (width * len(codes))
    start = len(sign)
    if sign:
        laid[0::width] = array("I", [ord(sign)]) * len(codes)
    laid[start::width] = codes
    codes.append(ord(LINE_END))
    laid[start + 1 :: width] = codes[1:]
    return laid[:-1].tobytes().decode("utf-32-le")


def phrase(word: str) -> str:
    """The expression that finds a word."""
    text = moved(word)
    if len(text) == 1:
        return f'"{text}"'
    return _quoted(text)


def _quoted(text: str, sign: str = "") -> str:
    """The pairs of a text that is `moved`, one after the other, each with `sign` before it."""
    return '"' + " ".join(sign + pair for pair in map(add, text, text[1:])) + '"'


def title_tokens(text: str) -> str:
    """The tokens of a title that is `moved`, for words that are found in titles only."""
    return _laid(text, 4, "t")


def title_phrase(word: str) -> str:
    """The expression that finds a word of two characters or more in titles."""
    return _quoted(moved(word), "t")


def in_title(word: str) -> str:
    """The expression that finds a word of any length in titles."""
    if len(word) > 1:
        return title_phrase(word)
    return f'"t{moved(word)}"*'


def any_of(expressions: list[str]) -> str:
    """The expression that finds what one of `expressions` does."""
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"
