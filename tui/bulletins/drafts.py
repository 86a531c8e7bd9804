"""A report while its lines are being gathered."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tui.bulletins.datewords import DateWords
from tui.bulletins.leads import is_phrase, rounds_up
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.organisations import same_body
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import Scope
from tui.bulletins.sections import Section
from tui.bulletins.tables import Item


@dataclass(slots=True)
class Draft:
    """Lines taken for one report."""

    number: int
    section: Section
    opening: Opening
    texts: list[str] = field(default_factory=list)
    plains: list[str] = field(default_factory=list)
    tag: str = ""
    date: DateWords | None = None
    """A date that stands beside the words, as in a table."""
    last: int = 0
    """The line of its last paragraph."""
    body: str | None = None
    """An organisation that stands beside the words."""
    mark: str = ""
    """The bullet it began with, or what stood round its number."""
    venue: str = ""
    """Where it was held, where that stands beside the words."""

    @classmethod
    def of_row(cls, item: Item, section: Section) -> "Draft":
        """The draft of one row of a table."""
        texts, plains = item.line.text.split("\n"), item.line.plain.split("\n")
        opening = opening_of(plains[0], section.scope)
        body = item.body or _body_of(item.title, opening, section.scope)
        if body and not _names_who(opening, plains[0], item.body):
            opening = replace(opening, subject=None)
        return cls(
            item.line.number,
            section,
            opening,
            texts,
            plains,
            date=item.date,
            body=body,
            venue=item.venue,
        )

    def add(self, number: int, text: str, plain: str) -> None:
        """Take in a paragraph from the line `number`, as written and folded."""
        if self.texts:
            self.texts.append(text)
            self.plains.append(plain)
        else:
            # A list made for one takes half the room; most reports have one paragraph.
            self.texts, self.plains = [text], [plain]
        self.last = number

    def add_tag(self, words: str) -> None:
        """Take in a closing tag."""
        self.tag = f"{self.tag} {words}".strip()

    @property
    def closed(self) -> bool:
        """Whether its last paragraph ended with a tag: (那曲市双湖县)."""
        return bool(self.tag)

    @property
    def words(self) -> str:
        """The folded words of its subject."""
        subject = self.opening.subject
        return self.plains[0][subject.start : subject.end] if subject and self.plains else ""

    @property
    def date_words(self) -> DateWords | None:
        """The words its date is read from, as written."""
        words = self.opening.date or self.opening.dateline
        if words is None or (self.date is not None and not self._dates_itself(self.date)):
            return self.date or self.section.date
        text = self.texts[0][words.start : words.end]
        return words if text == words.text else replace(words, text=text)

    @property
    def sums_up(self) -> bool:
        """Whether its last paragraph is about all reports, as the end of a round-up is."""
        plain = self.plains[-1]
        if len(self.plains) < 2 or not rounds_up(plain.partition("。")[0]):
            return False
        opening = opening_of(plain, self.section.scope)
        return opening.subject is None and opening.date is None

    def without_last(self) -> LeftOut:
        """Take off its last paragraph."""
        self.plains.pop()
        return LeftOut(self.last, self.texts.pop(), "bulletins.left-lead")

    def loose_ends(self) -> Iterator[LeftOut]:
        """Take off the short lines at its end that end no sentence: they are the page's."""
        number = self.last
        while len(self.texts) > 1 and is_phrase(self.plains[-1], 40):
            self.plains.pop()
            yield LeftOut(number, self.texts.pop(), "bulletins.left-furniture")
            number = max(self.number, number - 1)  # it may have been one line

    def _dates_itself(self, beside: DateWords) -> bool:
        """Whether its first words are another day than the one beside them begins with."""
        own = self.opening.date
        if own is None or not self.opening.starts_dated or own.day is None or beside.vague:
            return False
        return (own.month, own.day) != (beside.month, beside.day)


def _body_of(title: str, opening: Opening, scope: Scope) -> str | None:
    """Who held what is called 某县妇联亲子阅读协调会, where the words do not begin with it."""
    if not title or opening.begins:
        return None
    titled = opening_of(plain_of(title), scope).subject
    if titled is None or titled.named is None or titled.person or titled.is_place:
        return None
    return title[titled.start : titled.end]


def _names_who(opening: Opening, plain: str, cell: str) -> bool:
    """Whether words beside an organisation name another one, or it, at their head.

    `cell` is the one of its own that the organisation stands in, where it has one: it is right,
    unless the words have a place as well, or more of the same name.
    """
    subject = opening.subject
    if subject is None:
        return False
    if cell and subject.named is None:
        first = subject.start <= opening.lead_end + 1
        return first and same_body(plain[subject.start : subject.end], plain_of(cell))
    begins = subject.start <= 1 and subject.doing
    return subject.named is not None or begins or opening.starts_dated
