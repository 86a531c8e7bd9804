"""A query as a row of tests that a report must pass, the cheapest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tui.query.conditions import Condition, Field, FieldValues, Flag, Flagged, Words
from tui.query.dates import read_dates
from tui.query.item import Item
from tui.query.matching import Term, cites
from tui.query.query import Query
from tui.query.regions import Region, regions_named
from tui.reports.places import Level

Test = Callable[[Item], bool]

MANY = 50
"""Tests that may stand in a row: each is a call within a call."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a query means depends on: the day, what is marked, which regions there are."""

    today: date
    marked: frozenset[str]
    prefectures: tuple[Region, ...]
    counties: tuple[Region, ...]
    term: Callable[[str], Term]
    """Makes a word ready."""


def tests(query: Query, around: Surroundings) -> list[Test]:
    """What a report must pass to match; conditions on words come last."""
    conditions = sorted(dict.fromkeys(query.conditions), key=lambda one: isinstance(one, Words))
    found = [
        _excluding(_test(one, around)) if one.excluded else _test(one, around)
        for one in conditions
    ]
    return found if len(found) <= MANY else [lambda item: all(test(item) for test in found)]


def _excluding(test: Test) -> Test:
    return lambda item: not test(item)


def _test(condition: Condition, around: Surroundings) -> Test:
    if isinstance(condition, Words):
        return _any([_word(around.term(word)) for word in dict.fromkeys(condition.alternatives)])
    if isinstance(condition, Flagged):
        return _flag(condition.flag, around.marked)
    return _field(condition, around)


def _any(alternatives: list[Test]) -> Test:
    if len(alternatives) == 1:
        return alternatives[0]

    def any_of(item: Item) -> bool:
        for test in alternatives:  # noqa: SIM110 - a generator takes twice as long
            if test(item):
                return True
        return False

    return any_of


def _word(one: Term) -> Test:
    folded, pinyin = one.folded, one.pinyin
    if pinyin is None:
        return lambda item: folded in item.text
    search = pinyin.search
    known: dict[str, bool] = {}

    def found(item: Item) -> bool:
        affiliation = item.affiliation
        is_found = known.get(affiliation)
        if is_found is None:
            is_found = known[affiliation] = one.in_name(affiliation)
        return is_found or search(item.title) or (item.has_letters and folded in item.text)

    return found


def _flag(flag: Flag, marked: frozenset[str]) -> Test:
    if flag is Flag.MARKED:
        return lambda item: item.entry.id in marked
    return lambda item: item.start is None


def _field(condition: FieldValues, around: Surroundings) -> Test:
    values = condition.values
    if condition.field is Field.PREFECTURE:
        regions = _keys(values, around.prefectures, Level.PREFECTURE)
        return lambda item: item.region_key in regions
    if condition.field is Field.COUNTY:
        counties = _keys(values, around.counties, Level.COUNTY)
        return lambda item: item.county_key in counties
    if condition.field is Field.DATE:
        return _date(values, around.today)
    if condition.field is Field.ORG:
        return _organisation([around.term(value) for value in values])
    if condition.field is Field.DOC:
        return _document(values)
    folded = [around.term(value).folded for value in values]
    return lambda item: any(value in item.source for value in folded)


def _keys(values: Iterable[str], regions: tuple[Region, ...], level: Level) -> frozenset[str]:
    return frozenset().union(
        *(regions_named(value, regions, level) for value in dict.fromkeys(values))
    )


def _date(values: tuple[str, ...], today: date) -> Test:
    ranges = [read_dates(value, today) for value in dict.fromkeys(values)]

    def held(item: Item) -> bool:
        start, end = item.start, item.end
        return (
            start is not None
            and end is not None
            and any(one.touches(start, end) for one in ranges)
        )

    return held


def _organisation(terms: list[Term]) -> Test:
    known: dict[str, bool] = {}

    def held_by(item: Item) -> bool:
        name = item.organisation
        if name not in known:
            known[name] = any(one.in_name(name) for one in terms)
        return known[name]

    return held_by


def _document(values: tuple[str, ...]) -> Test:
    known: dict[str, bool] = {}

    def cited(item: Item) -> bool:
        for title in item.report.documents:
            if title not in known:
                known[title] = any(cites(value, title) for value in values)
            if known[title]:
                return True
        return False

    return cited
