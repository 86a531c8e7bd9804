"""Places named in a text: chains such as 辽宁省朝阳市朝阳县, resolved over all China.

A name that means several places is decided by what is known already, the `Scope`; where that does
not decide, it stays open.
"""

import re
from dataclasses import dataclass
from functools import cache

from tui.reports.places import Level, Place, places

_BODIES = (
    r"关工委|关心下一代|妇联|妇女联合会|妇工委|团委|团县委|团市委|团区委|共青团|青联|少工委|"
    r"老干|老龄|民政|教育|教体|教科|教委|政协|人大|人民政府|政府|县委|市委|区委|州委|旗委|盟委|"
    r"地委|"
    r"党委|工会|总工会|残联|文联|科协|工商联|红十字|检察|法院|公安|司法|纪委|监委|组织部|宣传部|"
    r"统战部|政法委|应急|消防|卫健|卫生|农业农村|农牧|水利|水务|林草|林业|财政|人社|人力资源|"
    r"文旅|文化|文体|体育|市场监管|税务|交通|住建|自然资源|生态环境|发改|发展和改革|审计|统计|"
    r"气象|医保|退役军人|信访|商务|工信|科技|乡村振兴|禁毒|档案|党史|史志|融媒|供销|烟草|供电|"
    r"疾控|人武部|武警|邮政|银保监|金融|海关|边境|精神文明|文明办|爱卫|防汛|森林|网信|编办|"
    r"机关|直属|党校|新时代文明|志愿|未成年人|未保|扫黄打非|营商|数据|行政审批|政务|城管|综合执法|"
    r"关爱|家庭教育|家教|青少年|五老|\"五老\"|老年|老促会|慈善|侨联|台办|民宗|民族|宗教"
)
_BODY = re.compile(_BODIES)
_COMMON = frozenset(("城区", "郊区", "矿区", "新区"))
"""Names that are words as well: places only where they are looked for."""
_ANYWHERE = frozenset(("东区", "西区"))
"""Names that towns have for their parts too: places only in the province spoken of."""
ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:开发区|高新区|高新技术区|新区|经开区|示范区|保税区|综保区|产业园区?|"
    r"工业园区?|风景区|度假区|管理区|实验区|试验区|合作区|港区|新城)"
)
"""What a city has beside its districts: 经济技术开发区, 高新区."""
_KIND = re.compile(r"县|地区|盟|区(?!域|间|分|内|划)|市(?![场民值盈容面级]|政(?!府|协))")
"""What a county or a prefecture may have been before it became what it is."""
_LEVELS = {
    "地区": (Level.PREFECTURE,),
    "盟": (Level.PREFECTURE,),
    "市": (Level.PREFECTURE, Level.COUNTY),
}
_OWN_ZONE = re.compile(
    r"(?:国家级?|省级)?(?:经济|高新|工业|产业|旅游|生态|综合|保税|出口|农业|循环|临[港空]|空港|现代|技术|"
    r"民航|边境|化工|科技|文化|新|港|经开|开发|示范|风景|度假|管理)"
)
"""How a zone's name goes on after its city's bare one; 长白山保护开发区 is not in 长白."""
_BESIDE = re.compile(r"(?:实验|试验|示范|合作|(?<!高)新)区$")
_UNIVERSITY = re.compile(
    r"(?:[\u4e00-\u9fff]{2}|科技|理工|交通|师范|工业|农业|财经|医科|中医药|职业技术)?(?:大学|学院)(?![路区城站])"
)
_SUFFIXED = re.compile(r"[市县区州盟旗省]$|地区$|林区$|新区$|特区$")


@dataclass(frozen=True, slots=True)
class Scope:
    """The places a name is looked for first, from the nearest outwards."""

    county: Place | None = None
    prefecture: Place | None = None
    provinces: frozenset[str] = frozenset()
    """First two digits of the codes of the provinces the bulletin is about."""

    def within(self, place: Place) -> "Scope":
        """This scope with `place` for its centre."""
        return _scope_of(place)


@cache
def _scope_of(place: Place) -> Scope:
    """The one scope for all that stands under `place`: a bulletin may have thousands."""
    prefecture = places().prefecture_of(place)
    county = place if place.level is Level.COUNTY else None
    return Scope(county, prefecture, frozenset({place.code[:2]}))


ANYWHERE = Scope()
"""All China."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place as a text names it."""

    end: int
    """Where the name ends in the text."""
    place: Place | None
    """The place; none where the name may mean several."""
    candidates: tuple[Place, ...]
    full: bool
    """Whether its last part carries 市, 县, 区 or the like."""

    @property
    def prefecture(self) -> Place | None:
        """The prefecture it is or belongs to."""
        return self.place and places().prefecture_of(self.place)

    @property
    def county(self) -> Place | None:
        """The place itself where it is a county."""
        place = self.place
        return place if place is not None and place.level is Level.COUNTY else None


def may_name(text: str, start: int) -> bool:
    """Whether the two characters at `start` begin the name of any place, now or formerly."""
    return places().may_start(text, start)


def naming(text: str, start: int, scope: Scope) -> Naming | None:
    """The place named by the chain of names that begins at `start` of a folded text."""
    found: Naming | None = None
    at = start
    for _ in range(4):
        at += found is not None and text.startswith("的", at)  # 通化的柳河县
        if not may_name(text, at):
            break
        step = _step(text, at, scope, found)
        if step is None:
            break
        found, at = step, step.end
    return found


