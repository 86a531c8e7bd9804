"""Reports written as fields, one a line: 地区:… 时间:… 内容:…; also tables of two columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.bulletins.chrome import chrome_of
from tui.bulletins.datewords import date_at
from tui.bulletins.lines import Line
from tui.bulletins.plain import plain_of
from tui.bulletins.tables import Item, column_kind

_FIELD = re.compile(r"[【\[]?([\u4e00-\u9fff ]{2,8})[】\]]? ?: ?(?=.)")
_OTHERS = re.compile(
    r"参[会加]人员|出席人员|出席|参加|主持人?|主持人员|记录人?|"
    r"人数|参会人数|备注|"
    r"联系人|填报人|报送人"
)


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
    while index < len(lines):
        line = lines[index]
        if index > start and _is_page_between(lines, index):
            others.append(line)
            index += 1
            continue
        kind, value = _field(line)
        if not kind or kind in values or (line.after_blank and "words" in values):
            break
        if kind != "other":
            values[kind] = value
        body = kind == "words" or (kind == "title" and "words" not in values)
        others.append(_name_of(line) if body else line)
        index += 1
    if "words" not in values and len(values) > 1 and "date" in values:
        index = _words_below(lines, index, values)
    if len(values) < 3 or not values.keys() & {"words", "title"}:
        return None
    index = _end_of_words(lines, index, values)
    return Record(_item(values, lines[start].number), index, tuple(others))


def _is_page_between(lines: Sequence[Line], index: int) -> bool:
    """Whether a page's number stands between two fields."""
    chrome = chrome_of(lines[index])
    if chrome is None or chrome.reason != "bulletins.left-page-number":
        return False
    return index + 1 < len(lines) and bool(_field(lines[index + 1])[0])


def is_field(plain: str) -> bool:
    """Whether folded text is a field of a record with its value: 会议地点:某市."""
    found = _FIELD.match(plain)
    return found is not None and bool(_kind_of(found))


def _field(line: Line) -> tuple[str, Line]:
    found = None if line.cells else _FIELD.match(line.plain)
    if found is None:
        return "", line
    text = line.text[found.end() :]
    return _kind_of(found), Line(line.number, text, line.plain[found.end() :])


def _kind_of(field: re.Match[str]) -> str:
    """What kind of field a name stands for; nothing where it is none."""
    name = field[1].replace(" ", "")
    return "other" if _OTHERS.fullmatch(name) else column_kind(name)


def _name_of(line: Line) -> Line:
    """A field without its value."""
    found = _FIELD.match(line.plain)
    end = found.end() if found is not None else 0
    return Line(line.number, line.text[:end].strip(), line.plain[:end].strip())


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
    kind, _ = _field(line)
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
