"""Days of the lunar calendar as days of ours, from a table of its years.

The bundled ``lunar.tsv`` has the lunar years 1948 to 2050: the day each began, its leap month
and which of its months had 30 days. It is borax 4.1.3's, which follows GB/T 33661-2017.
"""

from datetime import date, timedelta
from functools import cache

from tui.reports.bundled import bundled_table


def day_of(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The day that is the `day` of a lunar month; none where the year had no such day.

    Args:
        year, month, day: of the lunar calendar; the months are counted from 1.
        leap: whether the month that was put in after `month` is meant.
    """
    first, leap_month, long = _years().get(year, (None, 0, ""))
    if first is None or not 1 <= month <= 12 or (leap and month != leap_month):
        return None
    before = month - 1 + (0 < leap_month < month) + leap
    if not 1 <= day <= 29 + (long[before] == "1"):
        return None
    days = sum(29 + (sign == "1") for sign in long[:before])
    return first + timedelta(days + day - 1)


@cache
def _years() -> dict[int, tuple[date, int, str]]:
    """The first day, the leap month and the lengths of the months of every year there is."""
    return {
        int(year): (date.fromisoformat(first), int(leap), long)
        for year, first, leap, long in bundled_table("lunar.tsv")
    }
