"""From lines to drafts: each line is noise, a heading, the start of a report or more of one."""

import re
from collections.abc import Sequence

from tui.bulletins.beginnings import begins, goes_on, opens
from tui.bulletins.chrome import is_note
from tui.bulletins.drafts import Draft
from tui.bulletins.headings import Heading, HeadingKind, region_heading, topic_heading
from tui.bulletins.interviews import question
from tui.bulletins.introductions import introduces_reports
from tui.bulletins.leads import is_phrase, only_rounds_up
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import Line
from tui.bulletins.noise import Noise
from tui.bulletins.openings import Opening
from tui.bulletins.outline import Outline
from tui.bulletins.pieces import LOOK, alone, below, same_day
from tui.bulletins.records import Record, record_at
from tui.bulletins.shared import Shared
from tui.bulletins.splitting import Cut, cuts_of, head_of, mark_of
from tui.bulletins.survey import Survey, full_date
from tui.bulletins.tables import Item, columns_of, items_of, table_at
from tui.bulletins.tags import tag_of
from tui.reports.places import Place

_ENDS = frozenset('。!?;"”)】…')
_SAYS = re.compile(r"\w")
"""What rules have nothing of: ……, or |---|---| below the head of a table in plain text."""


class Page:
    """Reads the lines of one bulletin in order."""

    def __init__(self, lines: Sequence[Line], survey: Survey) -> None:
        """Get ready for `lines`, of which `survey` has taken a first look."""
        self.drafts: list[Draft] = []
        self.left_out: list[LeftOut] = []
        self.outline = Outline(survey.scope)
        self._lines = lines
        self._survey = survey
        self._noise = Noise(lines)
        self._in_note = False
        self._index = 0
        self._shared = Shared()

    @property
    def left_leads(self) -> bool:
        """Whether words were left out that may be a report where nothing else is."""
        reasons = ("bulletins.left-lead", "bulletins.left-furniture")
        return any(left.reason in reasons for left in self.left_out)

    def read(self) -> None:
        """Take in all lines."""
        while self._index < len(self._lines):
            line = self._lines[self._index]
            record = record_at(self._lines, self._index)
            if line.cells:
                self._take_table()
            elif record is not None:
                self._take_record(record)
            else:
                self._take(line)
                self._index += 1
        self._leave_loose_ends()
        self.outline.finish()
        self.left_out.extend(self.outline.bare)
        self.left_out.sort(key=lambda left: left.line)

    @property
    def _within(self) -> bool:
        """Whether a report has begun since the last heading."""
        return bool(self.drafts) and not self.outline.fresh

    def _take(self, line: Line) -> None:
        if line is self._survey.title_line and not self.drafts:
            self._leave(line, "title")
        elif self._take_tag(line) or self._take_date(line):
            return
        elif (left := self._noise.left_out(self._index, self._within)) is not None:
            self.left_out.append(left)
        elif (heading := self._heading(line)) is not None:
            self.outline.enter(line, heading)
            self._in_note = False
        elif self._is_note(line):
            self._leave(line, "note")
        elif is_phrase(line.plain, 20) and record_at(self._lines, self._index + 1) is not None:
            self._leave(line, "heading")
        else:
            self._take_words(line)

    def _leave(self, line: Line, what: str) -> None:
        self.left_out.append(LeftOut.of(line, what))

    def _take_tag(self, line: Line) -> bool:
        tag = tag_of(line.plain) if self._within else None
        if tag is None or tag.start > 0 or self._is_region(line) or self._asked(line):
            return False
        self.drafts[-1].add_tag(line.text)
        return True

    def _is_region(self, line: Line) -> bool:
        """【天津】 above a report is a heading, though a name in brackets may be a person's."""
        heading = region_heading(line.text, line.plain, self.outline.nearest)
        heading = heading or topic_heading(line.text, line.plain)
        if heading is None or not (heading.kind is HeadingKind.REGION or heading.is_apart):
            return False
        return self._report_next()

    def _take_date(self, line: Line) -> bool:
        """A full date on a line of its own, where the bulletin has several: a heading."""
        date = full_date(line.plain) if self._survey.has_dates else None
        if date is not None:
            self.outline.enter(line, Heading(line.text, HeadingKind.DATE, date=date))
        return date is not None

    def _is_note(self, line: Line) -> bool:
        """An editor's note goes on to the first line that opens a report."""
        if is_note(line.plain):
            self._in_note = True
        elif self._in_note:
            self._in_note = not self._opens(line)
        return self._in_note

    def _opens(self, line: Line) -> bool:
        return opens(line.plain, self.outline.section.scope)

    def _take_table(self) -> None:
        """Take in a table of reports, a row each."""
        end, columns = table_at(self._lines, self._index)
        rows = [row for row in self._lines[self._index : end] if _SAYS.search(row.plain)]
        if rows and columns_of(rows[0].cells):
            self._leave(rows[0], "table-head")
            rows = rows[1:]
        above = self.outline.section
        for item in items_of(rows, columns):
            self._take_row(item)
            self.outline.section = above
        self.outline.fresh = True
        self._index = end

    def _take_row(self, item: Item) -> None:
        rest = list(item.rest)
        if item.line.text and item.is_plain:
            self._take_cell(item)
        elif item.line.text:
            one = self._shared.one
            draft = Draft.of_row(item, one(self.outline.of_row(item)))
            draft.opening, draft.date = one(draft.opening), one(draft.date)
            self.drafts.append(draft)
            # The words name someone else than the cell: both are kept.
            rest += [item.body] if item.body and draft.opening.subject is not None else []
        for cell in rest:
            self.left_out.append(LeftOut(item.line.number, cell, "bulletins.left-field"))

    def _take_cell(self, item: Item) -> None:
        """Take in the reports of a row of which nothing but the region stands beside them."""
        self.outline.section = self.outline.of_row(item)
        self.outline.fresh = True
        for text, plain in zip(
            item.line.text.split("\n"), item.line.plain.split("\n"), strict=True
        ):
            if plain.strip():
                self._take_pieces(Line(item.line.number, text, plain))

    def _take_record(self, record: Record) -> None:
        """Take in a report written as fields."""
        self.drafts.append(Draft.of_row(record.item, self.outline.of_row(record.item)))
        for line in record.others:
            self._leave(line, "field")
        self.outline.fresh = True
        self._index = record.end

    def _asked(self, line: Line) -> Heading | None:
        return question(line.text, line.plain, self._survey.scope)

    def _heading(self, line: Line) -> Heading | None:
        asked = self._asked(line)
        if asked is not None:
            return asked
        heading = region_heading(line.text, line.plain, self.outline.nearest)
        if heading is not None and heading.kind is not HeadingKind.BODY:
            return heading
        if heading is None and line.plain[-1] in _ENDS and line.plain[0] not in "【[(":
            return None
        after = self._noise.next_words(self._index)
        if heading is not None:
            # A body's name with nothing below it is a signature.
            return heading if after is not None else None
        if after is None or self._in_note or not self._opens(after):
            return None
        if len(line.plain) >= 30 and self._opens(line):
            return None
        return topic_heading(line.text, line.plain)

    def _take_words(self, line: Line) -> None:
        if not _SAYS.search(line.plain):
            self._leave(line, "rule")
        elif self._is_furniture(line):
            self._leave(line, "furniture")
        elif self._is_lead(line):
            self._leave(line, "lead")
        else:
            self._take_pieces(line)

    def _is_furniture(self, line: Line) -> bool:
        """Before the first report, a short line without the end of a sentence says nothing."""
        before = not self.drafts and self._survey.leads
        return before and is_phrase(line.plain, 30) and not self._opens(line)

    def _is_lead(self, line: Line) -> bool:
        """Words before the first report that are nobody's meeting."""
        if self.drafts or not self._survey.leads:
            return False
        if self.outline.texts:
            return only_rounds_up(line.plain[:200], self._survey.scope)
        survey = self._survey
        return introduces_reports(line.plain, survey.scope, survey.has_regions, self._report_next)

    def _report_next(self) -> bool:
        """Whether the next words may begin a report."""
        after = self._noise.next_words(self._index)
        return after is not None and self._opens(after)

    def _take_pieces(self, line: Line) -> None:
        """Take the report or the part of one that a line begins with, then those after it."""
        tag = tag_of(line.plain)
        end = tag.start if tag is not None and tag.start > 0 else len(line.plain)
        plain = line.plain[:end]
        head: Cut | None = head_of(plain, self.outline.section.scope)
        while head is not None:
            head = self._take_piece(line, plain, head)
        if end < len(line.plain) and self.drafts:
            self.drafts[-1].add_tag(line.text[end:])

    def _take_piece(self, line: Line, plain: str, head: Cut) -> Cut | None:
        """Take one piece; what begins the next, if there is one."""
        label = line.text[head.label_start : head.label_end]
        if label:
            self.outline.enter_inline(line, label, head.named)
        section = self.outline.section
        opening = self._opening(plain, head)
        region = opening.place or section.county or section.prefecture
        if self._sums_up(plain[head.body : head.body + LOOK].partition("。")[0]):
            region = None
        follows = next(cuts_of(plain, section.scope, region, head.body), None)
        stop = follows.start if follows is not None else len(plain)
        words = plain[head.body : stop].strip()
        if follows is not None and self._sums_up(words):
            text = line.text[head.start : stop]
            self.left_out.append(LeftOut(line.number, text, "bulletins.left-lead"))
            self.outline.fresh = True
        elif words:
            self._add(line, head, opening, stop)
        return follows

    def _opening(self, plain: str, head: Cut) -> Opening:
        scope = self.outline.section.scope
        if not self._within:
            return alone(plain, head, scope)
        return below(plain, head, scope, self._place(self.drafts[-1]))

    def _sums_up(self, plain: str) -> bool:
        """Whether the first words of a paragraph of several reports only introduce them."""
        return not self._within and only_rounds_up(plain, self.outline.section.scope)

    def _add(self, line: Line, head: Cut, opening: Opening, stop: int) -> None:
        start = head.body
        words = line.text[start:stop].strip(), line.plain[start:stop].strip()
        mark = mark_of(line.plain[head.start : start]) if head.marked else ""
        if not self._within or self._begins(head, opening, words[1], mark):
            above = self.drafts[-1].date_words if self.drafts else None
            section = self._shared.one(self.outline.section)
            opening = self._shared.one(same_day(opening, above))
            self.drafts.append(Draft(line.number, section, opening, mark=mark))
            self.outline.begin_report()
        elif head.label_end == head.label_start:
            # The numbers of a list inside a report are its words.
            words = line.text[head.start : stop].strip(), line.plain[head.start : stop].strip()
        self.drafts[-1].add(line.number, *words)
        self.outline.fresh = False

    def _begins(self, head: Cut, opening: Opening, plain: str, mark: str) -> bool:
        above = self.drafts[-1]
        if mark and mark == above.mark:
            return True
        if above.closed and not goes_on(plain) and not is_phrase(plain, LOOK):
            return True
        return begins(
            head,
            opening,
            plain,
            above.words,
            self._place(above),
            headed=bool(self.outline.texts),
            titled=bool(above.section.headline),
        )

    def _place(self, draft: Draft) -> Place | None:
        """Where a report is from, as far as its first words and headings say."""
        section = draft.section
        return draft.opening.place or section.county or section.prefecture or self._survey.default

    def _leave_loose_ends(self) -> None:
        """Short lines at the end of a report that end no sentence belong to the page."""
        for draft in self.drafts:
            self.left_out.extend(draft.loose_ends())
        if len(self.drafts) > 2 and self.drafts[-1].sums_up:
            self.left_out.append(self.drafts[-1].without_last())
