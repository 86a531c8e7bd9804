"""The closing tag of a report: （记者 …）, （单位:…）, （某县关工委 供稿）."""

import re
from dataclasses import dataclass

from tui.bulletins.regions import ANYWHERE, naming

_PEOPLE = (
    r"(?:本报|见习|实习|特约|全媒体|通讯)?(?:记者|通讯员|信息员|作者|编者|供稿|撰稿|来稿|来源|单位|"
    r"报送|"
    r"报道|投稿|整理|综合|文/|图/|文图|图文|编辑|摄|审核|责编)"
)
_TAG = re.compile(
    r"[(\[【](?P<words>(?:[^()\[\]【】。;!?《》]|"
    r"(?:摘自|转自|原载|载于?|据)[^()。《》]{0,4}《[^《》()]{1,20}》){1,60})[)\]】][ .]*$"
)
_NAMES = re.compile(
    r"[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff]{2,8}$|"
    r"[\u4e00-\u9fff]{2,4}(?:[ 、,/][\u4e00-\u9fff]{2,4}){0,3}$|[\u4e00-\u9fff] [\u4e00-\u9fff]$"
)
_BODY = re.compile(
    r"(?:委|联|局|厅|办|会|室|站|所|院|校|司|社区|村|街道|镇|乡|队|部|府|协|园|社|馆|中心|公司|"
    r"中学|小学|大学)(?:供稿|报送|来稿| .{2,12})?$"
)
_MESSAGES = frozenset(("图片", "语音", "视频", "文件", "链接", "位置", "表情", "动画表情"))
"""What a chat has in brackets instead of names."""
_MEDIA = re.compile(
    r"(?:报|网|台|社|刊|客户端|公众号|头条)(?:[ ,]?\d{4}[年.\-/].{3,12})?$|^(?:据|摘自|转自|原载)"
)
_CLOSED = "。!?;)\"》'"
_SIGNED = re.compile(
    r"[-—]{2,}(?P<words>[^。,;]{2,24})$|(?:供稿|来稿|撰稿|通讯员|记者|信息来源|来源|"
    r"供稿单位)[ ::/][^。,;]{1,40}$"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A closing tag and where it begins in the text."""

    start: int
    words: str
    """Folded, without brackets."""

    @property
    def tells_who(self) -> bool:
        """Whether it says that what it names wrote or sent the report: 记者 …, 单位:…."""
        return bool(re.match(_PEOPLE, self.words))


def tag_of(plain: str) -> Tag | None:
    """The tag that ends a paragraph of folded text, or that is all of it."""
    tail = max(0, len(plain) - 80)
    found = _TAG.search(plain, tail)
    if found is not None and _is_tag(plain, found):
        return Tag(found.start(), found["words"].strip())
    signed = _SIGNED.match(plain) if len(plain) <= 60 else None
    return Tag(0, signed[0]) if signed is not None else None


def _is_tag(plain: str, found: re.Match[str]) -> bool:
    before = plain[: found.start()].rstrip()
    if before and before[-1] not in _CLOSED:
        return bool(re.match(_PEOPLE, found["words"].strip()))
    words = found["words"].strip()
    if words in _MESSAGES:
        return False
    if re.search(_PEOPLE, words) or _BODY.search(words):
        return True
    if _NAMES.fullmatch(words) or _MEDIA.search(words):
        return True
    named = naming(words, 0, ANYWHERE)
    return named is not None and named.full
