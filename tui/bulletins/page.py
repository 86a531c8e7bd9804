"""The lines of a bulletin in order: each is noise, a heading, a row, a field or words."""

import re
from collections.abc import Callable, Sequence

from tui.bulletins.asides import begins_aside, is_of_itself, is_whole, may_be_aside, plans
from tui.bulletins.beginnings import goes_on, opens
from tui.bulletins.chrome import is_note
from tui.bulletins.columns import heads_of
from tui.bulletins.drafting import Drafting
from tui.bulletins.headings import (
    Heading,
    HeadingKind,
    entry_heading,
    heading_anywhere,
    region_heading,
    topic_heading,
)
from tui.bulletins.heads import mark_of
from tui.bulletins.interviews import question
from tui.bulletins.introductions import introduces_reports
from tui.bulletins.leads import is_phrase, only_rounds_up
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import Line
from tui.bulletins.mentions import begins_with_place
from tui.bulletins.noise import Noise
from tui.bulletins.openings import opening_of
from tui.bulletins.organisations import is_body
from tui.bulletins.publication import publication
from tui.bulletins.records import record_at
from tui.bulletins.survey import Survey, full_date
from tui.bulletins.tables import items_of, table_at
from tui.bulletins.tags import Tag, tag_of

_ENDS = frozenset('。!?;"”)】…')
_PROSE = re.compile(r".{8}[。;]$")
"""A sentence, which below the name of a body says what it did."""
_TOPIC = 12
"""A topic above a report that its place begins is no longer, in characters: 养老服务."""
_NEAR = 7
_LONG = 30
"""From this many characters on a line that opens a report is no headline."""
_OF_ALL = re.compile(
    r"^(?:(?:存在|主要|突出)(?:的)?(?:主要)?问题(?:和不足)?|(?:下一?步|下月|下阶段)[^,。]{0,12}|"
    r"(?:工作|有关|几点|相关)(?:要求|建议)|意见建议)$"
)
"""The heading of what a circular says of all, below its reports."""
_SAYS = re.compile(r"\w")
"""What rules have nothing of: ……, or |---|---| below the head of a table in plain text."""


