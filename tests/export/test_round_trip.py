"""What is exported as text is read back: ``read(write(reports)) == reports``.

Equal means everything that a report says, not how it had been read (`tui.export.text.facts`), and
control characters as they are shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.bench.generate import reports as generated
from tests.export.samples import AKSU_CITY, HAMI, KUQA, SAMPLES, YIZHOU, day, report
from tui.bulletins import read_text
from tui.export import proofreader
from tui.export import text as bulletin
from tui.export.layout import ReadBack
from tui.export.options import Options
from tui.export.plain import plain
from tui.export.said import facts
from tui.export.text import write_text
from tui.export.writing import preview
from tui.reports.bundled import data_folder
from tui.reports.date import MeetingDate, Precision
from tui.reports.label import attachment, read_attachment
from tui.reports.neutral import neutral
from tui.reports.report import Report, Source, report_id

WORDS = (data_folder() / "bulletins" / "xinjiang-2023-02.txt").read_text(encoding="utf-8")
BUNDLED = read_text(WORDS).reports


def read(text: str) -> Sequence[Report]:
    """The reports of a bulletin."""
    return read_text(text).reports


def check(reports: Sequence[Report], read_back: ReadBack | None) -> str:
    """Write `reports`, see that the same are read, and give what was written."""
    written = "".join(write_text(reports, read_back=read_back))
    assert [facts(one) for one in read(written)] == [facts(plain(one)) for one in reports]
    return written


def labels(written: str) -> list[str]:
    """The labels and attachments in a bulletin."""
    return [line for line in written.splitlines() if line.startswith("〔")]


def test_the_bundled_bulletin_needs_no_label() -> None:
    assert labels(check(BUNDLED, read)) == []


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ([6], []),
        ([3, 7], []),
        ([0], ["〔2023-02-09〕"]),
        ([0, 4], ["〔2023-02-09〕", "〔2023-02-08〕"]),
    ],
    ids=["no date", "their own year", "a year from elsewhere", "two of them"],
)
def test_a_selection_says_what_its_words_do_not(chosen: list[int], expected: list[str]) -> None:
    assert labels(check([BUNDLED[number] for number in chosen], read)) == expected


CORRECTIONS: list[tuple[Callable[[Report], Report], list[str]]] = [
    (lambda one: replace(one, held=day(2023, 2, 10)), ["〔2023-02-10〕"]),
    (lambda one: replace(one, county=None, county_code=None), ["〔本级〕"]),
    (
        lambda one: replace(one, county="伊吾县", county_code="650522"),
        ["〔伊吾县〕"],
    ),
    (lambda one: replace(one, organisation="区关工委"), ["〔单位:区关工委〕"]),
    (lambda one: replace(one, organisation=None), ["〔单位不详〕"]),
    (lambda one: replace(one, held=MeetingDate()), ["〔日期不详〕"]),
]


@pytest.mark.parametrize(("correct", "expected"), CORRECTIONS)
def test_a_correction_is_in_the_label(
    correct: Callable[[Report], Report], expected: list[str]
) -> None:
    changed = correct(BUNDLED[4])
    written = check([*BUNDLED[:4], changed, *BUNDLED[5:]], read)
    assert expected[0][1:-1] in "".join(labels(written))


TRAPS = [
    ("会议指出,要学习。", "2月9日,喀什地区关工委召开会议。"),
    ("哈密市", "2月8日,伊州区关工委召开会议。"),
    ("〔伊州区 2023-02-08〕", "会议。"),
    ('〔附 {"title": "x"}〕', "会议。"),
    ("一", "", "三"),
    ("  前后有空白  ",),
    ("责任编辑：张三",),
    ("发布时间：2021-03-04 来源：某网",),
    ("- 12 -",),
    ("2月8日,伊州区关工委召开会议。(记者 张三)",),
    ("\ufeff2月8日\x1b[0m,伊州区关工委\r召开会议。\u2028会上",),
    ("。",),
]


@pytest.mark.parametrize("paragraphs", TRAPS)
@pytest.mark.parametrize("read_back", [read, None], ids=["verified", "labelled"])
def test_bodies_that_look_like_something_else(
    paragraphs: tuple[str, ...], read_back: ReadBack | None
) -> None:
    trap = report(paragraphs, HAMI, ("伊州区", "650502"), day(2023, 2, 8))
    foreign = [replace(one, source=Source()) for one in (YIZHOU, trap, AKSU_CITY, KUQA)]
    check(foreign, read_back)
    check(foreign[1:2], read_back)


def test_samples_of_every_kind() -> None:
    check(SAMPLES, read)


@pytest.mark.parametrize("import_id", ["00000000", ""])
def test_very_many_say_everything_shortly(monkeypatch: pytest.MonkeyPatch, import_id: str) -> None:
    monkeypatch.setattr(bulletin, "MOST_READ_BACK", 5)
    own = [replace(one, source=Source(import_id=import_id)) for one in BUNDLED]
    odd = replace(own[0], held=own[0].held._replace(precision=Precision.MONTH), id="0")
    written = "".join(write_text([*own, odd], read_back=read, count=len(own) + 1))
    assert list(map(facts, read(written))) == list(map(facts, [*own, odd]))
    assert labels(written)[:2] == [
        "〔察布查尔锡伯自治县 2023-02-09〕",
        attachment(
            {
                "date_as_written": "2月9日",
                "year_inferred": True,
                "organisation": "察布查尔县关工委",
                "title": BUNDLED[0].title,
                "documents": list(BUNDLED[0].documents),
            }
        ),
    ]


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three reports are many, and are read back two at a time."""
    monkeypatch.setattr(bulletin, "FEW", 2)
    monkeypatch.setattr(proofreader, "PIECE", 2)


