"""From lines to drafts: each line is noise, a heading, the start of a report or more of one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.bulletins.chrome import chrome_of, is_contents, is_issue, is_note, without_leaders
from tui.bulletins.drafts import Draft
from tui.bulletins.headings import Heading, HeadingKind, region_heading, topic_heading
from tui.bulletins.lines import Line
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.organisations import is_team, same_body
from tui.bulletins.regions import Naming, Scope, is_below
from tui.bulletins.sections import Section
from tui.bulletins.splitting import Cut, cuts_of, head_of
from tui.bulletins.survey import Survey
from tui.bulletins.tables import Item, columns_of, items_of, table_at
from tui.bulletins.tags import tag_of
from tui.reports.places import Level, Place

_SENTENCE_END = frozenset('。!?;"”)】…')
_SENTENCE = re.compile(r"[。!?;,]")
_ROUND_UP = re.compile(
    r"各地|各级|各单位|各县|各区|各市|各州|各旗|各盟|纷纷|反响|摘登|摘编|摘要|如下|现将|综述|"
    r"综合|掀起|多地|"
    r"全[省市州县区盟](?:上下|各)"
)


def _is_local(opening: Opening) -> bool:
    """Whether a paragraph opens with a body of a prefecture or a county."""
    if opening.subject is None or opening.named is None:
        return False
    place = opening.named.place
    return place is None or place.level is not Level.PROVINCE


def _same_day(opening: Opening) -> bool:
    """当天 and the like count from the report they stand in."""
    date = opening.date
    return date is not None and date.start == 0 and date.text in ("当天", "当日", "同日")


def _is_loose(plain: str) -> bool:
    return len(plain) <= 40 and not _SENTENCE.search(plain)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is in no report."""

    line: int
    text: str
    reason: str
    """A key of the catalogue, such as ``bulletins.left-editors``."""


