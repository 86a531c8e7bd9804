"""A report while its lines are being gathered, and the report it becomes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tui.bulletins.dates import Calendar, DateReading, resolve
from tui.bulletins.datewords import DateWords
from tui.bulletins.documents import documents_in
from tui.bulletins.leads import is_phrase, rounds_up
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import Naming, Scope, filed_from, first_named, naming
from tui.bulletins.sections import Region, Section, region_of
from tui.bulletins.shared import Shared
from tui.bulletins.tables import Item
from tui.bulletins.titles import title_of, told_apart
from tui.reports.date import MeetingDate
from tui.reports.places import Level, Place, places
from tui.reports.report import Report, Source, report_id

_OF_THE_PLACE = frozenset("县市区旗")
"""What a body's name begins with where its place was named before it: 在鹤峰县,县妇联…."""
_NATIONAL = re.compile(r"新华|中新|人民|光明|央视|中国|法治|经济")
"""Papers and agencies that report from everywhere."""


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
        if body and not _names_who(opening):
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
            number -= 1

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


def _names_who(opening: Opening) -> bool:
    """Whether words that stand beside an organisation name another one at their head."""
    subject = opening.subject
    if subject is None:
        return False
    return subject.named is not None or subject.start <= 1 or opening.starts_dated


@dataclass(frozen=True, slots=True)
class Setting:
    """What the page says about all of its reports."""

    file: str
    bulletin: str
    calendar: Calendar
    default: Place | None
    scope: Scope


def common_scope(drafts: Sequence[Draft], known: Scope) -> Scope | None:
    """Where all reports of a bulletin are from, if that may decide a name that means several."""
    sure = [place for draft in drafts if (place := _surely(draft)) is not None]
    unsure = any(_is_unsure(draft) for draft in drafts)
    if not unsure or len(sure) < 2:
        return None
    provinces = frozenset(place.code[:2] for place in sure)
    prefectures = {places().prefecture_of(place) for place in sure}
    only = prefectures.pop() if len(prefectures) == 1 else None
    if len(provinces) > 1 or (only is None and known.provinces):
        return None
    return Scope(prefecture=only, provinces=provinces)


def _surely(draft: Draft) -> Place | None:
    place = draft.opening.place or draft.section.county or draft.section.prefecture
    return place if place is not None and place.level is not Level.PROVINCE else None


def _is_unsure(draft: Draft) -> bool:
    named = draft.opening.named
    return draft.section.unclear or (named is not None and named.place is None)


def reports_of(drafts: list[Draft], setting: Setting) -> tuple[Report, ...]:
    """The reports that `drafts` become, their titles told apart within a region.

    The drafts are used up on the way, as there may be very many; `drafts` is empty afterwards.
    """
    shared = Shared()
    drafts.reverse()
    reports: list[Report] = []
    while drafts:
        reports.append(_report(drafts.pop(), setting, shared))
    for index, title in told_apart(reports):
        reports[index] = replace(reports[index], title=title)
    return tuple(reports)


def _title(draft: Draft) -> str:
    title = title_of(draft.texts[0], draft.plains[0], draft.opening)
    return title if draft.opening.subject or not draft.body else draft.body + title


def _region(draft: Draft, setting: Setting) -> Region:
    opening = draft.opening
    named = opening.subject.named if opening.subject is not None else opening.named
    if named is None and opening.subject is not None and draft.words[:1] in _OF_THE_PLACE:
        named = _county_only(opening.named)
    named = named or opening.venue
    if named is None and draft.body:
        named = naming(plain_of(draft.body), 0, draft.section.scope)
    if named is None and draft.section.prefecture is None:
        named = _county_only(opening.named) or _filed_from(draft)
    default = setting.default
    if named is None and draft.section.prefecture is None:
        named = _held_in(draft, default)
    if draft.tag:
        tagged = first_named(plain_of(draft.tag), draft.section.scope)
        if tagged is not None and tagged.place is not None:
            default = tagged.place if tagged.place.level is not Level.PROVINCE else default
    return region_of(draft.section, named, opening.subject, draft.words, default)


def _held_in(draft: Draft, default: Place | None) -> Naming | None:
    """The place of the venue beside the words, where nothing else says whose meeting it is.

    On a page of one prefecture only a county's body or nobody's meeting is where it was held.
    """
    if not draft.venue or (default is not None and draft.words[:1] not in ("", "县", "区", "旗")):
        return None
    scope = draft.section.scope.within(default) if default is not None else draft.section.scope
    return naming(plain_of(draft.venue).removeprefix("在"), 0, scope)


def _filed_from(draft: Draft) -> Naming | None:
    """The place of a lead-in such as 本报咸阳讯; an agency's says only where its office is."""
    lead = draft.plains[0][: draft.opening.lead_end]
    if not lead or _NATIONAL.search(lead):
        return None
    named = filed_from(lead.removeprefix("本报"), draft.section.scope)
    return named if named is not None and named.prefecture is not None else None


def _county_only(named: Naming | None) -> Naming | None:
    return named if named is not None and named.county is not None else None


def read_date(draft: Draft, calendar: Calendar) -> DateReading:
    """The date of a draft in a bulletin of the time of `calendar`."""
    calendar = draft.section.calendar or calendar
    words = draft.date_words
    if words is None:
        return DateReading(MeetingDate())
    if words.relative and words.month is None and draft.opening.dateline is not None:
        base = resolve(draft.opening.dateline, calendar).held.start
        if base is not None:
            calendar = Calendar(base.year, base.month, base.day)
    return resolve(words, calendar)


def _report(draft: Draft, setting: Setting, shared: Shared) -> Report:
    region, reading = _region(draft, setting), read_date(draft, setting.calendar)
    code = region.prefecture.code if region.prefecture else None
    body = "\n".join(draft.texts)
    return Report(
        id=report_id(code, body),
        paragraphs=tuple(draft.texts),
        prefecture=region.prefecture.name if region.prefecture else None,
        prefecture_code=code,
        county=region.county.name if region.county else None,
        county_code=region.county.code if region.county else None,
        heading=draft.section.heading,
        held=shared.one(reading.held),
        organisation=shared.one(_organisation(draft)),
        title=draft.section.headline or _title(draft),
        documents=shared.one(documents_in(body)),
        source=Source(setting.file, setting.bulletin, draft.number, "", draft.tag),
        flags=shared.one((*region.flags, *reading.flags)),
    )


def _organisation(draft: Draft) -> str | None:
    subject = draft.opening.subject
    if subject is None:
        return draft.body or draft.section.body
    return draft.texts[0][subject.start : subject.end].strip() or None
