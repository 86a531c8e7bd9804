"""The label an exported report may carry: what its words alone do not say.

A bulletin written by the program is read back by it. Where the plain words of a report would be
read differently from what is known of it (a corrected date, a county known only from context, a
year that stood on the page), a line before its first paragraph says so::

    哈密市
    〔伊州区 2023-02-08〕
    为进一步深入贯彻落实……
    会议指出,……

    〔本级 2023-02下旬 单位:哈密市民政局〕
    ……

A label is one whole line, its items parted by one space, in this order, each only where needed:

region
    ``伊州区``, the county of the prefecture above it; ``哈密市 伊州区``, a prefecture that is not
    the one above, and its county; ``哈密市 本级`` or ``本级``, the prefecture itself;
    ``地区不详``, no region at all. Names are the full official ones.
date
    ``2023-02-08``; ``2023-02-08..2023-02-10``, a range; ``2023-02上旬``, ``中旬`` or ``下旬``;
    ``2023-02``, a month; ``日期不详``, no date.
organisation
    ``单位:`` and all that follows; ``单位不详``, none.

What a label has no item for (a title that was corrected, a body with blank lines in it) stands in
an attachment, a second line right below the label, as fields of `Report.record`, which replace
those that were read::

    〔本级 2023-02-08〕
    〔附 {"title": "民政局学习"}〕

It may also have a ``note``, which is what a user noted on the report, and no part of it.

The layout round it, which holds in every bulletin with at least one label:

- A label begins a report; the lines below it are its paragraphs, word for word, up to the next
  blank line or the end. Nothing in them is read as a heading, as noise or as another label.
- Every other run of lines between blank lines is one report as well, read from its own words; its
  first line may be a region heading. Runs are never joined.
"""

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from tui.reports.date import MeetingDate, Precision

OWN = "本级"
NO_REGION = "地区不详"
NO_DATE = "日期不详"
NO_ORGANISATION = "单位不详"
ORGANISATION = "单位:"
ATTACHED = "附 "

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:\.\.(\d{4})-(\d\d)-(\d\d))?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)(上旬|中旬|下旬)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label line says; a field that is none leaves the words of the report to decide."""

    prefecture: str | None = None
    """Full official name; none for the prefecture of the heading above; empty for no region."""
    county: str | None = None
    """Full official name; empty for the prefecture's own report."""
    held: MeetingDate | None = None
    """The date, without the words it was read from; of unknown precision for 日期不详."""
    organisation: str | None = None
    """Who held the meeting; empty for none."""

    def __str__(self) -> str:
        """The label line, without a line end."""
        items = []
        if self.prefecture == "":
            items.append(NO_REGION)
        else:
            if self.prefecture is not None:
                items.append(self.prefecture)
            if self.county is not None:
                items.append(self.county or OWN)
        if self.held is not None:
            items.append(_written(self.held))
        if self.organisation is not None:
            named = ORGANISATION + self.organisation
            items.append(named if self.organisation else NO_ORGANISATION)
        return f"〔{' '.join(items)}〕"

    @classmethod
    def parse(cls, line: str) -> "Label | None":
        """The label that `line` is, or none where it is not one."""
        line = line.strip()
        if not (line.startswith("〔") and line.endswith("〕") and len(line) > 2):
            return None
        rest, organisation = _split_organisation(line[1:-1])
        items = rest.split(" ") if rest else []
        held = _read(items[-1]) if items else None
        names = items[:-1] if held is not None else items
        if not _are_names(names) or (not items and organisation is None):
            return None
        return cls(*_region_of(names), held, organisation)


def short_label(county: str, held: MeetingDate) -> str:
    """As `Label` of a county (empty: the prefecture itself) and a date; made faster."""
    return f"〔{county or OWN} {_written(held)}〕"


def _split_organisation(content: str) -> tuple[str, str | None]:
    if content == NO_ORGANISATION or content.endswith(" " + NO_ORGANISATION):
        return content[: -len(NO_ORGANISATION)].rstrip(" "), ""
    if content.startswith(ORGANISATION):
        return "", content[len(ORGANISATION) :]
    before, found, after = content.partition(" " + ORGANISATION)
    return (before, after) if found else (content, None)


def _are_names(names: list[str]) -> bool:
    return len(names) <= 2 and all(
        name and not any(sign in name for sign in "，。；、：,;:〔〕") for name in names
    )


def _region_of(names: list[str]) -> tuple[str | None, str | None]:
    if not names:
        return None, None
    if names[0] == NO_REGION:
        return "", None
    county = "" if names[-1] == OWN else names[-1]
    return (names[0] if len(names) == 2 else None), county


def part_of_month(year: int, month: int, part: str) -> tuple[date, date]:
    """First and last day of 上旬, 中旬 or 下旬 of a month; of the month for any other word."""
    last = monthrange(year, month)[1]
    first, final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last)}.get(part, (1, last))
    return date(year, month, first), date(year, month, final)


def part_of(held: MeetingDate) -> str | None:
    """上旬, 中旬 or 下旬 where a date is that part of a month, empty where it is the month."""
    start = held.start
    names = {Precision.MONTH: ("",), Precision.PART: ("上旬", "中旬", "下旬")}
    for part in names.get(held.precision, ()):
        if start and (start, held.end) == part_of_month(start.year, start.month, part):
            return part
    return None


def _written(held: MeetingDate) -> str:
    if held.start is None:
        return NO_DATE
    if held.end is None:
        return held.start.isoformat()
    part = part_of(held)
    if part is not None:
        return held.start.isoformat()[:7] + part
    return f"{held.start.isoformat()}..{held.end.isoformat()}"


def _read(item: str) -> MeetingDate | None:
    if item == NO_DATE:
        return MeetingDate()
    try:
        if found := _DAY.fullmatch(item):
            return _days([int(number) for number in found.groups() if number is not None])
        if found := _MONTH.fullmatch(item):
            part = found[3] or ""
            start, end = part_of_month(int(found[1]), int(found[2]), part)
            return MeetingDate(start, end, Precision.PART if part else Precision.MONTH)
    except ValueError:
        return None
    return None


def _days(numbers: list[int]) -> MeetingDate:
    start = date(*numbers[:3])
    if len(numbers) == 3:
        return MeetingDate(start, None, Precision.DAY)
    return MeetingDate(start, date(*numbers[3:]), Precision.RANGE)


def attachment(fields: dict[str, Any]) -> str:
    """The line below a label that says what the label has no item for, without a line end.

    Args:
        fields: some of `Report.record`'s; a ``body`` stands for the lines below.
    """
    return f"〔{ATTACHED}{_encode(fields)}〕"


_encode = json.JSONEncoder(ensure_ascii=False).encode


def read_attachment(line: str) -> dict[str, Any] | None:
    """The fields of an `attachment`, or none where `line` is not one."""
    line = line.strip()
    if not (line.startswith(f"〔{ATTACHED}{{") and line.endswith("}〕")):
        return None
    try:
        fields: dict[str, Any] = json.loads(line[1 + len(ATTACHED) : -1])
    except ValueError:
        return None
    return fields
