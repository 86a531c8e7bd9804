"""A whole page on one line: cut where white space parted headings, chrome and paragraphs."""

import re
from collections.abc import Iterator, Sequence

from tui.bulletins.chrome import chrome_of
from tui.bulletins.datewords import date_at
from tui.bulletins.headings import MARKER, region_heading
from tui.bulletins.heads import head_of
from tui.bulletins.heldon import AFTER_DATE
from tui.bulletins.lines import Line
from tui.bulletins.openings import is_lead_in, is_whole_lead_in, opening_of
from tui.bulletins.organisations import ends_body
from tui.bulletins.regions import Scope, naming
from tui.bulletins.signposts import signature, signposts
from tui.bulletins.verbs import ACTION

_SHORTEST = 60
_ALL = 200
"""A page known only by its chrome is at least so long."""
_FEWEST = 2
"""Pieces of chrome that make a line a page."""
_FURNITURE = 40
"""A page's own lines round one that is all of its words are not more."""
_PAGE = 80
"""A page on one line is at least so long."""
_PARAGRAPH = re.compile(r"[。!?][\"')】]*(?:\([^()]{2,40}\))? ")
_OPEN = re.compile(r"[(【\[《][^)】\]》。]{0,40}$")
_YEARED = re.compile(
    r"[(\[]?(?:\d{4} ?[年.\-/] ?\d{1,2} ?(?:[月.\-/] ?\d{1,2}日?|月)|"
    r"[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{0,3}日?)"
    r"[)\]]?(?: |$)"
)
_FROM_ONE = re.compile(r"[^。]{4,80} (?:1|一)[、.] ?\S.*?。(?:2|二)[、.]")
"""A title, then the first of several items after a blank, and the others wherever they stand."""
_TURN = re.compile(r"(?:记者|主持人|问|答) ?:")
_UNITS = frozenset("年月日期")
_GOES_ON = frozenset("于在从自由至到将拟")
"""Words that end no line: 县妇联于 9 月 11 日召开…"""
_CLAUSES = re.compile(r"[。,;!?]")
_FIRST_DATE = re.compile(r"[^。,;:!?()《》\d ]{6,50}((?:\d{4}年)?\d{1,2}月\d{1,2}日),")
_DATE_BROKEN = re.compile(r"^(?:\d{4} ?年)?\d{0,2}月?$|[年月]$")
"""What stands before a blank inside a date: 10月 26日."""
_SPACED_DATE = re.compile(r"\d{1,2} 月 ?\d")
"""10 月 16 日: where figures have blanks round them, the one before parts nothing."""
_SHORT_DAY = re.compile(r"(?:^|[^\d.])\d{1,2}[./]\d{1,2}$")
_GAP = re.compile(r" +")
_CHROME = re.compile(
    r"(?:发布|发表|更新|上传)?(?:时间|日期) ?:|来源:|作者:|责任编辑|编辑:|上一[篇条]|下一[篇条]|"
    r"字体|打印|"
    r"(?:整理|汇总|审核|编发|印发|主办|电话|报|送|发|抄送|抄报|主送) ?:|[(【\[]本[期版]|"
    r"[(【\[]?(?:责编|编辑|浏览|点击|阅读|访问)|版权所有|编者按|第\d+期"
)
_ENDS = frozenset('。!?;)"】》')


def exploded(line: Line, scope: Scope, page: bool = False) -> Iterator[Line]:
    """The lines that one long line was, or the line itself.

    Args:
        line: the line.
        scope: where its places are looked for.
        page: whether the line is all there is of a page, so that its blanks were ends of lines.
    """
    if line.cells:
        yield line
        return
    posted = _cut(line, signposts(line.plain)) if page else (line,)
    for part in posted:
        for parted in _parted(part, scope, page) if page else (part,):
            for piece in _unglued(parted, scope):
                yield from _parted(piece, scope)


def is_page(line: Line, lines: Sequence[Line]) -> bool:
    """Whether one of `lines` is all there is of a page but for a title or a foot."""
    if len(line.plain) < _PAGE or line.cells or len(lines) > _FURNITURE:
        return False
    words = [len(other.plain) for other in lines if chrome_of(other) is None]
    if len(words) >= 8 or sum(words) >= len(line.plain) * 1.3:
        return False
    plain = line.plain
    if len(_PARAGRAPH.findall(plain)) >= 2 or len(signposts(plain)) >= 2:
        return True
    if _FROM_ONE.match(plain):
        return True
    chrome = sum(1 for start, _ in _tokens(plain) if _CHROME.match(plain, start))
    return chrome >= _FEWEST and len(plain) >= _ALL


def _unglued(line: Line, scope: Scope) -> Iterator[Line]:
    """A heading glued to the paragraph above it, or below a title, on a line of its own."""
    if len(line.plain) < 16:
        yield line
        return
    cut = _title_end(line.plain, scope) or _heading_start(line.plain, scope)
    cut = cut or signature(line.plain)
    if not cut:
        yield line
        return
    yield line._replace(text=line.text[:cut].strip(), plain=line.plain[:cut].strip())
    yield line._replace(text=line.text[cut:].strip(), plain=line.plain[cut:].strip())


def _heading_start(plain: str, scope: Scope) -> int:
    """…取得实效。塔城地区: where the heading begins, or 0."""
    tail = plain[-16:]
    at = max(tail.rfind(sign) for sign in "。!?")
    if at < 0 or not 2 <= len(tail) - at - 1 <= 14:
        return 0
    words = tail[at + 1 :].strip()
    named = naming(words, 0, scope)
    whole = named is not None and named.full and named.end == len(words)
    return len(plain) - len(tail) + at + 1 if whole else 0


