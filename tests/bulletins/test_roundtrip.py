"""What is exported as a bulletin reads back as the same reports."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bulletins.scoring import truths
from tui.bulletins import read_file, read_text
from tui.export.said import facts
from tui.export.text import write_text
from tui.reports.date import MeetingDate, Precision
from tui.reports.label import part_of_month
from tui.reports.places import Level, Place, places
from tui.reports.report import Report, report_id

DAYS = st.dates(date(1950, 1, 1), date(2026, 1, 1))
COUNTIES = [place for place in places() if place.level is Level.COUNTY]
PREFECTURES = [place for place in places() if place.level is Level.PREFECTURE]
WORDS = st.text(
    "会议在学习部署县市区关工委妇联召开举办,。、《》()2月9日近〔〕 ", min_size=1, max_size=30
)


def _back(text: str) -> Sequence[Report]:
    return read_text(text).reports


def _body(text: str) -> str:
    return "甲" + text.strip()


def dates() -> st.SearchStrategy[MeetingDate]:
    """Dates of every kind."""
    return st.one_of(
        st.just(MeetingDate()),
        st.builds(lambda day: MeetingDate(day, None, Precision.DAY), DAYS),
        st.builds(
            lambda day, more: MeetingDate(day, day + timedelta(more), Precision.RANGE),
            DAYS,
            st.integers(1, 90),
        ),
        st.builds(
            lambda day, part: MeetingDate(
                *part_of_month(day.year, day.month, part),
                Precision.PART if part else Precision.MONTH,
            ),
            DAYS,
            st.sampled_from(["", "上旬", "中旬", "下旬"]),
        ),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports as an archive may hold them, whoever wrote it."""
    county: Place | None = draw(st.none() | st.sampled_from(COUNTIES))
    above = places().prefecture_of(county) if county else draw(st.sampled_from(PREFECTURES))
    assert above is not None
    paragraphs = tuple(map(_body, draw(st.lists(WORDS, min_size=1, max_size=3))))
    return Report(
        report_id(above.code, "\n".join(paragraphs)),
        paragraphs,
        above.name,
        above.code,
        county.name if county else None,
        county.code if county else None,
        above.name,
        draw(dates()),
        draw(st.none() | st.sampled_from(["某县妇联", "县关工委"])),
        draw(WORDS).strip() or "题",
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=5, unique_by=lambda report: report.id))
def test_any_reports_round_trip(chosen: list[Report]) -> None:
    text = "".join(write_text(chosen, read_back=_back))
    assert [facts(report) for report in _back(text)] == [facts(report) for report in chosen]


def test_every_bulletin_of_the_set_round_trips() -> None:
    for truth in truths():
        read = read_file(truth["path"], year=truth.get("year")).reports
        text = "".join(write_text(read, read_back=_back))
        assert [facts(report) for report in _back(text)] == [facts(report) for report in read]


def test_a_corrected_date_is_carried() -> None:
    read = read_text("杭州市\n2023年3月1日,淳安县妇联召开会议。").reports[0]
    held = MeetingDate(date(2023, 3, 2), None, Precision.DAY)
    text = "".join(write_text([replace(read, held=held)], read_back=_back))
    assert _back(text)[0].held == held
