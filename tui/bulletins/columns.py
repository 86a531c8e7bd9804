"""What the columns of a table hold: by the names at their heads, or by what stands in them."""

import re
from collections.abc import Sequence

from tui.bulletins.datecells import date_in_cell
from tui.bulletins.lines import Line
from tui.bulletins.organisations import ends_body
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE, naming

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
            r"(?:时间|日期)(?:[及和与、/]?地点)?$|会期|月/?日|哪[天日](?:[召举开办]{1,2}的?)?$|何时.{0,3}$",
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
_SHORTEST_WORDS = 12
"""What a report takes in the middle at least, in characters."""
_LONGEST_BODY = 24
_LONGEST_NAME = 12
"""The name of a column is no longer, in characters."""
_TALLEST_HEAD = 2
_SENT_IN = re.compile(r"[报送收填印稿审]")
"""In the name of a column: its days are those on which something was sent in."""


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
    cells = [cell_at(second, at) or cell_at(first, at) for at in range(width)]
    return 2, columns_of(cells)


def heads_of(rows: Sequence[Line], columns: dict[str, int]) -> int:
    """How many rows the head of a table takes whose columns are known, by whatever names."""
    heads, named = head_of(rows)
    if named:
        return heads
    below = rows[: min(len(rows) - 1, _TALLEST_HEAD)]
    return next((at for at, row in enumerate(below) if not _is_head(row, columns)), len(below))


def _is_head(row: Line, columns: dict[str, int]) -> bool:
    """Whether short names stand where the rows below have their regions and dates."""
    for name, fits in (("region", _is_region), ("date", _is_date)):
        cell = plain_of(cell_at(row.cells, columns[name])) if name in columns else ""
        if name in columns and (not cell or fits(cell)):
            return False
    return all(len(cell) <= _LONGEST_NAME for cell in row.cells)


def completed(
    columns: dict[str, int], names: Sequence[str], rows: Sequence[Line]
) -> dict[str, int]:
    """`columns`, with those that the head names in no known way told by what they hold.

    Args:
        columns: those whose names are known.
        names: of all.
        rows: what stands below.
    """
    columns = dict(columns)
    width = max((len(row.cells) for row in rows), default=0)
    for index in range(width):
        kind = _kind(_told(rows, index)) if index not in columns.values() else ""
        if kind == "region" and "county" not in columns and index < columns.get("region", 0):
            columns["county"], columns["region"] = columns["region"], index
        elif kind in ("region", "body") or (
            kind == "date" and not _SENT_IN.search(cell_at(names, index))
        ):
            columns.setdefault(kind, index)
    left = [index for index in range(width) if index not in columns.values()]
    if left and not columns.keys() & {"words", "title"}:
        longest = max(left, key=lambda index: _length(rows, index))
        filled = sum(1 for row in rows if cell_at(row.cells, longest))
        if _length(rows, longest) >= _SHORTEST_WORDS * filled:
            columns["words"] = longest
    return columns


def column_kind(name: str) -> str:
    """What a column of this folded name holds, or nothing."""
    if len(name) > _LONGEST_NAME:
        return ""
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(name)), "")


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """What the columns of a table hold, where `cells` are its head; else nothing."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(cells):
        _note(columns, column_kind(_packed(cell)), index)
    known = columns.keys() & {"region", "date", "body", "words", "title"}
    return columns if len(known) >= 2 else {}


def guessed_columns(rows: Sequence[Line]) -> dict[str, int]:
    """What the columns hold where the table has no head: by what most of the cells are."""
    width = max(len(row.cells) for row in rows)
    columns: dict[str, int] = {}
    for index in range(width):
        _note(columns, _kind(_told(rows, index)), index)
    longest = max(range(width), key=lambda index: _length(rows, index))
    if len(columns.keys() & {"region", "date"}) and longest not in columns.values():
        columns["words"] = longest
        return columns
    return {}


def _note(columns: dict[str, int], kind: str, index: int) -> None:
    """Note what a column holds, if it is known; the second of regions holds counties."""
    if kind:
        columns.setdefault("county" if kind == "region" and kind in columns else kind, index)


def _told(rows: Sequence[Line], index: int) -> list[str]:
    """The folded cells of a column that say something."""
    cells = (plain_of(cell_at(row.cells, index)) for row in rows)
    return [cell for cell in cells if cell]


def _length(rows: Sequence[Line], index: int) -> int:
    return sum(len(cell_at(row.cells, index)) for row in rows)


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
    date = date_in_cell(cell)
    return date is not None and len(cell) <= date.end + 8


def _packed(cell: str) -> str:
    return plain_of(cell).replace(" ", "").replace("\n", "")


def cell_at(cells: Sequence[str], index: int) -> str:
    """The cell of a row in a column; empty where the row is shorter."""
    return cells[index] if index < len(cells) else ""