def _title_end(plain: str, scope: Scope) -> int:
    """新疆各地动态伊犁哈萨克自治州2月9日,…: where the name before the date begins, or 0."""
    found = _FIRST_DATE.match(plain)
    if found is None:
        return 0
    date = found.start(1)
    for start in range(max(4, date - 14), date - 2):
        named = naming(plain, start, scope)
        if named is not None and named.full and named.end == date:
            return start
    return 0


def _parted(line: Line, scope: Scope, page: bool = False) -> Iterator[Line]:
    if (len(line.plain) < _SHORTEST and not page) or " " not in line.plain:
        yield line
        return
    yield from _cut(line, _cuts(line.plain, scope, page))


def _cut(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The pieces of a line that is cut at some places."""
    if not cuts:
        yield line
        return
    starts = [0, *cuts]
    for start, end in zip(starts, [*cuts, len(line.plain)], strict=True):
        piece = line.text[start:end]
        left = len(piece) - len(piece.lstrip())
        text = piece.strip()
        if text:
            plain = line.plain[start + left : start + left + len(text)]
            yield line._replace(text=text, plain=plain)


def _cuts(plain: str, scope: Scope, page: bool) -> list[int]:
    tokens = _tokens(plain)
    cuts: list[int] = []
    for index, (start, end) in enumerate(tokens):
        if index == 0:
            continue
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        begun = index == 1 or (bool(cuts) and cuts[-1] == tokens[index - 1][0])
        above = plain[tokens[index - 1][0] : tokens[index - 1][1]]
        broken = plain[start].isdigit() and _DATE_BROKEN.search(above)
        if broken and date_at(above + plain[start:end], 0):
            continue
        if plain[start].isdigit() and above[-1].isdigit() and not page:
            continue  # 1 0月2 0日, as scanners read it
        if _OPEN.search(plain, max(0, start - 41), start) or plain[start] in _UNITS:
            continue
        begun_at = cuts[-1] if cuts else tokens[0][0]
        if _is_day(above) or is_whole_lead_in(plain[begun_at:start]):
            continue
        if MARKER.fullmatch(above) or above[-1] in _GOES_ON:
            continue
        if _SPACED_DATE.match(plain, start) and above[-1] not in _ENDS:
            continue
        if begun and ends_body(above) and _acts_then(plain, start):
            continue
        stamped = _YEARED.match(plain, start) or _TURN.match(plain, start)
        if page and end - start > 1 and (stamped or _was_line(above, begun)):
            cuts.append(start)
            continue
        after_cut = begun and len(above) <= 30 and not is_lead_in(above)
        if _begins(plain, start, end, follows, above[-1] in _ENDS, after_cut, scope):
            cuts.append(start)
    return cuts


def _acts_then(plain: str, start: int) -> bool:
    """石柱县民政局 11月13日召开…: a day and what was done on it, right after who did it."""
    date = date_at(plain, start)
    after = AFTER_DATE.match(plain, date.end) if date is not None else None
    return after is not None and ACTION.match(plain, after.end()) is not None


def _is_day(above: str) -> bool:
    """4月2日 海口市民政局…: a day belongs to the words after it."""
    date = date_at(above, 0)
    after = AFTER_DATE.match(above, date.end) if date is not None and date.year is None else None
    whole = after is not None and after.end() == len(above)
    return whole or bool(_SHORT_DAY.search(above))


def _was_line(above: str, begun: bool) -> bool:
    """Whether a line ended with the word `above`, on a page whose lines became blanks."""
    if len(above) < 2 or (is_lead_in(above) and above[0] != "-"):
        return False
    ended = above[-1] in _ENDS and above[-1] != ";"
    return ended or (begun and len(above) <= 40 and not _CLAUSES.search(above))


def _tokens(plain: str) -> list[tuple[int, int]]:
    tokens = []
    start = 0
    for gap in _GAP.finditer(plain):
        if gap.start() > start:
            tokens.append((start, gap.start()))
        start = gap.end()
    if start < len(plain):
        tokens.append((start, len(plain)))
    return _with_counts(plain, tokens)


def _with_counts(plain: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`tokens` with 浏览: 412 次 as one."""
    joined: list[tuple[int, int]] = []
    for start, end in tokens:
        above = plain[slice(*joined[-1])] if joined else ""
        word = plain[start:end]
        counted = (word.isdigit() and above.endswith(":")) or (
            word == "次" and above[-1:].isdigit()
        )
        joined[-1:] = [(joined[-1][0], end)] if counted else [*joined[-1:], (start, end)]
    return joined


def _begins(
    plain: str,
    start: int,
    end: int,
    follows: tuple[int, int] | None,
    after_sentence: bool,
    after_cut: bool,
    scope: Scope,
) -> bool:
    """Whether a new line begins with the token from `start` to `end`."""
    word = plain[start:end]
    if len(word) <= 30 and region_heading(word, word, scope):
        return follows is not None and _opens(plain, follows[0], scope)
    if _CHROME.match(word):
        return True
    if (
        after_sentence
        and len(word) <= 12
        and not is_lead_in(word)
        and not re.search(r"[,。、;]", word)
    ):
        return follows is not None and _opens(plain, follows[0], scope)
    return (after_sentence or after_cut) and _opens(plain, start, scope)


def _opens(plain: str, start: int, scope: Scope) -> bool:
    head = head_of(plain[start : start + 160], scope)
    if head.named is not None and head.marked:
        return True
    opening = opening_of(plain[start + head.body : start + 160], scope)
    if opening.starts_dated or (head.marked and opening.verb and opening.date is not None):
        return True
    subject = opening.subject
    if subject is not None and subject.start <= 1 and subject.doing and opening.named is not None:
        return True
    word = _GAP.split(plain[start : start + 40], 1)[0]
    return bool(region_heading(word, word, scope))
