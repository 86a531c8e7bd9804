"""Tables whose cells only blanks part, as they come out of scans: the head says where to cut."""

from collections.abc import Iterator, Sequence

from tui.bulletins.columns import column_kind, columns_of
from tui.bulletins.fields import is_field
from tui.bulletins.lines import Line, Lines

_FEWEST = 3
"""Columns that such a table has at least."""


def spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the rows of such tables as rows; the last column takes what blanks it has."""
    if not any(_head(line) for line in lines):
        return lines
    return Lines(_with_rows(lines))


def _head(line: Line) -> list[str]:
    """The names of the columns, where a line is nothing but such names."""
    if line.cells or len(line.plain) > 60 or " " not in line.plain:
        return []
    names = line.plain.split()
    head = len(names) >= _FEWEST and all(map(column_kind, names)) and columns_of(names)
    return line.text.split() if head and not is_field(line.plain) else []


def _with_rows(lines: Sequence[Line]) -> Iterator[Line]:
    head: list[str] = []
    for line in lines:
        names = _head(line)
        if names:
            head = names
            yield line._replace(cells=tuple(names))
            continue
        cells = line.text.split(maxsplit=len(head) - 1) if head and not line.cells else []
        head = head if head and len(cells) == len(head) else []
        yield line._replace(cells=tuple(cells)) if head else line
