"""Bulletins the program wrote itself: blocks between blank lines, with labels where needed.

The grammar is `tui.reports.label`'s. A block is one report, word for word; what its label does
not say is read from its own words, so no block depends on the others.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.bulletins.dates import Calendar, resolve
from tui.bulletins.datewords import DateWords
from tui.bulletins.drafts import Draft
from tui.bulletins.finishing import Setting, reports_of
from tui.bulletins.headings import Heading, HeadingKind, region_heading, topic_heading
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import EDGES, Line, split_lines
from tui.bulletins.openings import opening_of
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE
from tui.bulletins.sections import Section
from tui.bulletins.years import mentioned_year, titled_calendar
from tui.reports.date import MeetingDate
from tui.reports.errors import RecordError
from tui.reports.label import Label, read_attachment
from tui.reports.places import Level, Place, places
from tui.reports.report import Report, report_id

UNKNOWN_PLACE = "bulletins.unknown-place"


def is_laid_out(text: str) -> bool:
    """Whether a bulletin holds a label, and so was written by the program."""
    if "〔" not in text:
        return False
    lines = (line for line in split_lines(text) if line.lstrip(EDGES).startswith("〔"))
    labels = (label for line in lines if (label := Label.parse(line)) is not None)
    return any(not _is_heading(label) for label in labels)


def as_text(lines: Sequence[Line], numbered: bool) -> str:
    """The text that a bulletin with labels was, before it became a Word file or a web page.

    Args:
        lines: its lines.
        numbered: whether every blank line was counted, so that a gap between numbers is one.
    """
    pieces: list[str] = []
    above = Line(0, "", "")
    pairs = pairwise(lines)
    numbered = numbered and any(after.number > line.number + 1 for line, after in pairs)
    for line in lines:
        gap = line.number > above.number + 1 if numbered else _begins_block(line, above)
        if pieces and gap:
            pieces.append("")
        pieces.append(line.text)
        above = line
    return "\n".join(pieces)


def _begins_block(line: Line, above: Line) -> bool:
    """Whether a blank line stood above a line: a region heading, a label without one."""
    heads = [region_heading(one.text, one.plain, ANYWHERE) is not None for one in (above, line)]
    return not heads[0] and (heads[1] or Label.parse(line.text) is not None)


def _is_heading(label: Label) -> bool:
    """〔大连市〕: others put their headings in such brackets; the program's label is a county."""
    if label != Label(county=label.county):
        return False
    return any(place.level is Level.PREFECTURE for place in places().named(label.county or ""))


@dataclass(slots=True)
class LaidOut:
    """What was read of such a bulletin."""

    reports: list[Report]
    title: str
    left_out: list[LeftOut]
    headings: list[str]


def read_laid_out(
    text: str, file: str, year: int | None, tell: Callable[[int], object]
) -> LaidOut:
    """The reports of a bulletin the program wrote; `tell` is told how many there are so far."""
    found = LaidOut([], "", [], [])
    section = Section()
    for number, block in _blocks(split_lines(text)):
        tell(len(found.reports))
        heads = _heads(block, found)
        for head in block[:heads]:
            number, section = _take_head(number, head, section, found)
        if heads < len(block):
            found.reports.append(_report(block[heads:], number, section, found.title, file, year))
    return found


