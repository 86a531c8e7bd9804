"""A report as blocks of plain text, top to bottom: where, when, what was said, where from.

Every block's text is neutral and as long as what it was made from, so that a place in a
paragraph is the same place in its block.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from tui import locale
from tui.locale.messages import MESSAGES
from tui.reports.date import MeetingDate, Precision
from tui.reports.neutral import neutral
from tui.reports.report import Report, Source


class Kind(Enum):
    """What a block is, and so how it looks."""

    REGION = auto()
    DATE = auto()
    NOTE = auto()
    BODY = auto()
    FLAG = auto()
    SOURCE = auto()
    MESSAGE = auto()


class Block(NamedTuple):
    """One paragraph on the screen."""

    kind: Kind
    text: str
    """One line, neutral."""
    tail: str = ""
    """Shown at the right end of its first line; no part of the text."""
    searched_from: int = 0
    """Where the report's own words begin; before it stands what the program wrote."""


def report_blocks(report: Report, position: str = "", note: str = "") -> tuple[Block, ...]:
    """The blocks that show a report.

    Args:
        report: what to show.
        position: stands at the right of the second line.
        note: what the user noted on the report.
    """
    return tuple(_blocks(report, position, note))


def message_blocks(message: str) -> tuple[Block, ...]:
    """The blocks that show a `message` where there is no report."""
    return tuple(Block(Kind.MESSAGE, neutral(line)) for line in message.split("\n"))


def _blocks(report: Report, position: str, note: str) -> Iterator[Block]:
    yield Block(Kind.REGION, region_path(report))
    when = date_words(report.held)
    organisation = neutral(report.organisation or "")
    line = f"{when} · {organisation}" if organisation else when
    yield Block(Kind.DATE, line, position, searched_from=len(line) - len(organisation))
    if note:
        line = locale.text("screen.basket-note", note=neutral(note))
        yield Block(Kind.NOTE, line, searched_from=len(line))
    for paragraph in report.paragraphs:
        yield Block(Kind.BODY, neutral(paragraph))
    for words in _flags(report):
        flag = locale.text("reading.flag", flag=neutral(words))
        yield Block(Kind.FLAG, flag, searched_from=len(flag))
    if source := _source(report.source):
        line = locale.text("reading.source", source=source)
        yield Block(Kind.SOURCE, line, searched_from=len(line))


def region_path(report: Report) -> str:
    """Prefecture › county, or the heading where no prefecture is known."""
    names = (report.prefecture or report.heading, report.county)
    path = " › ".join(neutral(name) for name in names if name)
    return path or locale.text("reading.no-region")


def date_words(held: MeetingDate) -> str:
    """The date in full: with its weekday, its range, or the words that are all there is."""
    words = neutral(held.as_written)
    if held.start is None:
        return words or locale.text("reading.undated")
    if held.precision is Precision.MONTH:
        return held.start.isoformat()[:7]
    shown = _day(held.start)
    if held.end is not None and held.end != held.start:
        shown = locale.text("reading.range", first=_day(held.start), last=_day(held.end))
    if held.precision is Precision.PART and words:
        return locale.text("reading.as-written", date=shown, words=words)
    return shown


def _day(day: date) -> str:
    weekday = locale.text("reading.weekdays").split()[day.weekday()]
    return locale.text("reading.day", day=day.isoformat(), weekday=weekday)


def _flags(report: Report) -> Iterator[str]:
    """What the reader should know of the report, in the current language.

    A flag that a newer version stored is shown as it is.
    """
    for flag in report.flags:
        yield locale.text(flag) if flag in MESSAGES else flag
    if report.original:
        yield _corrected(report)


def _corrected(report: Report) -> str:
    """That fields were corrected, and what was first read where it fits in a line."""
    from tui.reports.correction import correction_of, first_reading

    first = first_reading(report)
    line = correction_of(first) if first else ""
    if not line or line == correction_of(report):
        return locale.text("reading.corrected")
    return locale.text("reading.corrected-from", first=line)


def _source(source: Source) -> str:
    file = neutral(source.file)
    if file and source.line:
        file = locale.text("reading.source-line", file=file, line=source.line)
    return " · ".join(
        text for text in (file, neutral(source.bulletin), neutral(source.tag)) if text
    )
