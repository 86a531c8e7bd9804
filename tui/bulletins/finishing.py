"""The reports that drafts become: where each is from, when it was held, what it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.bulletins.dates import Calendar, DateReading, resolve
from tui.bulletins.documents import documents_in
from tui.bulletins.drafts import Draft
from tui.bulletins.mentions import all_named, common_place, filed_from
from tui.bulletins.organisations import Subject, after_league, is_body
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import Naming, Scope, is_below, naming
from tui.bulletins.sections import Region, Section, region_of
from tui.bulletins.shared import Shared
from tui.bulletins.titles import title_of, told_apart
from tui.bulletins.verbs import HOLDING
from tui.reports.date import MeetingDate
from tui.reports.places import Level, Place, places
from tui.reports.report import Report, Source, report_id

_OF_THE_PLACE = frozenset("县市区旗")
"""What a body's name begins with where its place was named before it: 在鹤峰县,县妇联…."""
_OF_A_COUNTY = frozenset("县区旗")
"""What the name of a county's body begins with where no place stands before it."""
_ABOVE_COUNTIES = frozenset("省州盟")
"""What the name of a body beside the words begins with where no county it met in has it."""
_SHORTEST_HEADLINE = 6
_SEVERAL = 2
_LOOK = 120
"""How far into a report its places are looked for, in characters."""
_KIND = re.compile(r"[团中共]{0,2}([县市区旗州盟])")
"""Of what kind of place a body is."""
_HELD = re.compile(r"(?:召开|举办|举行|开展)了?\"?")
_NATIONAL = re.compile(r"新华|中新|人民|光明|央视|中国|法治|经济")
"""Papers and agencies that report from everywhere."""


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


def page_place(drafts: Sequence[Draft], known: Place | None) -> Place | None:
    """The place the page is about: no county where most of its reports are from others.

    The headline of the first report may have been taken for the title of them all.
    """
    if known is None or known.level is not Level.COUNTY:
        return known
    sure = [place for draft in drafts if (place := _surely(draft)) is not None]
    others = [place for place in sure if place.level is Level.COUNTY and place != known]
    if len(others) < _SEVERAL or 2 * len(others) < len(drafts):
        return known
    prefectures = {places().prefecture_of(place) for place in (known, *others)}
    return prefectures.pop() if len(prefectures) == 1 else None


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


def _headline(draft: Draft) -> str:
    """The headline above a report; a topic of a few characters (养老服务) is none."""
    headline = draft.section.headline
    return headline if len(headline) >= _SHORTEST_HEADLINE else ""


def _title(draft: Draft) -> str:
    title = title_of(draft.texts[0], draft.plains[0], draft.opening)
    return title if draft.opening.subject or not draft.body else draft.body + title


def _region(draft: Draft, setting: Setting) -> Region:
    opening = draft.opening
    headed = draft.section.body and draft.section.prefecture is not None
    if headed and (opening.subject is None or _comes_late(draft, opening.subject)):
        # It is that body's, wherever it was held and whoever spoke there.
        return region_of(draft.section, None, None, "", setting.default)
    named = opening.subject.named if opening.subject is not None else opening.named
    if named is None and opening.subject is not None and draft.words[:1] in _OF_THE_PLACE:
        named = _county_only(opening.named)
    if named is None and opening.subject is not None and _is_placed(draft, opening.subject):
        named = _county_only(opening.named)
    if draft.body and opening.subject is None and plain_of(draft.body)[0] in _ABOVE_COUNTIES:
        return region_of(draft.section, None, None, plain_of(draft.body), setting.default)
    named = named or opening.venue
    if named is None and draft.body:
        body = plain_of(draft.body)
        named = naming(body, after_league(body, 0), draft.section.scope)
    if named is None and draft.section.prefecture is None:
        named = _county_only(opening.named) or _filed_from(draft)
    default = setting.default
    if named is None and draft.section.prefecture is None:
        named = _held_in(draft, default)
    if named is None and draft.section.prefecture is None and default is None:
        named = _event_of(draft)
    section = draft.section
    tagged = all_named(plain_of(draft.tag), section.scope) if draft.tag else []
    if any(one.place and one.place.level is not Level.PROVINCE for one in tagged):
        default = common_place(tagged) or _spoken_of(draft, tagged)
        # Of a report that two prefectures signed nobody says whose it is.
        section = section if default is not None else replace(section, unclear=True)
        whose = opening.subject is None or draft.words[:1] in _OF_A_COUNTY
        if named is None and whose and _refines(default, section):
            section = replace(section, county=default)
    return region_of(section, named, opening.subject, draft.words, default)


