"""A chat copied as text: who wrote each message and when, and which of them tell of meetings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tui.bulletins.beginnings import opens
from tui.bulletins.dates import Calendar
from tui.bulletins.datewords import date_words
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import Line, Lines
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE, Naming, Scope, naming

_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_DAY = r"(?:(?:\d{4} ?[-/年.] ?)?\d{1,2} ?[-/月.] ?\d{1,2}日?)"
_SENDER = re.compile(rf"(?P<who>[^。,:;\[]{{1,24}}?) +(?:{_DAY} *)?(?:上午|下午|晚上)? ?{_TIME}$")
"""马干事-八师  10:02; 昆明 阿英  2023年11月7日 9:06."""
SPOKEN = re.compile(
    rf"(?:\[ ?{_DAY} +{_TIME} ?\]|(?<![\d/.-]){_DAY} +{_TIME}) ?"
    r"(?P<who>[^。,;\[\]:]{1,24}?) ?: ?(?=\S)"
)
"""[7月12日 09:15] 市妇联-李: …; 2023/7/12 9:15 张三:…: the message in the same line."""
_PICTURE = re.compile(r"(?:\[[\u4e00-\u9fff]{1,6}\] ?)+[\d\" ]{0,6}$")
"""[图片], [语音] 12", [强]."""
_OF_PLACE = re.compile(r"[(【[—-](?=[\u4e00-\u9fff])|^")
"""Where the place of a sender may stand: 韦海兰(隆林), 马干事-八师, 恭城莫老师."""
FEWEST = 4
"""Lines with a sender that a chat has."""
_LONGEST = 60


def spoken(lines: Lines) -> Lines:
    """The lines, and where each has its sender before its words, those on a line of their own."""
    found = [SPOKEN.match(line.plain) for line in lines]
    if sum(one is not None for one in found) < FEWEST:
        return lines
    return Lines(chain.from_iterable(map(_parted, lines, found)))


def _parted(line: Line, found: re.Match[str] | None) -> Iterator[Line]:
    if found is None:
        yield line
        return
    who, end = found.span("who"), found.end()
    when = line.text[: who[0]].strip(" []［］")
    text = f"{line.text[slice(*who)]}  {when}"
    yield line._replace(text=text, plain=plain_of(text), cells=())
    yield line._replace(text=line.text[end:], plain=line.plain[end:], after_blank=False)


@dataclass(frozen=True, slots=True)
class Message:
    """Who speaks, and when."""

    who: str
    named: Naming | None
    """The place that stands in the name of who speaks."""
    calendar: Calendar | None
    """The day, where it stands beside the name."""


class Chat:
    """Tells the messages of one bulletin apart, if it is a chat."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Get ready for `lines`."""
        senders = [who for line in lines if (who := _sender(line.plain))]
        self._is_chat = len(senders) >= FEWEST and len(set(senders)) > 1
        self._sender = self._teller = ""
        """Who wrote the message, and who wrote the report above it."""

    def left_out(self, line: Line, within_report: bool) -> LeftOut | None:
        """A line that is in no report: a sender, a picture, what others say to one."""
        if not self._is_chat:
            return None
        sender = _sender(line.plain)
        if sender or _PICTURE.match(line.plain):
            self._sender = sender or self._sender
            return LeftOut.of(line, "furniture")
        if opens(line.plain, ANYWHERE):
            self._teller = self._sender
        elif (within_report or self._teller) and self._sender != self._teller:
            return LeftOut.of(line, "furniture")
        return None

    def message(self, line: Line, scope: Scope, page: Calendar | None) -> Message | None:
        """Whose message begins with a line that names its sender, as a chat's lines do.

        `page` gives a day its year where none stands beside it.
        """
        who = _sender(line.plain) if self._is_chat else ""
        if not who:
            return None
        return Message(who, _place_of(who, scope), _day_of(line.plain[len(who) :], page))


def _day_of(plain: str, page: Calendar | None) -> Calendar | None:
    """The day that stands beside a sender."""
    for sent in date_words(plain):
        year = sent.year
        if year is None and sent.month is not None and page is not None:
            year = page.year_of(sent.month)
        if year is not None and sent.month is not None and sent.day is not None:
            return Calendar(year, sent.month, sent.day)
    return None


def _place_of(who: str, scope: Scope) -> Naming | None:
    """The place of a sender, in the scope of the chat; a bare name may be a person's."""
    for found in _OF_PLACE.finditer(who):
        named = naming(who, found.end(), scope)
        place = named.place if named is not None else None
        if named is None or place is None:
            continue
        if scope.provinces and place.code[:2] not in scope.provinces:
            continue
        if named.full or found[0] or named.end < len(who):
            return named
    return None


def _sender(plain: str) -> str:
    """Who sent a message, where a line says no more; else nothing."""
    if len(plain) > _LONGEST or plain[-3:-2] != ":":
        return ""
    found = _SENDER.match(plain)
    return found["who"] if found is not None else ""
