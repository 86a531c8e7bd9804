"""Makes a `Plan` of a query."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from tui.archive.catalog import sounds, words
from tui.archive.catalog.layout import LAST_DAY, Layout
from tui.archive.catalog.names import Names
from tui.archive.catalog.plan import END, NUMBER, Plan
from tui.query.dates import DateRange, read_dates
from tui.query.query import Condition, Field, FieldValues, Flag, Flagged, Query, Words
from tui.query.regions import regions_named
from tui.reports.places import Level

MANY = 250
"""Alternatives up to which `words` is asked for each; a test on rows takes over beyond."""

MANY_DAYS = 20_000
"""Days that are listed at most where a query asks for a day of any year."""


@dataclass
class Planner:
    """Makes plans for the queries of one catalog."""

    layout: Layout
    names: Names
    marked: frozenset[str]
    today: date = field(default_factory=date.today)

    def plan(self, query: Query) -> Plan:
        """What selects the matches of `query`."""
        plan = Plan(has_gone=self.names.has_gone)
        for condition in query.conditions:
            plan = self._with(plan, condition)
        return plan

    def word(self, word: str) -> str | None:
        """The expression that finds a word; none where it would be too long."""
        return self.names.remembered("word", word, self._word)

    def _word(self, word: str) -> str | None:
        one = self.names.term(word)
        if one.pinyin is None:
            return words.phrase(one.folded)
        if heard := sounds.exactly(word):
            return words.any_of([words.phrase(one.folded), heard])
        rows = self._name_tags(word)
        title = self.title(word)
        if title is None or len(rows) > MANY:
            return None
        return words.any_of([words.phrase(one.folded), *rows, *([title] if title else [])])

    def in_title(self, word: str) -> str | None:
        """The expression that finds titles with a word, as written or by pinyin.

        Returns:
            An empty text where there are none, and none where it would be too long.
        """
        one = self.names.term(word)
        by_pinyin = self.title(word) if one.pinyin is not None else ""
        if by_pinyin is None or not one.folded:
            return None
        return words.any_of([words.in_title(one.folded), *([by_pinyin] if by_pinyin else [])])

    def title(self, word: str) -> str | None:
        """The expression that finds titles by pinyin; empty where there are none."""
        pairs = self.names.title_pairs
        found = self.names.alphabet.instances(word, lambda one: pairs.get(one, frozenset()), MANY)
        if found is None:
            return None
        # A single character is found by the pairs it begins.
        longer = {
            longer
            for text in found
            for longer in ([text] if len(text) > 1 else (text + one for one in pairs[text]))
        }
        if len(longer) > MANY:
            return None
        return words.any_of(list(map(words.title_phrase, sorted(longer)))) if longer else ""

    def _with(self, plan: Plan, condition: Condition) -> Plan:
        if isinstance(condition, Words):
            return self._with_words(plan, condition)
        if isinstance(condition, Flagged):
            return self._with_flag(plan, condition)
        if condition.field is Field.DATE:
            return self._with_dates(plan, condition)
        return self._with_rows(plan, condition)

    def _with_words(self, plan: Plan, condition: Words) -> Plan:
        expressions = [self.word(word) for word in condition.alternatives]
        short = [one for one in expressions if one is not None]
        if len(short) == len(expressions):
            return _with_expression(plan, words.any_of(short), condition.excluded)
        if not condition.excluded:
            plan = plan.finding(words.any_of([self._wider(one) for one in condition.alternatives]))
        tests = [self._word_test(word) for word in condition.alternatives]
        test = " OR ".join(test for test, _ in tests)
        return _with_test(
            plan, test, [value for _, values in tests for value in values], condition.excluded
        )

    def _wider(self, word: str) -> str:
        """An expression that finds a word, and perhaps more."""
        return self.names.remembered("wider", word, self._find_wider) or ""

    def _find_wider(self, word: str) -> str:
        if (exact := self.word(word)) is not None:
            return exact
        text = words.phrase(self.names.term(word).folded)
        return words.any_of([text, sounds.at_least(word, self.names.alphabet)])

    def _name_tags(self, word: str) -> list[str]:
        """The tokens of regions and organisations in whose name a word is found."""
        one = self.names.term(word)
        return [
            *_tags("r", self.names.regions_with(one)),
            *_tags("o", self.names.organisations_with(one)),
        ]

    def _word_test(self, word: str) -> tuple[str, list[object]]:
        one = self.names.term(word)
        text = _in_words([words.phrase(one.folded)])
        if one.pinyin is None:
            return text
        return (
            f"report.region IN {_LIST} OR report.organisation IN {_LIST}"
            f" OR title_has(report.title, ?) OR {text[0]}",
            [
                json.dumps(self.names.regions_with(one)),
                json.dumps(self.names.organisations_with(one)),
                word,
                *text[1],
            ],
        )

    def _with_flag(self, plan: Plan, condition: Flagged) -> Plan:
        if condition.flag is Flag.MARKED:
            ids = json.dumps(sorted(one for one in self.marked if one.isprintable()))
            test = f"{NUMBER} IN (SELECT number FROM report WHERE id IN {_LIST})"
            return _with_test(plan, test, [ids], condition.excluded)
        if condition.excluded:
            return plan.within(0, self.layout.undated)
        return plan.within(self.layout.undated, END)

    def _with_rows(self, plan: Plan, condition: FieldValues) -> Plan:
        kind, column, rows = self._rows(condition)
        if not rows:
            return plan if condition.excluded else replace(plan, impossible=True)
        if len(rows) <= MANY:
            expression = words.any_of(_tags(kind, rows))
            return _with_expression(plan, expression, condition.excluded)
        return _with_test(plan, column, [json.dumps(rows)], condition.excluded)

    def _rows(self, condition: FieldValues) -> tuple[str, str, list[int]]:
        """Kind of tag, test on reports, and the rows that a condition on a field means."""
        names, values = self.names, condition.values
        if condition.field in (Field.PREFECTURE, Field.COUNTY):
            rows = self._regions(condition.field, values)
            return "r", f"({NUMBER} & {self.layout.region_mask}) IN {_LIST}", rows
        if condition.field is Field.ORG:
            rows = _united(names.organisations_with(names.term(value)) for value in values)
            return "o", f"report.organisation IN {_LIST}", rows
        if condition.field is Field.DOC:
            rows = _united(map(names.documents_with, values))
            test = f"{NUMBER} IN (SELECT number FROM citation WHERE document IN {_LIST})"
            return "d", test, rows
        rows = _united(names.sources_with(value) for value in values)
        return "s", f"report.source IN {_LIST}", rows

    def _regions(self, asked: Field, values: Iterable[str]) -> list[int]:
        keys: set[str] = set()
        for value in values:
            if asked is Field.PREFECTURE:
                keys |= regions_named(value, self.names.prefectures, Level.PREFECTURE)
            else:
                keys |= regions_named(value, self.names.counties, Level.COUNTY)
        return [
            row
            for row, entry in self.names.regions.items()
            if (entry.region_key if asked is Field.PREFECTURE else entry.county_key) in keys
        ]

    def _with_dates(self, plan: Plan, condition: FieldValues) -> Plan:
        earliest, latest = self.names.days
        ranges: list[DateRange] = []
        for value in condition.values:
            ranges += read_dates(value, self.today).within(earliest, latest)
        if not ranges:
            return plan if condition.excluded else replace(plan, impossible=True)
        test, values = self._held(condition.values, ranges)
        if not condition.excluded:
            first = min(one.first or date.min for one in ranges).toordinal()
            # A report may have begun before the first day wanted, and have lasted.
            first = max(first - self.names.longest, 1)
            last = max(one.last or date.max for one in ranges)
            plan = plan.within(*self.layout.bounds(date.fromordinal(first), last))
        return _with_test(plan, test, values, condition.excluded)

    def _held(self, asked: Iterable[str], ranges: list[DateRange]) -> tuple[str, list[object]]:
        """The test for reports with a day in any of some ranges.

        Most show it by the group of their number, which is the day they began; only those that
        began a little earlier are looked at, whether they lasted.
        """
        today = self.today.toordinal()
        looks = " OR ".join("touches(first, last, ?, ?)" for _ in asked)
        values: list[object] = [one for value in asked for one in (value, today)]
        looked_at = f"(SELECT {looks} FROM report AS one WHERE one.number = {NUMBER})"
        if len(ranges) == 1 and not self.names.has_reversed:
            return self._held_in(ranges[0], looked_at), values
        count = sum(len(self._days(one)) + self.names.longest for one in ranges)
        if count > MANY_DAYS or self.names.has_reversed:
            return f"coalesce({looked_at}, 0)", values
        days = {day for one in ranges for day in self._days(one)}
        before = {day for one in ranges for day in self._days_before(one)} - days
        group = f"({NUMBER} >> {self.layout.span}) IN {_LIST}"
        lists = [json.dumps([LAST_DAY - day for day in some]) for some in (days, before)]
        return f"({group} OR {group} AND {looked_at})", [*lists, *values]

    def _held_in(self, wanted: DateRange, looked_at: str) -> str:
        low, high = self.layout.bounds(wanted.first, wanted.last)
        first = (wanted.first or date.min).toordinal()
        limit = self.layout.bounds(date.fromordinal(max(first - self.names.longest, 1)), None)[1]
        return (
            f"({NUMBER} >= {low} AND {NUMBER} < {high}"
            f" OR {NUMBER} >= {high} AND {NUMBER} < {limit} AND {looked_at})"
        )

    def _days(self, wanted: DateRange) -> range:
        """The days of a range on which there may be reports."""
        earliest, latest = (day.toordinal() for day in self.names.days)
        first = max(wanted.first.toordinal() if wanted.first else earliest, earliest)
        last = min(wanted.last.toordinal() if wanted.last else latest, latest)
        return range(first, last + 1)

    def _days_before(self, wanted: DateRange) -> range:
        """The days before a range from which reports may have lasted into it."""
        first = self._days(wanted).start
        return range(max(first - self.names.longest, 1), first)


_LIST = "(SELECT value FROM json_each(?))"


def _with_expression(plan: Plan, expression: str, excluded: bool) -> Plan:
    if excluded:
        return replace(plan, not_found=(*plan.not_found, expression))
    return plan.finding(expression)


def _with_test(plan: Plan, test: str, values: list[object], excluded: bool) -> Plan:
    test = f"NOT coalesce(({test}), 0)" if excluded else f"({test})"
    return replace(plan, tests=(*plan.tests, (test, tuple(values))))


def _in_words(expressions: list[str]) -> tuple[str, list[object]]:
    test = f"{NUMBER} IN (SELECT rowid FROM words WHERE words MATCH ?)"
    return test, [words.any_of(expressions)]


def _tags(kind: str, rows: Iterable[int]) -> list[str]:
    return [f"{kind}{row}" for row in rows]


def _united(rows: Iterable[list[int]]) -> list[int]:
    return list(dict.fromkeys(row for some in rows for row in some))