def _is_placed(draft: Draft, subject: Subject) -> bool:
    """在合江县,关工委…: whose body it is stands right before it."""
    plain, named = draft.plains[0], draft.opening.named
    before = named is not None and named.full and named.end + 1 == subject.start
    return before and plain.startswith("在") and plain[subject.start - 1] == ","


def _refines(tagged: Place | None, section: Section) -> bool:
    """Whether a report is signed by a county of the prefecture whose heading it stands under."""
    if tagged is None or section.prefecture is None or section.county is not None:
        return False
    return tagged.level is Level.COUNTY and is_below(tagged, section.prefecture)


def _spoken_of(draft: Draft, tagged: Sequence[Naming]) -> Place | None:
    """The one of several prefectures that signed a report which its words name a place of."""
    spoken = all_named(draft.plains[0], draft.section.scope, _LOOK)
    both = {one.prefecture for one in tagged} & {one.prefecture for one in spoken if one.full}
    return both.pop() if len(both) == 1 else None


def _held_in(draft: Draft, default: Place | None) -> Naming | None:
    """The place of the venue beside the words, where nothing else says whose meeting it is.

    On a page of one prefecture only a county's body or nobody's meeting is where it was held.
    """
    if not draft.venue or (default is not None and draft.words[:1] not in ("", "县", "区", "旗")):
        return None
    scope = draft.section.scope.within(default) if default is not None else draft.section.scope
    return naming(plain_of(draft.venue).removeprefix("在"), 0, scope)


def _event_of(draft: Draft) -> Naming | None:
    """The place that what a body held is called after: 团市委召开中山共青团工作会.

    The body says of what kind of place it is: 市关工委, 团市委.
    """
    kind = _KIND.match(draft.words)
    if kind is None:
        return None
    plain = draft.plains[0][:_LOOK]
    for held in _HELD.finditer(plain):
        named = naming(plain, held.end(), draft.section.scope)
        if named is None:
            continue
        meant = [place for place in named.candidates if place.name.endswith(kind[1])]
        if len(meant) == 1:
            return replace(named, place=meant[0])
    return None


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
    above = draft.section.date
    if words.relative == "bare" and above is not None and above.month and above.day is None:
        words = replace(words, relative="", month=above.month, year=above.year)
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
        title=_headline(draft) or _title(draft),
        documents=shared.one(documents_in(body)),
        source=Source(setting.file, setting.bulletin, draft.number, "", draft.tag),
        flags=shared.one((*region.flags, *reading.flags)),
    )


def _comes_late(draft: Draft, subject: Subject) -> bool:
    """Whether below the heading of a body someone else is spoken of after what was held."""
    before = draft.plains[0][: subject.start]
    if not draft.section.body:
        return False
    if HOLDING.search(before) is not None:
        return True
    date = draft.opening.date
    told = date is None or date.start < before.find("。") or subject.named is None
    return "。" in before and told


def _headed(heading: str) -> str | None:
    """The heading, where it is a body's name: the words below it need not name it again."""
    return heading if heading and is_body(plain_of(heading)) else None


def _organisation(draft: Draft) -> str | None:
    subject = draft.opening.subject
    if subject is None or (subject.person and subject.is_place) or _comes_late(draft, subject):
        return draft.body or draft.section.body or _headed(draft.section.heading)
    return draft.texts[0][subject.start : subject.end].strip() or None
