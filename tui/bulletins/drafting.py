"""Words of a bulletin taken one after another: each begins a report or is more of the last one."""

import re
from collections.abc import Iterable
from heapq import merge

from tui.bulletins.beginnings import begins, goes_on
from tui.bulletins.drafts import Draft
from tui.bulletins.heads import Cut, head_of, mark_of
from tui.bulletins.leads import is_phrase, only_rounds_up
from tui.bulletins.leftouts import LeftOut, LeftOuts
from tui.bulletins.lines import Line
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.outline import Outline
from tui.bulletins.pieces import LOOK, alone, below, is_quotation, same_day
from tui.bulletins.records import Record
from tui.bulletins.sections import Section
from tui.bulletins.shared import Shared
from tui.bulletins.splitting import cuts_of
from tui.bulletins.survey import Survey
from tui.bulletins.tables import Item
from tui.bulletins.tags import tag_of
from tui.bulletins.turns import Above
from tui.reports.places import Place

_NOTHING = re.compile(
    r"(?:[本上][周月季期旬]|暂|目前|近期)?(?:暂)?(?:无|未|没有)[^,。;]{2,14}[。;]?"
)
"""本月无集中活动。未报送信息。"""


class Drafting:
    """The drafts of one bulletin as they come to be, and what was left out on the way."""

    def __init__(self, survey: Survey) -> None:
        """Begin with nothing; `survey` is the first look at the bulletin."""
        self.drafts: list[Draft] = []
        self.left_out = LeftOuts()
        self.outline = Outline(survey.scope)
        self._default = survey.default
        self._shared = Shared()

    @property
    def within(self) -> bool:
        """Whether a report has begun since the last heading."""
        return bool(self.drafts) and not self.outline.fresh

    def leave(self, line: Line, what: str) -> None:
        """Leave a line out for what it is."""
        self.left_out.append(LeftOut.of(line, what))

    def take_items(self, items: Iterable[Item]) -> None:
        """Take in a table of reports, a row each."""
        above, before = self.outline.section, len(self.drafts)
        for item in items:
            self._take_row(item)
            self.outline.section = above
        if len(self.drafts) > before:
            self.outline.begin_report()  # the heading above the table is not a bare one
        self.outline.fresh = True

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
                self.take_pieces(Line(item.line.number, text, plain))

    def take_record(self, record: Record) -> None:
        """Take in a report written as fields."""
        self.drafts.append(Draft.of_row(record.item, self.outline.of_row(record.item)))
        for line in record.others:
            self.leave(line, "field")
        self.outline.fresh = True

    def take_pieces(self, line: Line) -> None:
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
            self.outline.enter_inline(line, label, head.named, head.marked)
        section = self.outline.section
        opening = self._opening(plain, head)
        region = opening.place or section.county or section.prefecture
        if self._sums_up(plain[head.body : head.body + LOOK].partition("。")[0]):
            region = None
        cuts = cuts_of(plain, section.scope, region, head.body)
        follows = next(cuts, None)
        if follows is not None and self._is_background(plain, head, follows):
            follows = next(cuts, None)
        stop = follows.start if follows is not None else len(plain)
        words = plain[head.body : stop].strip()
        if follows is not None and self._sums_up(words):
            text = line.text[head.start : stop]
            self.left_out.append(LeftOut(line.number, text, "bulletins.left-lead"))
            self.outline.fresh = True
        elif _NOTHING.fullmatch(words):
            self.leave(line._replace(text=line.text[head.start : stop]), "furniture")
        elif words:
            if opening.end > stop - head.body:  # what the next report tells of is not this one's
                opening = self._opening(plain[:stop], head)
            self._add(line, head, opening, stop)
        return follows

    def _is_background(self, plain: str, head: Cut, follows: Cut) -> bool:
        """妇联机构逐步理顺。六月十五日,…: nobody does anything before the report begins.

        Or words of somebody's are all that stands before it: "再不学就晚了。"某县团委…
        """
        words = plain[head.body : follows.start].rstrip()
        apart = follows.marked or follows.label_end > follows.label_start
        if apart or len(words) > LOOK or self._sums_up(words):
            return False
        opening = opening_of(words, self.outline.section.scope)
        if is_quotation(words, opening):
            return True
        return not goes_on(words) and not (
            opening.verb or opening.date or opening.subject or opening.lead_end
        )

    def _opening(self, plain: str, head: Cut) -> Opening:
        scope = self.outline.section.scope
        if not self.within:
            return alone(plain, head, scope)
        return below(plain, head, scope, self._place(self.drafts[-1]))

    def _sums_up(self, plain: str) -> bool:
        """Whether the first words of a paragraph of several reports only introduce them."""
        return not self.within and only_rounds_up(plain, self.outline.section.scope)

    def _add(self, line: Line, head: Cut, opening: Opening, stop: int) -> None:
        start = head.body
        words = line.text[start:stop].strip(), line.plain[start:stop].strip()
        mark = mark_of(line.plain[head.start : start]) if head.marked else ""
        if not self.within or self._begins(head, opening, words[1], mark):
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
        if _is_entry(opening, self.outline.section):
            return True
        if above.closed and not goes_on(plain) and not is_phrase(plain, LOOK):
            return True
        report = Above(
            above.words,
            self._place(above),
            headed=bool(self.outline.texts),
            titled=bool(above.section.headline),
            told=above.plains,
        )
        return begins(head, opening, plain, report)

    def _place(self, draft: Draft) -> Place | None:
        """Where a report is from, as far as its first words and headings say."""
        section = draft.section
        return draft.opening.place or section.county or section.prefecture or self._default

    def finish(self) -> None:
        """The end: short lines there that end no sentence, and bare headings, are the page's."""
        loose = LeftOuts()
        for draft in self.drafts:
            loose.extend(sorted(draft.loose_ends(), key=_line))
        if len(self.drafts) > 2 and self.drafts[-1].sums_up:
            loose.append(self.drafts[-1].without_last())
        self.outline.finish()
        self.left_out = LeftOuts(merge(self.left_out, loose, self.outline.bare, key=_line))


def _is_entry(opening: Opening, section: Section) -> bool:
    """Whether a paragraph is an entry of a chronicle: a day, or a month, below its year."""
    date, above = opening.date, section.date
    if date is None or not opening.starts_dated:
        return False
    if section.calendar is not None:
        return date.month is not None
    return above is not None and above.day is None and date.relative == "bare"


def _line(left: LeftOut) -> int:
    return left.line
