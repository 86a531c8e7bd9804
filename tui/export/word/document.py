"""Reports as a Word document, written a report at a time into its zip file.

Written by hand rather than with python-docx: that keeps the whole document in memory (and brings
lxml), while an export must stay small whatever its length; what is needed of the format is here.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tui import locale
from tui.export.errors import ExportError
from tui.export.options import Options
from tui.export.outline import Heading, Item, outline
from tui.export.plain import plain
from tui.export.word import parts
from tui.reports.neutral import neutral
from tui.reports.report import Report

INDENT = "\u3000\u3000"
"""Two characters before the first line."""

MOST_REPORTS = 100_000
"""More make a document that no word processor opens."""

_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'

_NOT_XML = re.compile("[\ufffe\uffff]")


class _Sink:
    """Catches what a zip file writes, until it is taken; it cannot seek."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        """Keep `piece`."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Refused, so that the zip file is written from front to back."""
        raise OSError

    def close(self) -> None:
        """Nothing is held open."""

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """All that was written since the last time."""
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def write_docx(reports: Iterable[Report], options: Options) -> Iterator[bytes]:
    """The document in pieces.

    Raises:
        ExportError: there are more than `MOST_REPORTS`.
    """
    sink = _Sink()
    with ZipFile(sink, "w") as package:
        for name, content in parts.FIXED_PARTS.items():
            package.writestr(_member(name), content.encode())
        with package.open(_member("word/document.xml"), "w") as document:
            for piece in _document(reports, options):
                document.write(piece.encode())
                if taken := sink.take():
                    yield taken
    yield sink.take()


def _member(name: str) -> ZipInfo:
    """An entry without the time of writing, so that equal exports have equal bytes."""
    member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = ZIP_DEFLATED
    member.create_system = 3
    return member


class Paragraph(NamedTuple):
    """A paragraph of the document."""

    text: str
    style: str = ""
    """The id of its style; empty for that of all text, which has an indent as most others."""
    leads_on: bool = False
    """Whether the paragraph below belongs to it, and so no page ends between the two."""


def paragraphs(reports: Iterable[Report], options: Options) -> Iterator[Paragraph]:
    """The document a paragraph at a time.

    Raises:
        ExportError: there are more than `MOST_REPORTS`.
    """
    if options.title:
        yield Paragraph(neutral(options.title), "Title")
    if options.period:
        yield Paragraph(neutral(options.period), "Period")
    if options.title or options.period:
        yield Paragraph("")
    count = 0
    for part in outline(map(plain, reports), options):
        if isinstance(part, Heading):
            yield Paragraph(part.text, "Heading1")
            continue
        count += 1
        if count > MOST_REPORTS:
            raise ExportError("export.too-many-for-word", most=MOST_REPORTS)
        yield from _item(part, options.notes.get(part.report.id, ""))


def _item(item: Item, note: str) -> Iterator[Paragraph]:
    """A report, and on the same page as its end what is noted on it."""
    first, *others = item.report.paragraphs
    *before, last = item.lead + first, *others
    yield from map(Paragraph, before)
    yield Paragraph(last, leads_on=bool(note))
    if note:
        yield Paragraph(locale.text("export.note", note=neutral(note)), "Note")


def lines(reports: Iterable[Report], options: Options) -> Iterator[str]:
    """The document as a preview shows it, with the indents its styles give."""
    for text, style, _ in paragraphs(reports, options):
        indent = "" if style in ("Title", "Period") or not text else INDENT
        yield f"{indent}{text.strip()}\n"


def _document(reports: Iterable[Report], options: Options) -> Iterator[str]:
    yield parts.DOCUMENT_HEAD
    for paragraph in paragraphs(reports, options):
        yield _paragraph(paragraph)
    yield parts.DOCUMENT_END


def _paragraph(paragraph: Paragraph) -> str:
    """A paragraph; its indent comes from its style, not from blanks of its own.

    By the hint “ ” … — are Chinese signs: without it Word takes them for Latin, half as wide.
    """
    style = f'<w:pStyle w:val="{paragraph.style}"/>' if paragraph.style else ""
    keep = "<w:keepNext/>" if paragraph.leads_on else ""
    properties = f"<w:pPr>{style}{keep}</w:pPr>" if style or keep else ""
    words = escape(_NOT_XML.sub("\ufffd", paragraph.text.strip()))
    return f'<w:p>{properties}<w:r>{_HINT}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
