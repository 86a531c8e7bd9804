"""Matches by relevance: the same query, cut into classes of which all are equally relevant.

A class is how many of the words stand in the title, and how many in the names; within one the
matches are in the order of dates, so no more of them is looked at than is wanted.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tui.archive.catalog import words
from tui.archive.catalog.plan import Plan
from tui.archive.catalog.planner import Planner

MOST = 3
"""Words of a query up to which there are classes; there are 16 of them then."""

Class = tuple[int, int]
"""How many of the words the title has, and how many the names have, both negated."""

_NAMED = (
    "coalesce(report.region IN (SELECT value FROM json_each(?))"
    " OR report.organisation IN (SELECT value FROM json_each(?)), 0)"
)


def classes(planner: Planner, plan: Plan, asked: Sequence[str]) -> list[tuple[Class, Plan]] | None:
    """What selects the matches of each class, the most relevant first.

    Args:
        planner: of the catalog.
        plan: what selects all matches.
        asked: the words of the query.

    Returns:
        None where only looking at every match tells.
    """
    if len(asked) > MOST:
        return None
    titles = [planner.in_title(word) for word in asked]
    known = [title for title in titles if title is not None]
    if len(known) < len(titles):
        return None
    return [
        ((-titled, -named), chosen)
        for titled in range(len(asked), -1, -1)
        for named in range(len(asked), -1, -1)
        if (chosen := _titled(plan, known, titled))
        if (chosen := _named(planner, chosen, asked, named))
    ]


def _titled(plan: Plan, titles: list[str], count: int) -> Plan | None:
    """With the matches whose titles have just `count` of the words; none where none can."""
    if count == 0:
        return replace(plan, not_found=(*plan.not_found, *filter(None, titles)))
    ways = list(_ways(titles, count))
    return plan.finding(words.any_of(ways)) if ways else None


def _ways(titles: list[str], count: int) -> Iterator[str]:
    """The expressions for titles that have `count` of the words and no other."""
    for chosen in combinations(range(len(titles)), count):
        wanted = [titles[number] for number in chosen]
        others = [one for number, one in enumerate(titles) if one and number not in chosen]
        if all(wanted):
            excluded = f" NOT ({' OR '.join(others)})" if others else ""
            yield f"(({' AND '.join(wanted)}){excluded})"


def _named(planner: Planner, plan: Plan, asked: Sequence[str], count: int) -> Plan | None:
    """With the matches whose organisation and region have just `count` of the words."""
    names, values = planner.names, list[object]()
    for word in asked:
        one = names.term(word)
        values += map(json.dumps, (names.regions_with(one), names.organisations_with(one)))
    if values.count("[]") == len(values):
        return None if count else plan
    test = f"{' + '.join([_NAMED] * len(asked))} = {count}"
    return replace(plan, tests=(*plan.tests, (test, tuple(values))))
