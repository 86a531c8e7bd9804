"""What an issue says of itself: corrections, calls for papers, what comes next."""

import re

from tui.bulletins.headings import MARK

_DECOR = rf"(?:{MARK}|[ 【〔\[(<「『〖—=~:_-]){{0,6}}"
_CLOSE = rf"(?:{MARK}|[ 】〕\])>」』〗—=~_-]){{0,6}}"
_SAID = (
    r"征稿(?:启事|函|通知)?|约稿(?:启事|函)?|稿约|小(?:资料|知识|贴士|常识)|[投来供]稿(?:选登|选编)?(?:须知|要求|说明|方式|指南|启事)|"
    r"更正(?:启事|说明|与致歉)?|勘误(?:表|启事)?|致歉(?:启事|声明)?|"
    r"[上往前]期(?:回顾|反馈|回音)|下(?:期|周|月|旬|季度)(?:预告|关注|要目|重点|看点|选题|重点选题)|"
    r"订阅(?:方式|须知|启事)?|联系(?:我们|方式)|附[件表录]? ?\d{0,2}(?:清单|目录)?|纠错|"
    r"[扣加]分(?:情况|说明)|启事"
)
"""What stands over or before such words."""
_WARNED = r"(?:填报|报送)?(?:注意事项|须知)|(?:温馨|友情|特别)提示|提醒"
"""What does so where it is about what is sent in; a report may have a 特别提示:… of its own."""
_ALONE = (
    r"(?:本[期周月旬]|一周)?(?:数据|统计)|(?:本期|编辑|编者)?(?:点评|寄语)|编后(?:语|记)?|"
    r"读者(?:来信|反馈|服务|之声)"
)
"""What does so on a line of its own only; a report may have a 点评:… of its own."""
_PLANNED = re.compile(
    rf"{_DECOR}(?:附(?:件|表)?\d? ?:? ?)?[^。,;:]{{0,14}}?"
    r"(?:下(?:周|个?月|旬|季度|阶段|一阶段)|\d{1,2}月份?|[一二三四]季度|[暑寒]假)[^。,;:]{0,8}"
    rf"(?:(?:会议|活动|培训)(?:安排|计划|预告)|预告|(?:安排|计划|预告|日程)表)(?:表|一览表?)?"
    rf"{_CLOSE}:?$"
)
"""附：下月会议安排: what stands below has not been held yet."""
_HEADING = re.compile(rf"{_DECOR}(?:{_SAID}|{_WARNED}|{_ALONE}){_CLOSE}:?$")
_ABOUT = "报送|[来投供]稿|稿件|本刊|电话|邮箱|信息"
_BEFORE = re.compile(
    rf"{_DECOR}(?:\d[.、] ?)?(?:(?:{_SAID})|(?:{_WARNED})(?=.*(?:{_ABOUT})))"
    r"(?: ?[】〕\])] ?:?| ?:)"
)
_CORRECTED = re.compile(
    r"(?:本刊|本报|我刊|上[期周月旬]|(?:\d{4}年)?第 ?\d{1,4} ?期)[^。]{0,90}?"
    r"(?:更正|之误|误[作为将排写植]|应为|致歉|歉意|有误)"
)
_SELF = re.compile(
    r"(?:我们|我刊|本刊|本报|编辑部)[^。]{0,30}(?:邮箱|信箱|电话|地址|网址|公众号|投稿|来稿|订阅)"
)
_MAY = re.compile(
    r"[^\u3400-\u9fff]{0,8}[征约稿投来供更勘致上往前下订联附纠扣加启填报注须温友特本一数统编点读我第年小提]"
)
_LONGEST = 200
_LONGEST_TITLE = 40
_PLANS_END = frozenset("表排划告程】〕])>」』〗—=~_-:◇◆■●★※")


def may_be_aside(plain: str) -> bool:
    """A cheap look before the others, at the first character that is no mark, and the last."""
    return _MAY.match(plain) is not None or plain[-1] in _PLANS_END


def begins_aside(plain: str) -> bool:
    """Whether such words begin with a folded line: ◇致歉◇, 更正:第15期…"""
    if len(plain) > _LONGEST:
        return False
    return bool(_HEADING.match(plain) or _BEFORE.match(plain))


def is_whole(plain: str) -> bool:
    """Whether all that the issue says of itself stands in the line it begins with."""
    return plain.endswith("。") and _HEADING.match(plain) is None


def plans(plain: str) -> bool:
    """Whether what is to be held is listed below a folded line: 下月会议安排."""
    return len(plain) <= _LONGEST_TITLE and _PLANNED.match(plain) is not None


def is_of_itself(plain: str) -> bool:
    """Whether a folded line puts an earlier issue right, or says where to write to.

    上期…误作…,特此更正。 我们的邮箱换了。
    """
    if len(plain) > _LONGEST:
        return False
    return bool(_CORRECTED.match(plain) or _SELF.match(plain))
