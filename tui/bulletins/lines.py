"""The lines of a bulletin: text, number, and what white space round it said."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from tui.bulletins.plain import plain_of
from tui.bulletins.shared import Shared

EDGES = (
    " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"  # all that `str.isspace` knows
    "\u200b\u200e\u200f\u2060\ufeff"
)
"""What is taken off both ends of a line: blanks of every width, and marks nobody sees."""

_LOST = "?\ufffd \u3000"
"""What blanks of an indent became where an encoding had no sign for them; no line begins so."""
_WIDEST = 100
"""A line with more bars or tabs is no row of a table."""
_SHORT = 16
"""Lines up to this length are kept once if they are the same."""


class Line(NamedTuple):
    """One line that is not blank; a tuple, because it is made at every look at it."""

    number: int
    """From 1; the line it began on where several were joined."""
    text: str
    """Without the white space at its ends."""
    plain: str
    """The text folded (`tui.query.fold`): the same length, and what every rule looks at."""
    after_blank: bool = False
    """Whether a blank line stands before it."""
    indented: bool = False
    cells: tuple[str, ...] = ()
    """The cells, where it is the row of a table."""
    merged: tuple[int, ...] = ()
    """Which of its cells are part of the one above."""


def _made(number: int, text: str, plain: str, blanks: int) -> Line:
    """A line that is no row of a table; made without `Line`'s own way, which takes twice as long.

    `blanks` says whether a blank line stands before it (1), whether it is indented (2).
    """
    made = number, text, plain, bool(blanks & 1), blanks > 1, (), ()
    return tuple.__new__(Line, made)


class Lines(Sequence[Line]):
    """Lines in a fifth of the room a list of them takes: each is made when it is asked for.

    There are bulletins of hundreds of thousands of lines, some of nothing but headings.
    """

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Take in `lines`."""
        self.clear()
        for line in lines:
            self.append(line)

    def clear(self) -> None:
        """Forget all of them."""
        self._numbers = array("I")
        self._texts: list[str] = []
        self._plains: list[str] = []
        self._blanks = bytearray()
        """Whether a blank line stands before (1), whether it is indented (2)."""
        self._rows: list[Line | None] = []
        """Up to the last row of a table, the rows as they are: little can be saved of those."""

    def append(self, line: Line) -> None:
        """Take in one line more."""
        if line.cells:
            self._rows += [None] * (len(self) - len(self._rows))
            self._rows.append(line)
        self._numbers.append(line.number)
        self._texts.append(line.text)
        self._plains.append(line.plain)
        self._blanks.append(line.after_blank + 2 * line.indented)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[Line]:
        """Every line in order."""
        if self._rows:
            return map(self._line, range(len(self)))
        return map(_made, self._numbers, self._texts, self._plains, self._blanks)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        """One line, or a list of some."""
        if isinstance(at, slice):
            return [self._line(index) for index in range(*at.indices(len(self)))]
        return self._line(at if at >= 0 else at + len(self))

    def _line(self, at: int) -> Line:
        row = self._rows[at] if at < len(self._rows) else None
        if row is not None:
            return row
        return _made(self._numbers[at], self._texts[at], self._plains[at], self._blanks[at])


def split_lines(text: str) -> Iterator[str]:
    """The raw lines of `text`, whatever ends them, one by one; form feeds end a line too."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x0c", "\n")
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def lines_of(text: str) -> Lines:
    """The lines of plain text that are not blank; rows of tabbed text keep their cells."""
    return Lines(numbered(enumerate(split_lines(text), start=1)))


def numbered(raw: Iterable[tuple[int, str]]) -> Iterator[Line]:
    """Lines from numbered raw lines, blank ones left out."""
    blank = False
    shared = Shared()
    for number, line in raw:
        text = line.strip(EDGES)
        if text[:1] in _LOST:
            text = text.lstrip(_LOST)
        if text:
            indented = line[:1] in EDGES
            # Headings and what stands round the text come again and again.
            text = shared.one(text) if len(text) <= _SHORT else text
            plain = plain_of(text)
            plain = plain if plain is text or len(text) > _SHORT else shared.one(plain)
            yield Line(number, text, plain, blank, indented, _cells(line))
        blank = not text


def _cells(line: str) -> tuple[str, ...]:
    if max(line.count("|"), line.count("\t")) > _WIDEST:
        return ()
    if line.count("|") > 2 and line.strip(EDGES)[0] == "|" and line.strip(EDGES)[-1] == "|":
        return tuple(cell.strip(EDGES) for cell in line.strip(EDGES)[1:-1].split("|"))
    if line.count("\t") < 2:
        return ()
    cells = tuple(cell.strip(EDGES) for cell in line.strip("\n").split("\t"))
    return cells if sum(1 for cell in cells if cell) >= 2 else ()
