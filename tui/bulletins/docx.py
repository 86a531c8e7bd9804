"""A Word file to lines: paragraphs and tables in the order of the document.

The document is streamed from the archive into the XML parser, so nothing is unpacked that was not
declared, and a file that declares entities is refused.
"""

import lzma
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO
from xml.parsers import expat

from tui.bulletins.errors import BulletinError
from tui.bulletins.lines import Line
from tui.bulletins.rows import Gathering

LARGEST = 30_000_000
"""Bytes the document may have unpacked; a year of bulletins has a tenth of that."""

_DAMAGE = (
    *(zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError),
)
"""What reading a damaged archive can raise besides `zipfile.BadZipFile`."""
_DOCUMENT = "word/document.xml"
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"


def docx_lines(path: Path, file: str) -> list[Line]:
    """The lines of the Word file at `path`, which messages call `file`.

    Raises:
        BulletinError: it is no Word file, too large, damaged, or declares entities.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _document(archive, file)
    except zipfile.BadZipFile:
        raise _refused(file, "bulletins.no-zip") from None
    except _DAMAGE:
        raise _refused(file, "bulletins.damaged-zip") from None


def _refused(file: str, reason: str) -> BulletinError:
    from tui import locale

    return BulletinError("bulletins.not-docx", file=file, reason=locale.text(reason))


def _document(archive: zipfile.ZipFile, file: str) -> list[Line]:
    try:
        entry = archive.getinfo(_DOCUMENT)
    except KeyError:
        raise _refused(file, "bulletins.no-document") from None
    if entry.file_size > LARGEST:
        size, limit = entry.file_size // 1_000_000, LARGEST // 1_000_000
        raise BulletinError("bulletins.too-large", file=file, size=size, limit=limit)
    with archive.open(entry) as document:
        return _Document(file).read(document)


class _Document:
    """Turns the parser's events into lines; a paragraph is a line, and so numbered."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._gathering = Gathering()
        self._number = 0
        self._fallbacks = 0
        self._in_text = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, document: IO[bytes]) -> list[Line]:
        try:
            while piece := document.read(1 << 16):
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError:
            raise _refused(self._file, "bulletins.bad-xml") from None
        return self._gathering.finish(self._number)

    def _doctype(self, *_: object) -> None:
        raise BulletinError("bulletins.entities", file=self._file)

    def _start(self, name: str, _: dict[str, str]) -> None:
        if name == _FALLBACK:
            self._fallbacks += 1
        tag = _local(name)
        if not tag or self._fallbacks:
            return
        if tag == "p":
            self._gathering.end_line(self._number)
            self._number += 1
        elif tag == "t":
            self._in_text = True
        elif tag == "tab":
            self._gathering.add(" ")
        elif tag in ("br", "cr"):
            self._gathering.end_line(self._number)
        elif tag == "noBreakHyphen":
            self._gathering.add("-")
        elif tag == "tr":
            self._gathering.begin_row(self._number)
        elif tag == "tc":
            self._gathering.begin_cell(self._number)

    def _end(self, name: str) -> None:
        if name == _FALLBACK:
            self._fallbacks -= 1
        tag = _local(name)
        if not tag or self._fallbacks:
            return
        if tag == "p":
            self._gathering.end_line(self._number)
        elif tag == "t":
            self._in_text = False
        elif tag == "tr":
            self._gathering.end_row(self._number)
        elif tag == "tc":
            self._gathering.end_cell(self._number)

    def _characters(self, words: str) -> None:
        if self._in_text and not self._fallbacks:
            self._gathering.add(words)


def _local(name: str) -> str:
    """The name of an element of Word's own, without its namespace; of others nothing."""
    for space in _WORD:
        if name.startswith(space):
            return name[len(space) :]
    return ""
