"""Lines that are no report: what a page, a mail or a printed issue puts round them.

Each rule is a reason and a pattern over one folded line; the first that matches gives the reason.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tui.bulletins.datewords import DateWords
from tui.bulletins.lines import Line
from tui.bulletins.publication import FIELD, publication
from tui.bulletins.tallies import TALLY, is_tally

_SIGNATURES = re.compile(r"(?:[\u4e00-\u9fff]{2,6} ?: ?[^:。,;!?\d《]{1,10}(?: +|$)){2,}")
"""制表:某某  审核:某某."""
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
            r"(?:网站)?首页(?: +[\u4e00-\u9fff]{2,6}){3,12}$|"
            r"\W{0,3}(?:您|你)?(?:目前|现在|当前)?(?:所在|现在|当前)?的?(?:所在|当前)?(?:位置|"
            r"栏目)(?:是|在)?\s?[:>]"
            r"|(?:您|你)(?:目前|现在|当前|所在|的)?[^。]{0,6}(?:位置|在)[^。]{0,3}[:>]|"
            r"(?:网站)?首页\s?(?:>|/|\||-|»|-)|[^。,]{0,12}(?:>>|»|&gt;)[^。]{0,60}$"
            r"|(?:[^。,>]{1,12} ?> ?){1,6}[^。,>]{1,40}$",
        ),
        (
            "editors",
            r"[\u4e00-\u9fff]{2,10}(?:报|网|台|社) ?(?:记者|通讯员) ?[\u4e00-\u9fff ]{2,12}$|"
            r"[\[(【]?\s?(?:责任编辑|责编|编\s?辑|校\s?对|审\s?核|一审|二审|三审|初审|复审|终审|"
            r"监\s?制|值班编辑|值班编委|编\s?审|审\s?稿|签\s?发|"
            r"主\s?编|汇\s?总|整\s?理|美编|核稿|统筹|策划|排版|制作|供稿人|填报人|填表人|报送人|经办人|联系人|信息员|撰\s?稿|供\s?稿|文字|"
            r"录入)[^。]{0,3}\s?[:/]|"
            r"(?:来源|编辑|审核|责编|校对|监制|供稿|文字|图片|排版)[|丨]|"
            r"[\[(][^()\[\]]{2,20}(?:整理|汇总|编发)[)\]]$|"
            r"[\[(【〔](?:本[期版])?(?:责任编辑|责编|编\s?[辑校审]|校\s?对|值班编辑|主\s?编|审\s?核|监\s?制|审\s?校)"
            r"[ :/][^。()\[\]【】〔〕]{1,24}[\])】〕][^。]{0,12}$",
        ),
        (
            "neighbours",
            r"end(?: .{0,80})?$|"
            r"[<>《]?\s?(?:往期推荐|往期精选|上一篇|下一篇|上一条|下一条|上一版|下一版|"
            r"第\d{1,3} ?版|版次|上篇|"
            r"下篇|上一页|下一页|"
            r"前一篇|后一篇|相关链接|相关新闻|相关文章|相关阅读|"
            r"延伸阅读|推荐阅读|新闻推荐\W*$|相关推荐\W*$|热点推荐|热门文章|往期回顾|返回顶部|返回列表|返回首页|返回目录|"
            r"(?:热门|热点|点击|阅读|[一本]周|最新)(?:排行榜?|资讯|推荐|文章|新闻)\W*$|"
            r"返回$|返回上一页|关闭窗口|关闭本页|关闭$|更多>*$|阅读原文|阅读全文)",
        ),
        (
            "controls",
            r"(?:[•·●▪■◆*-] ?)?[【\[(]?\s?(?:字体|字号|保护视力|大\s?中\s?小|分享|打印|"
            r"收藏|转发|扫一扫|扫码|扫描(?=二维)|微信扫|保存|"
            r"纠错|朗读|点赞|"
            r"A\+|a\+|进入专题|我要评论|评论|手机版|无障碍|繁體|繁体|"
            r"english)(?=[ :】\])到至按本此二\d>|+-]|$)(?![^。]{30,})|"
            r"(?:[【\[](?:关闭|打印|返回|收藏|推荐|分享|纠错)(?:本页|此页|窗口|顶部)?[】\]] ?)+$",
        ),
        (
            "image",
            r"(?:(?:!\[[^\]]*\]\([^)]*\) ?)+$|"
            r"\S{0,60}\.(?:jpg|jpeg|png|gif|bmp|webp)\b[^。]{0,30}$|"
            r"\[?\(?图片?\s?[0-9一二三四五六七八九十]{0,2}\]?\)?$"
            r"|图\s?[0-9一二三四五六①-⑩]{0,2}\s?[:为]|图片(?:说明|来源)?[:为]|(?:上|下|左|"
            r"右)图(?:为|:)|[^。]{0,40}。 ?[^。]{2,16}(?:供图|摄影|摄)$|"
            r"[^。]{0,60}[(/ ](?:[^() 。]{0,8} ?摄|摄影|资料图片?|图片|配图)\)?$"
            r"|(?:摄影报道|摄影|图/文|文/图|图片|供图)[:/ ]|"
            r"△[^。\d]{0,30}$|▲?图[为:]|\(图[^)]{0,40}\)$|"
            r"\[图[^\]]{0,20}\]$)",
        ),
        (
            "footer",
            r"(?:.{0,40}(?:版权所有|[icp]{3}备|icp证|公网安备|copyright|©|备案号|备案编号|"
            r"网站标识码|技术支持|powered by|archiver\||qq ?:\d|gmt ?[+-]\d|小黑屋|手机版\||"
            r"主办单位|承办单位[:]|联系电话[:]|"
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
            r"分类\s?:|所属栏目|文章标签|标签\s?:|(?:附件|出处|摘要)\s?:?$|(?:备注|注|附注|说明|填表说明|填报说明|统计口径)\s?\d?\s?:|"
            r"[总合小共]\s?计\s?:[^。]{1,40}。?$|[总合小共]\s?计\s?:?\s?\d{0,6}\s?[次场个条篇期件人]?$)",
        ),
        (
            "page-number",
            _PAGE_NUMBER.pattern,
        ),
        (
            "furniture",
            r"[^。,:]{2,24}(?:编|印|主办|编印|编发)(?: {2,}|\u3000)\d{6,8}$|"
            r"附表[一二三四五六七八九十\d]{0,2}(?:[ :][^。,]{1,20})?$|"
            r"(?:您|你|大家|各位[^。,]{0,6})好[!,。][^。]*。?[^。]*。?$|本邮件[^。]{0,60}。?$|"
            r"[^。,:;]{3,24}(?:办公室|秘书处|编辑部|委员会|委|厅|局|会)(?:主办|编印|编发|编)$|"
            r"[(\[][^()\[\]]{0,20}另行(?:通报|编发|刊发|公布|报道)[)\]]$|"
            r"[-—]{0,3}[^。]{0,8}[本下]期来稿[^。]{0,30}。?$|[(\[]?(?:此件(?:公开)?发|此件公开|下期待续|未完待续|待续)[^。]{0,20}[)\]]?$|"
            r"本(?:栏目?|[期旬月周季刊])[^。]{0,20}(?:供稿|来稿|收稿|投稿)[^。]{0,30}。?$|"
            r"[(\[]接龙[^()]{0,30}[)\]]$|(?:顺颂|顺祝|此致|敬礼|谨祝)[^。,]{0,12}[。!]?$|工作(?:顺利|愉快)[。!]?$|(?:今天是|现在是|当前时间|北京时间|(?:您好,?)?欢迎(?:您|光临|访问|来到))[^。]{0,60}$|(?:(?:[^。,]{0,12},)?(?:谢谢|辛苦)|感谢|多谢|收到请回复|请(?:查收|审阅|审核|指正)|以上[^。,]{0,12}(?:,|请))"
            r"[^。]{0,20}[!。~]?$|[^。,]{0,10}(?:点个?\"?(?:在看|赞)|长按|识别二维码|关注我们|设为星标|转发给)"
            r"[^。]{0,30}$",
        ),
        ("rule", r"[^\u3400-\u9fff]{1,200}$"),
        ("address", r"(?:https?://|www\.)\S+$"),
    )
)
_LINKS = re.compile(r"[^。]{0,60}(?:上|下)一[篇条] ?:|[^。]{0,24} 返回(?:顶部|列表|首页|目录)$")
_ENTRY = re.compile(r"(?:\.{6,}|[…·]{3,})[^….·。,]{0,16}\d{1,3}$")
"""An entry of a list of contents that has its page: 会议召开…………市关工委 32."""
_MAIL = re.compile(r"^[^。,:;]{0,12}[\w.-]{2,30}@[a-z\d.-]{2,20}\.[a-z]{2,3}")
_LONGEST = 400
"""No noise is longer, in characters."""
_NOTE = re.compile(
    r"[\[【(]\s?编者按\s?[\]】)]|[\[【(]?\s?(?:编者按|编者的话|编\s?者|按语|导\s?语|导读|编前语|"
    r"开栏语|(?:记者|采访)手记|采访札记|编后(?:语|记)?|编余|短评|结束语)\s?[\]】)]?(?:\s?[::]|\s|$)"
)
_CONTENTS = re.compile(
    r"[\[【(〓=*★—●·◆◇■▲-]{0,3}\s?(?:目\s{0,4}录|本 ?期 ?目 ?录|本期要目|"
    r"要\s?目|本期导读|内容提要|本期内容|"
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
    if len(FIELD.findall(plain)) >= 2 or (FIELD.match(plain) and len(plain) <= 60):
        return Chrome("bulletins.left-publication")
    for reason, pattern in _RULES:
        if pattern.match(plain):
            return Chrome(reason)
    if ("返回" in plain or "一篇" in plain or "一条" in plain) and _LINKS.match(plain):
        return Chrome("bulletins.left-neighbours")
    if _ENTRY.search(plain):
        return Chrome("bulletins.left-contents")
    if "@" in plain and "。" not in plain and _MAIL.search(plain):
        return Chrome("bulletins.left-footer")
    return Chrome(TALLY) if is_tally(plain) else None


def is_page_number(line: Line) -> bool:
    """Whether `line` is the number of a page, and no more."""
    if len(line.plain) > _LONGEST or _PAGE_NUMBER.match(line.plain) is None:
        return False
    chrome = chrome_of(line)
    return chrome is not None and chrome.reason == "bulletins.left-page-number"


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
