"""When a meeting was held: one day, a range, a part of a month, a month, or not known."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How exactly the date is known."""

    DAY = "day"
    RANGE = "range"
    PART = "part"
    """上旬, 中旬, 下旬 or 月底 of a month."""
    MONTH = "month"
    UNKNOWN = "unknown"


class MeetingDate(NamedTuple):
    """The date of a meeting, with the words it was read from."""

    start: date | None = None
    """The first day, or none where the report does not say."""
    end: date | None = None
    """The last day of a range, part or month; none for a single day."""
    precision: Precision = Precision.UNKNOWN
    as_written: str = ""
    """The report's own words: 2月9日, 近日; empty where it has none."""
    year_inferred: bool = False
    """The year does not stand in the date as written."""

    @property
    def first(self) -> date | None:
        """The first day the meeting may have been on."""
        return self.start

    @property
    def last(self) -> date | None:
        """The last day the meeting may have been on; the first for a single day."""
        return self.end or self.start
