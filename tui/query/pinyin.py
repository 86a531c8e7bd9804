"""Finding names by pinyin: full, initials, or mixed with characters, in every reading.

A word such as ``cj州`` is laid along the characters of a name: each character takes either one of
its readings whole, or the initial of one (``z`` or ``zh``), or itself. The last may be a reading
only begun, since people are still typing.

A word becomes a pattern of character classes. What makes a pattern slow to compile is the length
of its classes, so they list only characters of the `Alphabet` in which names are written.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from tui.query.fold import fold
from tui.reports.bundled import bundled_table

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")

INITIALS = frozenset(LETTERS | {"zh", "ch", "sh"})
"""What a character may be shortened to."""

LONGEST = 6
"""Letters of the longest syllable (zhuang)."""

LONGEST_WORD = 64
"""Characters of a word up to which it is looked for by pinyin.

Every name is tried from each of its characters on, as far as the word goes.
"""

MOST = 16
"""Letters that go into a pattern; what follows them is looked at afterwards."""

CLASS = 30
"""What a class costs, as a number of characters in it; each is about a microsecond."""

BUDGET = 4000
"""What a pattern may cost: more would be felt while typing."""


def is_pinyin(word: str) -> bool:
    """Whether `word` has Latin letters and may be pinyin, of which nobody types very much."""
    return len(word) <= LONGEST_WORD and not LETTERS.isdisjoint(plain(word))


def matches(word: str, name: str) -> bool:
    """Whether the pinyin of a part of `name` is `word`, which may have characters in it."""
    return compiled(word).search(fold(name))


def reads_as(word: str, name: str) -> bool:
    """Whether `word` is the pinyin of the whole of `name`, full or initials."""
    return any(end == len(name) for end in _ends(plain(word), fold(name), 0, begun=False))


def spellings(name: str, limit: int = 8) -> Iterator[str]:
    """The pinyin of `name` in full, in at most `limit` of its readings."""
    syllables = [readings(character) or (character,) for character in fold(name)]
    for number, spelling in enumerate(product(*syllables)):
        if number == limit:
            return
        yield "".join(spelling)


@dataclass(frozen=True, slots=True)
class Pinyin:
    """A word ready to be searched for in many names."""

    word: str
    pattern: re.Pattern[str]
    """Finds the word, or its beginning where the whole would list too many characters."""
    exact: bool
    """Whether the pattern stands for the whole word."""

    def search(self, folded: str) -> bool:
        """Whether the word is found in text that is folded already."""
        if self.exact:
            return self.pattern.search(folded) is not None
        return any(True for _ in self.spans(folded))

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of every place where the word is found, without overlaps."""
        if self.exact:
            yield from (found.span() for found in self.pattern.finditer(folded))
            return
        start = 0
        while found := self.pattern.search(folded, start):
            start = found.start() + 1
            end = max(_ends(self.word, folded, found.start(), begun=True), default=0)
            if end:
                yield found.start(), end
                start = end


