"""The XML of Word files, read in pieces; a part that declares anything of its own is refused."""

from collections.abc import Iterable
from typing import IO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""What older programs show instead of what stands beside it."""

_PIECE = 1 << 16


class DeclarationError(Exception):
    """A part declares entities, or anything else that Word never does."""


def parser() -> expat.XMLParserType:
    """A parser whose names are as `local_name` takes them; it raises `DeclarationError`."""
    made = expat.ParserCreate(namespace_separator=" ")
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse
    return made


def feed(reader: expat.XMLParserType, part: IO[bytes]) -> None:
    """Have `reader` read all of `part`.

    Raises:
        expat.ExpatError: it is not well-formed.
        DeclarationError: see there.
    """
    while piece := part.read(_PIECE):
        reader.Parse(piece, False)
    reader.Parse(b"", True)


def tree_of(part: IO[bytes]) -> Element:
    """All of `part`, which must be small; raises as `feed`."""
    reader, tree = parser(), TreeBuilder()
    reader.StartElementHandler = tree.start
    reader.EndElementHandler = tree.end
    reader.CharacterDataHandler = tree.data
    feed(reader, part)
    return tree.close()


def local_name(name: str) -> str:
    """The name of an element or attribute of Word's own, without its namespace; else nothing."""
    for space in _WORD:
        if name.startswith(space):
            return name[len(space) :]
    return ""


def attribute(values: Iterable[tuple[str, str]], name: str) -> str:
    """The value of one of Word's own attributes, of names and values; nothing where it is not."""
    return next((value for key, value in values if local_name(key) == name), "")


def words_of(tree: Element) -> str:
    """The words of a small part or of an element of one, on one line."""
    found = [
        one.text or "" if local_name(one.tag) == "t" else " "
        for one in tree.iter()
        if local_name(one.tag) in ("t", "tab", "br", "p")
    ]
    return " ".join("".join(found).split())


def _refuse(*_: object) -> None:
    raise DeclarationError
