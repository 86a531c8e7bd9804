"""Reading a bulletin: any text, or any file it comes in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import merge
from itertools import chain
from operator import attrgetter
from pathlib import Path

from tui.bulletins.blanks import closed_up
from tui.bulletins.chats import spoken
from tui.bulletins.chrome import chrome_of, is_page_number
from tui.bulletins.dates import Calendar
from tui.bulletins.drafts import Draft
from tui.bulletins.errors import BulletinError
from tui.bulletins.fields import fields_apart, holds_fields
from tui.bulletins.files import file_content, shown_name
from tui.bulletins.finishing import Setting, common_scope, page_place, reports_of
from tui.bulletins.headings import heading_anywhere
from tui.bulletins.html import html_lines, is_html, site_of
from tui.bulletins.laidout import as_text, is_laid_out, read_laid_out
from tui.bulletins.leftouts import LeftOut, LeftOuts
from tui.bulletins.lines import Line, Lines, lines_of
from tui.bulletins.mirrors import without_injected
from tui.bulletins.oneline import exploded, is_page
from tui.bulletins.page import Page
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE
from tui.bulletins.spaced import spaced
from tui.bulletins.stops import stopped
from tui.bulletins.survey import Survey, survey_of
from tui.bulletins.tables import barred, flattened
from tui.bulletins.wraps import running_heads, single_spaced, unwrapped
from tui.bulletins.years import mentioned_year
from tui.reports.report import Report

Found = Callable[[int], object]
"""Told now and then how many reports have been found; what it raises ends the reading."""

RUNNING_HEAD = "bulletins.left-running-head"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a bulletin."""

    reports: tuple[Report, ...]
    title: str = ""
    published: date | None = None
    left_out: Sequence[LeftOut] = ()
    headings: tuple[str, ...] = ()


def read_text(text: str, *, file: str = "", year: int | None = None) -> Reading:
    """The reports in the text of a bulletin.

    Args:
        text: the bulletin.
        file: name of its file, kept with every report.
        year: the year of dates where nothing in the text gives one.
    """
    whole, lines, site = _taken_apart(text)
    if whole:
        return _laid_out(whole, file, year, lambda reports: None)
    return read_lines(lines, file=file, year=year, site=site)


def _taken_apart(text: str) -> tuple[str, Lines | list[Line], str]:
    """A bulletin the program wrote as its text; of any other the lines, and whose page it is."""
    if is_html(text):
        text = without_injected(text)
        lines = html_lines(text)
        whole = as_text(lines, numbered=False)
        return (whole, [], "") if is_laid_out(whole) else ("", lines, site_of(text))
    if is_laid_out(text):
        return text, [], ""
    return "", lines_of(without_injected(text)), ""


def _laid_out(text: str, file: str, year: int | None, found: Found) -> Reading:
    """The reports in a bulletin the program wrote."""
    read = read_laid_out(text, file, year, found)
    return Reading(
        tuple(read.reports), read.title, None, tuple(read.left_out), tuple(read.headings)
    )


def read_file(
    path: Path,
    *,
    year: int | None = None,
    encoding: str | None = None,
    found: Found = lambda reports: None,
) -> Reading:
    """The reports in a bulletin's file: text of any usual encoding, a web page, a Word file.

    Args:
        path: the file; its name decides less than its content.
        year: the year of dates where nothing in the text gives one.
        encoding: the encoding of the text, where it is not to be guessed.
        found: see there.

    Raises:
        BulletinError: the file cannot be read, or holds no report.
    """
    file = shown_name(path)
    content = file_content(path, encoding)
    left_out: tuple[LeftOut, ...] = ()
    if isinstance(content, str):
        whole, lines, site = _taken_apart(content)
    else:
        lines, site, left_out = content.lines, "", content.left_out
        whole = as_text(lines, numbered=True)
        whole = whole if is_laid_out(whole) else ""
    del content  # it takes as much room as the lines
    if whole:
        reading = _laid_out(whole, file, year, found)
    else:
        reading = read_lines(lines, file=file, year=year, site=site, found=found)
        if left_out:
            reading = replace(reading, left_out=LeftOuts(chain(left_out, reading.left_out)))
    if not reading.reports:
        raise BulletinError("bulletins.no-reports", file=file)
    return reading


