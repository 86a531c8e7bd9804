"""A saved web page to lines: blocks and breaks end a line, rows of data keep their cells.

Tags are taken one after another, so depth costs nothing.
"""

import re
from html import unescape

from tui.bulletins.lines import Line
from tui.bulletins.markup import tokens
from tui.bulletins.rows import Gathering

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li"),
        *("main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table"),
        *("tbody", "tfoot", "thead", "ul"),
    )
)
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "textarea", "object", "iframe")
) | {"title"}


_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,300})</title", re.IGNORECASE)
_BEGINS = re.compile(
    r"<(?:!doctype html|html|head|body|meta|title|div|p|h[1-6]|span|table|ul|ol|section|article)\b"
)
"""How a web page, or a piece of one that was copied, begins."""
_SPAN = re.compile(
    r"\b(rowspan|colspan)\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,4})(?!\d)", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[-_|—–]+\s*")


class _Page:
    """Turns the tags and words of a page into lines."""

    def __init__(self) -> None:
        self._gathering = Gathering()
        self._silent = ""
        """The element that is passed over, and how many of its name are open."""
        self._depth = 0
        self._line = 0

    def read(self, page: str) -> list[Line]:
        for token in tokens(page):
            self._line = token.line
            if not token.name:
                if not self._silent:
                    self._gathering.add(token.words)
            elif token.is_end:
                self._end(token.name)
            elif token.name not in _SILENT or not token.attributes.endswith("/"):
                self._start(token.name, token.attributes)
        return self._gathering.finish(self._line)

    def _start(self, tag: str, attributes: str) -> None:
        if tag == "body":
            self._silent = ""
        if self._silent:
            self._depth += tag == self._silent
        elif tag in _SILENT:
            self._silent, self._depth = tag, 1
        elif tag == "tr":
            self._gathering.begin_row(self._line)
        elif tag in ("td", "th"):
            rows, columns = _span(attributes, "rowspan"), _span(attributes, "colspan")
            self._gathering.begin_cell(self._line, rows, columns)
        elif tag in _BLOCKS:
            self._gathering.end_line(self._line)
            if tag == "table":
                self._gathering.begin_table()

    def _end(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            if self._depth <= 0:
                self._silent = ""
        elif tag == "tr":
            self._gathering.end_row(self._line)
        elif tag in ("td", "th"):
            self._gathering.end_cell(self._line)
        elif tag in _BLOCKS:
            self._gathering.end_line(self._line)


def _span(attributes: str, name: str) -> int:
    """How many rows or columns a cell takes up."""
    for found in _SPAN.finditer(attributes) if name in attributes.lower() else ():
        if found[1].lower() == name:
            return max(1, int(found[2]))
    return 1


def html_lines(text: str) -> list[Line]:
    """The visible lines of a web page."""
    return _Page().read(text)


def site_of(text: str) -> str:
    """Whose web page it is, as the end of its title says: 我县举办讲座-桐庐县人民政府."""
    found = _TITLE.search(text, 0, 20_000)
    parts = _PARTS.split(unescape(found[1]).strip()) if found is not None else []
    return parts[-1].strip() if len(parts) > 1 else ""


def is_html(text: str) -> bool:
    """Whether `text` is a web page, whatever its file is called."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return bool(_BEGINS.match(head)) or ("<html" in head and head[:1] == "<")