class Page:
    """Reads the lines of one bulletin in order."""

    def __init__(self, lines: Sequence[Line], survey: Survey) -> None:
        """Get ready for `lines`, of which `survey` has taken a first look."""
        self.drafts: list[Draft] = []
        self.left_out: list[LeftOut] = []
        self.headings: list[tuple[int, str]] = []
        self._bare: list[tuple[int, str, Place | None]] = []
        """The headings since the last report."""
        self._lines = lines
        self._survey = survey
        self._scope = survey.scope
        self._section = Section(scope=survey.scope)
        self._fresh = True
        """Whether a heading has come since the last words of a report."""
        self._note = False
        self._contents: Counter[str] | None = None
        self._index = 0

    def read(self) -> None:
        """Take in all lines."""
        index = 0
        while index < len(self._lines):
            self._index = index
            line = self._lines[index]
            if line.cells:
                index = self._table(index)
            else:
                self._take(line)
                index += 1
        if not self.drafts and self._survey.leads and self._has_left_leads():
            # Nothing else reports: what looked like an introduction is the report.
            self.__init__(self._lines, replace(self._survey, leads=False))  # type: ignore[misc]
            self.read()
            return
        self._leave_loose_ends()
        self._leave_empty_headings()

    def _has_left_leads(self) -> bool:
        reasons = ("bulletins.left-lead", "bulletins.left-furniture")
        return any(left.reason in reasons for left in self.left_out)

    def _leave_loose_ends(self) -> None:
        """Short lines at the end of a report that end no sentence belong to the page."""
        for draft in self.drafts:
            while len(draft.texts) > 1 and _is_loose(draft.plains[-1]):
                draft.plains.pop()
                text = draft.texts.pop()
                self.left_out.append(LeftOut(draft.number, text, "bulletins.left-furniture"))

    def _take(self, line: Line) -> None:
        if line is self._survey.title_line and not self.drafts:
            self._leave(line, "bulletins.left-title")
        elif not (self._is_contents(line) or self._is_tag(line) or self._is_noise(line)):
            heading = self._heading(line)
            if heading is not None:
                self._begin_section(line, heading)
            elif not self._is_note(line):
                self._words(line)

    def _leave(self, line: Line, reason: str) -> None:
        self.left_out.append(LeftOut(line.number, line.text, reason))

    # noise

    def _is_contents(self, line: Line) -> bool:
        """A list of contents: its entries have page numbers, or come again as headings."""
        if self._contents is None:
            if not is_contents(line.plain):
                return False
            self._contents = Counter(
                without_leaders(other.plain) for other in self._lines[self._index + 1 :]
            )
            self._leave(line, "bulletins.left-contents")
            return True
        entry = without_leaders(line.plain)
        if not self._contents:
            return False
        self._contents[entry] -= 1
        if len(line.plain) <= 80 and (
            entry != line.plain.strip(" .") or self._contents[entry] > 0
        ):
            self._leave(line, "bulletins.left-contents")
            return True
        self._contents = Counter()
        return False

    def _is_tag(self, line: Line) -> bool:
        tag = tag_of(line.plain) if self.drafts and not self._fresh else None
        if tag is None or tag.start > 0:
            return False
        draft = self.drafts[-1]
        draft.tag = f"{draft.tag} {line.text}".strip()
        return True

    def _is_noise(self, line: Line) -> bool:
        chrome = chrome_of(line)
        if chrome is not None:
            self._leave(line, chrome.reason)
            return True
        if is_issue(line.plain) and not self._fresh_words():
            self._leave(line, "bulletins.left-issue")
            return True
        return False

    def _fresh_words(self) -> bool:
        return bool(self.drafts) and not self._fresh

    def _is_note(self, line: Line) -> bool:
        if is_note(line.plain):
            self._note = True
        elif not self._note or self._opens(line):
            self._note = False
            return False
        self._leave(line, "bulletins.left-note")
        return True

    # tables

    def _table(self, start: int) -> int:
        """Take in a table of reports, a row each; the index after it."""
        end, columns = table_at(self._lines, start)
        rows = self._lines[start:end]
        if columns_of(rows[0].cells):
            self._leave(rows[0], "bulletins.left-table-head")
            rows = rows[1:]
        for item in items_of(rows, columns):
            self._row(item)
        self._fresh = True
        return end

    def _row(self, item: Item) -> None:
        section = self._section
        if item.region:
            section = section.of_cell(item.region, self._scope)
        if item.title:
            section = replace(section, headline=item.title)
        texts, plains = item.line.text.split("\n"), item.line.plain.split("\n")
        opening = opening_of(plains[0], section.scope)
        self.drafts.append(
            Draft(
                item.line.number, section, opening, texts, plains, "", item.date, item.body or None
            )
        )

    # headings

    def _heading(self, line: Line) -> Heading | None:
        heading = region_heading(line.text, line.plain, self._near)
        if heading is not None:
            return heading if self._followed(heading) else None
        if line.plain[-1] in _SENTENCE_END and line.plain[0] not in "【[(":
            return None
        if self._opens(line) and not len(line.plain) < 30:
            return None
        after = self._next()
        if after is None or not self._opens(after) or self._note:
            return None
        return topic_heading(line.text, line.plain)

    @property
    def _near(self) -> Scope:
        return self._section.scope if self._section.prefecture else self._scope

    def _followed(self, heading: Heading) -> bool:
        """A body's name with nothing below it is a signature."""
        return heading.kind is not HeadingKind.BODY or self._next() is not None

    def _next(self) -> Line | None:
        """The next line that is not noise, among the nearest."""
        for line in self._lines[self._index + 1 : self._index + 6]:
            if chrome_of(line) is None:
                return line
        return None

    def _begin_section(self, line: Line, heading: Heading) -> None:
        self._section = self._section.below(heading, self._scope)
        self._add_heading(line, line.text, heading.named)
        self._note = False

    # words

    def _opens(self, line: Line) -> bool:
        """Whether a report may begin with `line`."""
        scope = self._section.scope
        head = head_of(line.plain, scope)
        if head.named is not None:
            return True
        opening = opening_of(line.plain[head.body :], scope)
        subject = opening.subject
        if opening.starts_dated and (opening.verb or subject is not None):
            return True
        return subject is not None and subject.doing and subject.start <= opening.lead_end + 1

    def _words(self, line: Line) -> None:
        if self._is_furniture(line):
            self._leave(line, "bulletins.left-furniture")
        elif self._is_lead(line):
            self._leave(line, "bulletins.left-lead")
        else:
            self._pieces(line, head_of(line.plain, self._section.scope))

    def _is_lead(self, line: Line) -> bool:
        """Words before the first report that are nobody's meeting."""
        if self.drafts or self.headings or not self._survey.leads:
            return False
        opening = opening_of(line.plain, self._scope)
        if _is_local(opening) and not _ROUND_UP.search(line.plain[:120]):
            return False
        head = head_of(line.plain, self._scope)
        if head.marked or head.label_end > head.label_start:
            return False
        if self._survey.has_regions:
            return True
        after = self._next()
        return (
            after is not None
            and self._opens(after)
            and (bool(_ROUND_UP.search(line.plain)) or opening.subject is None)
        )

    def _sums_up(self, plain: str) -> bool:
        """Whether the first words of a paragraph of several reports only introduce them."""
        if (self.drafts and not self._fresh) or not _ROUND_UP.search(plain):
            return False
        return not _is_local(opening_of(plain, self._section.scope))

    def _is_furniture(self, line: Line) -> bool:
        """Before the first report: a short line without the end of a sentence says nothing."""
        return (
            not self.drafts
            and self._survey.leads
            and len(line.plain) <= 30
            and not _SENTENCE.search(line.plain)
            and not self._opens(line)
        )

    def _pieces(self, line: Line, head: Cut) -> None:
        """Take the report or the part of one that a line begins with, then those after it."""
        text, plain = line.text, line.plain
        tag = tag_of(plain)
        end = tag.start if tag is not None and tag.start > 0 else len(plain)
        plain = plain[:end]
        while True:
            self._enter_label(line, head)
            near = plain[head.body : head.body + 300]
            opening = opening_of(near, self._section.scope)
            place = opening.named.place if opening.named else None
            region = place or self._section.county or self._section.prefecture
            if self._sums_up(near.partition("。")[0]):
                region = None
            scope = self._section.scope
            follows = next(cuts_of(plain, scope, region, head.body), None)
            stop = follows.start if follows is not None else end
            if follows is not None and self._sums_up(plain[head.body : stop]):
                self.left_out.append(
                    LeftOut(line.number, text[head.start : stop], "bulletins.left-lead")
                )
                head = follows
                self._fresh = True
                continue
            self._add(line, head, opening, text[head.body : stop], plain[head.body : stop])
            if follows is None:
                break
            head = follows
        if end < len(text) and self.drafts:
            draft = self.drafts[-1]
            draft.tag = f"{draft.tag} {text[end:]}".strip()

    def _enter_label(self, line: Line, head: Cut) -> None:
        label = line.text[head.label_start : head.label_end]
        if not label:
            return
        headline = self._section.headline
        self._section = self._section.labelled(head.named, label, self._scope)
        if headline:
            self._section = replace(self._section, headline=headline)
        self._add_heading(line, label, head.named)

    def _add(self, line: Line, head: Cut, opening: Opening, text: str, plain: str) -> None:
        text, plain = text.strip(), plain.strip()
        if not text:
            return
        if self._begins(head, opening, plain):
            self.drafts.append(Draft(line.number, self._section, opening))
            self._use_headings()
            if self._section.headline:
                self._section = replace(self._section, headline="")
        draft = self.drafts[-1]
        draft.texts.append(text)
        draft.plains.append(plain)
        self._fresh = False

    def _begins(self, head: Cut, opening: Opening, plain: str) -> bool:
        """Whether a paragraph begins a report, or continues the one above it."""
        if not self.drafts or self._fresh:
            return True
        if head.start > 0 or opening.dateline is not None:
            return True
        subject = opening.subject
        if subject is None and opening.venue is not None and opening.venue.county is not None:
            return opening.venue.place != self._place(self.drafts[-1])
        if subject is None:
            return head.marked and opening.starts_dated
        if head.marked and (opening.starts_dated or (subject.named and subject.doing)):
            return True
        words = plain[subject.start : subject.end]
        current = self.drafts[-1]
        if (subject.named is None and is_team(words)) or _same_day(opening):
            return False
        place = subject.named.place if subject.named else None
        if same_body(words, current.words) and (place is None or place == self._place(current)):
            return False
        if opening.starts_dated or (opening.date is not None and subject.named is not None):
            return not subject.person or (place is not None and place != current.place)
        return (
            subject.doing
            and not subject.person
            and subject.start <= opening.lead_end + 1
            and subject.named is not None
            and (place != current.place or bool(self.headings))
        )

    def _place(self, draft: Draft) -> Place | None:
        """Where a report is from, as far as its first words and headings say."""
        section = draft.section
        return draft.place or section.county or section.prefecture or self._survey.default

    def _leave_empty_headings(self) -> None:
        """Headings under which nothing was found are named."""
        for number, text, _ in self._bare:
            self.left_out.append(LeftOut(number, text, "bulletins.left-heading"))

    def _use_headings(self) -> None:
        """A report has begun: of the headings above it, those that do not hold it are bare."""
        section = self._section
        place = section.county or section.prefecture
        for number, text, named in self._bare[:-1]:
            if named is not None and (place is None or not is_below(place, named)):
                self.left_out.append(LeftOut(number, text, "bulletins.left-heading"))
        self._bare.clear()

    def _add_heading(self, line: Line, text: str, named: Naming | None) -> None:
        self.headings.append((line.number, text))
        self._bare.append((line.number, text, named.place if named is not None else None))
        self._fresh = True