def read_lines(
    lines: Lines | list[Line],
    *,
    file: str,
    year: int | None,
    site: str = "",
    found: Found = lambda reports: None,
) -> Reading:
    """The reports in the lines of a bulletin; `site` says whose page it is.

    The lines are used up, so that they and the reports need not have room at once.
    """
    aside = LeftOuts()
    flat = Lines(flattened(barred(spaced(closed_up(single_spaced(stopped(lines))))), aside))
    lines.clear()
    pages = (exploded(line, ANYWHERE, is_page(line, flat)) for line in flat)
    whole = spoken(Lines(chain.from_iterable(pages)))
    flat.clear()
    heads = running_heads(whole, is_page_number)
    running = [line for line in whole if line.plain in heads] if heads else []
    whole = Lines(line for line in whole if line.plain not in heads) if heads else whole
    whole = Lines(_parted_again(whole))
    survey = survey_of(whole, site)
    page = _page(whole, survey, found)
    calendar = survey.calendar or _mentioned(page.drafts) or Calendar(year)
    place = page_place(page.drafts, survey.default)
    setting = Setting(file, survey.title, calendar, place, survey.scope)
    published = calendar.published if survey.published else None
    whole.clear()
    beside = (LeftOut(line.number, line.text, RUNNING_HEAD) for line in running)
    return Reading(
        reports_of(page.drafts, setting),
        survey.title,
        published,
        _merged(page.left_out, aside, beside) if aside or running else page.left_out,
        tuple(page.outline.texts),
    )


def _merged(*left_out: Iterable[LeftOut]) -> LeftOuts:
    """What was left out, in the order of the bulletin."""
    return LeftOuts(merge(*left_out, key=attrgetter("line")))


def _parted_again(lines: Lines) -> Iterator[Line]:
    """`lines` unwrapped; what was joined may be a page on one line that was wrapped."""
    whole, joined = Lines(), bytearray()
    for line, is_joined in unwrapped(lines, _stands_alone, is_page_number):
        whole.append(line)
        joined.append(is_joined)
    lines.clear()
    for line, is_joined in zip(whole, map(bool, joined), strict=True):
        fields = list(fields_apart(line))
        if len(fields) == 1 and not is_joined:
            yield line
            continue
        for field in fields:
            yield from exploded(field, ANYWHERE, is_page(field, whole))


def _page(lines: Lines, survey: Survey, found: Found) -> Page:
    """The page read; if all that reports is what looked like an introduction, that is read."""
    page = Page(lines, survey)
    page.read(found)
    if not page.drafts and page.left_leads:
        survey = replace(survey, leads=False)
        page = Page(lines, survey)
        page.read(found)
    scope = None if survey.scope.prefecture else common_scope(page.drafts, survey.scope)
    if scope is not None:
        page = Page(lines, replace(survey, scope=scope))
        page.read(found)
    return page


def _mentioned(drafts: list[Draft]) -> Calendar | None:
    months = [words.month for draft in drafts if (words := draft.date_words) and words.month]
    tagged = mentioned_year((plain_of(draft.tag) for draft in drafts if draft.tag), months)
    if tagged is not None:
        return Calendar(tagged)
    written = Counter(words.year for draft in drafts if (words := draft.date_words) and words.year)
    if written:
        return Calendar(written.most_common(1)[0][0])
    year = mentioned_year((plain for draft in drafts for plain in draft.plains), months)
    return None if year is None else Calendar(year)


def _stands_alone(line: Line) -> bool:
    if holds_fields(line, 2):
        return False
    return heading_anywhere(line.text, line.plain) is not None or chrome_of(line) is not None
