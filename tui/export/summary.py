"""What an export holds, in one line: how many reports, of how many prefectures, from when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

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


T = TypeVar("T", bound=Dated)


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


class Tally:
    """Counts reports as they pass, in constant memory."""

    def __init__(self) -> None:
        """Nothing has passed yet."""
        self._count = self._undated = 0
        self._regions: set[str] = set()
        self._first: date | None = None
        self._last: date | None = None

    def watch(self, reports: Iterable[T]) -> Iterator[T]:
        """The same reports, counted."""
        for report in reports:
            self.add(report)
            yield report

    def add(self, report: Dated) -> None:
        """Count one."""
        self._count += 1
        if report.region_key:
            self._regions.add(report.region_key)
        start, end = report.held.first, report.held.last
        if start is None or end is None:
            self._undated += 1
            return
        self._first = start if self._first is None else min(start, self._first)
        self._last = end if self._last is None else max(end, self._last)

    @property
    def summary(self) -> Summary:
        """What has passed so far."""
        return Summary(self._count, len(self._regions), self._first, self._last, self._undated)


def summarize(reports: Iterable[Dated]) -> Summary:
    """The summary of `reports`, in one pass."""
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally.summary
