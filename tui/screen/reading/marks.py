"""What is marked in a report's text: the hits of a query and the documents it cites."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import get_character_cell_size

from tui.query.hits import hits
from tui.query.query import Query
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.reading.blocks import Block, Kind

_CITED = re.compile("《((?:[^《》]|《[^《》]*》)*)》")
_JOINER = "\u200d"


class Mark(NamedTuple):
    """A marked piece of a block's text."""

    block: int
    start: int
    end: int
    title: str = ""
    """Of a cited document, without 《》."""


def find_hits(blocks: Sequence[Block], query: Query) -> list[Mark]:
    """Every hit of `query` in the report's own words, top to bottom."""
    return [
        Mark(number, *whole(block.text, start, end))
        for number, block in enumerate(blocks)
        if block.searched_from < len(block.text)
        for start, end in hits(query, block.text, by_pinyin=block.kind is not Kind.BODY)
        if start >= block.searched_from
    ]


def find_documents(blocks: Sequence[Block], report: Report) -> list[Mark]:
    """Every place where `report` cites one of its documents, brackets included."""
    titles = {neutral(title): title for title in report.documents}
    if not titles:
        return []
    return [
        Mark(number, found.start(), found.end(), title)
        for number, block in enumerate(blocks)
        if block.kind is Kind.BODY
        for found in _CITED.finditer(block.text)
        if (title := titles.get(" ".join(found[1].split())))
    ]


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece from `start` to `end` widened so that it cuts no character from its accents."""
    while 0 < start < len(text) and _continues(text, start):
        start -= 1
    while end < len(text) and _continues(text, end):
        end += 1
    return start, end


def _continues(text: str, position: int) -> bool:
    before, after = text[position - 1], text[position]
    return before == _JOINER or get_character_cell_size(after) == 0


def within(marks: Sequence[Mark], block: int, start: int, end: int) -> Iterator[tuple[int, Mark]]:
    """The marks that touch a piece of `block`, with their numbers."""
    first = bisect_left(marks, (block, start), key=lambda mark: (mark.block, mark.end))
    for number in range(first, len(marks)):
        mark = marks[number]
        if mark.block != block or mark.start >= end:
            return
        if mark.end > start:
            yield number, mark
