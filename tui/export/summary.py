"""What an export holds, in one line: how many reports, of how many prefectures, from when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tui import locale
from tui.reports.date import MeetingDate


class Dated(Protocol):
    """What can be summarised: a report, or a line of a list."""

    @property
    def region_key(self) -> str:
        """Its prefecture."""
        ...

    @property
    def held(self) -> MeetingDate:
        """Its date."""
        ...


@dataclass(frozen=True, slots=True)
class Summary:
    """How many reports, of how many prefectures, from which time."""

    reports: int = 0
    prefectures: int = 0
    """How many prefectures, or headings that stand for one."""
    first: date | None = None
    """The earliest day; none where no report has a date."""
    last: date | None = None
    undated: int = 0
    """How many of the reports have no date."""

    def __str__(self) -> str:
        """``45 reports, 7 prefectures, 2023-02-07 to 2023-02-09``, in the current language."""
        parts = [
            locale.text("export.summary", reports=self.reports, prefectures=self.prefectures),
            *self._days(),
        ]
        if self.undated and self.first:
            parts.append(locale.text("export.summary-undated", undated=self.undated))
        return locale.text("export.summary-comma").join(parts)

    def _days(self) -> list[str]:
        if self.first is None or self.last is None:
            return []
        if self.first == self.last:
            return [self.first.isoformat()]
        return [locale.text("export.summary-days", first=self.first, last=self.last)]

    def period(self) -> str:
        """The period as a Chinese document writes it: 2023年2月7日至9日; empty without dates."""
        first, last = self.first, self.last
        if first is None or last is None:
            return ""
        return days_in_words(first, last)


def days_in_words(first: date, last: date) -> str:
    """Days as a Chinese document writes them: 2023年2月7日, 2023年2月7日至9日."""
    start = f"{first.year}年{first.month}月{first.day}日"
    if first == last:
        return start
    end = f"{last.day}日"
    if (first.year, first.month) != (last.year, last.month):
        end = f"{last.month}月{end}"
    if first.year != last.year:
        end = f"{last.year}年{end}"
    return f"{start}至{end}"


def summarize(reports: Iterable[Dated]) -> Summary:
    """Count `reports`, in one pass and constant memory."""
    count = undated = 0
    regions: set[str] = set()
    first = last = None
    for report in reports:
        count += 1
        regions.add(report.region_key)
        start, end = report.held.first, report.held.last
        if start is None or end is None:
            undated += 1
            continue
        first = start if first is None or start < first else first
        last = end if last is None or end > last else last
    return Summary(count, len(regions - {""}), first, last, undated)