def _step(text: str, at: int, scope: Scope, above: Naming | None) -> Naming | None:
    """The next name of a chain; a name below the one before it, unless it is the first."""
    by_name: dict[str, list[Place]] = {}
    for name, candidate in places().openings(text[at : at + 16]):
        by_name.setdefault(name, []).append(candidate)
    for name, candidates in by_name.items():
        below = candidates if above is None else _below(candidates, above)
        end = at + len(name) + _self_governing(text, at + len(name), below)
        if end == at + len(name) and (other := _of_another_kind(text, end, name, below)):
            length, below = other
            end += length
        if not below or not _believable(text, end, text[at:end], below):
            continue
        if above is None and name in _COMMON and not any(_is_near(one, scope) for one in below):
            continue
        if (
            above is None
            and name in _ANYWHERE
            and not any(_is_near(one, scope) or _in_provinces(one, scope) for one in below)
        ):
            continue
        if above is None and _is_anybodys_zone(text, at, end, below, scope):
            continue
        place = _around(decide(below, scope, above), text[at:end], text, end)
        full = text[at:end] == below[0].name or bool(_SUFFIXED.search(text[at:end]))
        return Naming(end, place, tuple(below), full)
    return None


def _around(place: Place | None, name: str, text: str, end: int) -> Place | None:
    """平潭综合实验区 is beside 平潭县, in its prefecture; 昆山高新区 is in 昆山市."""
    zone = ZONE.match(text, end) if place is not None and place.name != name else None
    if place is None or zone is None or not _BESIDE.search(zone[0]):
        return place
    return places().prefecture_of(place) or place


def _is_anybodys_zone(
    text: str, start: int, end: int, candidates: list[Place], scope: Scope
) -> bool:
    """湖滨新区 is 三门峡's only where that is spoken of: any city may have such a zone."""
    zone = ZONE.match(text, end)
    if zone is None or not _BESIDE.search(zone[0]) or len(zone[0]) > len("新区"):
        return False
    bare = not any(place.name == text[start:end] for place in candidates)
    districts = all(place.name.endswith("区") for place in candidates)
    return bare and districts and not any(_is_near(place, scope) for place in candidates)


def _self_governing(text: str, end: int, candidates: list[Place]) -> int:
    """道真自治县 leaves out the people's name only: the length of what follows 道真."""
    for kind in ("自治县", "自治州", "自治旗"):
        if text.startswith(kind, end) and any(place.name.endswith(kind) for place in candidates):
            return len(kind)
    return 0


def _of_another_kind(
    text: str, end: int, name: str, candidates: list[Place]
) -> tuple[int, list[Place]] | None:
    """泸水县 is 泸水市 since: the length of the kind it was, and the places it may be."""
    kind = _KIND.match(text, end)
    if kind is None or any(place.name == name for place in candidates):
        return None
    levels = _LEVELS.get(kind[0], (Level.COUNTY,))
    left = [place for place in candidates if place.level in levels]
    if kind[0] == "市":  # no 县 was one: 会同市教育局 is what is done together with the city's
        left = [place for place in left if place.name[-1] not in "县旗"]
    return (len(kind[0]), left) if left else None


def _below(candidates: list[Place], above: Naming) -> list[Place]:
    return [
        place
        for place in candidates
        if any(is_below(place, higher) for higher in above.candidates)
    ]


def is_below(place: Place, higher: Place) -> bool:
    """Whether `place` lies in `higher`, at any depth."""
    up = places().parent(place)
    while up is not None:
        if up.code == higher.code:
            return True
        up = places().parent(up)
    return False


def _believable(text: str, end: int, name: str, candidates: list[Place]) -> bool:
    """A bare short form (和平, 城关) counts only before a public body or another name.

    Before what makes it the name of a university (兰州理工大学) it does not, as those are apart.
    """
    bare = all(place.name != name and place.level is not Level.PROVINCE for place in candidates)
    if bare and _UNIVERSITY.match(text, end):
        return False
    if _SUFFIXED.search(name) or any(place.name == name for place in candidates):
        return True
    if name.endswith("师") or end == len(text):
        return True
    if text[end] in " :】]〕)·" or text.startswith("--", end):
        return True
    if _BODY.match(text, end) or places().starting(text[end : end + 16]):
        return True
    if text[end] == "的" and places().starting(text[end + 1 : end + 17]):
        return True
    known = len(candidates) == 1 or any(place.level is Level.PREFECTURE for place in candidates)
    return known and bool(_OWN_ZONE.match(text, end))


def decide(
    candidates: list[Place] | tuple[Place, ...], scope: Scope, above: Naming | None = None
) -> Place | None:
    """The one place meant, or none where more than one may be."""
    if len(candidates) == 1:
        return candidates[0]
    if above is not None and above.place is not None:
        candidates = [place for place in candidates if is_below(place, above.place)] or candidates
    for ring in (_same_county, _in_prefecture, _in_provinces):
        inside = [place for place in candidates if ring(place, scope)]
        if len(inside) == 1:
            return inside[0]
        if inside:
            candidates = inside
    return _highest(candidates)


def _same_county(place: Place, scope: Scope) -> bool:
    return scope.county is not None and place.code == scope.county.code


def _in_prefecture(place: Place, scope: Scope) -> bool:
    return scope.prefecture is not None and is_below(place, scope.prefecture)


def _is_near(place: Place, scope: Scope) -> bool:
    return _same_county(place, scope) or _in_prefecture(place, scope)


def _in_provinces(place: Place, scope: Scope) -> bool:
    return place.code[:2] in scope.provinces


def _highest(candidates: list[Place] | tuple[Place, ...]) -> Place | None:
    """A prefecture, where the other places of its name are counties inside it (喀什)."""
    tops = [place for place in candidates if place.level is not Level.COUNTY]
    if len(tops) == 1 and all(
        place is tops[0] or is_below(place, tops[0]) for place in candidates
    ):
        return tops[0]
    return None
