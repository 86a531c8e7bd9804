"""A Word file to lines: what a reader of the document sees, in its order.

The document is streamed from the archive into the XML parser, so nothing is unpacked that was not
declared, and a file that declares entities is refused.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.parsers import expat

from tui.bulletins.errors import BulletinError
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import Line
from tui.bulletins.numbering import Numbering
from tui.bulletins.word import WordReader
from tui.bulletins.xml import DeclarationError, attribute, tree_of, words_of

LARGEST = 30_000_000
"""Bytes the document may have unpacked; a year of bulletins has a tenth of that."""
_LARGEST_PART = 3_000_000
"""Bytes of any other part; of a larger one the document does without."""
_MOST_PARTS = 30
"""Headers and footers that are looked at; a document has one to three for each section."""

_DAMAGE = (
    *(zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, LookupError),
    *(NotImplementedError, RuntimeError, ValueError, zipfile.BadZipFile),
)
"""What reading a damaged archive can raise."""
_DOCUMENT = "word/document.xml"
_NOTES = {"footnotes": "footnote", "endnotes": "footnote", "comments": "comment"}
"""Parts with notes, and what the notes are as something left out."""
_MARGIN = re.compile(r"(?:header|footer)\d*\.xml")


def docx_lines(path: Path, file: str) -> tuple[list[Line], list[LeftOut]]:
    """The lines of the Word file at `path`, which messages call `file`, and what is beside them.

    Left out are notes at the foot, remarks in the margin, and the head and foot of pages.

    Raises:
        BulletinError: it is no Word file, too large, damaged, or declares entities.
    """
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        raise _refused(file, "bulletins.no-zip") from None
    except _DAMAGE:
        raise _refused(file, "bulletins.damaged-zip") from None
    try:
        with archive:
            return _Parts(archive, file).read()
    except expat.ExpatError:
        raise _refused(file, "bulletins.bad-xml") from None
    except DeclarationError:
        raise BulletinError("bulletins.entities", file=file) from None
    except _DAMAGE:
        raise _refused(file, "bulletins.damaged-zip") from None


def _refused(file: str, reason: str) -> BulletinError:
    from tui import locale

    return BulletinError("bulletins.not-docx", file=file, reason=locale.text(reason))


class _Parts:
    """The parts of one file that matter here."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self._archive = archive
        self._file = file
        self._document = self._main()
        self._folder = self._document.rpartition("/")[0]

    def read(self) -> tuple[list[Line], list[LeftOut]]:
        try:
            entry = self._archive.getinfo(self._document)
        except KeyError:
            raise _refused(self._file, "bulletins.no-document") from None
        if entry.file_size > LARGEST:
            size, limit = entry.file_size // 1_000_000, LARGEST // 1_000_000
            raise BulletinError("bulletins.too-large", file=self._file, size=size, limit=limit)
        numbering = Numbering(self._part("numbering.xml"), self._part("styles.xml"))
        reader = WordReader(numbering)
        with self._archive.open(entry) as document:
            lines = reader.read(document)
        return lines, [*self._notes(reader.notes), *self._margins()]

    def _main(self) -> str:
        """The name of the document, as the file says; some programs give it another."""
        links = self._tree("_rels/.rels")
        for link in links if links is not None else ():
            if link.get("Type", "").endswith("/officeDocument"):
                return link.get("Target", "").removeprefix("/") or _DOCUMENT
        return _DOCUMENT

    def _part(self, name: str) -> Element | None:
        return self._tree(f"{self._folder}/{name}" if self._folder else name)

    def _tree(self, name: str) -> Element | None:
        """A small part, or none where it is not there, too large or not well-formed."""
        try:
            entry = self._archive.getinfo(name)
            if entry.file_size > _LARGEST_PART:
                return None
            with self._archive.open(entry) as part:
                return tree_of(part)
        except (KeyError, expat.ExpatError):
            return None

    def _notes(self, places: Mapping[tuple[str, str], int]) -> Iterator[LeftOut]:
        """Every note, with the number of the paragraph it belongs to."""
        for part, what in _NOTES.items():
            tree = self._part(f"{part}.xml")
            if tree is None:
                continue
            for note in tree:
                number = places.get((part, attribute(note.items(), "id")))
                words = words_of(note)
                if number is not None and words:
                    yield LeftOut(number, words, f"bulletins.left-{what}")

    def _margins(self) -> Iterator[LeftOut]:
        """The words at the head and the foot of pages, each once."""
        prefix = f"{self._folder}/" if self._folder else ""
        names = [
            name
            for name in self._archive.namelist()
            if name.startswith(prefix) and _MARGIN.fullmatch(name.removeprefix(prefix))
        ]
        seen = set()
        for name in names[:_MOST_PARTS]:
            tree = self._tree(name)
            words = words_of(tree) if tree is not None else ""
            if words and words not in seen:
                seen.add(words)
                yield LeftOut(1, words, "bulletins.left-running-head")
