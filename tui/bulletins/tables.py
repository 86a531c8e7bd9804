"""Tables of reports: which column holds the region, the date, the body, the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.bulletins.datewords import DateWords, date_at, date_in_cell
from tui.bulletins.leftouts import LeftOut, LeftOuts
from tui.bulletins.lines import EDGES, Line, Lines
from tui.bulletins.organisations import ends_body
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE, naming
from tui.bulletins.tallies import TALLY, counts_only

_BAR = re.compile(r"[|｜│┃¦]")
_FEWEST_BARS = 2
_WIDEST = 100
"""Bars in the row of a table; more are no row's."""
_COLUMNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "region",
            r"(?:所在|所属)?(?:[省市县区州盟旗地、/()]{2,8}|设区(?:的)?市|市|县|州|盟|旗|地区|所在地区?|地区\(单位\)|区域|地市|市州|州市|地州市?|市县|县市区?|"
            r"县\(市、?区\)|"
            r"区县|旗县区?|盟市|市\(州\)|行政区划?|属地|省份|省市)$",
        ),
        (
            "date",
            r"(?:会议|活动|召开|举办|开展|工作|起止|起讫)?(?:[(](?:会议|活动)[)])?"
            r"(?:时间|日期)(?:[及和与、/]?地点)?$|哪[天日](?:[召举开办]{1,2}的?)?$|何时.{0,3}$",
        ),
        (
            "body",
            r"(?:主办|参与|参加|填报|承办|组织|召开|举办|报送|责任|所属|牵头|实施|负责|召集)?(?:单位|部门|机构|主体|"
            r"单位名称)$|谁(?:召集|主办|牵头|组织|办)的?$|召集[人者]?单位$",
        ),
        ("title", r"(?:会议|活动)?(?:名称|主题|题目|标题)$"),
        (
            "words",
            r".*(?:内容|情况|要点|摘要|简介|概况|纪要|动态|做法|简述|事项|详情|工作|效果|成效|成果|"
            r"举措|亮点|过程)$|(?:会[议上]?|活动)?[做讲说议干]了?(?:什么|些?啥)$",
        ),
        ("venue", r"(?:会议|活动|召开|举办|开展)?(?:地点|地址|场所)$"),
        ("number", r"(?:序号|编号|no\.?|#)$"),
    )
)

_SUM = re.compile(r"(?:合|总|小|共)\s*计(?:[::\s]|$)")
"""What the row below all others begins with."""
_NOTHING = re.compile(r"[-—–/\\ ]*")
"""What stands in a cell that has nothing to say."""
_DITTO = re.compile(r"[〃″\"]|同上?|同前")
"""What stands in a cell that has what the one above it has."""
_SHORTEST_WORDS = 12
"""What a report takes in the middle at least, in characters."""
_LONGEST_BODY = 24
_ABOVE_HEAD = 4
"""Rows among which a table's head is looked for."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a table of reports."""

    line: Line
    """The words of the report, with the number of the row."""
    region: str = ""
    """As written in its cell, or in the cell of a row above it."""
    date: DateWords | None = None
    body: str = ""
    title: str = ""
    venue: str = ""
    """Where it was held, as written in its cell."""
    rest: tuple[str, ...] = ()
    """Cells that are in no field."""

    @property
    def is_plain(self) -> bool:
        """Whether the words say all but the region."""
        return self.date is None and not self.body and not self.title


def table_at(lines: Sequence[Line], start: int) -> tuple[int, dict[str, int]]:
    """The table whose first row is `lines[start]`: where it ends, and its columns if known."""
    end = start
    while end < len(lines) and lines[end].cells:
        end += 1
    rows = lines[start:end]
    head = next((at for at, row in enumerate(rows[:_ABOVE_HEAD]) if columns_of(row.cells)), 0)
    if head:  # what stands above the head, such as the day it was filled in, is no row of it
        return start + head, {}
    if sum(1 for row in rows if _is_field(row)) * 2 > len(rows):
        return end, {}
    heads, columns = head_of(rows)
    return end, _completed(columns, rows[heads:]) if columns else guessed_columns(rows)


