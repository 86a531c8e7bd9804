"""What to say where nothing matches: which condition is to blame, and what was perhaps meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tui import locale
from tui.query.catalog import Catalog, Facet
from tui.query.dates import EveryYear, read_dates
from tui.query.nearest import nearest
from tui.query.query import Condition, Field, FieldValues, Query, Words
from tui.reports.places import places

SUGGESTIONS = 3

BLAMED = 10
"""Conditions, the last ones, that are looked at one by one; each costs two counts."""

TRIED = 8
"""Suggestions that are looked at; each costs a count."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that differs in one condition and has matches."""

    query: Query
    condition: Condition
    """What stands in place of the condition that emptied the result."""
    count: int
    """How many reports match."""

    def describe(self) -> str:
        """What choosing it does, in the language spoken."""
        return locale.text(
            "query.suggestion",
            what=Query.describe_condition(self.condition),
            count=self.count,
        )


@dataclass(frozen=True, slots=True)
class EmptyResult:
    """Why a query has no matches, and the way out."""

    dropped: tuple[Condition, ...]
    """What emptied the result; nothing where there are no reports at all."""
    query: Query
    """The query without that."""
    remaining: int
    """How many reports match it."""
    suggestions: tuple[Suggestion, ...] = ()
    """What was perhaps meant, the nearest first."""

    def describe(self) -> str:
        """One sentence, in the language spoken."""
        if not self.dropped:
            return locale.text("query.empty-archive")
        what = " · ".join(map(Query.describe_condition, self.dropped))
        return locale.text("query.empty", what=what, count=self.remaining)


def explain_empty(catalog: Catalog, query: Query) -> EmptyResult:
    """Why `query`, which has no matches in `catalog`, has none.

    It takes a count for each condition, so it belongs into a thread.

    Raises:
        Interrupted: the answer is no longer wanted.
    """
    dropped = _to_blame(catalog, query)
    without = query
    for condition in dropped:
        without = without.without(condition)
    suggestions = _suggestions(catalog, query, dropped[-1]) if dropped else iter(())
    return EmptyResult(
        tuple(dropped), without, catalog.total(without), tuple(islice(suggestions, SUGGESTIONS))
    )


def _to_blame(catalog: Catalog, query: Query) -> list[Condition]:
    """The conditions without which there are matches: one where that is enough.

    Of several one that matches nothing by itself is to blame, else the one written last.
    """
    conditions = list(dict.fromkeys(query.conditions))
    last = conditions[-BLAMED:]
    alone = [one for one in last if not catalog.total(Query((one,)))]
    enough = [one for one in last if catalog.total(query.without(one))]
    if enough:
        return ([one for one in enough if one in alone] or enough)[-1:]
    left = [one for one in conditions if one not in alone]
    while left and not catalog.total(Query(tuple(left))):
        left = left[: -max(1, len(left) // BLAMED)]
    return [one for one in conditions if one not in left]


def _suggestions(catalog: Catalog, query: Query, blamed: Condition) -> Iterator[Suggestion]:
    """The alternatives to `blamed` that have matches."""
    for condition in islice(_alternatives(catalog, query, blamed), TRIED):
        changed = query._replace(
            conditions=tuple(condition if one == blamed else one for one in query.conditions),
        )
        if count := catalog.total(changed):
            yield Suggestion(changed, condition, count)


def _alternatives(catalog: Catalog, query: Query, blamed: Condition) -> Iterator[Condition]:
    if blamed.excluded:
        return
    if isinstance(blamed, Words):
        for word in blamed.alternatives:
            for name in nearest(word, _names(catalog)):
                yield Words((name,))
    elif isinstance(blamed, FieldValues):
        yield from _other_values(catalog, query, blamed)


def _other_values(catalog: Catalog, query: Query, blamed: FieldValues) -> Iterator[Condition]:
    field, values = blamed.field, blamed.values
    if field is Field.DATE:
        months = [one.value for one in catalog.facet(query.without(blamed), Facet.MONTH)]
        for month in _near_months(values[0], months):
            yield FieldValues(Field.DATE, (month,))
    elif field in (Field.PREFECTURE, Field.COUNTY):
        other = Field.COUNTY if field is Field.PREFECTURE else Field.PREFECTURE
        if any(place.level == other.value for value in values for place in places().named(value)):
            yield FieldValues(other, values)
        for value in values:
            for name in nearest(value, _names(catalog, field)):
                yield FieldValues(field, (name,))
    elif field is Field.ORG:
        names = [one.value for one in catalog.facet(query.without(blamed), Facet.ORGANISATION)]
        for value in values:
            for name in nearest(value, names):
                yield FieldValues(field, (name,))


def _near_months(value: str, months: list[str]) -> list[str]:
    """Of `months`, in order, the last before a date and the first after it."""
    dates = read_dates(value, date.today())
    day = None if isinstance(dates, EveryYear) else dates.first or dates.last
    if day is None:
        return []
    month = f"{day.year:04}-{day.month:02}"
    return [
        *[one for one in months if one <= month][-1:],
        *[one for one in months if one > month][:1],
    ]


def _names(catalog: Catalog, field: Field | None = None) -> list[str]:
    """The full and short names of the regions of the archive."""
    names: list[str] = []
    for count in catalog.regions(Query()):
        if field is not Field.COUNTY:
            names += _all_names(count.region_key, count.region)
        if field is not Field.PREFECTURE:
            names += _all_names(count.county_key, count.county)
    return [name for name in dict.fromkeys(names) if name]


def _all_names(code: str, name: str) -> tuple[str, ...]:
    place = places().get(code)
    return (name, *place.short_names) if place else (name,)
