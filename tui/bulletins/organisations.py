"""The subject that holds, organises or convenes: found before the words of its doing.

An organisation ends where one of the signs that end the names of bodies (委, 局, 会, 村 …) is
followed by a verb, a preposition or an adverb. Everything here looks at folded text.
"""

import re
from dataclasses import dataclass

from tui.bulletins.regions import Naming, Scope, naming
from tui.bulletins.verbs import ACTION, DOING

_PERSON = re.compile(
    r"的[^,。;]{0,6}?(?:工人|队员|书记|教师|老师|法官|民警|志愿者|干部|医生|老同志|老人|工作人员)|"
    r"(?:党组|党委|党支部)?(?:常务|执行|名誉|专职|原|时任)?(?:副)?"
    r"(?:主任|书记|主席|局长|会长|部长|县长|市长|区长|州长|旗长|盟长|院长|校长|主委|组长|秘书长|"
    r"领导|负责人|负责同志|一行|常委(?!会|扩大)|班子|干部|志愿者|工作人员|\"|五老|老同志|成员|委员|执委|代表|党员|"
    r"团队|医生|民警|检察官|法官)"
)
_OFFICE = re.compile(
    r"(?:党组|党委)?(?:常务|执行|名誉|专职|原|时任)?(?:副)?"
    r"(?:主任|书记|主席|局长|会长|部长|县长|市长|区长|州长|旗长|院长|校长)(?!会|办公|扩大|例会|团)"
)
"""Whoever holds an office: what follows are names, and what they did."""
_LAST = frozenset(
    "委联局厅办室站所院校司区村道镇乡队部府协学园团社馆心组厂矿店行场连科处州市县旗盟家屯街庄中小地会组位关"
    "大宫庭支查骑堂体台岸班段"
)
_PART_OF = re.compile(
    "雄安新区|中国共产主义青年团|共青团|团(?!结|场|风)|中国人民政治协商会议|中共|中国共产党|新疆生产建设兵团|新疆兵团|兵团农(?=[一二三四五六七八九十]{1,3}师)|兵团|国网|国家税务总局|政协|民革|民盟|"
    "民建|民进|农工党|致公党|九三学社|中国移动|中国电信|中国联通|中国邮政|中国农业银行|中国建设银行|武警"
)
_SURE = re.compile(
    "(?:关工委|妇联|妇女联合会|残联|科协|文联|侨联|工商联|工会|[团农教科体经建健改]委|团[县市区]委|人大|政协|局|"
    "禁毒办|文明办|委员会|大队|支队|中队|派出所|法院|检察院|医院|卫生院|中心|文化馆|图书馆|博物馆|档案馆|"
    "小学|中学|学校|幼儿园|大学|学院|党校|少年宫|党支部|党总支|党委|居委会|村委会|管委会|办事处|人民政府|"
    "协会|商会|慈善总会|公司|银行|敬老院|福利院|管理站|救助站|文化站|宣讲团|志愿服务队|供销社|合作社)$"
)
"""Names that end here, whatever word follows."""
_GOES_ON = re.compile(
    r"[、和及与\-长]|关工委|妇联|团委|工会|党组|党委|党支部|党总支|机关|办公室|主任|副主任|常务|常委|"
    r"主席|副主席|书记|"
    r"局长|副局长|会长|负责|领导|班子|系统|的(?!\")|名誉|执行|顾问|秘书|干部|委员|成员|工作|会议|下属|"
    r"直属|机构|分会|讲师|宣讲|[一二三四上下]季度|[上下]半年|年度|"
    r"门前|门口|大厅|广场|礼堂|操场|院内|院里|志愿|交警|巡警|民警|医生|教师|教研|附属|附设|校长|院长|社区|村|街道|镇|$"
)
_MEETING = re.compile(
    r"(?:委员|常委|协|学|工|联合|商|理事|基金|分|居委|村委|管委|党委|促进|研究|联谊|总|老促|"
    r"人大|政协|两新|团工委|慈善|校友|同乡|者联|红十字|执委|联席|妇工)会$"
)
_ENDINGS = {
    "支": ("总支",),
    "骑": ("乌兰牧骑",),
    "堂": ("讲堂", "学堂", "课堂", "食堂"),
    "体": ("医共体", "医联体", "联合体", "共同体"),
    "台": ("电视台", "电台", "广播台", "气象台"),
    "岸": ("口岸",),
    "班": ("专班",),
    "段": ("机务段", "工务段", "车务段", "电务段", "供电段", "客运段"),
    "查": ("嘎查",),
    "大": ("人大", "师大"),
    "宫": ("少年宫", "文化宫", "青少年宫"),
    "庭": ("法庭", "审判庭"),
    "关": ("机关", "海关"),
    "位": ("单位",),
    "地": ("基地", "阵地"),
    "心": ("中心",),
    "家": ("之家",),
    "中": ("一中", "二中", "三中", "四中", "五中", "六中", "高中", "初中"),
    "小": ("一小", "二小", "三小", "四小", "五小", "六小", "完小", "实小", "附小"),
}
"""Signs that end names of bodies in these words only."""
_NO_SUBJECT = re.compile(
    r"(?:\"(?!五老)|[\d一二三四五六七八九十百千两]{1,5}[余多]?(?:名|位|个|家|所|户|人|场|堂|次|项|批|支(?!队))|为|为了|进一步|更好|丰富|提高|提升|增强|营造|弘扬|传承|庆祝|迎接|响应|确保|做好|让|使|"
    r"按照|根据|在|通过|随着|围绕|结合|自(?!治|然)|从|据|当|经|经过|对|对于|针对|作为|以|是|"
    r"本次|此次|该|本[刊栏期]|我刊|"
    r"会议|会上|活动|会后|同时|随后|其中|并|今年|近年|目前|下一步|今后|这|他|她|大家|与会|参会|"
    r"各|全[省市县区州旗盟校镇乡村]|全体|广大|[县市区州旗盟省局部院校会]长|主席|秘书长|"
    r"据悉|据了解|期间|截至|一是|二是|三是|首先|最后|要|通知|意见|方案|记者|副|主任|书记|"
    r"第[\d一二三四五六七八九十]{1,3}(?:个|届|次|章|条|期|批))"
)
_SPOILT = re.compile(
    r"落实|贯彻|在|(?<!联席)会议|活动(?!中心|站|室|基地|阵地)|培训班|讲座|仪式|比赛|召开|举办|举行|开展|大会|现场会|进入|来自|"
    r"传来|精神(?!文明|研究|卫生|病|康复)|是|"
    r"工作会|工作现场|副(?:总编|社长|台长|主任|书记|主席|局长|部长|[县市区州旗]长|校长|院长)|赴|的|了|向(?!阳|荣)|把|将(?!军|乐|[\u4e00-\u9fff]{1,3}(?:镇|乡|街道))|以来|之际"
)
_ALIAS = re.compile(r"\([^()]{2,10}\)")
"""工商业联合会(总商会): another name of the body."""
_ENDS = re.compile(r"[,。;:!?《]")
_SPACED_FIGURE = re.compile(r" (?=\d{1,2} ?月)")
"""宜昌市妇联 3 月 25 日…: figures with blanks round them."""
_YEAR = re.compile(r"(?:19|20)\d\d ?年度?(?=[\u4e00-\u9fff])(?!第)")
"""2022年邵阳市妇联重点工作座谈会: the year is the meeting's."""
_OF_ITS = re.compile(
    r"的(?:(?:[\u4e00-\u9fff]{0,2}[会课班]|活动|做法|办法)[则却]|"
    r"[\u4e00-\u9fff]{0,2}[会课班][开办设搬放][在到进])"
)
"""琼海市文明办的会则开得更短: of whom something held is told."""
_WINDOW = 70


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a clause is about."""

    start: int
    end: int
    named: Naming | None
    """The place its name begins with."""
    doing: bool
    """Whether a verb of holding or organising follows in the clause."""
    person: bool = False
    """The clause is about someone of the body, not the body."""
    is_place: bool = False
    """Nothing but a place: 金寨县召开…"""


def subject_at(plain: str, start: int, scope: Scope) -> Subject | None:
    """The subject of the clause that begins at `start`."""
    if plain.startswith("由", start):
        start += 1
    year = _YEAR.match(plain, start)
    start = year.end() if year is not None else start
    named = naming(plain, after_league(plain, start), scope)
    if named is None and (_NO_SUBJECT.match(plain, start) or ACTION.match(plain, start)):
        return None
    ended = _ENDS.search(plain, start, start + _WINDOW)
    stop = ended.start() if ended else min(len(plain), start + _WINDOW)
    person = None
    sure = 0
    for at in range((named.end if named else start + 2), stop):
        whole = named is not None and at == named.end
        if not whole and plain[at - 1] not in _LAST:
            continue
        head = plain[start:at]
        if not ends_body(head, whole):
            continue
        alias = _ALIAS.match(plain, at)
        after = alias.end() if alias is not None else at
        after += bool(_SPACED_FIGURE.match(plain, after))
        if ACTION.match(plain, after) or (
            plain[after : after + 1] == "的" and _OF_ITS.match(plain, after)
        ):
            found = _subject(plain, start, after, named, stop)
            if found is not None or not (sure or person):
                return found
            break
        if not sure and _SURE.search(head[-5:]) and not _GOES_ON.match(plain, at):
            sure = at
        if person is None and at > start + 2 and _PERSON.match(plain, at):
            person = Subject(start, at, named, doing=False, person=True, is_place=whole)
            if _OFFICE.match(plain, at):
                break
    if sure and (person is None or sure < person.end):
        return _subject(plain, start, sure, named, stop)
    return person if person is None or not _SPOILT.search(plain, start, person.end) else None


def after_league(plain: str, start: int) -> int:
    """团岳麓区委, 中共淳安县委, 国网淳安县供电公司: the place stands after the whole."""
    found = _PART_OF.match(plain, start)
    return found.end() if found is not None else start


def _subject(plain: str, start: int, end: int, named: Naming | None, stop: int) -> Subject | None:
    if _SPOILT.search(plain, named.end if named is not None else start, end):
        return None
    doing = bool(DOING.match(plain, end, max(stop, end + 40)))
    return Subject(start, end, named, doing, is_place=named is not None and end == named.end)


_NO_BODY_WORDS = """
布局 格局 全局 大局 开局 破局 僵局 举办 承办 主办 开办 协办 创办 合办 督办 交办 领办 兴办
带队 组队 领队 排队 立场 当场 到场 入场 登场 全场 会场 专场 现场 好处 深处 高处 到处 之处 用处
查处 惩处 举行 进行 先行 执行 推行 实行 践行 履行 同行 出行 发行 重组 改组 分组 关联 串联 学科
百科 妥协 场所
"""
_NO_BODIES = frozenset(_NO_BODY_WORDS.split())
"""Words that end as the names of bodies do: 因地制宜布局, 带队, 查处."""


def ends_body(head: str, whole_name: bool = False) -> bool:
    """Whether `head` ends as the names of bodies do; a place's whole name may stand for one."""
    if whole_name:
        return True
    if not head or head[-1] not in _LAST or head[-2:] in _NO_BODIES:
        return False
    if head[-1] == "会":
        return bool(_MEETING.search(head[-4:]))
    return head.endswith(_ENDINGS.get(head[-1], head[-1]))


