"""When a page was published, and of which issue it is: lines that say little else."""

import re
from dataclasses import replace

from tui.bulletins.datewords import DateWords, date_words, whole_year

_PUBLISHED = (
    r"发布时间|发表时间|发布日期|发表日期|发稿时间|发稿日期|更新时间|更新日期|上传时间|上传日期|"
    r"录入时间|"
    r"添加时间|添加日期|时间|日期|发布于|创建时间|成文日期|印发日期|编发日期|出版日期|登载时间|"
    r"刊发时间|提交时间"
)
_COUNTED = r"(?:阅读|浏览|访问)(?:次数|量)?|点击[量率数]?|人气|次数"
_SOURCED = (
    r"信息来源|本文来源|文章来源|稿件来源|稿源|来源|作者|供稿单位|供稿|撰稿|发布单位|发布人|发布者|"
    r"发布机构|录入|"
    r"审核|整理|汇总|编辑|文号|字号|责任编辑|信息员|通讯员|投稿人|单位|摄影"
)
FIELD = re.compile(rf"(?:{_PUBLISHED}|{_COUNTED}|{_SOURCED})[ )】\]]{{0,2}}[::]")
"""One of the items that stand beside a date of publication: 来源:, 阅读:."""
_PUBLICATION = re.compile(rf"(?:{_PUBLISHED})[ )】\]]{{0,2}}[:：]? ?(?=\d|二)")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) {1,3}(?=[\u4e00-\u9fff])")
_ISSUE = re.compile(
    r"[(\[]?(?:(?:19|20)\d\d ?年? ?)?(?:第 ?[\d一二三四五六七八九十百〇零]{1,5} ?期|"
    r"总第? ?\d{1,5} ?期|增刊|特刊)|"
    r"(?:19|20)\d\d ?年 ?\d{1,2} ?月[号刊]|(?:19|20)\d\d ?年 ?第 ?\d{1,2} ?周"
)
_ISSUE_AND_YEAR = re.compile(
    rf"{_ISSUE.pattern}|\(?总 ?第? ?\d+ ?期\)?|(?:19|20)\d\d ?年|[^\u3400-\u9fff]"
)
_SHORTEST_TITLE = 4
_GAPS = re.compile(r" {2,}")
_PRINTED = re.compile(
    r" ?(?:印发|编印|印制|编发|整理|汇编|汇总|编辑|编|印|发|出版|刊|讯)[)\]]?$|"
    r" ?(?:发表|发布)于[^ ]{2,4}$"
)
_YEARED = re.compile(r"\d{4}|[〇○零一二三四五六七八九]{4}年|\d\d-\d\d-\d\d|[:：]\d\d年")
"""What every date of publication has: its year."""
_CLOCK = re.compile(
    r"\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?|星期.|周[一二三四五六日]|\d+ ?次|"
    r"[农夏阴]历 ?(?:[甲乙丙丁戊己庚辛壬癸].年)? ?闰?[正冬腊一二三四五六七八九十]{1,2}月"
    r"[初十廿三一二四五六七八九]{1,3}"
)
_TODAY = re.compile(r"今天是|现在是|当前时间|北京时间|欢迎(?:您|来到|访问|光临)")
"""A page's clock says when it was saved."""
_STAMP = re.compile(r"(?:\d[-/.]\d{1,2}|日) ?\d{1,2}:\d\d")
"""A date with a clock's time right after it: pages are stamped so, meetings are not."""
_GLUED = re.compile(r"((?:19|20)\d\d[-/.]\d{1,2}[-/.]\d\d)(?=\d\d:\d\d)")
"""2021-04-2616:40: the day and the time without a blank between."""
_SHEET = re.compile(
    r"第 ?[\da-z一二三四五六七八九十]{1,3} ?版|[\da-z]\d{1,2}版|(?<![\da-z])[a-z]\d{2}$"
)
"""The page of a newspaper: beside it stands the newspaper's date."""
_SHORT_YEAR = re.compile(
    r"(?<![\d-])\d\d(?=-\d\d-\d\d \d\d?:\d\d)|(?<=[:：])\d\d(?=年\d{1,2}月\d{1,2}日)"
)
"""更新时间:09年11月18日; 10-09-07 10:11."""
_ISSUERS = re.compile(
    r"网|报|社|刊|办|委|局|部|会|处|厅|科|中心|站|室|台|印|发|编|讯|家|联|号$|闻|员$"
)
_QUOTED = re.compile(r"原载|刊于|刊载于|摘自|转自|转载自|载于|据|来源")
_MEETS = re.compile(
    r"召开|举办|组织(?!管理|部|委|机构)|开展|举行|动态|会议|工作(?!委|办|部|组|处)|活动"
)
_OFFICE = re.compile(r"(?:办公室|秘书处|编辑部|委员会|领导小组)$")
"""What the name of an issuer ends with: …联席会议办公室."""
_EDGES = " ()[]【】|:.-"