class Alphabet:
    """The characters names are written in; the fewer, the faster a word is ready."""

    def __init__(self, characters: Iterable[str]) -> None:
        """Keep those of `characters` that have a reading, folded."""
        whole: dict[str, set[str]] = {}
        begun: dict[str, set[str]] = {}
        for character in characters:
            for syllable in readings(character):
                whole.setdefault(syllable, set()).add(character)
        for syllable, found in whole.items():
            for length in range(1, len(syllable) + 1):
                begun.setdefault(syllable[:length], set()).update(found)
        self._whole = {syllable: "".join(found) for syllable, found in whole.items()}
        """Syllables, each with its characters."""
        self._begun = {syllable: "".join(found) for syllable, found in begun.items()}
        """Beginnings of syllables, each with its characters."""

    @classmethod
    def of(cls, names: Iterable[str]) -> "Alphabet":
        """The alphabet of folded `names`."""
        return cls(set[str]().union(*names))

    def compile(self, word: str) -> Pinyin:
        """`word` as something to search with in names of this alphabet."""
        letters = plain(word)
        length = min(len(letters), MOST)
        while (cost := self._cost(letters[:length])) > BUDGET and length > 1:
            length -= 1 if cost < 4 * BUDGET else (length + 3) // 4
        source = self._source(letters[:length], 0)
        return Pinyin(letters, re.compile(source), exact=length == len(letters))

    def instances(
        self, word: str, follows: Callable[[str], Set[str]], limit: int
    ) -> set[str] | None:
        """The texts that are found where `word` is searched for, when they can be listed.

        Args:
            word: what `compile` takes.
            follows: characters that may come after one; after "" those that may come first.
            limit: with more texts than this, or as hard to find, the answer is None.
        """
        letters = plain(word)
        found: set[str] = set()
        waiting = [(0, "")]
        for _ in range(20 * limit):
            if not waiting or len(found) > limit:
                break
            at, text = waiting.pop()
            near = follows(text[-1:])
            for end, characters in self._pieces(letters, at):
                longer = [text + character for character in characters if character in near]
                if end == len(letters):
                    found.update(longer)
                else:
                    waiting += [(end, one) for one in longer]
        return None if waiting or len(found) > limit else found

    def ways(self, word: str, limit: int) -> list[tuple[str, ...]] | None:
        """The ways to lay `word` along characters, each as what every character takes of it.

        Args:
            word: what `compile` takes.
            limit: with more ways than this the answer is None.
        """
        letters = plain(word)
        found: list[tuple[str, ...]] = []
        waiting: list[tuple[int, tuple[str, ...]]] = [(0, ())]
        while waiting and len(waiting) + len(found) <= limit:
            at, way = waiting.pop()
            for end, _ in self._pieces(letters, at):
                piece = letters[at:end]
                if end == len(letters):
                    found.append((*way, piece))
                else:
                    waiting.append((end, (*way, piece)))
        return None if waiting or len(found) > limit else found

    def _pieces(self, word: str, start: int) -> Iterator[tuple[int, str]]:
        """What one character may take of `word` from `start`: where it ends, which characters."""
        if word[start] not in LETTERS:
            yield start + 1, word[start]
            return
        for end in range(start + 1, min(start + LONGEST, len(word)) + 1):
            letters = word[start:end]
            if not LETTERS.issuperset(letters):
                return
            is_begun = letters in INITIALS or end == len(word)
            characters = (self._begun if is_begun else self._whole).get(letters, "")
            if end == start + 1:
                characters += letters
            if characters:
                yield end, characters

    def _source(self, word: str, start: int) -> str:
        """A pattern for `word` from `start`; it repeats the rest for each way to get there."""
        ways = []
        for end, characters in self._pieces(word, start):
            rest = "" if end == len(word) else self._source(word, end)
            if end == len(word) or rest:
                ways.append("[" + "".join(map(re.escape, characters)) + "]" + rest)
        return f"(?:{'|'.join(ways)})" if ways else "" if start else "(?!)"

    def _cost(self, word: str) -> int:
        """About how many microseconds it takes to compile the pattern for `word`."""
        costs = [0] * (len(word) + 1)
        for start in reversed(range(len(word))):
            costs[start] = sum(
                CLASS + len(characters) + costs[end]
                for end, characters in self._pieces(word, start)
                if end == len(word) or costs[end]
            )
        return costs[0]


def readings(character: str) -> tuple[str, ...]:
    """The readings of a folded character, without tones and with v for ü; none for others."""
    return _readings().get(character, ())


@cache
def every_character() -> Alphabet:
    """The alphabet of all characters with a known reading."""
    return Alphabet(_readings())


@lru_cache(maxsize=256)
def compiled(word: str) -> Pinyin:
    """`word` as something to search with in any name."""
    return every_character().compile(word)


def plain(word: str) -> str:
    """The letters that count: lower case, ü as v, without the apostrophe of xi'an."""
    return fold(word).replace("ü", "v").replace("'", "")


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Characters, each with its readings."""
    readings: dict[str, tuple[str, ...]] = {}
    for syllable, characters in bundled_table("pinyin.tsv"):
        spellings = (syllable, syllable.replace("v", "u")) if syllable[1:] == "ve" else (syllable,)
        for character in characters:
            readings[character] = (*readings.get(character, ()), *spellings)
    return readings


def _ends(word: str, folded: str, start: int, *, begun: bool) -> Iterator[int]:
    """Where `word`, laid along `folded` from `start`, may end.

    Args:
        begun: whether the last character may take a reading only begun.
    """
    reached = {0}
    for place in range(start, len(folded)):
        character = folded[place]
        taken = {
            at + len(piece)
            for at in reached
            for piece in (character, *readings(character))
            for piece in _shortenings(piece, word, at, begun)
            if word.startswith(piece, at)
        }
        if len(word) in taken:
            yield place + 1
        reached = taken - {len(word)}
        if not reached:
            return


def _shortenings(reading: str, word: str, at: int, begun: bool) -> Iterator[str]:
    """The forms in which `reading` may be taken."""
    yield reading
    yield from (reading[:length] for length in (1, 2) if reading[:length] in INITIALS)
    left = len(word) - at
    if begun and left < len(reading):
        yield reading[:left]
