"""The document of a Word file, event by event, to lines: text, lists, tables, boxes.

What was deleted or moved away, what is hidden, and readings above characters are not read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO

from tui.bulletins.lines import Line
from tui.bulletins.numbering import Numbering
from tui.bulletins.rows import Gathering
from tui.bulletins.xml import FALLBACK, attribute, feed, local_name, parser

_UNSEEN = frozenset(("moveFrom", "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "rt"))
"""Elements nothing of which is shown: what was moved away, how things were, readings."""
_NOTES = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
    "commentReference": "comments",
}
"""Where a note hangs, and the part it stands in."""
_OFF = frozenset(("0", "false", "off"))

_Values = Mapping[str, str]
"""The attributes of an element, by their local names."""


@dataclass(slots=True)
class _Paragraph:
    """What is known of a paragraph being read."""

    number: int
    style: str = ""
    list_id: str = ""
    level: int | None = None
    label: str = ""
    """What is still to be written before its first word."""
    goes_on: bool = False
    """Whether its end was deleted, so that the next one goes on with it."""


class WordReader:
    """Turns the parser's events into lines; a paragraph is a line, and so numbered."""

    def __init__(self, numbering: Numbering) -> None:
        """Get ready for one document."""
        self.notes: dict[tuple[str, str], int] = {}
        """The number of the paragraph of every note, by its part and its id."""
        self._numbering = numbering
        self._texts: list[tuple[Gathering, list[Line]]] = [(Gathering(), [])]
        """The text and, inside of it, boxes; beside each the lines of boxes to come after the
        paragraph they hang on."""
        self._paragraphs: list[_Paragraph] = []
        self._number = 0
        self._skipped = 0
        """How deep the parser is inside of something unseen."""
        self._depth = {"t": 0, "pPr": 0}
        self._hidden = False
        self._goes_on = False

    def read(self, document: IO[bytes]) -> list[Line]:
        """The lines of `document`; raises as `tui.bulletins.xml.feed`."""
        reader = parser()
        reader.StartElementHandler = self._start
        reader.EndElementHandler = self._end
        reader.CharacterDataHandler = self._characters
        feed(reader, document)
        return self._gathering.finish(self._number)

    @property
    def _gathering(self) -> Gathering:
        return self._texts[-1][0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = local_name(name)
        if self._skipped or tag in _UNSEEN or name == FALLBACK or self._is_deleted(tag):
            self._skipped += 1
            return
        if tag in self._depth:
            self._depth[tag] += 1
        starting = _STARTS.get(tag)
        if starting is not None:
            starting(self, {local_name(key): value for key, value in attributes.items()})
        elif tag in _NOTES:
            identity = attribute(attributes.items(), "id")
            self.notes.setdefault((_NOTES[tag], identity), self._number)

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        tag = local_name(name)
        if tag in self._depth:
            self._depth[tag] -= 1
        ending = _ENDS.get(tag)
        if ending is not None:
            ending(self)

    def _characters(self, words: str) -> None:
        if self._depth["t"] and not self._skipped and not self._hidden:
            self._add(words)

    def _add(self, words: str) -> None:
        if self._paragraphs and self._paragraphs[-1].label and words.strip():
            self._gathering.add(self._paragraphs[-1].label)
            self._paragraphs[-1].label = ""
        # Blanks are kept as many as they are: Word shows them all.
        self._gathering.add(words.replace(" ", "\xa0"))

    def _is_deleted(self, tag: str) -> bool:
        """Words that were deleted; said of a paragraph it is its end that was."""
        return tag == "del" and not self._depth["pPr"]

    # paragraphs

    def _begin_paragraph(self, _: _Values) -> None:
        if not self._goes_on:
            self._gathering.end_line(self._number)
        self._goes_on = False
        self._number += 1
        self._paragraphs.append(_Paragraph(self._number))

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        self._goes_on = paragraph.goes_on
        if not paragraph.goes_on:
            gathering, boxed = self._texts[-1]
            gathering.end_line(paragraph.number)
            gathering.lines.extend(boxed)
            boxed.clear()

    def _end_properties(self) -> None:
        """All is known that decides the paragraph's number in a list."""
        if self._paragraphs and not self._depth["pPr"]:
            one = self._paragraphs[-1]
            one.label = self._numbering.label(one.style, one.list_id, one.level)

    def _take_style(self, values: _Values) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = values.get("val", "")

    def _take_list(self, values: _Values) -> None:
        if self._paragraphs and self._depth["pPr"]:
            self._paragraphs[-1].list_id = values.get("val", "")

    def _take_level(self, values: _Values) -> None:
        level = values.get("val", "")
        if self._paragraphs and self._depth["pPr"] and level in "012345678":
            self._paragraphs[-1].level = int(level or 0)

    def _take_deleted_end(self, _: _Values) -> None:
        if self._paragraphs and self._depth["pPr"]:
            self._paragraphs[-1].goes_on = True

    # runs

    def _begin_run(self, _: _Values) -> None:
        self._hidden = False

    def _hide(self, values: _Values) -> None:
        if not self._depth["pPr"]:
            self._hidden = values.get("val", "") not in _OFF

    def _take_tab(self, _: _Values) -> None:
        if not self._depth["pPr"]:
            self._gathering.add(" ")

    def _take_break(self, _: _Values) -> None:
        number = self._paragraphs[-1].number if self._paragraphs else self._number
        self._gathering.end_line(number)

    def _take_hyphen(self, _: _Values) -> None:
        self._add("-")

    # boxes and tables

    def _begin_box(self, _: _Values) -> None:
        self._texts.append((Gathering(), []))

    def _end_box(self) -> None:
        gathering, _ = self._texts.pop()
        self._texts[-1][1].extend(gathering.finish(self._number))

    def _begin_table(self, _: _Values) -> None:
        self._gathering.begin_table()

    def _begin_row(self, _: _Values) -> None:
        self._gathering.begin_row(self._number)

    def _end_row(self) -> None:
        self._gathering.end_row(self._number)

    def _begin_cell(self, _: _Values) -> None:
        self._gathering.begin_cell(self._number)

    def _end_cell(self) -> None:
        self._gathering.end_cell(self._number)

    def _widen(self, values: _Values) -> None:
        columns = values.get("val", "")
        self._gathering.widen(int(columns) if columns.isdecimal() and len(columns) < 4 else 1)

    def _merge(self, values: _Values) -> None:
        if values.get("val") != "restart":
            self._gathering.continue_cell()


_STARTS: dict[str, Callable[[WordReader, _Values], None]] = {
    "p": WordReader._begin_paragraph,
    "pStyle": WordReader._take_style,
    "numId": WordReader._take_list,
    "ilvl": WordReader._take_level,
    "del": WordReader._take_deleted_end,
    "r": WordReader._begin_run,
    "vanish": WordReader._hide,
    "tab": WordReader._take_tab,
    "ptab": WordReader._take_tab,
    "br": WordReader._take_break,
    "cr": WordReader._take_break,
    "noBreakHyphen": WordReader._take_hyphen,
    "txbxContent": WordReader._begin_box,
    "tbl": WordReader._begin_table,
    "tr": WordReader._begin_row,
    "tc": WordReader._begin_cell,
    "gridSpan": WordReader._widen,
    "vMerge": WordReader._merge,
}

_ENDS: dict[str, Callable[[WordReader], None]] = {
    "p": WordReader._end_paragraph,
    "pPr": WordReader._end_properties,
    "txbxContent": WordReader._end_box,
    "tr": WordReader._end_row,
    "tc": WordReader._end_cell,
}
