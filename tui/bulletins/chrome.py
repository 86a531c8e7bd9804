"""Lines that are no report: what a page, a mail or a printed issue puts round them.

Each rule is a reason and a pattern over one folded line; the first that matches gives the reason.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.bulletins.datewords import DateWords, date_words
from tui.bulletins.lines import Line
from tui.bulletins.tallies import TALLY, is_tally

_PUBLISHED = (
    r"发布时间|发表时间|发布日期|发表日期|发稿时间|发稿日期|更新时间|更新日期|上传时间|上传日期|"
    r"录入时间|"
    r"添加时间|添加日期|时间|日期|发布于|创建时间|成文日期|印发日期|编发日期|出版日期|登载时间|"
    r"刊发时间|提交时间"
)
_COUNTED = r"(?:阅读|浏览|访问)(?:次数|量)?|点击[量率数]?|人气|次数"
_SOURCED = (
    r"信息来源|文章来源|稿件来源|稿源|来源|作者|供稿单位|供稿|撰稿|发布单位|发布人|发布者|"
    r"发布机构|录入|"
    r"审核|整理|汇总|编辑|文号|字号|责任编辑|信息员|通讯员|投稿人|单位|摄影"
)
_FIELD = re.compile(rf"(?:{_PUBLISHED}|{_COUNTED}|{_SOURCED})[ )】\]]{{0,2}}[::]")
_SIGNATURES = re.compile(r"(?:[\u4e00-\u9fff]{2,6} ?: ?[^:。,;!?\d《]{1,10}(?: +|$)){2,}")
"""制表:某某  审核:某某."""
_PUBLICATION = re.compile(rf"(?:{_PUBLISHED})[ )】\]]{{0,2}}[:：]? ?(?=\d|二)")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) {1,3}(?=[\u4e00-\u9fff])")
_PAGE_NUMBER = re.compile(
    r"(?:[\d ]{1,60}|"
    r"[-—·\s]*(?:第\s?)?\d{1,4}\s?(?:页)?(?:\s?/?\s?共?\s?\d{1,4}\s?页)?[-—·\s]*|"
    r"第[一二三四五六七八九十]+页|page \d+.{0,12})$"
)
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (f"bulletins.left-{name}", re.compile(pattern))
    for name, pattern in (
        (
            "breadcrumb",
            r"\W{0,3}(?:您|你)?(?:目前|现在|当前)?(?:所在|现在|当前)?的?(?:所在|当前)?(?:位置|"
            r"栏目)(?:是|在)?\s?[:>]"
            r"|(?:您|你)(?:目前|现在|当前|所在|的)?[^。]{0,6}(?:位置|在)[^。]{0,3}[:>]|"
            r"(?:网站)?首页\s?(?:>|/|\||-|»|-)|[^。,]{0,12}(?:>>|»|&gt;)[^。]{0,60}$"
            r"|(?:[^。,>]{1,12} ?> ?){1,6}[^。,>]{1,40}$",
        ),
        (
            "editors",
            r"[\[(【]?\s?(?:责任编辑|责编|编\s?辑|校\s?对|审\s?核|一审|二审|三审|初审|复审|终审|"
            r"监\s?制|值班编辑|值班编委|编\s?审|审\s?稿|签\s?发|"
            r"主\s?编|汇\s?总|整\s?理|美编|核稿|统筹|策划|排版|制作|供稿人|填报人|填表人|报送人|经办人|联系人|信息员|撰\s?稿|供\s?稿|文字|"
            r"录入)[^。]{0,3}\s?[:/]|"
            r"[\[(【〔](?:本[期版])?(?:责任编辑|责编|编\s?[辑校审]|校\s?对|值班编辑|主\s?编|审\s?核|监\s?制|审\s?校)"
            r"[ :/][^。()\[\]【】〔〕]{1,24}[\])】〕][^。]{0,12}$",
        ),
        (
            "neighbours",
            r"[<>《]?\s?(?:上一篇|下一篇|上一条|下一条|上一版|下一版|第\d{1,3} ?版|版次|上篇|"
            r"下篇|上一页|下一页|"
            r"前一篇|后一篇|相关链接|相关新闻|相关文章|相关阅读|"
            r"延伸阅读|推荐阅读|热点推荐|热门文章|往期回顾|返回顶部|返回列表|返回首页|返回目录|"
            r"(?:热门|热点|点击|阅读|[一本]周|最新)(?:排行榜?|资讯|推荐|文章|新闻)\W*$|"
            r"返回$|返回上一页|关闭窗口|关闭本页|关闭$|更多>*$|阅读原文|阅读全文)",
        ),
        (
            "controls",
            r"[【\[(]?\s?(?:字体|字号|大\s?中\s?小|分享|打印|收藏|转发|扫一扫|扫码|扫描(?=二维)|微信扫|保存|"
            r"纠错|朗读|点赞|"
            r"A\+|a\+|进入专题|我要评论|评论|手机版|无障碍|繁體|繁体|"
            r"english)(?=[ :】\])到至按本此二\d>|+-]|$)(?![^。]{30,})|"
            r"(?:[【\[](?:关闭|打印|返回|收藏|推荐|分享|纠错)(?:本页|此页|窗口|顶部)?[】\]] ?)+$",
        ),
        (
            "image",
            r"(?:\S{0,60}\.(?:jpg|jpeg|png|gif|bmp|webp)\b[^。]{0,30}$|"
            r"\[?\(?图片?\s?[0-9一二三四五六七八九十]{0,2}\]?\)?$"
            r"|图\s?[0-9一二三四五六]{0,2}\s?[:为]|图片(?:说明|来源)?[:为]|(?:上|下|左|"
            r"右)图(?:为|:)|[^。]{0,60}[(/ ](?:[^() 。]{0,8} ?摄|摄影|资料图|图片|配图)\)?$"
            r"|(?:摄影|图/文|文/图|图片|供图)[:/ ]|△[^。\d]{0,30}$|▲?图[为:]|\(图[^)]{0,40}\)$|"
            r"\[图[^\]]{0,20}\]$)",
        ),
        (
            "footer",
            r"(?:.{0,40}(?:版权所有|[icp]{3}备|icp证|公网安备|copyright|©|备案号|备案编号|"
            r"网站标识码|技术支持|主办单位|承办单位[:]|联系电话[:]|"
            r"主\s?办 ?:|"
            r"地址[:]|邮编|邮箱[:]|电话[:]|传真[:]|访问总数|您是第|今日访问|在线人数|网站地图|"
            r"关于我们|联系我们|免责声明|建议使用|浏览器|友情链接))",
        ),
        (
            "circulation",
            r"(?:主\s?报|抄\s?报|报\s?送|发\s?送|印\s?送|报|主\s?送|抄\s?送|呈\s?报|呈\s?送|"
            r"分\s?送|送|发|印\s?发|"
            r"本期发送?)\s?:|[(]?\s?(?:共印|印数|本期共?印)|主题词\s?:?|"
            r"[(\[]?共\s?\d+\s?份|(?:内部资料|内部刊物|注意保存|请勿外传)",
        ),
        (
            "metadata",
            r"(?:(?:发|收|寄)件人 ?:|"
            r"索\s?引\s?号|发文字号|发文机关|发文单位|主题分类|公开方式|公开形式|"
            r"有\s?效\s?性|信息分类|体裁分类|公文种类|标\s?题\s?:|关键词\s?:|摘\s?要\s?:|"
            r"分类\s?:|所属栏目|文章标签|标签\s?:|附件\s?:?$|(?:备注|注|附注|说明|填表说明|填报说明|统计口径)\s?\d?\s?:|"
            r"[总合小共]\s?计\s?:?\s?\d{0,6}\s?[次场个条篇期件人]?$)",
        ),
        (
            "page-number",
            _PAGE_NUMBER.pattern,
        ),
        (
            "furniture",
            r"[(\[]?(?:此件(?:公开)?发|此件公开|下期待续|未完待续|待续)[^。]{0,20}[)\]]?$|"
            r"本(?:栏目?|[期旬月周季刊])[^。]{0,20}(?:供稿|来稿|收稿|投稿)[^。]{0,30}。?$|"
            r"(?:顺颂|顺祝|此致|敬礼|谨祝)[^。,]{0,12}[。!]?$|工作(?:顺利|愉快)[。!]?$|(?:今天是|现在是|当前时间|北京时间|(?:您好,?)?欢迎(?:您|光临|访问|来到))[^。]{0,60}$|(?:谢谢|感谢|多谢|辛苦|收到请回复|请(?:查收|审阅|审核|指正)|以上[^。,]{0,12}(?:,|请))"
            r"[^。]{0,20}[!。~]?$|[^。,]{0,10}(?:点个?\"?(?:在看|赞)|长按|识别二维码|关注我们|设为星标|转发给)"
            r"[^。]{0,30}$",
        ),
        ("rule", r"[^\u3400-\u9fff]{1,200}$"),
        ("address", r"(?:https?://|www\.)\S+$"),
    )
)
_LINKS = re.compile(r"[^。]{0,60}(?:上|下)一[篇条] ?:|[^。]{0,24} 返回(?:顶部|列表|首页|目录)$")
_MAIL = re.compile(r"^[^。,:;]{0,12}[\w.-]{2,30}@[a-z\d.-]{2,20}\.[a-z]{2,3}")
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
_CLOCK = re.compile(r"\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?|星期.|周[一二三四五六日]|\d+ ?次")
_TODAY = re.compile(r"今天是|现在是|当前时间|北京时间")
"""A page's clock says when it was saved."""
_STAMP = re.compile(r"(?:\d[-/.]\d{1,2}|日) ?\d{1,2}:\d\d")
"""A date with a clock's time right after it: pages are stamped so, meetings are not."""
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
_LONGEST = 400
"""No noise is longer, in characters."""
_EDGES = " ()[]【】|:.-"
_NOTE = re.compile(
    r"[\[【(]?\s?(?:编者按|编者的话|编\s?者|按语|导\s?语|导读|编前语|"
    r"开栏语|(?:记者|采访)手记|采访札记|编后(?:语|记)?|编余|短评|结束语)\s?[\]】)]?(?:\s?[::]|\s|$)"
)
_CONTENTS = re.compile(
    r"[\[【(〓=*★—●·◆◇■▲-]{0,3}\s?(?:目\s{0,4}录|本期目录|本期要目|要\s?目|本期导读|内容提要|本期内容|"
    r"(?:本期|本周|一周)(?:看点|关注|速览)|目次)\s?[\]】)〓=*★—●·◆◇■▲-]{0,3}\s?:?$"
)
_LEADERS = re.compile(r"(?:[.…·。]{2,}|[\s]{2,}|\()\s?[(]?\d{1,3}[)]?$")