def publication(plain: str) -> DateWords | None:
    """The date of publication, where a line is about little else."""
    if len(plain) > 200 or not _YEARED.search(plain) or _TODAY.search(plain):
        return None
    if ":" in plain:
        plain = _GLUED.sub(r"\1 ", plain)
        plain = _SHORT_YEAR.sub(lambda year: whole_year(year[0]), plain)
    if labelled := _PUBLICATION.search(_SPACED.sub("", plain)[:120]):
        packed = _SPACED.sub("", plain)
        return _dated(packed, labelled.end())
    plain = _GAPS.sub(" ", plain)
    bracketed = plain[0] == "(" and plain[-1] == ")"
    plain = plain.replace(",", " ") if bracketed else plain
    plain = _PRINTED.sub("", plain.strip(" ()[]【】"))
    first = _dated(plain, 0)
    if first is None or first.last_day is not None:
        return _end_of(first) if first is not None and first.text.strip() == plain else None
    if first.day is None and len(plain) > first.end - first.start + 2 and not bracketed:
        return None
    around = (plain[: first.start] + plain[first.end :]).strip(_EDGES)
    if _is_furniture(around, plain, first):
        return first
    return None


def _end_of(span: DateWords) -> DateWords:
    """The end of the days that a bulletin tells of, where a line gives nothing else."""
    month = span.last_month or span.month
    year = span.last_year or span.year
    if year is not None and span.last_year is None and (month or 0) < (span.month or 0):
        year += 1
    return replace(span, year=year, month=month, day=span.last_day, last_day=None)


def _dated(plain: str, start: int) -> DateWords | None:
    for date in date_words(plain, start, min(len(plain), start + 120)):
        if date.year is not None and date.month is not None:
            return date
    return None


def _is_furniture(around: str, plain: str, date: DateWords) -> bool:
    """A date alone, or beside a clock, a weekday, a source, an issue or a counter."""
    rest = _CLOCK.sub("", around).strip(_EDGES)
    if _QUOTED.match(rest):
        return len(plain) <= 40 or (bool(_STAMP.search(plain)) and "。" not in plain)
    told = "。" in plain
    if not rest or (not told and (FIELD.search(around) or _ISSUE.search(around))):
        return len(rest) < 80
    if any(sign in plain for sign in ",。;") or len(plain) > 40:
        return False
    if _STAMP.search(plain) or (_SHEET.search(plain) and not _MEETS.search(plain)):
        return True
    at_edge = date.start == 0 or not _CLOCK.sub("", plain[date.end :]).strip(_EDGES)
    if not at_edge or (_MEETS.search(rest) and not _OFFICE.search(rest)):
        return False
    return bool(_ISSUERS.search(rest)) or len(rest) <= 4


def is_issue(plain: str) -> bool:
    """Whether a line numbers an issue: 第6期(总第396期)."""
    return (
        len(plain) <= 60
        and bool(_ISSUE.search(plain))
        and "。" not in plain
        and not re.search(r"召开|举办|举行|开展|组织", plain)
    )


def is_only_issue(plain: str) -> bool:
    """Whether a line is the number of an issue and hardly more: no title stands beside it."""
    return is_issue(plain) and len(_ISSUE_AND_YEAR.sub("", plain)) < _SHORTEST_TITLE
