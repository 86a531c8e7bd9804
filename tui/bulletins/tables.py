"""Tables of reports: their rows, and tables that are none of reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.bulletins.columns import (
    cell_at,
    column_kind,
    columns_of,
    completed,
    guessed_columns,
    head_of,
)
from tui.bulletins.datecells import date_in_cell
from tui.bulletins.datewords import DateWords
from tui.bulletins.leftouts import LeftOut, LeftOuts
from tui.bulletins.lines import EDGES, Line, Lines
from tui.bulletins.plain import plain_of
from tui.bulletins.tallies import TALLY, counts_only

_BAR = re.compile(r"[|｜│┃¦]")
_FEWEST_BARS = 2
_WIDEST = 100
"""Bars in the row of a table; more are no row's."""
_SUM = re.compile(r"(?:合|总|小|共)\s*计(?:[::\s]|$)")
"""What the row below all others begins with."""
_NOTHING = re.compile(r"[-—–/\\ ]*")
"""What stands in a cell that has nothing to say."""
_DITTO = re.compile(r"[〃″\"]|同上?|同前")
"""What stands in a cell that has what the one above it has."""
_ABOVE_HEAD = 4
"""Rows among which a table's head is looked for."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a table of reports."""

    line: Line
    """The words of the report, with the number of the row."""
    region: str = ""
    """As written in its cell, or in the cell of a row above it."""
    date: DateWords | None = None
    body: str = ""
    title: str = ""
    venue: str = ""
    """Where it was held, as written in its cell."""
    rest: tuple[str, ...] = ()
    """Cells that are in no field."""

    @property
    def is_plain(self) -> bool:
        """Whether the words say all but the region."""
        return self.date is None and not self.body and not self.title


def table_at(lines: Sequence[Line], start: int) -> tuple[int, dict[str, int]]:
    """The table whose first row is `lines[start]`: where it ends, and its columns if known."""
    end = start
    while end < len(lines) and lines[end].cells:
        end += 1
    rows = lines[start:end]
    head = next((at for at, row in enumerate(rows[:_ABOVE_HEAD]) if columns_of(row.cells)), 0)
    if head:  # what stands above the head, such as the day it was filled in, is no row of it
        return start + head, {}
    if sum(1 for row in rows if _is_field(row)) * 2 > len(rows):
        return end, {}
    heads, columns = head_of(rows)
    if not columns:
        return end, guessed_columns(rows)
    return end, completed(columns, rows[0].cells, rows[heads:])


def flattened(lines: Sequence[Line], aside: LeftOuts) -> Iterator[Line]:
    """`lines` with the rows of tables that are no tables of reports taken apart.

    Tables of nothing but numbers are left out, into `aside`.
    """
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.cells:
            yield line
            index += 1
            continue
        end, columns = table_at(lines, index)
        rows = lines[index:end]
        if counts_only(rows):
            aside.extend(LeftOut(row.number, row.text, TALLY) for row in rows)
        else:
            for row in rows:
                yield from [row] if columns else _cell_lines(row)
        index = end


def barred(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the rows of tables that are drawn with bars between the cells only.

    A bar that a line begins or ends with, and has no other, is left of the frame of a page.
    """
    counts = bytearray(
        0 if line.cells else min(len(_BAR.findall(line.plain)), _WIDEST) for line in lines
    )
    if not any(counts):
        return lines
    return Lines(_barred(lines, counts))


def _barred(lines: Sequence[Line], counts: bytearray) -> Iterator[Line]:
    for index, line in enumerate(lines):
        beside = counts[max(0, index - 1) : index] + counts[index + 1 : index + 2]
        if _FEWEST_BARS <= counts[index] < _WIDEST and counts[index] in beside:
            cells = tuple(cell.strip() for cell in _BAR.split(line.text))
            yield line._replace(cells=cells)
        elif counts[index] == 1 and (text := _unframed(line.text)):
            yield line._replace(text=text, plain=plain_of(text))
        else:
            yield line


def _unframed(text: str) -> str:
    """`text` without the one bar it begins or ends with; empty where that is elsewhere, or all."""
    return _BAR.sub("", text).strip(EDGES) if _BAR.search(text[0] + text[-1]) else ""


def _is_field(row: Line) -> bool:
    """A row of two cells that are a field and its value."""
    return len(row.cells) == 2 and bool(column_kind(plain_of(row.cells[0]).replace(" ", "")))


def _cell_lines(row: Line) -> Iterator[Line]:
    """The cells of a row, each line of them a line of its own; a field with its value as one."""
    cells = row.cells
    if len(cells) == 2 and cells[0].strip(" .、").isdigit():
        cells = cells[1:]
    if len(cells) == 2 and len(cells[0]) <= 8:
        text = f"{row.cells[0]}:{row.cells[1]}"
        first, *rest = (line.strip() for line in text.split("\n"))
        yield Line(row.number, first, plain_of(first))
        for line in filter(None, rest):
            yield Line(row.number, line, plain_of(line))
        return
    for cell in cells:
        for text in cell.split("\n"):
            if text.strip():
                yield Line(row.number, text.strip(), plain_of(text.strip()))


def items_of(rows: Sequence[Line], columns: dict[str, int]) -> Iterator[Item]:
    """The reports of a table, in order; cells merged over several rows hold for all of them."""
    above = {"region": "", "date": "", "body": ""}
    for row in rows:
        for name in above:
            column = columns.get(name)
            # A dash where others have their region says that the report is from none.
            stays = column in row.merged or _is_ditto(row, column)
            stays = stays or (name == "region" and cell_at(row.cells, column or 0) == "")
            cell = "" if stays else _cell(row, column)
            above[name] = cell or (above[name] if stays else "")
        if _SUM.match(plain_of(next(filter(None, row.cells), ""))):
            yield Item(Line(row.number, "", ""), rest=tuple(filter(None, row.cells)))
            continue
        title = _cell(row, columns.get("title"))
        words = _cell(row, columns.get("words")) or title
        rest = _rest(row, columns, bool(words))
        if not words:
            yield Item(Line(row.number, "", ""), rest=rest)
            continue
        text = "\n".join(part.strip() for part in words.split("\n"))
        line = Line(row.number, text, plain_of(text))
        date = date_in_cell(plain_of(above["date"])) if above["date"] else None
        if above["date"] and (date is None or len(above["date"]) > date.end):
            rest = (*rest, above["date"])
        region = above["region"] + _cell(row, columns.get("county"))
        title = title if title != words else ""
        yield Item(
            line, region, date, above["body"], title, _cell(row, columns.get("venue")), rest
        )


def _rest(row: Line, columns: dict[str, int], reported: bool) -> tuple[str, ...]:
    """The cells that no field of a report holds; all of them where the row is no report."""
    used = set(columns.values()) if reported else set()
    number, venue = columns.get("number"), columns.get("venue")
    return tuple(
        cell
        for index, cell in enumerate(row.cells)
        if cell
        and (index not in used or index == venue or (index == number and not cell.isdigit()))
    )


def _is_ditto(row: Line, index: int | None) -> bool:
    return index is not None and _DITTO.fullmatch(plain_of(cell_at(row.cells, index))) is not None


def _cell(row: Line, index: int | None) -> str:
    cell = cell_at(row.cells, index) if index is not None else ""
    return "" if _NOTHING.fullmatch(cell) else cell
