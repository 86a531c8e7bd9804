"""The reports the coverage screen's tests compare."""

from datetime import date

from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report


def report(number: int, name: str, code: str, day: date | None) -> Report:
    """A report of a prefecture."""
    held = MeetingDate(day, None, Precision.DAY) if day else MeetingDate()
    return Report(f"{number:012x}", ("会议指出。",), name, code, held=held)


ILI = "伊犁哈萨克自治州", "654000"
CATALOG = ScanCatalog(
    [
        report(1, *ILI, date(2023, 2, 6)),
        report(2, *ILI, date(2023, 2, 7)),
        report(3, *ILI, date(2023, 2, 14)),
        report(4, "塔城地区", "654200", date(2023, 2, 8)),
        report(5, "塔城地区", "654200", None),
    ]
)