def _blocks(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not blank, each with the number of its first."""
    block: list[str] = []
    number = 0
    for number, line in enumerate(lines, start=1):
        if line.strip(EDGES):
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield number + 1 - len(block), block


def _heads(block: Sequence[str], found: LaidOut) -> int:
    """How many lines of a block stand above its report: a title, a heading."""
    for index, line in enumerate(block):
        if Label.parse(line) is not None:
            return index
    first = block[0].strip(EDGES)
    if region_heading(first, plain_of(first), ANYWHERE) is not None:
        return 1
    short = len(block) == 1 and topic_heading(first, plain_of(first)) is not None
    return int(short)


def _take_head(number: int, line: str, section: Section, found: LaidOut) -> tuple[int, Section]:
    text = line.strip(EDGES)
    heading = region_heading(text, plain_of(text), ANYWHERE)
    if heading is None and not found.reports and not found.headings and not found.title:
        found.title = text
        found.left_out.append(LeftOut(number, text, "bulletins.left-title"))
        return number + 1, section
    found.headings.append(text)
    if heading is None or heading.named is None:
        heading = Heading(text, HeadingKind.TOPIC)
    return number + 1, replace(section.below(heading, ANYWHERE), heading=text)


def _report(
    block: Sequence[str], number: int, section: Section, title: str, file: str, year: int | None
) -> Report:
    label = Label.parse(block[0])
    lines = block[1:] if label is not None else block
    fields = read_attachment(lines[0]) if label is not None and lines else None
    if fields is not None:
        lines = lines[1:]
    texts = [line.strip(EDGES) for line in lines] or [""]
    plains = [plain_of(line) for line in texts]
    draft = Draft(number, section, opening_of(plains[0], section.scope), texts, plains)
    calendar = titled_calendar(plain_of(title)) or Calendar(mentioned_year(plains, ()) or year)
    setting = Setting(file, title, calendar, None, section.scope)
    report = reports_of([draft], setting)[0]
    if label is not None:
        report = _labelled(report, label, draft)
    return _attached(report, fields or {})


def _attached(report: Report, fields: dict[str, object]) -> Report:
    """The report with the fields of an attachment in place of those that were read."""
    if not fields:
        return report
    with suppress(RecordError, TypeError, ValueError):
        return Report.from_record({**report.record(), "id": None, **fields})
    return report


def _labelled(report: Report, label: Label, draft: Draft) -> Report:
    """The report with what its label says in place of what its words say."""
    if label.prefecture is not None or label.county is not None:
        report = _placed(report, label, draft.section)
    if label.held is not None:
        flags = tuple(flag for flag in report.flags if not _is_of_date(flag))
        report = replace(report, held=_held(label.held, draft.date_words), flags=flags)
    if label.organisation is not None:
        report = replace(report, organisation=label.organisation or None)
    return replace(report, id=report_id(report.prefecture_code, report.body))


def _is_of_date(flag: str) -> bool:
    return flag.endswith(("-date", "-year", "-sign"))


def _placed(report: Report, label: Label, section: Section) -> Report:
    flags = tuple(flag for flag in report.flags if _is_of_date(flag))
    if label.prefecture == "":
        return replace(
            report,
            prefecture=None,
            prefecture_code=None,
            county=None,
            county_code=None,
            flags=flags,
        )
    above = _named(label.prefecture, None) if label.prefecture else section.prefecture
    name = label.prefecture or (above.name if above else section.heading or None)
    county = _named(label.county, above) if label.county else None
    unknown = above is None or (bool(label.county) and county is None)
    return replace(
        report,
        prefecture=name,
        prefecture_code=above.code if above else None,
        county=label.county or None,
        county_code=county.code if county else None,
        flags=(*flags, UNKNOWN_PLACE) if unknown else flags,
    )


def _named(name: str | None, above: Place | None) -> Place | None:
    """The place with this full name: a prefecture, or a county of the one `above`."""
    level = Level.COUNTY if above is not None else Level.PREFECTURE
    for place in places().named(name or ""):
        fits = place.name == name and place.level is level
        if fits and (above is None or place.parent == above.code):
            return place
    return None


def _held(held: MeetingDate, words: DateWords | None) -> MeetingDate:
    """The date of a label, with the report's own words for it where they agree."""
    if words is None:
        return held
    if held.start is None:
        return held._replace(as_written=words.text)
    year = held.last.year if held.last else held.start.year
    own = resolve(words, Calendar(year)).held
    agrees = (own.start, own.end, own.precision) == (held.start, held.end, held.precision)
    if agrees:
        return held._replace(as_written=own.as_written, year_inferred=own.year_inferred)
    if words.relative:
        return held._replace(as_written=words.text, year_inferred=True)
    return held
