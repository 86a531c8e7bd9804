"""Which regions of an archive a value of ``prefecture:`` or ``county:`` means.

A region goes by its full name, a short one, its code or its pinyin; headings outside the gazetteer
by the heading. The best reading wins: a value that is the name of one region is not looked for in
others, so 昌吉 never means 昌吉市 and 新昌吉 at once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from tui.query.fold import fold
from tui.query.names import NONE
from tui.query.pinyin import compiled, is_pinyin, reads_as
from tui.reports.places import Level, Place, places


@dataclass(frozen=True, slots=True)
class Region:
    """A prefecture or a county that reports of an archive are filed under."""

    key: str
    """`Report.region_key` or `Report.county_key`: a code, else a name, else nothing."""
    name: str
    """Its name, or the heading; empty where none is given."""


def regions_named(value: str, regions: Iterable[Region], level: Level) -> frozenset[str]:
    """The keys of those of `regions`, all of one `level`, that `value` means.

    ``none`` and 无 mean the reports without such a region; a province means its prefectures.
    """
    wanted = fold(value).strip()
    given = [region for region in regions if region.key]
    if wanted in NONE:
        return frozenset({""})
    if not wanted:
        return frozenset()
    exact = _exactly(wanted, given, level)
    if exact or any(place.level is level for place in _places_named(wanted)):
        return exact
    if is_pinyin(wanted):
        if read := _keys(given, lambda name: reads_as(wanted, name)):
            return read
        return _keys(given, lambda name: wanted in name or _begins(wanted, name))
    return _keys(given, lambda name: wanted in name)


def names_of(region: Region) -> tuple[str, ...]:
    """All names of a region, as they are compared: full, short, as its reports have it."""
    return _names(region.key, region.name)


@lru_cache(maxsize=8192)
def _names(key: str, name: str) -> tuple[str, ...]:
    place = places().get(key)
    known = (place.name, *place.short_names) if place else ()
    return tuple(dict.fromkeys(fold(one) for one in (name, *known) if one))


def _keys(regions: Iterable[Region], is_meant: Callable[[str], bool]) -> frozenset[str]:
    """The keys of regions with a name that is meant."""
    return frozenset(region.key for region in regions if any(map(is_meant, names_of(region))))


def _exactly(wanted: str, regions: Iterable[Region], level: Level) -> frozenset[str]:
    """The keys of regions with just this name or code, or in the province with it."""
    keys = {region.key for region in regions if wanted in (fold(region.key), *names_of(region))}
    meant = {place.code for place in _places_named(wanted)}
    for region in regions:
        place = places().get(region.key)
        if place and (
            place.code in meant or (level is not Level.COUNTY and place.parent in meant)
        ):
            keys.add(region.key)
    return frozenset(keys)


@lru_cache(maxsize=256)
def _places_named(wanted: str) -> tuple[Place, ...]:
    """The places with this name, or this code, whose noughts at the end may be left out."""
    if wanted.isascii() and wanted.isdigit():
        place = places().get(wanted.ljust(6, "0")) if len(wanted) in (2, 4, 6) else None
        return (place,) if place else ()
    return places().named(wanted)


def _begins(word: str, name: str) -> bool:
    """Whether the pinyin of `name` begins with `word`."""
    return next(compiled(word).spans(name), (1, 1))[0] == 0