@pytest.mark.usefixtures("in_pieces")
def test_many_reports_look_like_few() -> None:
    own = [replace(one, source=Source(import_id="00000000")) for one in BUNDLED]
    written = check(own, read)
    days = ["09", "08", "08", "07", "08", "09", "09"]
    assert labels(written) == [f"〔2023-02-{day}〕" for day in days]


@pytest.mark.usefixtures("in_pieces")
@pytest.mark.parametrize("count", [2, 8, 1_000_000])
def test_a_preview_is_how_the_whole_begins(count: int) -> None:
    whole = "".join(write_text(BUNDLED[: min(count, 8)], read_back=read, count=count))
    begins = preview(BUNDLED[:2], Options(), read_back=read, count=count)
    assert whole.startswith(begins)


@pytest.mark.usefixtures("in_pieces")
def test_a_heading_at_the_top_is_no_title() -> None:
    """Nor are the reports below those of a place that was named before."""
    apart = [
        replace(one, prefecture=None, prefecture_code=None, county=None, county_code=None)
        for one in BUNDLED
    ]
    apart = [replace(one, heading="教育系统", id=str(n)) for n, one in enumerate(apart)]
    check(apart[:5], read)
    check([*BUNDLED[:3], *apart[:5], replace(apart[5], heading=""), BUNDLED[4]], read)


