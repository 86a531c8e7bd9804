"""Reports the reading pane's tests read."""

from datetime import date

from tui.query.query import Query, Words
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report, Source

OPINIONS = "关于进一步加强新时代关心下一代工作委员会工作的实施意见"

STUDY = Report(
    id="0" * 12,
    paragraphs=(
        f"2月9日,察布查尔县关工委组织“五老”骨干专题学习《{OPINIONS}》(以下简称《实施意见》)。"
        "会议指出,《实施意见》是贯彻落实重要指示批示精神的具体行动。"
        "会议要求,各级关工委要深刻认识《实施意见》的重要意义。",
        "大家一致表示,要以此为新起点,作出新的更大的贡献。",
    ),
    prefecture="伊犁哈萨克自治州",
    prefecture_code="654000",
    county="察布查尔锡伯自治县",
    county_code="654022",
    held=MeetingDate(date(2023, 2, 9), None, Precision.DAY, "2月9日", True),
    organisation="察布查尔县关工委",
    title="察布查尔县关工委组织“五老”骨干专题学习",
    documents=(OPINIONS,),
    source=Source("xinjiang-2023-02.txt", "", 2),
)

HOSTILE = Report(
    id="1" * 12,
    paragraphs=(
        "会议[/]指出[b]要[/b] \x1b[31m红\x1b[0m色\u202e倒\u2066转\ud800\x9b2J\ttab。",
        "会议要求,[@click=app.quit]学习[/]。",
    ),
    heading="[/附件]\x1b]0;title\x07",
    organisation="[red]关工委",
    title="[/][/附件][b]关工委\x1b[2J",
    documents=("[/b]",),
    flags=("[/]unheard-of",),
    source=Source("[/].txt", "[b]", 1, "", "（[/]）"),
)


def query(*words: str) -> Query:
    """A query for plain words."""
    return Query(tuple(Words((word,)) for word in words))


def long_report(characters: int) -> Report:
    """A report of one paragraph of so many characters, a part every few hundred."""
    sentence = (
        "会议要求,各级关工委要深刻认识《实施意见》的重要意义,切实增强政治自觉。" + "学习" * 90
    )
    text = (sentence * (characters // len(sentence) + 1))[:characters]
    return Report(id="2" * 12, paragraphs=(text,), title="长报告")