@dataclass(frozen=True, slots=True)
class Chrome:
    """Why a line is no report, and the date of publication where it gives one."""

    reason: str
    published: DateWords | None = None


def chrome_of(line: Line) -> Chrome | None:
    """What kind of noise `line` is, or none where it may be content."""
    return _chrome_of(line.plain) if len(line.plain) <= _LONGEST else None


@lru_cache(maxsize=64)
def _chrome_of(plain: str) -> Chrome | None:
    """The kind of noise, kept: a line is asked about several times, by those above it too."""
    if found := publication(plain):
        return Chrome("bulletins.left-publication", found)
    if len(plain) <= 60 and _SIGNATURES.fullmatch(plain):
        return Chrome("bulletins.left-editors")
    if len(_FIELD.findall(plain)) >= 2 or (_FIELD.match(plain) and len(plain) <= 60):
        return Chrome("bulletins.left-publication")
    for reason, pattern in _RULES:
        if pattern.match(plain):
            return Chrome(reason)
    if ("返回" in plain or "一篇" in plain or "一条" in plain) and _LINKS.match(plain):
        return Chrome("bulletins.left-neighbours")
    if "@" in plain and "。" not in plain and _MAIL.search(plain):
        return Chrome("bulletins.left-footer")
    return Chrome(TALLY) if is_tally(plain) else None


