"""Reports for the tests of this room: two of the customer's, shortened, and one full of traps."""

from dataclasses import replace
from datetime import date

from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report, Source, report_id


def day(year: int, month: int, number: int) -> MeetingDate:
    """A day as our reader reads it."""
    written = f"{month}月{number}日"
    return MeetingDate(date(year, month, number), None, Precision.DAY, written, True)


def report(
    paragraphs: tuple[str, ...],
    prefecture: tuple[str, str] | None = None,
    county: tuple[str, str] | None = None,
    held: MeetingDate | None = None,
    organisation: str | None = None,
    title: str = "",
    documents: tuple[str, ...] = (),
) -> Report:
    """A report of these fields, places as name and code."""
    name, code = prefecture or (None, None)
    county_name, county_code = county or (None, None)
    return Report(
        id=report_id(code, "\n".join(paragraphs)),
        paragraphs=paragraphs,
        prefecture=name,
        prefecture_code=code,
        county=county_name,
        county_code=county_code,
        held=held or MeetingDate(),
        organisation=organisation,
        title=title,
        documents=documents,
        source=Source("2月.txt", "关工委简报", import_id="20230301-101500"),
    )


HAMI = ("哈密市", "650500")
AKSU = ("阿克苏地区", "652900")

YIZHOU = report(
    (
        "为进一步深入贯彻落实《关于进一步加强新时代关心下一代工作委员会工作的实施意见》精神。"
        "2月8日,伊州区关工委召开专题会议。",
        "会议指出,要统一思想。",
    ),
    HAMI,
    ("伊州区", "650502"),
    day(2023, 2, 8),
    "伊州区关工委",
    "伊州区关工委召开专题会议",
    ("关于进一步加强新时代关心下一代工作委员会工作的实施意见",),
)
AKSU_CITY = report(
    ("2月9日,阿克苏市关工委召开专题会议,“五老”骨干参加会议。",),
    AKSU,
    ("阿克苏市", "652901"),
    day(2023, 2, 9),
    "阿克苏市关工委",
    "阿克苏市关工委召开专题会议",
)
KUQA = report(
    ("近日,库车市关工委组织“五老”代表,学习《实施意见》精神。",),
    AKSU,
    ("库车市", "652902"),
    MeetingDate(as_written="近日"),
    "库车市关工委",
    "库车市关工委组织“五老”代表学习《实施意见》精神",
    ("实施意见",),
)
TRAPS = report(
    (
        "=1+1 是一个公式,[/附件] 和 \x1b[31m红\x1b[0m 是样式,*粗* 与 <b>&amp;</b> 也是。",
        '# 井号,\u202e倒写\u202c，“双引号”"直引号"，𠮷野家',
    ),
    None,
    None,
    MeetingDate(date(2023, 2, 10), date(2023, 2, 12), Precision.RANGE, "2023年2月10日至12日"),
    None,
    "+题目\t[b]",
)
TRAPS = replace(TRAPS, heading="教育系统", source=Source())
"""It came from another program, without an import."""

SAMPLES = (YIZHOU, AKSU_CITY, KUQA, TRAPS)