class Page:
    """Reads the lines of one bulletin in order."""

    def __init__(self, lines: Sequence[Line], survey: Survey) -> None:
        """Get ready for `lines`, of which `survey` has taken a first look."""
        self._drafting = Drafting(survey)
        self.drafts = self._drafting.drafts
        self.outline = self._drafting.outline
        self._lines = lines
        self._survey = survey
        self._noise = Noise(lines)
        self._in_note = False
        self._aside = False
        """Below 征稿启事 and the like, to the first line that opens a report."""
        self._planned = False
        """Below 下月会议安排, where a table is none of reports."""
        self._of_all = False
        """Below 存在问题 and the like, where no report stands unless it opens as one."""
        self._index = 0

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """The lines that are in no report, in order once all is read."""
        return self._drafting.left_out

    @property
    def left_leads(self) -> bool:
        """Whether words were left out that may be a report where nothing else is."""
        reasons = ("bulletins.left-lead", "bulletins.left-furniture")
        return any(left.reason in reasons for left in self.left_out)

    def read(self, found: Callable[[int], object]) -> None:
        """Take in all lines; `found` is told now and then how many reports there are so far."""
        while self._index < len(self._lines):
            found(len(self.drafts))
            line = self._lines[self._index]
            record = record_at(self._lines, self._index)
            if line.cells and not self._dates_page():
                self._take_table()
            elif record is not None:
                self._drafting.take_record(record)
                self._index = record.end
            else:
                self._take(line)
                self._index += 1
        self._drafting.finish()

    def _take(self, line: Line) -> None:
        if line in self._survey.title_lines and not self.drafts:
            self._drafting.leave(line, "title")
        elif self._take_tag(line) or self._take_date(line):
            return
        elif (left := self._noise.left_out(self._index, self._drafting.within)) is not None:
            self._leave(line, left)
        elif self._is_aside(line):
            self._drafting.leave(line, "furniture")
        elif (heading := self._heading(line)) is not None:
            self.outline.enter(line, heading)
            self._in_note = False
            self._of_all = heading.named is None and bool(_OF_ALL.search(heading.text))
        elif self._is_note(line):
            self._drafting.leave(line, "note")
        elif is_phrase(line.plain, 20) and record_at(self._lines, self._index + 1) is not None:
            self._drafting.leave(line, "heading")
        else:
            self._take_words(line)

    def _leave(self, line: Line, left: LeftOut) -> None:
        """Leave a line out, which may say of when and from whom the next are."""
        self._drafting.left_out.append(left)
        if left.reason == "bulletins.left-publication" and self.drafts:
            self.outline.turn_to(publication(line.plain))
        message = self._noise.message(self._index, self._survey.scope, self._survey.calendar)
        if message is not None:
            self.outline.hear(message)

    def _take_tag(self, line: Line) -> bool:
        tag = tag_of(line.plain) if self._drafting.within else None
        if (
            tag is None
            or tag.start > 0
            or not _SAYS.search(line.plain)
            or self._is_region(line, tag)
            or self._asked(line)
        ):
            return False
        self.drafts[-1].add_tag(line.text)
        return True

    def _is_region(self, line: Line, tag: Tag) -> bool:
        """【天津】 above a report is a heading, though a name in brackets may be a person's."""
        heading = region_heading(line.text, line.plain, self.outline.nearest)
        heading = heading or topic_heading(line.text, line.plain)
        if heading is None:
            return False
        among = line.plain[0] == "【" and self._survey.has_regions and not tag.tells_who
        kinds = (HeadingKind.REGION, HeadingKind.YEAR, HeadingKind.DATE)
        if not (heading.kind in kinds or heading.is_apart or among):
            return False
        return self._report_next()

    def _take_date(self, line: Line) -> bool:
        """A full date on a line of its own, where the bulletin has several: a heading."""
        date = full_date(line.plain) if self._survey.has_dates else None
        if date is not None:
            self.outline.enter(line, Heading(line.text, HeadingKind.DATE, date=date))
        return date is not None

    def _is_aside(self, line: Line) -> bool:
        """Words of the issue about itself go on to a heading or a line that opens a report."""
        if not self._aside and not may_be_aside(line.plain):
            return False
        if self.drafts and plans(line.plain):
            self._aside = self._planned = True
        elif begins_aside(line.plain):
            self._aside, self._planned = not is_whole(line.plain), False
            return True
        elif self._aside and self._ends_aside(line):
            self._aside = self._planned = False
        return self._aside or is_of_itself(line.plain)

    def _ends_aside(self, line: Line) -> bool:
        """A day above what is to be held is no heading of reports, unless one stands below."""
        if self._heading(line) is not None:
            return not self._planned or self._report_next()
        return not self._planned and self._opens(line)

    def _is_note(self, line: Line) -> bool:
        """An editor's note goes on to the first line that opens a report."""
        if is_note(line.plain):
            self._in_note = True
        elif self._in_note:
            self._in_note = not self._opens(line)
        return self._in_note

    def _opens(self, line: Line) -> bool:
        return opens(line.plain, self.outline.section.scope)

    def _dates_page(self) -> bool:
        """Whether a row stands alone and is who issued the bulletin, and when."""
        here, after = self._lines[self._index], self._index + 1
        if after < len(self._lines) and self._lines[after].cells:
            return False
        return publication(here.plain) is not None

    def _take_table(self) -> None:
        """Take in a table of reports, a row each."""
        end, columns = table_at(self._lines, self._index)
        rows = [row for row in self._lines[self._index : end] if _SAYS.search(row.plain)]
        heads = heads_of(rows, columns)
        for row in rows[:heads]:
            self._drafting.leave(row, "table-head")
        rows = rows[heads:]
        if self._planned:
            for row in rows:
                self._drafting.leave(row, "furniture")
            rows = []
        self._drafting.take_items(items_of(rows, columns))
        self._index = end

    def _asked(self, line: Line) -> Heading | None:
        return question(line.text, line.plain, self._survey.scope)

    def _heading(self, line: Line) -> Heading | None:
        asked = self._asked(line)
        if asked is not None:
            return asked
        heading = region_heading(line.text, line.plain, self.outline.nearest)
        if heading is not None and heading.kind is not HeadingKind.BODY:
            return heading
        if heading is None and (entry := self._entry(line)) is not None:
            return entry
        closed = line.plain[-1] in _ENDS and line.plain[0] not in "【[("
        quoted = closed and line.plain[-1] == '"'
        quoted = quoted and (self._is_counted(line) or self._is_about(line))
        if heading is None and closed and not quoted:
            return None
        after = self._noise.next_words(self._index)
        if heading is not None:
            # A body's name with nothing below it is a signature.
            return heading if after is not None else None
        if after is None or (self._in_note and not self._is_about(line)):
            return None
        if not self._opens(after) and not self._stands_over(line, after):
            return None
        mark = mark_of(line.plain)
        listed = bool(mark) and mark == mark_of(after.plain)
        if (listed or len(line.plain) >= _LONG) and self._opens(line):
            return None
        return topic_heading(line.text, line.plain, self._survey.scope)

    def _entry(self, line: Line) -> Heading | None:
        """The heading of a chronicle's month, or of a day below it."""
        heading = entry_heading(line.text, line.plain)
        if heading is None or heading.date is None:
            return None
        if heading.date.month is None:
            above = self.outline.section.date
            return heading if above is not None and above.month is not None else None
        after = self._noise.next_words(self._index)
        if after is None:
            return None
        within = entry_heading(after.text, after.plain)
        return heading if within is not None or self._opens(after) else None

    def _stands_over(self, line: Line, after: Line) -> bool:
        """Whether prose below the name of a body or a counted headline is its report."""
        if self._is_counted(line) and heading_anywhere(after.text, after.plain) is not None:
            return True
        if not _PROSE.search(after.plain):
            return False
        placed = is_phrase(line.plain, _TOPIC) and begins_with_place(after.plain)
        return placed or is_body(line.plain) or self._is_counted(line) or self._is_about(line)

    def _is_about(self, line: Line) -> bool:
        """康县:阳坝茶园里的班会: a headline that begins with the place it is about."""
        heading = topic_heading(line.text, line.plain, self._survey.scope)
        if heading is None or ":" not in line.plain:
            return heading is not None and heading.named is not None
        return heading.kind is HeadingKind.TOPIC or heading.named is not None

    def _is_counted(self, line: Line) -> bool:
        """一、各地召开学习会,让精神"入脑入心": a headline with a number, which is no report."""
        counted = mark_of(line.plain) not in ("", line.plain[:1])
        return counted and "。" not in line.plain and not self._opens(line)

    def _take_words(self, line: Line) -> None:
        if not _SAYS.search(line.plain):
            self._drafting.leave(line, "rule")
        elif self._is_furniture(line):
            self._drafting.leave(line, "furniture")
        elif self._is_lead(line) or (self._of_all and not self._opens(line)):
            self._drafting.leave(line, "lead")
        else:
            self._drafting.take_pieces(line)

    def _is_furniture(self, line: Line) -> bool:
        """A short line without the end of a sentence before the first report; a signature."""
        if not self._drafting.within and is_body(line.plain):
            return True
        before = not self.drafts and self._survey.leads
        aside = line.plain[0] == "(" and line.plain[-1] == ")"
        return before and (aside or is_phrase(line.plain, 30)) and not self._opens(line)

    def _is_lead(self, line: Line) -> bool:
        """Words before the first report that are nobody's meeting."""
        if self.drafts or not self._survey.leads:
            return False
        if self.outline.texts:
            opening = opening_of(line.plain, self._survey.scope)
            subject = opening.subject
            section = self.outline.section
            own = section.prefecture is not None and opening.starts_dated
            begun = opening.begins and subject and (subject.named or (own and subject.doing))
            begun = begun or (own and bool(section.body) and opening.verb)
            rounds_up = not begun and only_rounds_up(line.plain[:200], self._survey.scope)
            return rounds_up and not self._is_all(line)
        survey = self._survey
        return introduces_reports(
            line.plain, survey.scope, survey.has_regions, self._reports_follow
        )

    def _is_all(self, line: Line) -> bool:
        """Whether a meeting is told of, on in the next line, and no other report is near."""
        opening = opening_of(line.plain, self._survey.scope)
        after = self._noise.next_words(self._index)
        told = opening.starts_dated and opening.venue is not None
        return told and after is not None and goes_on(after.plain) and not self._reports_follow()

    def _reports_follow(self) -> bool:
        """Whether a report begins among the next lines, after more of an introduction."""
        nearest = self._lines[self._index + 1 : self._index + _NEAR]
        return self._report_next() or any(self._opens(line) for line in nearest)

    def _report_next(self) -> bool:
        """Whether the next words may begin a report, or are fields or rows of one."""
        after = self._noise.next_words(self._index)
        if after is not None and (after.cells or self._opens(after)):
            return True
        return record_at(self._lines, self._index + 1) is not None
