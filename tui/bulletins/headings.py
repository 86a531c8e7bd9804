"""Lines and labels that say whose reports follow: regions, bodies, topics, years."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from tui.bulletins.datewords import DateWords, date_at, number_of
from tui.bulletins.organisations import ends_body, is_body
from tui.bulletins.regions import ANYWHERE, ZONE, Naming, Scope, naming
from tui.reports.places import Level

MARK = r"[※·•*#☞▍▎|\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
"""A bullet, a star or a picture, with which items and headings begin."""
_NUMBER = (
    r"(?:第[一二三四五六七八九十\d]{1,3}(?:[、.]|[篇章站] ?(?=.))|"
    r"[一二三四五六七八九十]{1,3} ?[、.]|"
    r"\([一二三四五六七八九十\d]{1,3}\) ?[、.]?|"
    r"\d{1,3} ?(?:[、)]|\.(?!\d{1,2}(?:[.\-/,]|[上下中]午|晚| (?![月年日])[\u4e00-\u9fff])))|"
    r"[一二三四五六七八九]是(?=\d{1,2}月|近日|日前)|"
    r"0\d ?(?=[\u4e00-\u9fff])|\d{1,2} ?[|/·](?= ?[\u4e00-\u9fff])|"
    r"[①-⑳㈠-㈩⒈-⒛]|\d{1,2}\ufe0f?\u20e3|答 ?:)"
)
MARKER = re.compile(
    rf"-{{1,2}} ?(?=\d{{1,2}}月)|- +|(?:{MARK}[ ]{{0,3}}){{1,4}}(?:{_NUMBER} ?)?|"
    rf"{_NUMBER} ?(?:{MARK} ?)?"
)
"""A bullet or a number at the head of an item, in folded text."""

_MARKED = re.compile(MARK)
_OPEN = "【〔[(<「『〖《〈"
_CLOSE = "】〕])>」』〗》〉:"
_LONGEST = 40
_LONGEST_BODY = 20
_NO_HEADING = re.compile(r"[。;!?,]")
_ASIDE = re.compile(r"(?<=.)\([^()]{0,16}\)?$")
"""襄阳市(2篇), 石河子市(第八师: what stands in brackets after a name."""
_CORPS = re.compile(r"^(?:新疆生产建设)?兵团(?=第?[一二三四五六七八九十]{1,2}师)")
_OWN = re.compile(r"[市州地盟]?(?:直|直属|本级|直机关|直属机关|直属单位|直单位)")
"""伊犁州直: what belongs to the prefecture itself."""
_BETWEEN = re.compile(r"[ ·/>|()-]")
"""伊犁州·察布查尔县, 哈 密 市, (沈阳)铁西区."""
_YEAR = re.compile(r"((?:19|20)\d\d) ?年?$")
_MONTH = re.compile(r"(元|十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9]) ?月份?$")
_PART = re.compile(r"[上中下]旬")
_TRAILING = re.compile(r"(?:之?篇|专栏|动态|消息|讯|简讯|快讯|专讯)")
_ACTS = re.compile(
    r"召开|举办|举行|组织|开展|启动|慰问|走访|学习|传达|部署|深入|走进|推进|贯彻|落实|为|在|“|"
    r"\"|:|聚|赴|助|"
    r"强化|加强|打造|创新|做|多措|让|把|与"
)
_DOES = re.compile(
    r"(?:召开|举办|举行|开展|启动|部署|推行|推进|推动|规范|组织|成立|传达|学习|慰问|走访|全面|扎实|积极|多措|为)"
)
"""莱芜区召开推进会, 陵城区为农资门店"体检": what a headline says that its place does."""
_SHORT_NAME = 6
_APART = re.compile(
    r"^省(?!直辖)|^自治区(?!直辖)|^全国|省直|区直|中直|中央|部属|省属|教育系统|高校|高等|院校|"
    r"大学|国企|国有|企业|行业|教育部|"
    r"部委|兵团$|公司|集团"
)


class HeadingKind(Enum):
    """What a heading names."""

    REGION = "region"
    BODY = "body"
    """A whole organisation with its place: 山西省吕梁市岚县关工委."""
    TOPIC = "topic"
    """Anything else short: 养老服务, 教育系统."""
    HEADLINE = "headline"
    """The title of the one report that follows."""
    YEAR = "year"
    DATE = "date"
    """The date of the report that follows, on a line of its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and what it names."""

    text: str
    """As written, without marks and brackets."""
    kind: HeadingKind
    named: Naming | None = None
    year: int | None = None
    date: DateWords | None = None

    @property
    def is_apart(self) -> bool:
        """Whether it stands outside prefectures: 省直机关, 教育系统, 高校."""
        return bool(_APART.search(self.text))


def region_heading(text: str, plain: str, scope: Scope) -> Heading | None:
    """The heading that a line is, where it names a region, a body of one, or a year."""
    if len(plain) > _LONGEST + 12:
        return None
    heading = _region_heading(text, plain, ANYWHERE)
    if scope is ANYWHERE or not _depends(heading, plain):
        return heading
    return _region_heading(text, plain, scope)


def _depends(heading: Heading | None, plain: str) -> bool:
    """Whether what a line names is another place, or none, where others are looked for first."""
    if heading is None:
        return "区" in plain  # 城区 or 湖滨新区, which is one only near its city
    return heading.named is not None and len(heading.named.candidates) > 1


@lru_cache(maxsize=2048)
def _region_heading(text: str, plain: str, scope: Scope) -> Heading | None:
    """The heading, kept: a line is looked at more than once, and headings come again."""
    start, end = undecorated(plain)
    core = plain[start:end]
    if not core or len(core) > _LONGEST or _NO_HEADING.search(core):
        return None
    shown = text[start:end]
    if year := _YEAR.fullmatch(core):
        told = start or core.endswith("年")
        return Heading(shown, HeadingKind.YEAR, year=int(year[1])) if told else None
    if start and (month := _month(core)) is not None:
        return Heading(shown, HeadingKind.DATE, date=month)
    date = date_at(core, 0)
    if date is not None and _is_whole(core, date):
        return Heading(shown, HeadingKind.DATE, date=date)
    found = _region(shown, core, scope)
    # (某县关工委) on a line of its own is the closing tag of the report above it.
    tagged = plain[0] == "(" and found is not None and found.kind is HeadingKind.BODY
    return None if tagged else found


def entry_heading(text: str, plain: str) -> Heading | None:
    """The month, or the day of one, that a line of a chronicle consists of: 四月, 2日, 下旬."""
    if len(plain) > _LONGEST:
        return None
    start, end = undecorated(plain)
    core = plain[start:end]
    date = _month(core)
    if _PART.fullmatch(core):
        date = DateWords(0, len(core), core, part=core)
    elif (day := date_at(core, 0)) is not None and day.relative == "bare" and day.text == core:
        date = replace(day, relative="")
    return None if date is None else Heading(text[start:end], HeadingKind.DATE, date=date)


def _month(core: str) -> DateWords | None:
    """The month that words consist of: 四月, 12月份."""
    found = _MONTH.fullmatch(core)
    return DateWords(0, len(core), core, month=number_of(found[1])) if found else None


def _is_whole(core: str, date: DateWords) -> bool:
    """Whether a line is a date and no more; with a year it says when the page was written."""
    rest = re.sub(r"\(?(?:星期|周).\)?|[上下]午|晚", "", core[date.end :]).strip()
    return not rest and date.year is None and date.month is not None


def heading_anywhere(text: str, plain: str) -> Heading | None:
    """`region_heading` over all China."""
    return region_heading(text, plain, ANYWHERE)


def _region(shown: str, core: str, scope: Scope) -> Heading | None:
    packed = _CORPS.sub("", _BETWEEN.sub("", _ASIDE.sub("", core)))
    named = naming(packed, 0, scope)
    if named is None:
        return _league(shown, core, scope)
    if named.place is None:
        named = _as_heading(named)
    rest = packed[named.end :].strip()
    if not rest or any(whole.fullmatch(rest) for whole in (_OWN, _TRAILING, ZONE)):
        return Heading(shown, HeadingKind.REGION, named, date=_date_aside(core))
    if ends_body(packed) and not _ACTS.search(rest) and len(rest) <= 24:
        return Heading(shown, HeadingKind.BODY, named)
    return None


def is_apart(name: str) -> bool:
    """Whether a short name is of those outside prefectures: 省直, 高校."""
    return len(name) <= _SHORT_NAME and _APART.search(name) is not None


def is_own(name: str) -> bool:
    """Whether a name means a prefecture's own bodies: 市直, 州本级."""
    return name[0] in "市州地盟" and bool(_OWN.fullmatch(name))


def _as_heading(named: Naming) -> Naming:
    """A heading that may be a prefecture or a county somewhere else (西安) is the prefecture."""
    prefectures = [place for place in named.candidates if place.level is Level.PREFECTURE]
    provinces = any(place.level is Level.PROVINCE for place in named.candidates)
    if len(prefectures) != 1 or provinces:
        return named
    return replace(named, place=prefectures[0])


def _date_aside(core: str) -> DateWords | None:
    """杭州市(3月5日): the date of what follows."""
    aside = _ASIDE.search(core)
    date = date_at(core, aside.start() + 1) if aside is not None else None
    return date if date is not None and date.month is not None else None


def _league(shown: str, core: str, scope: Scope) -> Heading | None:
    """团岳麓区委, 共青团宁乡市委."""
    found = re.match(r"(?:共青)?团", core)
    named = naming(core, found.end(), scope) if found else None
    if named is None or not core.endswith("委"):
        return None
    return Heading(shown, HeadingKind.BODY, named)


def topic_heading(text: str, plain: str, scope: Scope = ANYWHERE) -> Heading | None:
    """The heading that a short line without a region may be.

    A headline may begin with the place it is about, 康县:阳坝茶园里的班会; it is looked for in
    `scope`.
    """
    if len(plain) > _LONGEST + 20:
        return None
    start, end = undecorated(plain)
    core = plain[start:end]
    if not core or re.search(r"[。;]|[,!?]$", core):
        return None
    acts = not is_body(core) and (_ACTS.search(core) or len(core) > 12 or "," in core)
    if not acts:
        return Heading(text[start:end], HeadingKind.TOPIC)
    if _OUTSIDE.match(core) and naming(core, 0, scope) is None:
        return Heading(text[start:end], HeadingKind.TOPIC)
    named = naming(core, 0, scope)
    about = named is not None and _is_about(core, named)
    return Heading(text[start:end], HeadingKind.HEADLINE, named if about else None)


_OUTSIDE = re.compile(r"[\u4e00-\u9fff]{2,6}(?:区|集团|公司|大学|学院|农场|林场|油田):")
"""赣江新区:线上"加油站": a headline about what no gazetteer has."""


def _is_about(core: str, named: Naming) -> bool:
    """Whether a headline begins with a place or a body of one, and goes on after a sign."""
    if named.place is not None and named.place.level is Level.PROVINCE:
        return False
    colon = core.find(":", named.end)
    of_body = 0 < colon <= _LONGEST_BODY and ends_body(core[:colon])
    parted = of_body or core.startswith((":", "|", " "), named.end)
    return parted or (named.place is not None and _DOES.match(core, named.end) is not None)


def undecorated(plain: str) -> tuple[int, int]:
    """Where the words of a heading begin and end, without marks, numbers and brackets."""
    start, end = 0, len(plain)
    marker = MARKER.match(plain)
    if marker is not None and marker.end() < end:
        start = marker.end()
    while start < end and plain[start] in _OPEN + " ★☆●■▲◆":
        start += 1
    while end > start and (plain[end - 1] in _CLOSE + " " or _MARKED.match(plain, end - 1)):
        end -= 1
    return start, end