TITLES = (
    "关工委简报 第3期",
    "2021年简报",
    "哈密市",
    "学习情况。",
    "〔伊州区 2023-02-08〕",
    "【1991年】",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("count", [1, 2, 8])
@pytest.mark.usefixtures("in_pieces")
def test_a_title_is_no_report(title: str, count: int) -> None:
    """Whatever it looks like; and if one report reads its year from it, so do all."""
    for known in (None, 1_000_000):
        text = "".join(write_text(BUNDLED[:count], read_back=read, title=title, count=known))
        assert list(map(facts, read(text))) == list(map(facts, BUNDLED[:count]))
        assert title.strip("〔〕") in text.splitlines()[0]


def test_generated_reports_round_trip() -> None:
    check(list(generated(60)), read)
    check(list(generated(60)), None)


SIGNS = st.text(st.characters(exclude_categories=()), max_size=12)
TEXTS = SIGNS | st.text("2月9日,伊州区关工委召开会议。〔〕《》 \n\t哈密市", max_size=30)
NAMES = st.none() | st.sampled_from(["伊州区", "库车市", "某某区"]) | TEXTS.filter(bool)
CODES = st.none() | st.sampled_from(["650502", "652902", "999999"])
REGIONS = st.sampled_from(
    [(None, None), ("哈密市", "650500"), ("阿克苏地区", "652900"), ("甲", None)]
)


@st.composite
def any_date(draw: st.DrawFn) -> MeetingDate:
    """Any date a stored report can have, sensible or not."""
    start = draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    more = draw(st.none() | st.integers(0, 60))
    end = start + timedelta(more) if start and more is not None else None
    precision = draw(st.sampled_from(Precision))
    return MeetingDate(start, end, precision, draw(TEXTS), draw(st.booleans()))


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    """Any report that could be stored."""
    name, code = draw(REGIONS)
    paragraphs = draw(
        st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), min_size=1, max_size=4)
    )
    if not "".join(paragraphs).strip():
        paragraphs.append("会议。")
    made = report(
        tuple(paragraphs),
        None,
        None,
        draw(any_date()),
        draw(NAMES),
        draw(TEXTS),
        tuple(draw(st.lists(TEXTS, max_size=2))),
    )
    made = replace(
        made,
        prefecture=name,
        prefecture_code=code,
        county=draw(NAMES),
        county_code=draw(CODES),
        heading=draw(st.sampled_from(["", "教育系统", "哈密市"]) | TEXTS),
        source=Source(),
    )
    return (
        made
        if draw(st.booleans())
        else replace(made, id=draw(st.text("0123456789abcdef", min_size=1)))
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_report(), max_size=4), st.sampled_from([read, None]), st.integers(0, 5))
@example([], read, 0)
def test_any_reports_round_trip(
    reports: list[Report], read_back: ReadBack | None, few: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulletin, "FEW", few)
        patch.setattr(proofreader, "PIECE", 2)
        check(reports, read_back)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_report(), max_size=4), st.sampled_from(["0", ""]), st.booleans())
def test_any_reports_of_very_many_round_trip(
    reports: list[Report], import_id: str, renamed: bool
) -> None:
    source = Source(import_id=import_id)
    if import_id or renamed:
        reports = [
            replace(one, source=source, id=report_id(one.prefecture_code, one.body))
            for one in reports
        ]
    written = "".join(write_text(reports, read_back=read, count=1_000_000))
    assert [facts(one) for one in read(written)] == [facts(plain(one)) for one in reports]


NOTES = st.dictionaries(
    st.integers(0, 3),
    st.text(max_size=12) | st.sampled_from(["〔本级〕", '"}〕', "给主任看\n急", "\\"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), NOTES, st.sampled_from([read, None]), st.sampled_from([None, 1_000_000]))
def test_notes_go_along_and_are_no_part_of_the_reports(
    data: st.DataObject, noted: dict[int, str], read_back: ReadBack | None, count: int | None
) -> None:
    reports = data.draw(
        st.lists(any_report(), min_size=1, max_size=4, unique_by=lambda one: one.id)
        | st.just(BUNDLED)
    )
    notes = {reports[n].id: note for n, note in noted.items() if n < len(reports)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulletin, "FEW", data.draw(st.sampled_from([2, 500])))
        written = "".join(write_text(reports, read_back=read_back, notes=notes, count=count))
    assert [facts(one) for one in read(written)] == [facts(plain(one)) for one in reports]
    attached = [read_attachment(line) or {} for line in written.split("\n")]
    found = [fields["note"] for fields in attached if "note" in fields]
    assert found == [neutral(notes[one.id]) for one in reports if notes.get(one.id)]
