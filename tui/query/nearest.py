"""Names that look or sound like what was typed."""

from collections.abc import Iterable, Iterator

from tui.query.fold import fold
from tui.query.pinyin import is_pinyin, spellings

READINGS = 4
"""Readings of a name that are compared."""


def nearest(word: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Those of `names` that `word` may have been meant for, the closest first.

    A word in letters is compared with the pinyin of names; characters are compared as they are,
    and by how they sound, so that 吐鲁蕃 finds 吐鲁番.
    """
    wanted = fold(word)
    sounds = list(spellings(wanted, READINGS))
    found = []
    for name in dict.fromkeys(names):
        folded = fold(name)
        far = min(_distances(wanted, sounds, folded), default=None)
        if far is not None and folded != wanted:
            found.append((far, len(folded), name))
    return [name for _, _, name in sorted(found)[:limit]]


def _distances(wanted: str, sounds: list[str], name: str) -> Iterator[int]:
    """How far apart a word and a name are, for each way to compare them in which they are near."""
    if is_pinyin(wanted):
        for spelling in spellings(name, READINGS):
            yield from _if_near(wanted, spelling, 1 if len(wanted) < 7 else 2)
        return
    yield from _if_near(wanted, name, 0 if len(wanted) < 3 else 1 if len(wanted) < 6 else 2)
    if len(wanted) == len(name) > 1 and not set(sounds).isdisjoint(spellings(name, READINGS)):
        yield 1


def _if_near(one: str, other: str, most: int) -> Iterator[int]:
    far = distance(one, other, most)
    if far <= most:
        yield far


def distance(one: str, other: str, most: int) -> int:
    """How many characters must be put in, left out, changed or exchanged with their neighbour.

    `most` + 1 where it is more than `most`.
    """
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    rows = [list(range(len(other) + 1))]
    for row, left in enumerate(one, 1):
        before, now = rows[-1], [row]
        for column, right in enumerate(other, 1):
            far = min(before[column] + 1, now[-1] + 1, before[column - 1] + (left != right))
            if min(row, column) > 1 and one[row - 2] == right and left == other[column - 2]:
                far = min(far, rows[-2][column - 2] + 1)
            now.append(far)
        rows.append(now)
    return min(rows[-1][-1], most + 1)