def head_of(rows: Sequence[Line]) -> tuple[int, dict[str, int]]:
    """How many rows the head of a table takes, and what its columns hold; else 0 and nothing.

    Below 地区, which is two columns wide, a second row may have 市 and 县.
    """
    columns = columns_of(rows[0].cells) if rows else {}
    if not columns or len(rows) < 3:
        return int(bool(columns)), columns
    second = rows[1].cells
    names = [cell for cell in second if cell]
    known = sum(1 for cell in names if column_kind(_packed(cell)))
    if not names or 2 * known < len(names) or any(map(str.isdigit, names)):
        return 1, columns
    first = rows[0].cells
    width = max(len(first), len(second))
    cells = [_at(second, at) or _at(first, at) for at in range(width)]
    return 2, columns_of(cells)


def _completed(columns: dict[str, int], rows: Sequence[Line]) -> dict[str, int]:
    """`columns`, with those that the head names in no known way told by what they hold."""
    columns = dict(columns)
    width = max((len(row.cells) for row in rows), default=0)
    for index in range(width):
        cells = [plain_of(cell) for row in rows if (cell := _at(row.cells, index))]
        kind = _kind(cells) if index not in columns.values() else ""
        if kind == "region" and "county" not in columns and index < columns.get("region", 0):
            columns["county"], columns["region"] = columns["region"], index
        elif kind in ("region", "body"):  # of several days one may be the day it was sent in
            columns.setdefault(kind, index)
    left = [index for index in range(width) if index not in columns.values()]
    if left and not columns.keys() & {"words", "title"}:
        longest = max(left, key=lambda index: _length(rows, index))
        filled = sum(1 for row in rows if _at(row.cells, longest))
        if _length(rows, longest) >= _SHORTEST_WORDS * filled:
            columns["words"] = longest
    return columns


def flattened(lines: Sequence[Line], aside: LeftOuts) -> Iterator[Line]:
    """`lines` with the rows of tables that are no tables of reports taken apart.

    Tables of nothing but numbers are left out, into `aside`.
    """
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.cells:
            yield line
            index += 1
            continue
        end, columns = table_at(lines, index)
        rows = lines[index:end]
        if counts_only(rows):
            aside.extend(LeftOut(row.number, row.text, TALLY) for row in rows)
        else:
            for row in rows:
                yield from [row] if columns else _cell_lines(row)
        index = end


