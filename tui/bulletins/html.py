"""A saved web page to lines: blocks and breaks end a line, rows of data keep their cells.

The parser of the standard library reads tags one after another, so depth costs nothing.
"""

import re
from html import unescape
from html.parser import HTMLParser

from tui.bulletins.lines import Line
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
_PARTS = re.compile(r"\s*[-_|—–]+\s*")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.gathering = Gathering()
        self._silent: str | None = None
        self._depth = 0

    @property
    def _line(self) -> int:
        return self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._silent = None
        if self._silent is not None:
            self._depth += tag == self._silent
        elif tag in _SILENT:
            self._silent, self._depth = tag, 1
        elif tag == "tr":
            self.gathering.begin_row(self._line)
        elif tag in ("td", "th"):
            self.gathering.begin_cell(self._line, _span(attrs, "rowspan"), _span(attrs, "colspan"))
        elif tag in _BLOCKS:
            self.gathering.end_line(self._line)
            if tag == "table":
                self.gathering.begin_table()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._silent is not None:
            self._depth -= tag == self._silent
            if self._depth <= 0:
                self._silent = None
        elif tag == "tr":
            self.gathering.end_row(self._line)
        elif tag in ("td", "th"):
            self.gathering.end_cell(self._line)
        elif tag in _BLOCKS:
            self.gathering.end_line(self._line)

    def handle_data(self, data: str) -> None:
        if self._silent is None:
            self.gathering.add(data)

    def finish(self) -> list[Line]:
        self.close()
        return self.gathering.finish(self._line)


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    """How many rows or columns a cell takes up."""
    span = dict(attrs).get(name) or ""
    return max(1, int(span)) if span.isdecimal() and len(span) < 5 else 1


def html_lines(text: str) -> list[Line]:
    """The visible lines of a web page."""
    page = _Page()
    page.feed(text)
    return page.finish()


def site_of(text: str) -> str:
    """Whose web page it is, as the end of its title says: 我县举办讲座-桐庐县人民政府."""
    found = _TITLE.search(text, 0, 20_000)
    parts = _PARTS.split(unescape(found[1]).strip()) if found is not None else []
    return parts[-1].strip() if len(parts) > 1 else ""


def is_html(text: str) -> bool:
    """Whether `text` is a web page, whatever its file is called."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return bool(_BEGINS.match(head)) or ("<html" in head and head[:1] == "<")
