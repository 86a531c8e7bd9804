"""Headings and bullets inside a page that became one line: where it is cut whatever its blanks."""

import re
from collections.abc import Iterator

from tui.bulletins.chats import FEWEST, SPOKEN
from tui.bulletins.datewords import date_at
from tui.bulletins.headings import MARK, HeadingKind, heading_anywhere, is_apart, is_own
from tui.bulletins.regions import ANYWHERE, naming

_MARKS = rf"{MARK}(?: ?{MARK}){{0,5}}"
_NAME = r"[\u4e00-\u9fff](?: ?[\u4e00-\u9fff·]){1,15}"
_HEADING = re.compile(
    rf"(?:(?P<marks>{_MARKS}) ?|(?P<open>[【〔\[]) ?|(?<=[ 。!?)]))(?P<name>{_NAME})"
    rf"(?P<close> ?{_MARKS}| ?[】〕\]]|(?= ))"
)
_BULLET = re.compile(rf"(?:(?<=[。!?;)】 \d日])|^){_MARKS} ?(?=[\w《\"(【])")
_SIGNED = re.compile(
    r"(?<=[。!?)]) ?(?=(?:责任编辑|责编|编辑|来源|信息来源|供稿|撰稿|整理|审核|报送|"
    r"[主抄呈]?[报送]|[主抄]发|发至?|分送|上一篇|下一篇|版权所有)[:|丨])|"
    r"(?<=\S) (?=end (?:往期|推荐|点))"
)
_LONGEST_SIGNATURE = 40
_FEWEST = 2
"""One sign alone may be the author's."""


_LABELLED = re.compile(r"(?:[:—]|(?<=[市州县区盟旗]))(?= ?\d{1,2} ?月 ?\d{1,2} ?日?(?! ?[电讯]))")
_BEFORE = frozenset("。!?)】 ")
_LONGEST = 16
"""A place's name before a colon is no longer, in characters."""


def signature(plain: str) -> int:
    """Where who wrote a folded page is named at its end, right after a sentence; else 0."""
    found = _SIGNED.search(plain, max(0, len(plain) - _LONGEST_SIGNATURE))
    return found.start() if found is not None and "。" not in plain[found.start() :] else 0


def signposts(plain: str) -> list[int]:
    """Where the pieces of a folded page begin, but for the first; none where it has no signs."""
    headings = [*_headings(plain), *_labels(plain)]
    bullets = [found.start() for found in _BULLET.finditer(plain)]
    bullets = bullets if len(bullets) >= _FEWEST else []
    said = [found.start() for found in SPOKEN.finditer(plain)]
    said = said if len(said) >= FEWEST else []
    cuts = {cut for span in headings for cut in span} | {*bullets, *said}
    if not cuts:
        return []
    cuts |= {found.start() for found in _SIGNED.finditer(plain)}
    inside = {at for start, end in headings for at in range(start + 1, end)}
    return sorted(cut for cut in cuts - inside if 0 < cut < len(plain))


def _headings(plain: str) -> Iterator[tuple[int, int]]:
    """Where headings that name a region begin and end."""
    for found in _HEADING.finditer(plain):
        name = found["name"].replace(" ", "")
        marked = bool(found["close"]) and bool(found["marks"] or found["open"])
        heading = heading_anywhere(name, name)
        if marked and (is_own(name) or is_apart(name)):
            yield found.start(), found.end()
        if heading is None or heading.kind is not HeadingKind.REGION or heading.named is None:
            continue
        spaced = " " in found["name"] and date_at(plain, found.end() + 1) is not None
        if heading.named.full and (marked or spaced):
            yield found.start(), found.end()


def _labels(plain: str) -> Iterator[tuple[int, int]]:
    """Where 阿拉尔市:8月2日 has its name, whatever stands before it, and its colon."""
    for found in _LABELLED.finditer(plain):
        end = found.start()
        for start in range(max(0, end - _LONGEST), end - 1):
            named = naming(plain, start, ANYWHERE)
            if named is not None and named.full and named.end == end:
                whole = any(place.name == plain[start:end] for place in named.candidates)
                if found[0] or (whole and (start == 0 or plain[start - 1] in _BEFORE)):
                    yield start, found.end()
                break
