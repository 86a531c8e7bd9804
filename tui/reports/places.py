"""The administrative divisions of China: official names, codes, order and short forms.

They stand in the bundled ``places.tsv``, which is read when first asked for. A place becomes a
`Place` only when it is wanted: at start only a handful of the 3,216 are. Bulletins of earlier
years use the names of their time, which ``former.tsv`` has: a place that was renamed is found by
its former name too, one that was dissolved is still a place, but no longer among the children.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, cached_property
from typing import NamedTuple

from tui.reports.bundled import bundled_table


class Level(StrEnum):
    """The three levels at which reports are grouped."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    """地级市, 地区, 自治州, 盟; also 北京市, 天津市, 上海市, 重庆市, which are provinces too, and
    what stands for the counties right under a province (省直辖县级行政区划)."""
    COUNTY = "county"
    """县, 县级市, 市辖区, 旗."""


class Place(NamedTuple):
    """One administrative division."""

    code: str
    """Six digits of GB/T 2260."""
    name: str
    """The full official name."""
    level: Level
    parent: str
    """Code of the place it belongs to; empty for provinces and the cities that are provinces."""
    rank: int
    """Its position in the official order of all China; Xinjiang has an order of its own."""
    short_names: tuple[str, ...]
    """What it is called for short, the usual form first; not always unambiguous (昌吉)."""

    def __hash__(self) -> int:
        """The code's, which says all: places are looked up with every heading and cell."""
        return hash(self.code)

    @property
    def usual_name(self) -> str:
        """The name a line has room for: 伊犁州, 察布查尔县; the full one where none is shorter.

        A form without its 市, 县 or 地区 is not used, since it may mean two places.
        """
        first = self.short_names[0] if self.short_names else self.name
        return self.name if self.name.startswith(first) else first


class Places:
    """All places, by code and by name."""

    def __init__(self, rows: list[list[str]], former: list[list[str]] | None = None) -> None:
        """Keep the tables.

        Args:
            rows: in official order, as the columns of ``places.tsv``: code, level, code of the
                parent, full name, short names joined by commas.
            former: names no longer in use, as the columns of ``former.tsv``: the name, its code
                or its successor's, and for a county that has no successor the code of its parent.
        """
        former = former or []
        gone = [
            [code, Level.COUNTY.value, parent, name, name.removesuffix("区").removesuffix("县")]
            for name, code, parent in former
            if parent
        ]
        self._current = len(rows)
        self._rows = rows + gone
        self._renamed = [(name, code) for name, code, parent in former if not parent]
        self._ranks = {row[0]: rank for rank, row in enumerate(self._rows)}
        self._made: dict[str, Place] = {}

    def __iter__(self) -> Iterator[Place]:
        """Every place in official order, after them the counties there are no more."""
        return (self._place(rank) for rank in range(len(self._rows)))

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._rows)

    def get(self, code: str) -> Place | None:
        """The place with this six-digit code."""
        rank = self._ranks.get(code)
        return None if rank is None else self._place(rank)

    def rank(self, code: str | None) -> int:
        """The position of `code` in official order; codes that are unknown come after all."""
        return self._ranks.get(code or "", len(self._rows))

    def named(self, name: str) -> tuple[Place, ...]:
        """Every place with this full or short name, in official order."""
        return tuple(self._place(rank) for rank in self._by_name.get(name, ()))

    def children(self, code: str) -> tuple[Place, ...]:
        """The places there are right below `code`, in official order; of nothing, provinces."""
        return tuple(self._place(rank) for rank in self._by_parent.get(code, ()))

    def parent(self, place: Place) -> Place | None:
        """The place `place` belongs to."""
        return self.get(place.parent)

    def prefecture_of(self, place: Place) -> Place | None:
        """The prefecture `place` is or belongs to; none for a province."""
        if place.level is Level.COUNTY:
            return self.parent(place)
        return place if place.level is Level.PREFECTURE else None

    def starting(self, text: str) -> tuple[Place, ...]:
        """Places whose full or short name `text` starts with, the longest name first."""
        return tuple(dict.fromkeys(place for _, place in self.openings(text)))

    def may_start(self, text: str, start: int = 0) -> bool:
        """Whether the two characters of `text` at `start` begin the name of any place."""
        return text[start : start + 2] in self._longest

    def openings(self, text: str) -> Iterator[tuple[str, Place]]:
        """The names `text` starts with, the longest first, each with the places it names."""
        for length in range(min(self._longest.get(text[:2], 0), len(text)), 1, -1):
            name = text[:length]
            for rank in self._by_name.get(name, ()):
                yield name, self._place(rank)

    @cached_property
    def _by_name(self) -> dict[str, tuple[int, ...]]:
        ranks: dict[str, tuple[int, ...]] = {}
        for rank, (_, _, _, name, shorts) in enumerate(self._rows):
            ranks[name] = (*ranks.get(name, ()), rank)
            if shorts:
                for short in shorts.split(","):
                    ranks[short] = (*ranks.get(short, ()), rank)
        for name, code in self._renamed:
            ranks[name] = (*ranks.get(name, ()), self._ranks[code])
        return ranks

    @cached_property
    def _longest(self) -> dict[str, int]:
        """The length of the longest name that begins with two characters."""
        longest: dict[str, int] = {}
        for name in self._by_name:
            longest[name[:2]] = max(longest.get(name[:2], 0), len(name))
        return longest

    @cached_property
    def _by_parent(self) -> dict[str, list[int]]:
        ranks: dict[str, list[int]] = {}
        for rank, row in enumerate(self._rows[: self._current]):
            ranks.setdefault(row[2], []).append(rank)
        return ranks

    def _place(self, rank: int) -> Place:
        code, level, parent, name, shorts = self._rows[rank]
        place = self._made.get(code)
        if place is None:
            names = tuple(shorts.split(",")) if shorts else ()
            place = Place(code, name, Level(level), parent, rank, names)
            self._made[code] = place
        return place


@cache
def places() -> Places:
    """The places of China, read once."""
    return Places(bundled_table("places.tsv"), bundled_table("former.tsv"))


def usual_name(code: str | None, name: str) -> str:
    """A place's name for short, 察布查尔县 for 察布查尔锡伯自治县; `name` where none is known."""
    place = places().get(code) if code else None
    return place.usual_name if place else name
