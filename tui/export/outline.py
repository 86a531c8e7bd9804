"""The plan of a document: headings, and the reports below them, numbered where asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui import locale
from tui.export.options import Grouping, Options
from tui.export.summary import days_in_words
from tui.reports.date import MeetingDate
from tui.reports.label import part_of
from tui.reports.report import Report

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the reports below it have in common."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A report, and what stands before its first word."""

    report: Report
    lead: str
    """Its number, and its region where no heading says it; empty for neither."""


def outline(reports: Iterable[Report], options: Options) -> Iterator[Heading | Item]:
    """Headings and reports in the order of `reports`; a heading wherever its text changes."""
    by_date = options.grouping is Grouping.DATE
    current: str | None = None
    headings = numbers = 0
    for report in reports:
        text = day_in_words(report.held) if by_date else region_in_words(report)
        if text != current:
            current = text
            headings += 1
            numbers = 0
            number = f"{chinese_number(headings)}、" if options.numbered else ""
            yield Heading(number + text)
        numbers += 1
        number = f"（{chinese_number(numbers)}）" if options.numbered else ""
        region = f"【{_place(report)}】" if by_date else ""
        yield Item(report, number + region)


def region_in_words(report: Report) -> str:
    """The prefecture, or the heading that stands for it, or that none is given."""
    return report.prefecture or report.heading or locale.text("reports.no-region")


def _place(report: Report) -> str:
    return f"{region_in_words(report)}{report.county or ''}"


def day_in_words(held: MeetingDate) -> str:
    """The date as a heading: 2023年2月9日, 2023年2月9日至10日, 2023年2月上旬, or undated."""
    if held.start is None:
        return locale.text("reports.undated")
    part = part_of(held)
    if part is not None:
        return f"{held.start.year}年{held.start.month}月{part}"
    return days_in_words(held.start, held.last or held.start)


def chinese_number(number: int) -> str:
    """`number` as headings are numbered: 一, 十, 二十一, 一百零二, 一千零二十; from 1 to 9999."""
    if number < 20:
        return ("十" if number >= 10 else "") + (_DIGITS[number % 10] if number % 10 else "")
    words = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            words += _DIGITS[digit] + name
        elif words and number and not words.endswith("零"):
            words += "零"
    return words
