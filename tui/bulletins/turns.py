"""Whether a paragraph below a report turns to somebody else, of whom another report tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.bulletins.datewords import date_at
from tui.bulletins.leads import is_phrase
from tui.bulletins.openings import Opening
from tui.bulletins.organisations import Subject, is_team, same_body
from tui.bulletins.regions import Naming
from tui.bulletins.splitting import HOLDS, tells_day
from tui.bulletins.verbs import PURPOSES
from tui.reports.places import Level, Place

_WHEN_OR_WHERE = re.compile(
    r"(?:19|20)\d\d年的?[^,。]{1,8},|(?:(?:与此同时|同时|此外|另外|无独有偶|而),?)?在[^,。]{2,18},|[自从][^,。]{2,9}(?:起|以来|开始),"
)
_WHAT_FOR = re.compile(rf"(?:为了|{PURPOSES}|着眼)[^。;]{{2,80}}[,。]")
_HELD_FOR = re.compile(rf"(?:(?:{PURPOSES})[^。;]{{2,60}}?,)?{HOLDS.pattern}")
_WHOSE = re.compile(
    r"[一二三四五六七八九十〇○零百\d]{1,5}团(?!委)|[市县区旗州盟省](?!镇|乡)|[\u4e00-\u9fff]{1,12}?(?:镇|乡|街道|苏木|社区|村|农场|林场|团场|区)[\u4e00-\u9fff]"
)
"""Whose body it is: 县妇联, 洗车河镇关工委; 学校 or 志愿服务队 may be anybody's."""
_VISITS = re.compile("[到赴派]|走访|回访")
_OWN_BODY = re.compile(r"团?[市县区旗州盟]")
"""团市委, 县妇联: of the place that was named above."""
_AGAIN = re.compile(r"又|再(?!次召)|还|接着|随后")
"""What the same body did next: 9月13日,团东丰县委又到…"""
_NEAR = 6
"""Paragraphs at the head and the end of a report in which it says who took part in it."""
SOON = 14
"""Characters from the beginning within which a day or a name stands first."""
PHRASE = 45
"""A line up to this long that ends no sentence is a title, not a report, unless it is dated."""


def comes_first(subject: Subject, opening: Opening) -> bool:
    """Whether who a paragraph is about stands at its very beginning."""
    return subject.start <= opening.lead_end + 1


