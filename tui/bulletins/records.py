"""Reports written as fields, one a line: 地区:… 时间:… 内容:…; also tables of two columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.bulletins.chrome import chrome_of, is_page_number
from tui.bulletins.datewords import date_at
from tui.bulletins.fields import field_of, name_of
from tui.bulletins.leads import is_phrase
from tui.bulletins.lines import Line
from tui.bulletins.organisations import is_body
from tui.bulletins.plain import plain_of
from tui.bulletins.tables import Item

_PRESIDED = re.compile(r"主持(?:人|单位)? ?:")
_LONGEST_REST = 24
"""The second line of a field is no longer, in characters."""


@dataclass(frozen=True, slots=True)
class Record:
    """One report written as fields."""

    item: Item
    end: int
    """The index of the line after it."""
    others: tuple[Line, ...]
    """The fields but for the words themselves, which are in no body."""


def record_at(lines: Sequence[Line], start: int) -> Record | None:
    """The record that begins at `lines[start]`, or none where that is no field of one."""
    values: dict[str, Line] = {}
    others: list[Line] = []
    index = start
    last = ""
    while index < len(lines):
        line = lines[index]
        if index > start and _is_page_between(lines, index):
            others.append(line)
            index += 1
            continue
        kind, value = field_of(line)
        if not kind and last not in ("", "words") and _is_rest(lines, index):
            values[last] = _longer(values[last], line) if last in values else line
            others.append(line)
            index += 1
            continue
        kind = "county" if kind == "region" and kind in values else kind
        if not kind or kind in values or (line.after_blank and "words" in values):
            break
        if not value.plain.strip():
            pass  # 【县区】 with nothing beside it
        elif kind != "other":
            values[kind] = value
        elif _PRESIDED.match(line.plain) and is_body(value.plain.strip()):
            values.setdefault("body", value)
        last = kind
        body = kind == "words" or (kind == "title" and "words" not in values)
        others.append(name_of(line) if body else line)
        index += 1
    if "words" not in values and len(values) > 1 and "date" in values:
        index = _words_below(lines, index, values)
    if len(values) < 3 or not values.keys() & {"words", "title"}:
        return None
    index = _end_of_words(lines, index, values)
    return Record(_item(values, lines[start].number), index, tuple(others))


def _is_page_between(lines: Sequence[Line], index: int) -> bool:
    """Whether a page's number stands between two fields."""
    if not is_page_number(lines[index]):
        return False
    return index + 1 < len(lines) and bool(field_of(lines[index + 1])[0])


def _is_rest(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the rest of the field above it, which was too long for one line."""
    line = lines[index]
    if line.after_blank or not is_phrase(line.plain, _LONGEST_REST) or chrome_of(line) is not None:
        return False
    return index + 1 < len(lines) and bool(field_of(lines[index + 1])[0])


def _longer(value: Line, rest: Line) -> Line:
    return Line(value.number, value.text + rest.text, value.plain + rest.plain)


def _end_of_words(lines: Sequence[Line], index: int, values: dict[str, Line]) -> int:
    """More paragraphs of the words, where they are the last field."""
    if list(values)[-1] != "words":
        return index
    words = values["words"]
    while index < len(lines) and not (_ends(lines[index]) or lines[index].after_blank):
        text = f"{words.text}\n{lines[index].text}"
        words = Line(words.number, text, plain_of(text))
        index += 1
    values["words"] = words
    return index


def _words_below(lines: Sequence[Line], index: int, values: dict[str, Line]) -> int:
    """The paragraph right below the fields, which needs no name."""
    if index < len(lines) and not _ends(lines[index]) and not lines[index].after_blank:
        values["words"] = lines[index]
        return index + 1
    return index


def _ends(line: Line) -> bool:
    kind, _ = field_of(line)
    return bool(kind) or bool(line.cells) or not re.search(r"[。!?;]\W*$", line.plain)


def _item(values: dict[str, Line], number: int) -> Item:
    def text(kind: str) -> str:
        return values[kind].text if kind in values else ""

    title, words = text("title"), text("words")
    date = date_at(values["date"].plain, 0) if "date" in values else None
    line = values["words"] if words else values["title"]
    return Item(
        Line(number, line.text, line.plain),
        text("region") + text("county"),
        date,
        text("body"),
        title if words else "",
        text("venue"),
    )
