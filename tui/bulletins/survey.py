"""A first look at a whole bulletin: its title, when and where it is from, its headings."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tui.bulletins.chrome import chrome_of, is_contents, is_note
from tui.bulletins.dates import Calendar
from tui.bulletins.datewords import DateWords, date_at, date_words
from tui.bulletins.fields import is_field
from tui.bulletins.headings import heading_anywhere
from tui.bulletins.lines import Line
from tui.bulletins.mentions import first_named
from tui.bulletins.organisations import ends_body
from tui.bulletins.plain import plain_of
from tui.bulletins.publication import is_issue, is_only_issue, publication
from tui.bulletins.regions import ANYWHERE, Naming, Scope, naming
from tui.bulletins.verbs import HOLDING
from tui.bulletins.years import published_calendar, titled_calendar
from tui.reports.places import Level, Place, places

_ENDS = frozenset("。!?;:,")
_BYLINE = re.compile(
    r"[□■▲△◎○●]? ?(?:本[报网台刊]|见习|实习|特约|全媒体)*(?:记者|通讯员|信息员)[ :/]|"
    r"(?:文|图|文图|图文)/"
)
_NO_TITLE = re.compile(
    r"^.{1,4}$|首页|(?:网|在线|频道|客户端|门户|网站)$|[\[(〔]\d{4}[\])〕] ?\d+ ?号$"
)
"""Menus, the names of sites, the numbers of documents."""
_ISSUED = re.compile(r"(?:编|主办|编印|编发|承办)$")
"""What the name of whoever made an issue ends with."""
_LONGEST_TITLE = 24
_SHORTEST_TITLE = 8
"""The title of a page, which is an article's, is hardly shorter."""
_COUNTED = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[.、]|\([一二三四五六七八九十\d]{1,2}\)|[①-⑳]"
)
"""The number of an item, which no title has."""
_MEDIUM = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:新闻|政府|政务|外宣|文明|党建|门户|先锋|妇女|青年|教育|"
    r"司法|民政|长安|关工|关工委|妇联|老干部|人民)*(?:网|在线|信息港|融媒|发布|日报|晚报)(?:站|版|$|\W)"
)
_TOP = 4
_MASTHEAD = 12
"""Who publishes a bulletin stands in its first lines, this many."""
_FOOT = 8
"""Lines below the reports in which something is said of the page."""
_LONGEST_LINE = 80
"""A line about the page is no longer, in characters."""
_SITE = re.compile(r" ?[-_|—–·]{1,2} ?[^。]{2,40}$")
"""What follows the title in a browser's tab: -威海关工网."""
_NEXT = 4
_GOES_ON = re.compile(r"[-—─―]{1,3} ?[^-—─―。]{2,40}$")
"""What goes on with a title on the next line: ──各地团组织见闻."""
_LONGEST_CALL = 45
"""A title that asks or calls: 这一周,各地都在忙啥?"""
_SOURCE = re.compile(
    r"(?:来源|供稿单位|供稿|发布单位|发布机构|主办单位|主办|版权所有|单位) ?[::] ?"
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a bulletin says about itself."""

    title: str = ""
    title_lines: tuple[Line, ...] = ()
    """Where the title stands, with the line below it that goes on with it."""
    calendar: Calendar | None = None
    """From its publication line, its issue or its title."""
    published: bool = False
    """Whether the calendar is the publication line's."""
    scope: Scope = ANYWHERE
    default: Place | None = None
    """The prefecture or county the whole bulletin is from."""
    has_regions: bool = False
    """Whether some of its headings name regions."""
    has_dates: bool = False
    """Whether full dates stand above its reports as headings: it has several."""
    leads: bool = True
    """Whether it may begin with an introduction that is no report."""


def survey_of(lines: Sequence[Line], site: str = "") -> Survey:
    """What the lines of a bulletin, and the name of its site, say about it."""
    found = _title(lines, Survey())
    found = _calendar(lines, found)
    return _scope(lines, site, replace(found, has_dates=_has_dates(lines)))


def _has_dates(lines: Sequence[Line]) -> bool:
    """Whether several full dates stand alone, each above words without a date of their own."""
    at = [index for index, line in enumerate(lines) if full_date(line.plain) is not None]
    below = [lines[index + 1].plain if index + 1 < len(lines) else "" for index in at]
    if not all("。" in plain and date_at(plain, 0) is None for plain in below):
        return False
    return len({lines[index].plain for index in at}) > 1


def full_date(plain: str) -> DateWords | None:
    """The date that a line consists of, with its year."""
    if len(plain) > 24:
        return None
    date = date_at(plain, 0)
    if date is None or date.year is None or date.day is None:
        return None
    rest = re.sub(r"[()]|(?:星期|周).|[上下]午", "", plain[date.end :]).strip()
    return None if rest else date


def _title(lines: Sequence[Line], found: Survey) -> Survey:
    """The first short line before any words; the longest, where a menu stands above it."""
    beside: Line | None = None
    above: list[Line] = []
    short: list[Line] = []
    tab: tuple[Line, ...] = ()
    for at, line in enumerate(lines[:80]):
        plain = line.plain
        chrome = chrome_of(line)
        if not short and _is_tab(line, lines[at + 1 : at + 1 + _NEXT]):
            tab = (*tab, line)
            continue
        if chrome is not None and chrome.reason == "bulletins.left-breadcrumb":
            above, short = short or above, []
        listed = chrome is not None and chrome.reason == "bulletins.left-contents"
        if (listed or is_contents(plain)) and short:
            break
        if chrome and chrome.published and short and beside is None:
            beside = _titling(short[-1])
        if chrome or is_note(plain) or is_contents(plain) or _is_byline(plain):
            continue
        if is_only_issue(plain):
            continue
        if (short or above) and _COUNTED.match(plain):
            break
        if short and _GOES_ON.match(plain):
            continue
        if _is_words(line) or heading_anywhere(line.text, plain) is not None:
            break
        short.append(line)
    short = short or above
    if not short:
        return found
    if beside is not None:
        title = beside
    elif len(short) > 3:
        title = max(short, key=lambda line: len(line.plain))
    else:
        title = next((line for line in short if not _NO_TITLE.search(line.plain)), short[0])
    below = lines[place + 1] if (place := lines.index(title)) + 1 < len(lines) else None
    goes_on = (below,) if below is not None and _GOES_ON.match(below.plain) else ()
    return replace(found, title=title.text, title_lines=(*tab, title, *goes_on))


def _is_tab(line: Line, after: Sequence[Line]) -> bool:
    """Whether a line is what a browser's tab says: the title below it, and the site's name."""
    return any(
        line.plain.startswith(other.plain)
        and len(other.plain) >= _SHORTEST_TITLE
        and _SITE.match(line.plain, len(other.plain))
        for other in after
    )


def _titling(line: Line) -> Line | None:
    """The line right above the date of publication, where it may be the title."""
    plain = line.plain
    titling = len(plain) >= _SHORTEST_TITLE and not _NO_TITLE.search(plain)
    titling = titling and _ISSUED.search(plain) is None
    return line if titling and not ends_body(plain) else None


def _is_byline(plain: str) -> bool:
    """本报记者 某某, 会议地点:…: who reports, or a field of a record."""
    return bool(_BYLINE.match(plain)) or is_field(plain)


def _is_words(line: Line) -> bool:
    plain = line.plain
    ends = plain[-1] in _ENDS and not (plain[-1] in "?!" and len(plain) <= _LONGEST_CALL)
    return len(plain) > 60 or ends or "。" in plain or bool(line.cells)


def _calendar(lines: Sequence[Line], found: Survey) -> Survey:
    """The calendar of the first publication line, else of an issue, else of the title."""
    issue: Calendar | None = None
    for line in lines:
        if len(line.plain) > 200:
            continue
        words = publication(line.plain)
        calendar = published_calendar(words) if words is not None else None
        if calendar is not None:
            return replace(found, calendar=calendar, published=True)
        if issue is None and is_issue(line.plain):
            issue = titled_calendar(line.plain)
    issue = issue or titled_calendar(plain_of(found.title)) or _beside(lines)
    return replace(found, calendar=issue)


def _beside(lines: Sequence[Line]) -> Calendar | None:
    """The year of a full date that stands beside other words above or below the reports."""
    for line in (*lines[:_MASTHEAD], *lines[: -_FOOT - 1 : -1]):
        plain = line.plain
        chrome = chrome_of(line)
        if chrome is not None and chrome.reason == "bulletins.left-footer":
            continue  # when the site was made, or the page saved
        if len(plain) > _LONGEST_LINE or line.cells or "。" in plain or HOLDING.search(plain):
            continue
        for date in date_words(plain):
            calendar = published_calendar(date) if date.month is not None else None
            if calendar is not None:
                return Calendar(calendar.year)
    return None


def _scope(lines: Sequence[Line], site: str, found: Survey) -> Survey:
    provinces: Counter[str] = Counter()
    headed = False
    for line in lines:
        heading = heading_anywhere(line.text, line.plain)
        if heading is None or heading.named is None:
            continue
        headed = True
        if heading.named.place is not None and heading.named.full:
            provinces[heading.named.place.code[:2]] += 1
    titled = _from_title(plain_of(found.title)) or _from_sources(lines)
    titled = titled or _from_masthead(lines, provinces) or _from_site(site, provinces)
    titled = titled or _from_medium(lines, provinces)
    scope = Scope(provinces=frozenset(provinces))
    default = None
    if titled is not None and titled.place is not None:
        scope = replace(scope, provinces=frozenset({titled.place.code[:2]}))
        default = titled.place if titled.place.level is not Level.PROVINCE else None
    return replace(found, scope=scope, default=default, has_regions=headed)


def _from_title(plain: str) -> Naming | None:
    """The place a title names; one it begins with needs no 市 or 省: 桂林司法行政动态."""
    named = first_named(plain, ANYWHERE) if plain else None
    if named is not None or len(plain) > _LONGEST_TITLE:
        return named
    for name, place in places().openings(plain[:16]):
        if place.level is not Level.COUNTY and len(name) >= 2:
            return Naming(len(name), place, (place,), full=False)
    return None


def _from_masthead(lines: Sequence[Line], provinces: Collection[str]) -> Naming | None:
    """The place of the body that issues the bulletin, beside its number or its date."""
    for line in lines[:_MASTHEAD]:
        plain = line.plain
        if len(plain) > 60 or not (publication(plain) or is_issue(plain) or _ISSUED.search(plain)):
            continue
        named = first_named(plain, ANYWHERE)
        if named is not None and named.place is not None:
            fits = not provinces or named.place.code[:2] in provinces
            return named if fits else None
    return None


def _from_medium(lines: Sequence[Line], provinces: Collection[str]) -> Naming | None:
    """The place of the site or the paper whose name stands on top: 邹城外宣网 今天是."""
    for line in lines[:_TOP]:
        found = _MEDIUM.match(line.plain)
        for name, place in places().openings(found["name"]) if found is not None else ():
            fits = not provinces or place.code[:2] in provinces
            if fits and place.level is not Level.PROVINCE:
                return Naming(len(name), place, (place,), full=False)
    return None


def _from_site(site: str, provinces: Collection[str]) -> Naming | None:
    """The place of the site, unless the headings are of other provinces."""
    named = naming(plain_of(site), 0, ANYWHERE) if site else None
    place = named.place if named is not None else None
    if place is None or (provinces and place.code[:2] not in provinces):
        return None
    return named


def _from_sources(lines: Sequence[Line]) -> Naming | None:
    """The place of whoever published the page."""
    for line in (*lines[:_MASTHEAD], *lines[-_FOOT:]):
        if len(line.plain) > 200:
            continue
        for found in _SOURCE.finditer(line.plain):
            named = first_named(line.plain[found.end() : found.end() + 24], ANYWHERE, 16)
            if named is not None:
                return named
    return None
