"""A label is written and read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reports.date import MeetingDate, Precision
from tui.reports.label import Label, attachment, part_of_month, read_attachment, short_label

DAY = MeetingDate(date(2023, 2, 8), None, Precision.DAY)
DAYS = st.dates(date(1000, 1, 1), date(9990, 1, 1))

LABELS = [
    ("〔伊州区 2023-02-08〕", Label(county="伊州区", held=DAY)),
    ("〔哈密市 伊州区〕", Label("哈密市", "伊州区")),
    ("〔本级〕", Label(county="")),
    ("〔哈密市 本级 2023-02-08〕", Label("哈密市", "", DAY)),
    ("〔地区不详 日期不详〕", Label(prefecture="", held=MeetingDate())),
    ("〔2023-02-08 单位:某 局〕", Label(held=DAY, organisation="某 局")),
    ("〔单位不详〕", Label(organisation="")),
    (
        "〔2024-02〕",
        Label(held=MeetingDate(date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH)),
    ),
    (
        "〔2023-02下旬〕",
        Label(held=MeetingDate(date(2023, 2, 21), date(2023, 2, 28), Precision.PART)),
    ),
    (
        "〔2023-02-08..2023-02-10〕",
        Label(held=MeetingDate(date(2023, 2, 8), date(2023, 2, 10), Precision.RANGE)),
    ),
]


@pytest.mark.parametrize(("line", "label"), LABELS)
def test_written_and_read(line: str, label: Label) -> None:
    assert str(label) == line
    assert Label.parse(line) == label


@pytest.mark.parametrize(
    "line",
    ["", "〔〕", "2023-02-08", "〔2023〕3号,某文件", "〔某会议,下称会议〕", "〔甲 乙 丙 丁〕"],
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert Label.parse(line) is None


def dates() -> st.SearchStrategy[MeetingDate]:
    """Every kind of date a report can have."""
    days = st.builds(lambda day: MeetingDate(day, None, Precision.DAY), DAYS)
    ranges = st.builds(
        lambda day, more: MeetingDate(day, day + timedelta(more), Precision.RANGE),
        DAYS,
        st.integers(0, 400),
    )
    parts = st.builds(
        lambda day, part: MeetingDate(
            *part_of_month(day.year, day.month, part),
            Precision.PART if part else Precision.MONTH,
        ),
        DAYS,
        st.sampled_from(["", "上旬", "中旬", "下旬"]),
    )
    return st.one_of(st.just(MeetingDate()), days, ranges, parts)


@given(
    st.sampled_from([(None, None), (None, "伊州区"), ("哈密市", ""), (None, ""), ("", None)]),
    st.none() | dates(),
    st.none() | st.text("甲乙 局:单位〕", max_size=9).filter(lambda text: text == text.strip()),
)
def test_every_label_round_trips(
    region: tuple[str | None, str | None], held: MeetingDate | None, organisation: str | None
) -> None:
    label = Label(*region, held, organisation)
    if label == Label():
        return
    assert Label.parse(str(label)) == label


@given(st.sampled_from(["", "伊州区"]), dates())
def test_a_short_label_is_a_label(county: str, held: MeetingDate) -> None:
    assert short_label(county, held) == str(Label(county=county, held=held))


@given(st.dictionaries(st.text(max_size=5), st.none() | st.text(max_size=9)))
def test_an_attachment_round_trips(fields: dict[str, str | None]) -> None:
    line = attachment(fields)
    assert "\n" not in line
    assert read_attachment(line) == fields


@pytest.mark.parametrize("line", ["", "〔附 件〕", "〔附 {件}〕", "〔附 []〕", '{"title": "x"}'])
def test_other_lines_are_no_attachments(line: str) -> None:
    assert read_attachment(line) is None