@dataclass(frozen=True, slots=True)
class Above:
    """The report a paragraph stands below."""

    body: str
    """Who it is about, as folded words."""
    place: Place | None
    """Where it is from."""
    headed: bool
    """The bulletin has headings."""
    titled: bool = False
    """It has a headline."""
    told: Sequence[str] = ()
    """Its folded paragraphs."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Someone a paragraph is about, where a report stands above it."""

    opening: Opening
    subject: Subject
    plain: str
    above: Above

    def begins(self) -> bool:
        """Whether another report begins with them."""
        subject = self.subject
        if _AGAIN.match(self.plain, subject.end) and self._is_same_team:
            return False
        if self._is_elsewhere or self._is_led_elsewhere:
            return True
        if self.above.headed and self._is_of_city_above:
            return True
        if self._goes_on or (self.above.titled and self._is_of_the_headline):
            return False
        if self._is_told_of_its_day:
            return not subject.person or self._is_of_other_place
        if self._is_on_its_day and not self._is_same_body:
            return True
        if subject.person and self._is_of_other_place and not self.above.headed:
            # 偏关县关工委主任王某今年七十六岁,他在11月17日…: so newspapers turn to another county.
            return subject.start == 0 and tells_day(self.plain, subject.end)
        if subject.person or is_phrase(self.plain, PHRASE):
            return False
        if self._holds and not self._is_spoken_of:
            return True
        if subject.named is None or not (self._comes_first or self._is_since):
            return False
        other = self.named != self.above.place
        return other or (self.above.headed and subject.doing)

    @property
    def words(self) -> str:
        """Who it is, as written."""
        return self.plain[self.subject.start : self.subject.end]

    @property
    def named(self) -> Place | None:
        """Their place, where it is said."""
        named = self.subject.named
        return named.place if named is not None else None

    @property
    def _is_of_other_place(self) -> bool:
        return self.named is not None and self.named != self.above.place

    @property
    def _is_same_body(self) -> bool:
        return same_body(self.words, self.above.body)

    @property
    def _comes_first(self) -> bool:
        return comes_first(self.subject, self.opening)

    @property
    def _is_told_of_its_day(self) -> bool:
        """A date first, or any date and the place of who it is."""
        opening = self.opening
        dated = opening.date is not None and self.subject.named is not None
        return opening.starts_dated or dated

    @property
    def _is_of_the_headline(self) -> bool:
        """The very body the headline is about, which does nothing of its own."""
        return self.words == self.above.body and not self._is_of_its_own(after=True)

    @property
    def _is_of_city_above(self) -> bool:
        """近期,市妇联…, 5月4日,市妇联… below what 瑞昌市妇联 did: the prefecture's body."""
        place, opening = self.above.place, self.opening
        if place is None or place.level is not Level.COUNTY or not place.name.endswith("市"):
            return False
        date = opening.date if opening.starts_dated else None
        own = date is not None and (date.vague or (date.day is not None and self.subject.doing))
        return own and self.subject.named is None and self.words[0] == "市"

    @property
    def _is_same_team(self) -> bool:
        """5月7日,团市委又到…回访: the place's own body, of which the report told."""
        if self.named is not None:
            visits = _VISITS.match(self.plain, self.subject.end + 1)
            return self.named == self.above.place and bool(visits)
        return bool(_OWN_BODY.match(self.words))

    @property
    def _holds(self) -> bool:
        """县检察院开展…, 里耶镇妇联为…,开办了…: a whole body first, and what it holds."""
        first = self.subject.start == self.opening.lead_end or self._is_since
        if not first or self.subject.is_place:
            return False
        if self.subject.named is None and _WHOSE.match(self.words) is None:
            return False
        return _HELD_FOR.match(self.plain, self.subject.end) is not None

    @property
    def _is_spoken_of(self) -> bool:
        """The report has spoken of them, who took part in it."""
        told = self.above.told
        return any(self.words in paragraph for paragraph in (*told[:_NEAR], *told[-_NEAR:]))

    @property
    def _is_since(self) -> bool:
        """8月以来,扎兰屯市关工委…; 为总结工作,长汀县关工委…: when or what for comes first."""
        start = self.subject.start
        if any(one.fullmatch(self.plain, 0, start) for one in (_WHEN_OR_WHERE, _WHAT_FOR)):
            return True
        return date_at(self.plain, 0) is not None and start <= SOON

    @property
    def _goes_on(self) -> bool:
        """A team of the report, or its body, of which more is told."""
        date, place = self.opening.date, self.above.place
        if self.subject.named is None and is_team(self.words):
            return True
        if date is not None and date.text in ("同日", "同一天") and self.subject.doing:
            return self._is_same_body
        if date is not None and date.start == 0 and date.counts_from_text:
            return self.named is None or self.named == place
        if self.words == self.above.body and self._is_of_its_own():
            return False
        return self._is_same_body and (self.named is None or self.named == place)

    @property
    def _other_county(self) -> Naming | None:
        """A county that is named first, where the report is not from there."""
        named = self.opening.named
        if named is None or named.county is None or named.place == self.above.place:
            return None
        return named

    @property
    def _is_elsewhere(self) -> bool:
        """在安吉,县关工委…: what a body of another county does, which is named before it."""
        named, date = self._other_county, self.opening.date
        if named is None or not named.full:
            return False
        own = self.subject.named is None and self.words[0] in "县市区旗"
        first = self.plain.find(",", named.end) + 1
        dated = date is not None and date.start == first
        return own and self.subject.doing and (dated or self.subject.start == first)

    @property
    def _is_led_elsewhere(self) -> bool:
        """和西吉相邻的隆德县,…: another county, which the first clause ends with."""
        named = self._other_county
        if named is None or named.county is None:
            return False
        before = self.plain[: named.end].removesuffix(named.county.name)
        return (
            self.plain.startswith(",", named.end) and before.endswith("的") and "," not in before
        )

    @property
    def _is_on_its_day(self) -> bool:
        """县关工委副主任某某6月5日到…, 县团委日前召开…: a day right after who comes first."""
        subject, date = self.subject, self.opening.date
        if date is None or not self._comes_first:
            return False
        if not (date.day or date.readings) and (subject.person or not subject.doing):
            return False
        return subject.end <= date.start <= subject.end + SOON

    def _is_of_its_own(self, after: bool = False) -> bool:
        """9月6日,新密市关工委组织…: a day and the body's whole name, as reports are opened.

        The day may stand right after the name; below a headline of theirs it must, to be `after`.
        """
        subject, date = self.subject, self.opening.date
        if date is None or date.day is None:
            return False
        follows = self._comes_first and subject.end <= date.start <= subject.end + 1
        if not follows and (after or not self.opening.starts_dated):
            return False
        if _AGAIN.match(self.plain, subject.end):
            return False
        return subject.named is not None and subject.doing and not subject.person