def is_page_number(line: Line) -> bool:
    """Whether `line` is the number of a page, and no more."""
    if len(line.plain) > _LONGEST or _PAGE_NUMBER.match(line.plain) is None:
        return False
    chrome = chrome_of(line)
    return chrome is not None and chrome.reason == "bulletins.left-page-number"


def publication(plain: str) -> DateWords | None:
    """The date of publication, where a line is about little else."""
    if len(plain) > 200 or not _YEARED.search(plain) or _TODAY.search(plain):
        return None
    if ":" in plain:
        plain = _SHORT_YEAR.sub(lambda year: f"{'19' if year[0] > '50' else '20'}{year[0]}", plain)
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
    if not rest or (not told and (_FIELD.search(around) or _ISSUE.search(around))):
        return len(rest) < 80
    if any(sign in plain for sign in ",。;") or len(plain) > 40:
        return False
    if _STAMP.search(plain) or (_SHEET.search(plain) and not _MEETS.search(plain)):
        return True
    at_edge = date.start == 0 or not _CLOCK.sub("", plain[date.end :]).strip(_EDGES)
    if not at_edge or _MEETS.search(rest):
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


def is_note(plain: str) -> bool:
    """Whether an editor's note begins: 编者按."""
    return bool(_NOTE.match(plain))


def is_contents(plain: str) -> bool:
    """Whether a list of contents begins: 目录, 本期要目."""
    return bool(_CONTENTS.match(plain))


def without_leaders(plain: str) -> str:
    """An entry of a list of contents without its page number."""
    tail = plain[-24:]
    found = _LEADERS.search(tail)
    cut = plain[: len(plain) - len(tail) + found.start()] if found else plain
    return cut.strip(" .…·。")
