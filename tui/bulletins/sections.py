"""The section of a bulletin a report stands in: the heading above it, and where that is."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.bulletins.dates import Calendar
from tui.bulletins.datewords import DateWords
from tui.bulletins.headings import Heading, HeadingKind, region_heading
from tui.bulletins.organisations import Subject, is_body
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE, Naming, Scope, naming
from tui.reports.places import Level, Place, places

_OWN = re.compile(
    r"(?:[市州盟]|地区)?(?:本级|[市州盟地]直(?:属|机关|属?单位|属机关)?)$|[市州盟地]直"
)
"""市本级, 州直单位: the prefecture's own, below its heading."""

_LOCAL = re.compile(r"^[市州县区盟旗]|[镇乡村]|街道|社区|苏木")
"""A body of the place spoken of: 市教育局, 莘庄镇关工委."""

_TOWN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:街道|镇|乡|苏木|社区|村)")
"""望京街道, below the heading of its county."""

_SHORT = 5
"""高校, 国有企业: the headings of those outside prefectures are no longer."""

UNCLEAR_REGION = "bulletins.unclear-region"
REGION_DIFFERS = "bulletins.region-differs"
NO_REGION = "bulletins.no-region"
UNCLEAR_COUNTY = "bulletins.unclear-county"


@dataclass(frozen=True, slots=True)
class Section:
    """What headings have said so far."""

    heading: str = ""
    prefecture: Place | None = None
    county: Place | None = None
    body: str | None = None
    """The organisation, where the heading is a whole one."""
    headline: str = ""
    """The title of the report that follows."""
    calendar: Calendar | None = None
    """The year of a heading such as 【1991年】."""
    date: DateWords | None = None
    """The date of a line of its own above the report."""
    scope: Scope = ANYWHERE
    apart: bool = False
    """Outside prefectures: 省直机关, 教育系统."""
    above: "Section | None" = None
    """The section of the headings, where a headline has one of its own."""
    inline: bool = False
    """Whether its heading stands in the line of a report."""
    unclear: bool = False
    """The heading names a place that may be several."""

    def below(self, heading: Heading, page: Scope) -> "Section":
        """The section that `heading` begins.

        Args:
            heading: the new heading.
            page: where the bulletin's places are looked for outside a section.
        """
        if heading.kind is HeadingKind.HEADLINE:
            return self._headlined(heading, page)
        if heading.kind is HeadingKind.DATE:
            return replace(self, headline="", date=_of_month(heading.date, self.date))
        if heading.kind is HeadingKind.YEAR:
            return replace(self, headline="", calendar=Calendar(heading.year))
        if heading.named is None and self.prefecture is not None and _OWN.match(heading.text):
            within = page.within(self.prefecture)
            return replace(self, heading=heading.text, county=None, body=None, scope=within)
        if heading.named is None and (own := self._of_the_place(heading.text)) is not None:
            return own
        if heading.named is None and self.prefecture is not None and _TOWN.fullmatch(heading.text):
            return replace(self, heading=heading.text, body=None, headline="")
        if heading.named is None:
            return Section(
                heading.text, scope=page, calendar=self.calendar, apart=heading.is_apart
            )
        section = self.at(heading.named, heading.text, page)
        section = replace(section, date=heading.date) if heading.date is not None else section
        if heading.kind is HeadingKind.BODY:
            return replace(section, body=heading.text)
        return section

    def labelled(
        self, named: Naming | None, text: str, page: Scope, counted: bool = False
    ) -> "Section":
        """The section of an inline heading, which may name a place or none.

        Below a heading of a line of its own, that of a counted item is its headline.
        """
        if named is not None:
            return replace(self.at(named, text, page), inline=True)
        plain = plain_of(text)
        heading = region_heading(text, plain, page)
        heading = heading or Heading(text, HeadingKind.TOPIC)
        own = heading.named is None and self.prefecture is not None and not self.inline
        apart = heading.is_apart and len(plain) <= _SHORT
        if counted and own and not apart and not is_body(plain):
            return replace(self, headline=text)
        return self.below(heading, page)

    def _headlined(self, heading: Heading, page: Scope) -> "Section":
        """The section of one report, which its headline may say the place of."""
        above = self.above or self
        if heading.named is None:
            return replace(above, headline=heading.text)
        placed = above.at(heading.named, above.heading, page)
        body = heading.text.replace("：", ":").partition(":")[0]
        body = body if is_body(plain_of(body)) else ""
        return replace(placed, headline=heading.text, above=above, body=body or None)

    def _of_the_place(self, text: str) -> "Section | None":
        """The section of a body without a place of its own, which is this section's: 市教育局."""
        plain = plain_of(text)
        if not is_body(plain) or not _LOCAL.search(plain):
            return None
        county = None if self.prefecture is not None and plain[0] in "市州盟" else self.county
        return replace(self, heading=text, county=county, body=text, headline="")

    def of_cell(self, text: str, page: Scope) -> "Section":
        """The section of a row whose region stands in a cell of its own."""
        plain = plain_of(text).replace("\n", "")
        named = _in_cell(plain, self.scope if self.prefecture else page)
        if named is None:
            apart = Heading(plain, HeadingKind.TOPIC).is_apart
            return Section(text, scope=page, calendar=self.calendar, apart=apart)
        section = self.at(named, text, page)
        return section if named.end == len(plain) else replace(section, body=text)

    def at(self, named: Naming, text: str, page: Scope) -> "Section":
        """The section of a place named by a heading or an inline one."""
        place = named.place
        if place is None:
            return Section(text, scope=page, calendar=self.calendar, unclear=True)
        return Section(
            text,
            named.prefecture,
            named.county,
            calendar=self.calendar,
            scope=page.within(place),
            apart=place.level is Level.PROVINCE,
        )


