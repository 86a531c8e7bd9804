"""The customer's eight reports, filled in by hand, and one that stands under no prefecture."""

import re
from datetime import date

from tui.reports.bundled import data_folder
from tui.reports.date import MeetingDate, Precision
from tui.reports.places import places
from tui.reports.report import Report, Source, report_id

FILE = "xinjiang-2023-02.txt"

ROWS = """
654000 654022 2月9日 察布查尔县关工委 专题学习《实施意见》
654200 654202 2月8日 乌苏市关工委 深入学习贯彻《实施意见》精神
650200 650203 2月8日 克拉玛依区昆仑路街道吉祥苑社区关工委 安排部署2023年工作
652300 - 2月7日 昌吉州关工委 召开2023年度第一次办公会议
650500 650502 2月8日 伊州区关工委 召开专题会议
652900 652901 2月9日 阿克苏市关工委 召开专题会议
652900 652902 近日 库车市关工委 学习《实施意见》精神
653100 - 2月9日 喀什地区关工委 召开主任扩大会议
"""
"""Prefecture, county, date, organisation, the rest of the title; in the order of the file."""


def sample() -> list[Report]:
    """The eight reports in the order of the bulletin."""
    text = (data_folder() / "bulletins" / FILE).read_text(encoding="utf-8")
    bodies = [line for line in text.splitlines() if len(line) > 20]
    return [
        _report(row.split(), body) for row, body in zip(ROWS.split("\n")[1:], bodies, strict=False)
    ]


def other() -> Report:
    """A report of 教育系统 over two months, of no prefecture."""
    body = "2月27日至3月2日，教育系统关工委举办培训班。"
    return Report(
        id=report_id(None, body),
        paragraphs=(body,),
        heading="教育系统",
        held=MeetingDate(date(2023, 2, 27), date(2023, 3, 2), Precision.RANGE, "2月27日至3月2日"),
        organisation="教育系统关工委",
        title="教育系统关工委举办培训班",
        source=Source("2023-03.txt"),
    )


def _report(row: list[str], body: str) -> Report:
    prefecture_code, county_code, written, organisation, topic = row
    prefecture, county = places().get(prefecture_code), places().get(county_code)
    assert prefecture is not None
    return Report(
        id=report_id(prefecture_code, body),
        paragraphs=(body,),
        prefecture=prefecture.name,
        prefecture_code=prefecture_code,
        county=county.name if county else None,
        county_code=county_code if county else None,
        heading=prefecture.name,
        held=_held(written),
        organisation=organisation,
        title=organisation + topic,
        documents=tuple(dict.fromkeys(re.findall("《([^》]+)》", body))),
        source=Source(FILE),
    )


def _held(written: str) -> MeetingDate:
    found = re.fullmatch("2月([0-9]+)日", written)
    if not found:
        return MeetingDate(as_written=written)
    day = date(2023, 2, int(found[1]))
    return MeetingDate(day, None, Precision.DAY, written, year_inferred=True)