def barred(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the rows of tables that are drawn with bars between the cells only.

    A bar that a line begins or ends with, and has no other, is left of the frame of a page.
    """
    counts = bytearray(
        0 if line.cells else min(len(_BAR.findall(line.plain)), _WIDEST) for line in lines
    )
    if not any(counts):
        return lines
    return Lines(_barred(lines, counts))


def _barred(lines: Sequence[Line], counts: bytearray) -> Iterator[Line]:
    for index, line in enumerate(lines):
        beside = counts[max(0, index - 1) : index] + counts[index + 1 : index + 2]
        if _FEWEST_BARS <= counts[index] < _WIDEST and counts[index] in beside:
            cells = tuple(cell.strip() for cell in _BAR.split(line.text))
            yield line._replace(cells=cells)
        elif counts[index] == 1 and (text := _unframed(line.text)):
            yield line._replace(text=text, plain=plain_of(text))
        else:
            yield line


def _unframed(text: str) -> str:
    """`text` without the one bar it begins or ends with; empty where that is elsewhere, or all."""
    return _BAR.sub("", text).strip(EDGES) if _BAR.search(text[0] + text[-1]) else ""


def _is_field(row: Line) -> bool:
    """A row of two cells that are a field and its value."""
    return len(row.cells) == 2 and bool(column_kind(plain_of(row.cells[0]).replace(" ", "")))


def _cell_lines(row: Line) -> Iterator[Line]:
    """The cells of a row, each line of them a line of its own; a field with its value as one."""
    cells = row.cells
    if len(cells) == 2 and cells[0].strip(" .、").isdigit():
        cells = cells[1:]
    if len(cells) == 2 and len(cells[0]) <= 8:
        text = f"{row.cells[0]}:{row.cells[1]}"
        first, *rest = (line.strip() for line in text.split("\n"))
        yield Line(row.number, first, plain_of(first))
        for line in filter(None, rest):
            yield Line(row.number, line, plain_of(line))
        return
    for cell in cells:
        for text in cell.split("\n"):
            if text.strip():
                yield Line(row.number, text.strip(), plain_of(text.strip()))


def column_kind(name: str) -> str:
    """What a column of this folded name holds, or nothing."""
    if len(name) > 12:
        return ""
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name)), "")


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """What the columns of a table hold, where `cells` are its head; else nothing."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(cells):
        name = column_kind(_packed(cell))
        if name:
            columns.setdefault("county" if name == "region" and name in columns else name, index)
    known = columns.keys() & {"region", "date", "body", "words", "title"}
    return columns if len(known) >= 2 else {}


def guessed_columns(rows: Sequence[Line]) -> dict[str, int]:
    """What the columns hold where the table has no head: by what most of the cells are."""
    width = max(len(row.cells) for row in rows)
    columns: dict[str, int] = {}
    for index in range(width):
        cells = [plain_of(row.cells[index]) for row in rows if index < len(row.cells)]
        filled = [cell for cell in cells if cell]
        name = _kind(filled)
        if name and name not in columns:
            columns[name] = index
    longest = max(range(width), key=lambda index: _length(rows, index))
    if len(columns.keys() & {"region", "date"}) and longest not in columns.values():
        columns["words"] = longest
        return columns
    return {}


def _length(rows: Sequence[Line], index: int) -> int:
    return sum(len(row.cells[index]) for row in rows if index < len(row.cells))


def _kind(cells: Sequence[str]) -> str:
    if not cells:
        return ""
    if all(cell.isdigit() for cell in cells):
        return "number"
    for name, fits in (("region", _is_region), ("date", _is_date), ("body", _is_body)):
        if sum(1 for cell in cells if fits(cell)) * 2 > len(cells):
            return name
    return ""


def _is_region(cell: str) -> bool:
    named = naming(cell, 0, ANYWHERE)
    return named is not None and named.end == len(cell)


def _is_body(cell: str) -> bool:
    return len(cell) <= _LONGEST_BODY and ends_body(cell)


def _is_date(cell: str) -> bool:
    date = date_at(cell, 0)
    return date is not None and len(cell) <= date.end + 8


def items_of(rows: Sequence[Line], columns: dict[str, int]) -> Iterator[Item]:
    """The reports of a table, in order; cells merged over several rows hold for all of them."""
    above = {"region": "", "date": "", "body": ""}
    for row in rows:
        for name in above:
            column = columns.get(name)
            # A dash where others have their region says that the report is from none.
            stays = _at(row.cells, column or 0) == "" if name == "region" else column in row.merged
            stays = stays or _is_ditto(row, column)
            cell = "" if stays else _cell(row, column)
            above[name] = cell or (above[name] if stays else "")
        if _SUM.match(plain_of(next(filter(None, row.cells), ""))):
            yield Item(Line(row.number, "", ""), rest=tuple(filter(None, row.cells)))
            continue
        title = _cell(row, columns.get("title"))
        words = _cell(row, columns.get("words")) or title
        rest = _rest(row, columns, bool(words))
        if not words:
            yield Item(Line(row.number, "", ""), rest=rest)
            continue
        text = "\n".join(part.strip() for part in words.split("\n"))
        line = Line(row.number, text, plain_of(text))
        date = date_in_cell(plain_of(above["date"])) if above["date"] else None
        if above["date"] and (date is None or len(above["date"]) > date.end):
            rest = (*rest, above["date"])
        region = above["region"] + _cell(row, columns.get("county"))
        title = title if title != words else ""
        yield Item(
            line, region, date, above["body"], title, _cell(row, columns.get("venue")), rest
        )


def _rest(row: Line, columns: dict[str, int], reported: bool) -> tuple[str, ...]:
    """The cells that no field of a report holds; all of them where the row is no report."""
    used = set(columns.values()) if reported else set()
    number, venue = columns.get("number"), columns.get("venue")
    return tuple(
        cell
        for index, cell in enumerate(row.cells)
        if cell
        and (index not in used or index == venue or (index == number and not cell.isdigit()))
    )


def _is_ditto(row: Line, index: int | None) -> bool:
    return index is not None and _DITTO.fullmatch(plain_of(_at(row.cells, index))) is not None


def _packed(cell: str) -> str:
    return plain_of(cell).replace(" ", "").replace("\n", "")


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def _cell(row: Line, index: int | None) -> str:
    cell = _at(row.cells, index) if index is not None else ""
    return "" if _NOTHING.fullmatch(cell) else cell
