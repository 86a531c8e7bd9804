"""Days in a narrow column: no more exact than they are known."""

from datetime import date

import pytest

from tui.reports.date import MeetingDate, Precision
from tui.screen.days import short_day


@pytest.mark.parametrize(
    ("precision", "first", "last", "shown"),
    [
        (Precision.DAY, 9, None, "2023-02-09"),
        (Precision.RANGE, 7, 9, "2023-02-07"),
        (Precision.PART, 1, 10, "2023-02-0*"),
        (Precision.PART, 11, 20, "2023-02-1*"),
        (Precision.PART, 21, 28, "2023-02-2*"),
        (Precision.MONTH, 1, 28, "2023-02-**"),
    ],
)
def test_a_short_day(precision: Precision, first: int, last: int | None, shown: str) -> None:
    end = date(2023, 2, last) if last else None
    assert short_day(MeetingDate(date(2023, 2, first), end, precision)) == shown


def test_no_day() -> None:
    assert short_day(MeetingDate()) == ""
