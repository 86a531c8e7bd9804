"""The distinct names in a catalog, kept in memory: regions, organisations, documents."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

from tui.archive.catalog import words
from tui.archive.catalog.codes import Codes, Writing
from tui.archive.catalog.rows import text, text_or_none
from tui.query.catalog import Entry
from tui.query.fold import fold
from tui.query.matching import Term, cites, region_names, term
from tui.query.pinyin import Alphabet
from tui.query.regions import Region
from tui.reports.date import MeetingDate

_BACK = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}
"""From moved characters to folded ones."""


class Names:
    """What a catalog had when it was looked at; thrown away when it has changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keep the connection; every table is read when first wanted."""
        self._run = connection.execute
        self._found: dict[tuple[str, str], list[int]] = {}
        self._terms: dict[str, Term] = {}
        self._remembered: dict[tuple[str, str], str | None] = {}
        self.counted: dict[object, dict[int, int]] = {}
        """How many matches a plan has in each row of the table of regions."""
        self.writing: Writing | None = None
        """How matches are written to be counted, once any were."""
        self.latest: tuple[object, Codes] | None = None
        """The plan whose coverage was looked at last, and its matches."""

    def remembered(self, kind: str, word: str, find: Callable[[str], str | None]) -> str | None:
        """What `find` gives for a word, looked for only once."""
        if (kind, word) not in self._remembered:
            self._remembered[kind, word] = find(word)
        return self._remembered[kind, word]

    @cached_property
    def regions(self) -> dict[int, Entry]:
        """Rows of regions that have reports, each as an entry without anything else."""
        rows = self._run(
            "SELECT id, prefecture, prefecture_code, county, county_code, heading FROM region"
            " WHERE count > 0"
        )
        return {
            row[0]: Entry(
                "",
                text_or_none(row[1]),
                text_or_none(row[2]),
                text_or_none(row[3]),
                text_or_none(row[4]),
                text(row[5]),
                MeetingDate(),
                None,
                "",
            )
            for row in rows
        }

    @cached_property
    def prefectures(self) -> tuple[Region, ...]:
        """What ``prefecture:`` may mean."""
        return tuple(
            Region(entry.region_key, entry.prefecture or entry.heading)
            for entry in self.regions.values()
        )

    @cached_property
    def counties(self) -> tuple[Region, ...]:
        """What ``county:`` may mean."""
        return tuple(
            Region(entry.county_key, entry.county or "") for entry in self.regions.values()
        )

    @cached_property
    def files(self) -> dict[int, str]:
        """The names of the archive's files by row."""
        return {row: text(name) for row, name in self._run("SELECT id, name FROM file")}

    @cached_property
    def has_gone(self) -> bool:
        """Whether `words` finds reports that are no more."""
        return self._run("SELECT 1 FROM gone LIMIT 1").fetchone() is not None

    @property
    def longest(self) -> int:
        """Days from the first to the last of the report that lasted longest."""
        return max(self._lengths[1], 0)

    @property
    def has_reversed(self) -> bool:
        """Whether some report ended before it began, as other programs may have it."""
        return self._lengths[0] < 0

    @cached_property
    def _lengths(self) -> tuple[int, int]:
        """The fewest and the most days from the first to the last of a report."""
        fewest, most = self._run("SELECT min(days), max(days) FROM lasting").fetchone()
        return fewest or 0, most or 0

    @cached_property
    def days(self) -> tuple[date, date]:
        """Days before and after which there are no reports."""
        first, last = self._run(
            "SELECT (SELECT first FROM report WHERE first NOT NULL ORDER BY number DESC LIMIT 1),"
            " (SELECT first FROM report ORDER BY number LIMIT 1)"
        ).fetchone()
        if first is None or last is None:
            return date.min, date.min
        return date.fromordinal(first), date.fromordinal(
            min(last + self.longest, date.max.toordinal())
        )

    @cached_property
    def title_pairs(self) -> dict[str, frozenset[str]]:
        """Folded characters that follow each in some title; a line end follows the last."""
        pairs: dict[str, set[str]] = {}
        for (pair,) in self._run("SELECT pair FROM title_pair"):
            one, other = list(text(pair).translate(_BACK))
            pairs.setdefault(one, set()).add(other)
        found = {one: frozenset(others) for one, others in pairs.items()}
        return {"": frozenset(found), **found}

    def regions_with(self, term: Term) -> list[int]:
        """Rows of the regions with a name in which `term` is found."""
        return self._searched(
            "region", term, ((row, region_names(one)) for row, one in self.regions.items())
        )

    def organisations_with(self, term: Term) -> list[int]:
        """Rows of the organisations in whose name `term` is found."""
        return self._searched(
            "organisation", term, ((row, (name,)) for row, name in self._organisations)
        )

    def _searched(
        self, kind: str, term: Term, names: Iterable[tuple[int, Iterable[str]]]
    ) -> list[int]:
        key = (kind, term.folded)
        if key not in self._found:
            self._found[key] = [row for row, all_ in names if any(map(term.in_name, all_))]
        return self._found[key]

    @cached_property
    def _organisations(self) -> list[tuple[int, str]]:
        rows = self._run("SELECT id, name FROM organisation")
        return [(row, fold(text(name))) for row, name in rows]

    def documents_with(self, value: str) -> list[int]:
        """Rows of the cited documents that a value of ``doc:`` means."""
        key = ("document", value)
        if key not in self._found:
            self._found[key] = [row for row, title in self._documents if cites(value, title)]
        return self._found[key]

    @cached_property
    def _documents(self) -> list[tuple[int, str]]:
        return [(row, text(name)) for row, name in self._run("SELECT id, name FROM document")]

    def sources_with(self, word: str) -> list[int]:
        """Rows of the sources in which a word is found."""
        wanted = words.moved(word.replace("\n", " "))
        found = self._run("SELECT id FROM source WHERE instr(name, ?)", (wanted,))
        return [row for (row,) in found]

    def term(self, word: str) -> Term:
        """`word`, ready to be looked for in these names."""
        if word not in self._terms:
            self._terms[word] = term(word, self.alphabet)
        return self._terms[word]

    @cached_property
    def alphabet(self) -> Alphabet:
        """The characters of all names and titles."""
        names = [name for one in self.regions.values() for name in region_names(one)]
        names += [name for _, name in self._organisations]
        return Alphabet.of([*names, *self.title_pairs[""]])
