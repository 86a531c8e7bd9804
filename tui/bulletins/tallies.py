"""Who sent in how much, and how much of it was printed: what tells of no meeting."""

import re
from collections.abc import Sequence

from tui.bulletins.lines import Line
from tui.bulletins.organisations import ends_body
from tui.bulletins.plain import plain_of
from tui.bulletins.regions import ANYWHERE, naming

TALLY = "bulletins.left-tally"
"""Why such a line is left out."""

_SENT_IN = (
    r"[应实未上已直]报(?!告|名|道|刊|纸|社|考|警|销|废|到)|报送|上报|来稿|投稿|供稿|用稿|上稿|收稿|采用|录用|刊用|采稿|"
    r"稿件|篇数|条数|得分|积分|名次|排名|扣分|加分"
)
_TITLE = re.compile(
    rf"(?:附(?:件|表)?\s?[\d一二三四]{{0,2}}\s?:?\s?)?[^。,;!?:《》]{{0,24}}(?:{_SENT_IN})[^。,;!?:《》]{{0,12}}"
    r"(?:统计|情况|通报|排名|排行榜?|一览表?|名单|台账|公示|得分|积分|登记|进度|汇总|对比)(?:表|统计表?|通报|一览表?|排名)?"
    r"\s?(?:[(\[][^()\[\]]{1,20}[)\]])?\s?:?$"
)
"""附：一季度各市报送情况; 稿件采用排名(1-4月)."""
_HEAD = re.compile(
    rf"{_SENT_IN}|合计|总计|小计|市州?|地市|区县|盟市|州市|市别|县别|单位|地区|序号|数|累计|"
    r"本[期周月旬]|占比|率|^\d{1,2}月$|^[一二三四]季度$|[上下]半年|联络员|备注|第[\d一二三四五六七八九十]+名?|"
    r"^得?分?[前后][\d一二三五十]+[名位]?$"
)
_TELLS_HEAD = re.compile(_SENT_IN)
_NUMBER = re.compile(
    r"(?:\d{1,6}(?:\.\d{1,2})?%?|[一二三四五六七八九十百两零〇]{1,4}(?=[篇条期次件份个则分名]))"
    r" ?[篇条期次件份个则分名]?(?:次|数)?$|无$|[-—/]+$"
)
_PAIR = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,14}?)(?:\d{1,6}(?:\.\d{1,2})?%?|[一二三四五六七八九十百两零〇]{1,4}(?=[篇条期次件份则]))"
    r"[篇条期次件份个则分名]?$"
)
_PART = re.compile(r"[ 、,;:。|/()\[\]·]+")
_UNITS = re.compile(r"\d ?[人元岁年月日时点户亩]|\d[.\-/]\d{1,2}[.\-/]\d")
_LISTED = re.compile(
    r"(?:[^。,;:]{0,12})?(?:(?:未|没有?|尚未|迟|漏|缺|零|应|实|按时|及时)(?:上|按时|及时)?[报送交]送?(?!告|名|道|刊)|无稿|零来稿|未来稿|未采用|未投稿)"
    r"[^。,;:]{0,10}:"
)
"""未报送：某市、某市; 本月零报送单位：…"""
_NONE_SENT = re.compile(
    r"(?:[未无没零缺漏](?:有|按时|及时|能)?(?:报送|上报|来稿|供稿|投稿|用稿)(?!告)|[本上][期月周旬季][^。,;]{0,4}无稿|无来?稿件?(?=[。,;]|$))"
)
_RECEIVED = re.compile(
    r"(?:收到|收稿|来稿|报送|上报|投稿|收)[^。;]{0,24}?[\d一二三四五六七八九十百]+ ?[余多]? ?"
    r"(?:条|篇|件|份|则)[^。]{0,40}?(?:采用|采纳|刊用|录用|编发|刊发|选用|采编|用稿)"
)
_RANKED = re.compile(
    r"(?:采用|来稿|报送|用稿|上稿|投稿|采稿|得分|积分)(?:量|数|率|篇数|条数|数量|总数|稿件)?[^。,;]{0,10}"
    r"(?:最多|最少|偏少|较多|较少|不足|居首|居前|居末|靠前|靠后|排名|位居|列前|第一|垫底|前三|前[三五十]名|后[三五]名)"
)
_LACKING = re.compile(
    r"(?:存在|主要|突出|发现)[^。,;:]{0,6}(?:问题|不足):[^。]*?(?:报送|来稿|稿件|采用|[迟漏]报)|"
    r"[^。,;]{0,12}排名(?:末位|垫底|靠后)的?,"
)
"""存在的问题：一是报送不均衡,…"""
_PLACED = re.compile(
    r"\d ?[篇条]|并列|排名|靠后|第[一二三四五\d]{1,2}(?![届次章])|[前后][三五十]名"
)
_ASKED = re.compile(
    r"(?:希望|敬?请|望)(?:各[地市州县区级]|各单位|大家)[^。]*?(?:报送|多报|来稿|投稿|供稿|信息)"
)
_SENT = re.compile("报|稿|采用|录用|得分|积分|排名|[扣加]分")
_SCORED = re.compile(r"[^。,;:]{2,14}[扣加减奖]\d{1,2}分")
"""安顺市扣2分(迟报1次)."""
_HELD = re.compile(r"召开|举办|举行|开展|部署|调度|约谈|会(?!员)")
"""What no title of a list speaks of: 某县妇联通报信息采用情况 may stand over a report."""
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百两零〇](?=[篇条份则])")
_MAY_COUNT = re.compile(r"[\d报稿采录得积排扣加篇条份则]")
"""Signs of which a tally has one: a cheap look before the others."""
_OF_ISSUE = re.compile(
    r"(?P<label>[【〔\[(][\u4e00-\u9fff]{2,6}[】〕\])] ?|[\u4e00-\u9fff]{2,6}: ?|)"
    r"(?:本[期周月旬季刊栏]|截[至止]|统计:|各[地市县区州]|全[省区](?!直)|\d{1,2}月份?(?!\d)|[一二三四]季度|"
    r"[上下]半年|共?收到|希望|敬?请|望|)"
)
_LABELLED = re.compile("[统报稿采]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 200
_WIDEST = 14
"""No cell of a table of numbers is longer, in characters."""
_LONGEST_SENTENCE = 300
_MAY_TELL = re.compile("[报稿采]")
_FEWEST = 2
_TALLEST_HEAD = 2
_SEVERAL = 3
"""Numbers in a row of a table that does not say what it is a table of."""


def is_tally(plain: str) -> bool:
    """Whether a folded line is a title, a head, a row or a list of who sent in how much."""
    if len(plain) > _LONGEST:
        return False
    if _MAY_COUNT.search(plain) is None:
        return False
    if 0 <= plain.find("。") < len(plain) - 1:
        return "问题" in plain and _LACKING.match(plain) is not None
    if _SENT.search(plain) is None:
        return is_counts(plain, _FEWEST)
    if _LACKING.match(plain):
        return True
    title = len(plain) <= 50 and _TITLE.match(plain) and not _HELD.search(plain)
    return bool(title or _is_list(plain) or _is_head(plain) or is_counts(plain, _FEWEST))


def is_counts(plain: str, fewest: int = 1) -> bool:
    """Whether a line is nothing but names of places or bodies and numbers: 南宁21 柳州19.

    Args:
        plain: the folded line.
        fewest: how many numbers it has at least.
    """
    if len(plain) > _LONGEST or not _FIGURE.search(plain) or _UNITS.search(plain):
        return False
    numbers, names, known = 0, 0, 0
    for part in filter(None, _PART.split(plain)):
        if _NUMBER.match(part):
            numbers += 1
            continue
        pair = _PAIR.match(part)
        numbers += pair is not None
        name = pair["name"] if pair is not None else part
        names += 1
        if _is_name(name):
            known += 1
        elif _HEAD.search(name) is None or len(name) > 8:
            return False
    return numbers >= fewest and names > 0 and (known > 0 or _TELLS_HEAD.search(plain) is not None)


def counts_only(rows: Sequence[Line]) -> bool:
    """Whether a table below its head has nothing but names and how much each sent in."""
    if len(rows) > 1 and all(is_counts(row.plain) for row in rows[1:]):
        return True
    heads = 0
    while heads < min(len(rows), _TALLEST_HEAD) and not _numbers(rows[heads])[0]:
        heads += 1
    tells = any(_TELLS_HEAD.search(row.plain) for row in rows[:heads])
    told = [row for row in rows[heads:] if _HAN.search(row.plain)]
    fewest = 1 if tells else _SEVERAL - min(heads, 1)
    return bool(told) and all(_has_numbers(row, fewest, tells) for row in told)


def _numbers(row: Line) -> tuple[int, int]:
    """How many cells of a row are numbers, but for that of the row, and how many are not."""
    filled = [plain_of(cell) for cell in row.cells if cell]
    counted = filled[1:] if filled and filled[0].isdigit() else filled
    numbers = sum(1 for cell in counted if _NUMBER.match(cell))
    return numbers, len(counted) - numbers


def _has_numbers(row: Line, fewest: int, tells: bool) -> bool:
    """Whether a row has so many numbers, and few words beside them; `tells` allows more."""
    if any(len(cell) > _WIDEST or "。" in cell for cell in row.cells):
        return False
    numbers, words = _numbers(row)
    return numbers >= fewest and words <= (numbers if tells else max(1, numbers // 2))


def goes_on_counting(plain: str) -> bool:
    """Whether a folded line below a tally is more of it: 钦州 0; 罗田县、英山县; 7月 8月."""
    if len(plain) > _LONGEST:
        return False
    if is_counts(plain) or _is_head(plain, 0) or _SCORED.match(plain):
        return True
    label, colon, after = plain.partition(":")
    words = after if colon and len(label) <= 10 else plain
    names = [part for part in _PART.split(words) if part]
    return len(names) >= (1 if colon else _FEWEST) and all(map(_is_name, names))


def may_tell(plain: str) -> bool:
    """A cheap look before `tells_of_submissions`: its words all have one of a few signs."""
    return len(plain) <= _LONGEST_SENTENCE and _MAY_TELL.search(plain) is not None


def tells_of_submissions(plain: str) -> bool:
    """Whether a folded sentence says what was sent in; who reads it asks what else it says."""
    return bool(
        _ASKED.match(plain)
        or _NONE_SENT.search(plain)
        or _RECEIVED.search(plain)
        or _RANKED.search(plain)
    )


def ranks(plain: str) -> bool:
    """Whether a folded sentence below a tally counts or ranks: 常德、怀化并列第一。"""
    return _PLACED.search(plain) is not None


def is_of_issue(plain: str) -> bool:
    """Whether a folded sentence begins as one about the issue: 本期…, 收到…, 钦州市、贵港市…."""
    found = _OF_ISSUE.match(plain)
    if found is None:
        return False
    if found.end() > found.end("label") or _LABELLED.search(found["label"]):
        return True
    first = _PART.split(plain[found.end() :], maxsplit=1)[0]
    return _is_name(first) or naming(plain, found.end(), ANYWHERE) is not None


def _is_name(word: str) -> bool:
    """Whether a word is a place's name or a body's: 凉山州, 海口市民政局, 市教育局."""
    if len(word) > 14:
        return False
    if len(word) > 2 and word[0] in "省市县区州盟旗" and ends_body(word):
        return True
    named = naming(word, 0, ANYWHERE)
    return named is not None and (named.end == len(word) or ends_body(word))


def _is_list(plain: str) -> bool:
    """未报送：自贡市、攀枝花市."""
    listed = _LISTED.match(plain)
    if listed is None:
        return False
    names = filter(None, _PART.split(plain[listed.end() :]))
    return all(_is_name(name) or _NUMBER.match(name) for name in names)


def _is_head(plain: str, fewest: int = 1) -> bool:
    """市(州) 应报 实报."""
    words = [word for word in plain.split(" ") if word]
    told = sum(1 for word in words if _TELLS_HEAD.search(word))
    return (
        len(words) >= _FEWEST
        and told >= fewest
        and all(len(word) <= 10 and _HEAD.search(word) for word in words)
    )
