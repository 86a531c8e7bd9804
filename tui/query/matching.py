"""When a report matches, and in which order matches come: the meaning of a query.

Every catalog builds on these, whether it looks at each report or asks an index.

- A word matches where its folded form is a part of `search_text`, or its pinyin is found in one of
  the lines of `name_text`.
- A date condition matches where `Dates.touches` the days from `held.first` to `held.last`.
- ``prefecture:`` and ``county:`` match where `Report.region_key` or `county_key` is one of
  `regions_named`, asked about the regions of the archive.
- ``org:`` is a word found in the organisation, ``doc:`` a part of a cited title (all of it for a
  value in 《》), ``source:`` a part of `source_text`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, Protocol

from tui.query.fold import fold
from tui.query.pinyin import Alphabet, Pinyin, every_character, is_pinyin
from tui.query.query import Order, Query
from tui.query.regions import Region, names_of
from tui.reports.date import MeetingDate
from tui.reports.places import places
from tui.reports.report import Report

RegionOrder = tuple[int, str, int, str]
DateOrder = tuple[int, RegionOrder, str]


class Filed(Protocol):
    """A report or an entry: what has a place in the order."""

    @property
    def id(self) -> str: ...
    @property
    def prefecture(self) -> str | None: ...
    @property
    def prefecture_code(self) -> str | None: ...
    @property
    def county(self) -> str | None: ...
    @property
    def county_code(self) -> str | None: ...
    @property
    def heading(self) -> str: ...
    @property
    def organisation(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def held(self) -> MeetingDate: ...
    @property
    def region_key(self) -> str: ...
    @property
    def county_key(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Term:
    """A word ready to be looked for."""

    folded: str
    """Never over a line end: lines of `search_text` are different fields or paragraphs."""
    pinyin: Pinyin | None
    """None where the word has no Latin letters."""

    def in_name(self, folded_name: str) -> bool:
        """Whether a folded name has the word, or pinyin that has it."""
        return self.folded in folded_name or (
            self.pinyin is not None and self.pinyin.search(folded_name)
        )


@lru_cache(maxsize=256)
def term(word: str, alphabet: Alphabet | None = None) -> Term:
    """`word` as something to look for.

    Args:
        alphabet: of the names that will be looked at, where it is known: that is faster.
    """
    folded = fold(word).replace("\n", " ")
    if not is_pinyin(folded):
        return Term(folded, None)
    return Term(folded, (alphabet or every_character()).compile(folded))


def search_text(report: Report) -> str:
    """What words are looked for in: the lines of `name_text`, then the body, folded."""
    return f"{name_text(report)}\n{fold(report.body)}"


def name_text(report: Report) -> str:
    """What pinyin is looked for in, folded, a name a line: title, organisation, region."""
    title = fold(report.title).replace("\n", " ")
    return f"{title}\n{affiliation_text(report)}"


def affiliation_text(filed: Filed) -> str:
    """The lines of `name_text` after the title: the same for many reports."""
    return "\n".join((fold(filed.organisation or ""), *region_names(filed)))


def region_names(filed: Filed) -> tuple[str, ...]:
    """Every name, folded, under which a report's prefecture and county are found."""
    names = (
        *names_of(Region(filed.prefecture_code or "", filed.prefecture or "")),
        *names_of(Region(filed.county_code or "", filed.county or "")),
        fold(filed.heading),
    )
    return tuple(dict.fromkeys(name for name in names if name))


def cites(value: str, document: str) -> bool:
    """Whether a cited title is meant by a value of ``doc:``."""
    wanted, title = fold(value), fold(document)
    if wanted.startswith("《") and wanted.endswith("》"):
        return wanted[1:-1] == title
    return wanted in title


def source_text(report: Report) -> str:
    """What ``source:`` looks in, folded."""
    source = report.source
    return fold("\n".join((source.file, source.bulletin, source.tag, source.import_id)))


def months_of(held: MeetingDate) -> tuple[str, ...]:
    """The months a report is counted in, as ``2023-02``: those that its days touch."""
    if held.first is None or held.last is None:
        return ()
    first = held.first.year * 12 + held.first.month - 1
    last = held.last.year * 12 + held.last.month - 1
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))


def day_order(start: date | None) -> int:
    """Ascending in the order newest first, undated last."""
    return -start.toordinal() if start else 0


def region_order(filed: Filed) -> RegionOrder:
    """Ascending in official order; a prefecture's own reports come before its counties'.

    Regions without a code come after all, by name; reports that name no region last.
    """
    return _region_order(
        filed.prefecture_code, filed.region_key, filed.county_code, filed.county_key
    )


@lru_cache(maxsize=8192)
def _region_order(
    prefecture_code: str | None, region_key: str, county_code: str | None, county_key: str
) -> RegionOrder:
    last = len(places()) + (not region_key)
    return (
        places().rank(prefecture_code) if prefecture_code else last,
        region_key,
        places().rank(county_code) if county_key else -1,
        county_key,
    )


def date_order(filed: Filed) -> DateOrder:
    """Ascending newest first, undated last; those of one day by region, then id."""
    return day_order(filed.held.start), region_order(filed), filed.id


def region_then_date(filed: Filed) -> tuple[RegionOrder, DateOrder]:
    """Ascending by region; those of one region newest first."""
    return region_order(filed), date_order(filed)


def relevance(terms: tuple[Term, ...], filed: Filed) -> tuple[int, int, DateOrder]:
    """Ascending by relevance: terms found in the title, then in organisation or region.

    The more the earlier; equals come newest first.
    """
    title, others = fold(filed.title), affiliation_text(filed)
    return (
        -sum(one.in_name(title) for one in terms),
        -sum(one.in_name(others) for one in terms),
        date_order(filed),
    )


def order_of(query: Query) -> Callable[[Filed], tuple[Any, ...]]:
    """The key by which matches of `query` are sorted, ascending."""
    if query.order is Order.NEWEST:
        return date_order
    if query.order is Order.REGION:
        return region_then_date
    return partial(relevance, tuple(map(term, query.words)))