def is_body(words: str) -> bool:
    """Whether words are the name of a body and no more: 莘庄镇关工委."""
    return bool(_SURE.search(words[-5:])) and not _SPOILT.search(words)


def is_sentence(words: str) -> bool:
    """Whether words say something, as no name does: 的老人们选了另一处课堂."""
    return bool(_SPOILT.search(words))


_TEAM = re.compile(
    r"(?:调研|考察|检查|工作|慰问|督导|督查|视察|观摩|走访|志愿|服务|宣讲|讲师|指导|巡回|评审|"
    r"验收|代表)(?:组|团|队)|"
    r"与会|参会|参训|参加|学员|师生|学生|孩子|同学|家长|老师|教师|志愿者|代表|委员|群众|干部|"
    r"党员|大家|双方|会议|活动|一行"
)


def is_team(words: str) -> bool:
    """Whether the subject is people whom a report has spoken of: 调研组, 与会人员."""
    return bool(_TEAM.match(words))


def same_body(one: str, other: str) -> bool:
    """Whether `one` means the body `other` or one of several: 县关工委, 内丘县关工委、县妇联."""
    if not one or not other:
        return False
    if "、" in other:
        return any(same_body(one, part) for part in (other.replace("、", ""), *other.split("、")))
    short, long = sorted((_briefly(one), _briefly(other)), key=len)
    return long.endswith(short) or long.startswith(short)


def _briefly(name: str) -> str:
    """西渡镇人民政府 as 西渡镇政府."""
    return name.replace("人民政府", "政府").replace("人民法院", "法院").replace("人民检", "检")
