"""Lines left out for what they are: chrome, the contents, an editor's note, an issue's number."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from tui.bulletins.beginnings import goes_on, opens
from tui.bulletins.chats import Chat, Message
from tui.bulletins.chrome import Chrome, chrome_of, is_contents, without_leaders
from tui.bulletins.dates import Calendar
from tui.bulletins.headings import MARKER, HeadingKind, heading_anywhere
from tui.bulletins.heads import mark_of
from tui.bulletins.leads import is_phrase
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import Line
from tui.bulletins.publication import is_issue
from tui.bulletins.regions import ANYWHERE, Scope
from tui.bulletins.tallies import (
    TALLY,
    goes_on_counting,
    is_of_issue,
    may_tell,
    ranks,
    tells_of_submissions,
)

_RELATED = re.compile(
    r"\W*(?:相关|延伸|推荐|热点|热门|往期|最新|更多|点击|阅读|新闻|[一本]周)(?:链接|新闻|文章|阅读|推荐|回顾|资讯|内容|排行榜?)\W*"
)
_LABEL = re.compile(
    r"(?:来源|稿源|作者|编辑|责任编辑|责编|记者|通讯员|审核|发布单位|供稿单位)(?: ?:)|"
    r"出处 ?:?"
)
"""A label on a line of its own, whose value stands on the next."""
_LONGEST_VALUE = 30
_COUNTS = frozenset("第答一二三四五六七八九十")
"""Characters that the number of an entry may begin with."""


class Noise:
    """Tells the noise of one bulletin from its words, line after line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Get ready for `lines`."""
        self._lines = lines
        self._chat = Chat(lines)
        self._in_related = False
        """Below 相关阅读, where the titles of other pages stand."""
        self._teased = False
        """Below the first words of another page, there."""
        self._in_tally = False
        """Below a line that counts what was sent in."""
        self._labelled = False
        """Below a label that stands alone."""
        self._bullet: str | None = None
        """What the entries of a list of contents begin with."""
        self._entries: Counter[str] | None = None
        """In a list of contents, how often each line is still to come; empty after it."""
        self._listed: set[str] = set()
        """The entries of the list that have been met."""

    def message(self, index: int, scope: Scope, page: Calendar | None) -> Message | None:
        """Whose message the line at `index` begins, in a chat; see `Chat.message`."""
        return self._chat.message(self._lines[index], scope, page)

    def left_out(self, index: int, within_report: bool) -> LeftOut | None:
        """The line at `index` as one left out, or none where it may be content."""
        line = self._lines[index]
        if self._in_contents(index):
            return LeftOut.of(line, "contents")
        said = self._chat.left_out(line, within_report)
        if said is not None:
            return said
        chrome = chrome_of(line)
        if self._is_value(line, chrome):
            return LeftOut.of(line, "publication")
        if chrome is not None:
            self._in_related = bool(_RELATED.fullmatch(line.plain))
            self._in_tally = chrome.reason == TALLY or (
                self._in_tally and chrome.reason == "bulletins.left-rule"
            )
            return LeftOut(line.number, line.text, chrome.reason)
        if self._is_related(line):
            return LeftOut.of(line, "neighbours")
        if is_issue(line.plain) and not within_report:
            return LeftOut.of(line, "issue")
        if (self._in_tally or may_tell(line.plain)) and self._is_tally(line, within_report):
            return LeftOut.of(line, "tally")
        return None

    def _is_tally(self, line: Line, within_report: bool) -> bool:
        """A row of numbers below others, or a sentence about what was sent in.

        A sentence that opens a report, or says what was told at its meeting, is the report's.
        """
        plain, below = line.plain, self._in_tally
        if below and goes_on_counting(plain):
            return True
        told = tells_of_submissions(plain) or (below and ranks(plain))
        told = told and (not within_report or is_of_issue(plain))
        self._in_tally = told and not opens(plain, ANYWHERE)
        return self._in_tally

    def _is_value(self, line: Line, chrome: Chrome | None) -> bool:
        """作者: on one line and 绍兴援疆指挥部 骆伟 on the next, as saved pages have them."""
        labelled, self._labelled = self._labelled, bool(_LABEL.fullmatch(line.plain))
        return labelled and chrome is None and is_phrase(line.plain, _LONGEST_VALUE)

    def _is_related(self, line: Line) -> bool:
        """The title of another page, or its first words, cut off: 他坚守初心,…走..."""
        if not self._in_related:
            return False
        plain = line.plain
        short = "。" not in plain and len(plain) <= 60
        teaser = plain.endswith(("...", "…"))
        more = self._teased and not opens(plain, ANYWHERE) and not goes_on(plain)
        self._in_related = short or teaser or more
        self._teased = self._in_related and (self._teased or teaser)
        return self._in_related

    def next_words(self, index: int) -> Line | None:
        """The next line after `index` that is not chrome, among the nearest."""
        for after in range(index + 1, min(index + 6, len(self._lines))):
            line = self._lines[after]
            if chrome_of(line) is None:
                return line
        return None

    def _in_contents(self, index: int) -> bool:
        """Entries of a list of contents have page numbers, or come again as headings."""
        line = self._lines[index]
        if self._entries is None:
            if not is_contents(line.plain):
                return False
            after = islice(self._lines, index + 1, None)
            self._bullet = None
            self._listed.clear()
            self._entries = Counter(_entry(without_leaders(other.plain)) for other in after)
            return True
        if not self._entries:
            return False
        whole = without_leaders(line.plain)
        entry = _entry(whole)
        self._entries[entry] -= 1
        if line.after_blank and entry in self._listed:  # it comes again as a heading
            self._entries = Counter()
            return False
        self._listed.add(entry)
        listed = whole != line.plain.strip(" .·…。") or self._entries[entry] > 0
        listed = listed or self._is_entry(index)
        if not listed or self._bullet is None:
            bullet = mark_of(line.plain)
            listed = listed or (bullet == self._bullet != "")
            self._bullet = bullet if self._bullet is None else self._bullet
        if len(line.plain) <= 80 and "。" not in line.plain and listed:
            return True
        self._entries = Counter()
        return False

    def _is_entry(self, index: int) -> bool:
        """A headline right below the list's head or another entry, and no region's heading."""
        line = self._lines[index]
        if line.after_blank or not is_phrase(line.plain, 45):
            return False
        heading = heading_anywhere(line.text, line.plain)
        return heading is None or heading.kind is not HeadingKind.REGION


def _entry(words: str) -> str:
    """A folded entry of a list of contents without its bullet or number, and page number."""
    if "\u3400" <= words[:1] <= "\u9fff" and words[0] not in _COUNTS:
        return words
    bullet = MARKER.match(words)
    return words[bullet.end() :].strip() if bullet is not None else words
