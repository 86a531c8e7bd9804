"""Tokens for names as they are heard: what of a name's pinyin the index has.

A name has a token for every word of one or two letters that is found in it by pinyin: the
beginnings of its readings, and the initials of neighbouring characters. Longer words are made of
these, so that a few tokens leave little to be looked at.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tui.archive.catalog import words
from tui.query.pinyin import LETTERS, Alphabet, plain, readings

WAYS = 30
"""Ways to lay a word along characters up to which each is looked for."""

_RUN = re.compile("[a-z]+")


def heard(name: str) -> set[str]:
    """Every word of one or two letters that is found by pinyin in a name that is folded."""
    return set().union(*map(_heard_in, name, name[1:] + "\n"))


@lru_cache(maxsize=50_000)
def _heard_in(one: str, other: str) -> frozenset[str]:
    """What is heard of a character, and of it together with the next."""
    together = {a + b for a in _initials(one) for b in _initials(other)}
    return frozenset(_initials(one) | {sound[:2] for sound in readings(one)} | together)


def _initials(character: str) -> set[str]:
    initials = {sound[0] for sound in readings(character)}
    return initials | {character} if character in LETTERS else initials


def tokens(heard_words: Iterable[str]) -> list[str]:
    """The tokens of what `heard` gives."""
    return [f"p{word}" for word in heard_words]


def exactly(word: str) -> str | None:
    """The expression for names in which a word is heard; none where tokens do not tell."""
    letters = plain(word)
    if 0 < len(letters) <= 2 and LETTERS.issuperset(letters):
        return _token(letters)
    return None


def at_least(word: str, alphabet: Alphabet) -> str:
    """The expression for all names in which a word is heard, and perhaps some others.

    Args:
        word: has a letter.
        alphabet: of the names.
    """
    ways = alphabet.ways(word, WAYS)
    if ways:
        return words.any_of([_all_of(_steps(way)) for way in ways])
    # Wherever letters begin after something else, a character begins.
    return _all_of({run[:2] for run in _RUN.findall(plain(word))})


def _steps(way: tuple[str, ...]) -> set[str]:
    """What is heard of a word whose pieces are taken by one character each."""
    heard_alone = {piece[:2] for piece in way if piece[0] in LETTERS}
    together = {
        one[0] + other[0]
        for one, other in pairwise(way)
        if one[0] in LETTERS and other[0] in LETTERS
    }
    covered = {letter for pair in together for letter in pair}
    return together | {one for one in heard_alone if len(one) > 1 or one not in covered}


def _all_of(heard_words: Iterable[str]) -> str:
    expressions = sorted(map(_token, heard_words))
    return expressions[0] if len(expressions) == 1 else f"({' AND '.join(expressions)})"


def _token(letters: str) -> str:
    return f"p{letters}"
