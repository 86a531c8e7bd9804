"""What was understood of bulletins, as lines to look at or as data, before anything is stored."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from tui import locale
from tui.archive.archive import Archive
from tui.bulletins import Reading
from tui.cli.list import aligned, cells
from tui.cli.opened import catalog_of
from tui.cli.output import put
from tui.cli.progress import progress
from tui.export.json import json_line
from tui.query.catalog import Entry
from tui.query.repeats import Near, Repeats, repeats
from tui.reports.neutral import neutral
from tui.reports.report import Report

FIRST_WORDS = 24
"""Characters of a report that a line shows of its words, where there is room."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A file that was read."""

    name: str
    reading: Reading


def compared(archive: Archive, bulletins: Sequence[Bulletin]) -> Repeats:
    """What the archive has of the reports already, and what is nearly the same."""
    new = [report for bulletin in bulletins for report in bulletin.reading.reports]
    if not archive.exists:
        with progress("cli.comparing", lambda: 0):
            return repeats(None, new)
    with catalog_of(archive) as catalog, progress("cli.comparing", lambda: 0):
        return repeats(catalog, new)


def show(bulletins: Sequence[Bulletin], found: Repeats, *, as_json: bool) -> None:
    """What would be taken in, as data: `preview`, or a record a line that has two fields more.

    ``known`` says whether the same report is there already; ``near_duplicate`` names the one
    that it nearly repeats.
    """
    if not as_json:
        for line in preview(bulletins, found, sys.stdout):
            put(line)
        return
    seen = set(found.known)
    for bulletin in bulletins:
        for report in bulletin.reading.reports:
            near = _near(found.near.get(report.id))
            put(json_line(report, known=_is_among(report, seen), near_duplicate=near))


def _near(near: Near | None) -> dict[str, object] | None:
    if near is None:
        return None
    report = near.report
    return {
        "id": report.id,
        "title": report.title,
        "file": report.source.file,
        "stored": near.stored,
    }


def preview(bulletins: Sequence[Bulletin], found: Repeats, stream: TextIO) -> Iterator[str]:
    """For each bulletin its name, a line for each report and doubt, and for each line left out.

    Args:
        bulletins: what was read.
        found: what of it is there already.
        stream: where the lines are to be shown; on a terminal they are cut to its width.
    """
    seen = set(found.known)
    for bulletin in bulletins:
        reading = bulletin.reading
        about = (
            neutral(bulletin.name),
            locale.text("cli.reports", reports=len(reading.reports)),
            neutral(reading.title),
            reading.published.isoformat() if reading.published else "",
        )
        yield " · ".join(filter(None, about))
        rows = (_row(report, _is_among(report, seen)) for report in reading.reports)
        for report, line in zip(reading.reports, aligned(rows, stream), strict=True):
            yield line
            for doubt in _doubts(report, found):
                yield f"      ! {doubt}"
        for left in reading.left_out:
            yield "  " + locale.text(
                "cli.left-out",
                line=left.line,
                reason=locale.text(left.reason),
                text=neutral(left.text[:40]),
            )


def _is_among(report: Report, seen: set[str]) -> bool:
    """Whether the report was there before; it is from now on."""
    there = report.id in seen
    seen.add(report.id)
    return there


def _row(report: Report, is_old: bool) -> tuple[str, ...]:
    """A report in the preview: ``+`` for a new one, ``=`` for one that is there already."""
    _, *fields, title = cells(Entry.of(report))
    organisation = neutral(report.organisation or "")
    # The title as a rule begins with the organisation, which stands beside it.
    rest = title.removeprefix(organisation).strip() or title
    words = neutral(report.body[:FIRST_WORDS])
    return "  =" if is_old else "  +", *fields, organisation, rest, words


def _doubts(report: Report, found: Repeats) -> Iterator[str]:
    """What to look at twice: what the reader was unsure of, and what is nearly there already."""
    yield from map(locale.text, report.flags)
    near = found.near.get(report.id)
    if near is not None:
        key = "cli.near-stored" if near.stored else "cli.near-new"
        other = near.report
        yield locale.text(
            key, title=neutral(other.title), id=other.id, file=neutral(other.source.file)
        )
