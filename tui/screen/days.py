"""The day of a report in a narrow column."""

from tui.reports.date import MeetingDate
from tui.reports.label import part_of

_PARTS = {"": "-**", "上旬": "-0*", "中旬": "-1*", "下旬": "-2*"}
"""What stands for the day where only the month, or a part of it, is known."""


def short_day(held: MeetingDate) -> str:
    """The first day, 2023-02-09; 2023-02-** for a month, 2023-02-0* for 上旬; else empty."""
    if held.start is None:
        return ""
    part = part_of(held)
    day = held.start.isoformat()
    return day if part is None else day[:7] + _PARTS[part]