def _of_month(date: DateWords | None, above: DateWords | None) -> DateWords | None:
    """2日 below 四月: the day of that month."""
    if date is None or date.month is not None or above is None:
        return date
    return replace(date, month=above.month, year=above.year)


@lru_cache(maxsize=512)
def _in_cell(plain: str, scope: Scope) -> Naming | None:
    """The place a cell begins with, kept: a table has it in many rows."""
    return naming(plain, 0, scope)


@dataclass(frozen=True, slots=True)
class Region:
    """Where a report belongs, and what was not sure about it."""

    prefecture: Place | None = None
    county: Place | None = None
    flags: tuple[str, ...] = ()


def region_of(
    section: Section,
    named: Naming | None,
    subject: Subject | None,
    words: str,
    default: Place | None,
) -> Region:
    """Where a report belongs.

    Args:
        section: the headings above it.
        named: the place its first words name.
        subject: who it is about.
        words: the folded words of the subject.
        default: the place the page itself is about.
    """
    if named is not None and named.place is None:
        return _unclear(section, named)
    if named is None or named.place is None or named.place.level is Level.PROVINCE:
        return _from_section(section, named, subject, words, default)
    prefecture, county = named.prefecture, named.county
    differs = section.prefecture is not None and section.prefecture != prefecture
    differs = differs or (section.county is not None and section.county != county)
    return Region(prefecture, county, (REGION_DIFFERS,) if differs else ())


def _unclear(section: Section, named: Naming) -> Region:
    inside = [place for place in named.candidates if _prefecture(place) == section.prefecture]
    if section.prefecture is not None and len(inside) != 1:
        return Region(section.prefecture, section.county, (UNCLEAR_REGION,))
    if section.prefecture is not None:
        return Region(section.prefecture, _county(inside[0]))
    prefectures = {_prefecture(place) for place in named.candidates}
    only = prefectures.pop() if len(prefectures) == 1 else None
    return Region(only, None, (UNCLEAR_REGION,))


def _from_section(
    section: Section,
    named: Naming | None,
    subject: Subject | None,
    words: str,
    default: Place | None,
) -> Region:
    """The region of a report whose first words name none."""
    prefecture, county = section.prefecture, section.county
    if county is not None and _of_prefecture(words, county):
        county = None
    if prefecture is None and named is not None:
        return Region()
    if prefecture is None and words.startswith(("省", "自治区")):
        return Region()
    if prefecture is None and not section.apart and default is not None:
        prefecture, county = _prefecture(default), _county(default)
    if prefecture is None:
        apart = section.apart and not section.unclear
        return Region(flags=() if apart else (UNCLEAR_REGION if section.unclear else NO_REGION,))
    if (
        county is None
        and subject is not None
        and words[:1] in "县区旗"
        and _has_counties(prefecture)
    ):
        return Region(prefecture, None, (UNCLEAR_COUNTY,))
    return Region(prefecture, county)


def _of_prefecture(words: str, county: Place) -> bool:
    """Whether a body below a county's heading is the prefecture's: 市教育局, in no 市 itself."""
    return words[:1] in ("州", "盟") or (words[:1] == "市" and not county.name.endswith("市"))


def _has_counties(prefecture: Place) -> bool:
    return bool(places().children(prefecture.code))


def _prefecture(place: Place) -> Place | None:
    return places().prefecture_of(place)


def _county(place: Place) -> Place | None:
    return place if place.level is Level.COUNTY else None
