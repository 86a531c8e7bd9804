"""The tags and words of a web page, in time linear in its length however broken it is.

The parser of the standard library looks to the end of the page for every comment, declaration or
quotation mark that is never closed; thousands of them take it hours.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_START = re.compile(r"<([a-zA-Z][^\s/>]{0,60}+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,60}+)")
_RAW = frozenset(("script", "style"))
"""What holds no tags up to its own end."""
_MOST_UNCLOSED = 20
"""Tags whose quotation marks are looked for to the end of the page in vain; no page has more."""


@dataclass(frozen=True, slots=True)
class Token:
    """A start tag, an end tag, or words between tags."""

    line: int
    """The line of the page it begins on, from 1."""
    words: str = ""
    name: str = ""
    """The name of the tag in small letters; words have none."""
    attributes: str = ""
    """As written."""
    is_end: bool = False


def tokens(page: str) -> Iterator[Token]:
    """The tags and words of `page`; comments, declarations and scripts are passed over."""
    return _Reader(page).read()


class _Reader:
    def __init__(self, page: str) -> None:
        self._page = page
        self._at = 0
        self._line = 1
        self._counted = 0
        """How far lines have been counted."""
        self._unclosed = 0
        self._ends: dict[str, int] = {}

    def read(self) -> Iterator[Token]:
        page = self._page
        while self._at < len(page):
            tag = self._find("<", self._at)
            if tag > self._at:
                yield Token(self._number(), unescape(page[self._at : tag]))
                self._at = tag
            if tag < len(page):
                yield from self._take_tag(tag)

    def _take_tag(self, start: int) -> Iterator[Token]:
        """What begins with the < at `start`; afterwards the reader stands behind it."""
        sign = self._page[start + 1 : start + 2]
        if self._page.startswith("<!--", start):
            end = self._find("-->", start + 4)
            self._at = end + 3 if end < len(self._page) else self._after_tag(start)
        elif sign in ("!", "?"):
            self._at = self._after_tag(start)
        elif sign == "/":
            yield from self._take_end(start)
        elif sign.isascii() and sign.isalpha():
            yield from self._take_start(start)
        else:
            yield Token(self._number(), "<")
            self._at = start + 1

    def _take_end(self, start: int) -> Iterator[Token]:
        name = _NAME.match(self._page, start)
        line = self._number()
        self._at = self._after_tag(start)
        if name is not None:
            yield Token(line, name=name[1].lower(), is_end=True)

    def _take_start(self, start: int) -> Iterator[Token]:
        found = _START.match(self._page, start) if self._unclosed < _MOST_UNCLOSED else None
        line = self._number()
        if found is not None:
            name, attributes, self._at = found[1].lower(), found[2], found.end()
        else:
            self._unclosed += 1
            self._at = self._after_tag(start)
            named = _NAME.match(self._page, start)
            name = named[1].lower() if named is not None else ""
            attributes = self._page[start + 1 + len(name) : min(self._at, start + 1000)]
        if name in _RAW and not attributes.endswith("/"):
            self._at = self._find(f"</{name}", self._at)
        elif name:
            yield Token(line, name=name, attributes=attributes)

    def _after_tag(self, start: int) -> int:
        return min(self._find(">", start) + 1, len(self._page))

    def _find(self, sought: str, start: int) -> int:
        """Where `sought` stands from `start` on, or the end; what is not there is sought once."""
        known = self._ends.get(sought, -1)
        if known < start:
            known = self._search(sought, start)
            self._ends[sought] = known
        return known

    def _search(self, sought: str, start: int) -> int:
        if sought[-1].isalpha():
            found = re.compile(re.escape(sought), re.IGNORECASE).search(self._page, start)
            return found.start() if found is not None else len(self._page)
        at = self._page.find(sought, start)
        return at if at >= 0 else len(self._page)

    def _number(self) -> int:
        self._line += self._page.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line
