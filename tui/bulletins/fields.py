"""Fields of reports written as records, 时间:…: what a name stands for, and where fields begin.

Pages lose the ends of their lines, so that several fields, or all records, come to be one line.
"""

import re
from collections.abc import Iterator

from tui.bulletins.columns import column_kind
from tui.bulletins.headings import MARKER
from tui.bulletins.lines import Line

_FIELD = re.compile(
    rf"(?:{MARKER.pattern})?(?:[【\[]?(?P<named>[\u4e00-\u9fff ]{{2,8}})[】\]]? ?: ?(?=.)|"
    r"[【\[](?P<framed>[\u4e00-\u9fff ]{2,8})[】\]] ?)"
)
"""时间:…, 【时间】:…, or 【时间】… without a colon, which may have no value."""
_OTHERS = re.compile(
    r"参[会加]人员|出席人员|出席|参加|主持人?|主持人员|记录人?|"
    r"人数|参会人数|备注|"
    r"联系人|填报人|报送人"
)
_INSIDE = re.compile(
    r"[【\[]?(?:(?:所属|所在|主办|承办|组织|召开|举办|开展|填报|报送|责任|会议|活动|工作|主要|基本|具体){0,2}"
    r"(?:地区|区域|属地|[省市县区州盟旗]{2}|县\(市、?区\)|时间|日期|地点|地址|场所|单位|部门|机构|主体|"
    r"名称|主题|题目|标题|内容|情况|摘要|要点|简介|概况|纪要|做法)|"
    r"参[会加]人员|出席人员|参会人数|主持人|记录人|备注|联系人|填报人|报送人)[】\]]? ?:"
)
"""The names of fields, where words that may be glued to them stand before."""
_WORD = re.compile(r"(?<= )[\u4e00-\u9fff]{1,4}$")
"""What a name goes on from, after a blank: 登记日期 is no 日期."""
_PARTED = (" ", "。", "!", "?", ";")
_LONGEST_COUNT = 6
"""The number of an item is no longer, in characters."""
_FEWEST = 3
"""Kinds of fields that make a record."""


def field_of(line: Line) -> tuple[str, Line]:
    """The kind of the field that a line is, nothing where it is none, and its value."""
    may_be = ":" in line.plain or line.plain[0] in "【["
    found = _FIELD.match(line.plain) if may_be and not line.cells else None
    if found is None:
        return "", line
    text = line.text[found.end() :]
    return _kind(found), Line(line.number, text, line.plain[found.end() :])


def _kind(found: re.Match[str]) -> str:
    return _kind_of(found["named"] or found["framed"])


def is_field(plain: str) -> bool:
    """Whether folded text is a field of a record with its value: 会议地点:某市."""
    found = _FIELD.match(plain)
    return found is not None and bool(_kind(found))


def name_of(line: Line) -> Line:
    """A field without its value."""
    found = _FIELD.match(line.plain)
    end = found.end() if found is not None else 0
    return Line(line.number, line.text[:end].strip(), line.plain[:end].strip())


def holds_fields(line: Line, fewest: int = _FEWEST) -> bool:
    """Whether a line holds so many kinds of fields of a record."""
    if line.plain.count(":") < fewest or line.cells:
        return False
    return len({kind for kind, _ in _fields(line.plain)}) >= fewest


def fields_apart(line: Line) -> Iterator[Line]:
    """A line of one record or more, each field on a line of its own; any other as it is."""
    found = list(_fields(line.plain)) if holds_fields(line) else []
    kinds = {kind for kind, _ in found}
    if not (kinds & {"words", "title"} and kinds & {"date", "region"}):
        yield line
        return
    starts = [start for _, start in found]
    yield from _pieces(line, 0, starts[0])
    for start, end in zip(starts, [*starts[1:], len(line.plain)], strict=True):
        yield from _pieces(line, start, end)


def _pieces(line: Line, start: int, end: int) -> Iterator[Line]:
    """The words from `start` to `end`, without what parts them from the field that follows."""
    plain = line.plain[start:end]
    if end < len(line.plain):
        plain = plain[: _count_start(plain)].rstrip(" ,;、")
    plain = plain.strip()
    if plain:
        at = line.plain.find(plain, start)
        yield line._replace(text=line.text[at : at + len(plain)], plain=plain, after_blank=False)


def _count_start(plain: str) -> int:
    """Where the number of the next record begins at the end of words: 二、 or (3)."""
    for at in range(max(0, len(plain) - _LONGEST_COUNT), len(plain)):
        found = MARKER.match(plain, at)
        if found is not None and not plain[found.end() :].strip():
            return at
    return len(plain)


def _fields(plain: str) -> Iterator[tuple[str, int]]:
    """The kind of every field in a line and where its name begins.

    In the words of a report only a name after a sentence or a blank is no part of them.
    """
    within = ""
    for found in _INSIDE.finditer(plain):
        start = found.start()
        above = plain[max(0, start - 2 * _LONGEST_COUNT) : start]
        parted = above.endswith(_PARTED) or above[: _count_start(above)].endswith(_PARTED)
        if within == "words" and not parted:
            continue
        word = _WORD.search(above)
        kind = _kind_of((word[0] if word else "") + found[0].strip("【[】]: "))
        if kind:
            within = kind
            yield kind, start


def _kind_of(name: str) -> str:
    """What kind of field a name stands for; nothing where it is none."""
    name = name.replace(" ", "")
    return "other" if _OTHERS.fullmatch(name) else column_kind(name)
