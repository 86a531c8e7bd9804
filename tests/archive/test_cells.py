"""Who has reported is counted as a plain scan counts it, whatever becomes of the archive."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archive.test_sidecar import catalogued
from tests.bench.generate import report as generated
from tui.archive.archive import Archive
from tui.archive.catalog import codes
from tui.archive.catalog.sidecar import SidecarCatalog
from tui.query.catalog import Period
from tui.query.coverage import coverage
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate
from tui.reports.report import Report

QUERIES = ("", "一", "-一", "date:2016", "prefecture:650500,652300", "一 date:2016-02..2016-03")

LENGTHS = st.sampled_from([None, 0, 1, 6, 9, 30, -1, -3, -40, 365]) | st.integers(-60, 60)


@st.composite
def some_reports(draw: st.DrawFn) -> list[Report]:
    """Reports of a few places and weeks, which last for any time and may end before they begin."""
    made = []
    for number in range(draw(st.integers(1, 12))):
        start = draw(st.none() | st.dates(date(2015, 12, 20), date(2016, 3, 10)))
        days = draw(LENGTHS)
        end = None if start is None or days is None else start + timedelta(days)
        words = (f"{draw(st.sampled_from('一二'))}号会议第{number}",)
        one = generated(draw(st.integers(0, 8)))
        identity = f"{draw(st.integers(0, 1 << 40)):012x}"
        held = MeetingDate(start, end)
        made.append(replace(one, id=identity, paragraphs=words, documents=(), held=held))
    return made


def assert_same(sidecar: SidecarCatalog, archive: Archive) -> None:
    """The index counts what a scan of the archive counts."""
    scan = ScanCatalog(archive.read())
    for query in map(Query.parse, QUERIES):
        for period in Period:
            for counties in (False, True):
                asked = query, period
                cells = sidecar.cells(*asked, counties=counties)
                assert cells == scan.cells(*asked, counties=counties)
                table = coverage(sidecar, *asked, counties=counties)
                assert table == coverage(scan, *asked, counties=counties)


@settings(max_examples=15, deadline=None)
@given(first=some_reports(), second=some_reports(), changed=some_reports())
def test_coverage_follows_whatever_happens_to_files(
    first: Sequence[Report],
    second: Sequence[Report],
    changed: Sequence[Report],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Read through one connection all the time, which must notice each change."""
    folder = tmp_path_factory.mktemp("archive")
    archive = Archive(folder)
    archive.add([("first.txt", first)])
    sidecar = catalogued(folder)
    assert_same(sidecar, archive)
    archive.add([("second.txt", second)])
    catalogued(folder).close()
    assert_same(sidecar, archive)
    for report, other in zip(first, changed, strict=False):
        held = other.record()
        archive.correct(report.id, date_start=held["date_start"], date_end=held["date_end"])
    catalogued(folder).close()
    assert_same(sidecar, archive)
    archive.undo()
    catalogued(folder).close()
    assert_same(sidecar, archive)
    sidecar.close()


def test_counts_in_pieces_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between which other threads get their turn."""
    archive = Archive(tmp_path / "archive")
    archive.add([("a.txt", [generated(number) for number in range(100)])])
    monkeypatch.setattr(codes, "PIECE", 7)
    monkeypatch.setattr(codes, "AT_ONCE", 11)
    monkeypatch.setattr(codes, "FEW", 2)
    sidecar = catalogued(archive.path)
    assert_same(sidecar, archive)
    sidecar.close()


HEADINGS = 300
"""More regions than a byte tells apart."""


@pytest.mark.parametrize("at_once", [30, codes.AT_ONCE])
@pytest.mark.parametrize("kept", [0, codes.KEPT])
@pytest.mark.parametrize("first", [date(2016, 1, 1), date(916, 1, 1)], ids=["years", "ages"])
@pytest.mark.parametrize("headings", [9, HEADINGS], ids=["few", "many"])
def test_counts_are_the_same_however_far_reports_lie_apart(
    headings: int,
    first: date,
    kept: int,
    at_once: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In days, which then take more digits, and in regions, which then take more bytes."""
    monkeypatch.setattr(codes, "KEPT", kept)
    monkeypatch.setattr(codes, "AT_ONCE", at_once)
    monkeypatch.setattr(codes, "FEW", at_once >> 4)
    made = []
    for number in range(HEADINGS + 20):
        one = generated(number)
        start = (
            None if number % 7 == 3 else (first if number == 1 else date(2016, 1, number % 28 + 1))
        )
        held = MeetingDate(start, start and start + timedelta(number % 5))
        heading = f"第{number % headings}单位"
        made.append(
            replace(
                one,
                id=f"{number:012x}",
                prefecture=None,
                prefecture_code=None,
                county=None,
                county_code=None,
                heading=heading,
                held=held,
            )
        )
    archive = Archive(tmp_path / "archive")
    archive.add([("a.txt", made)])
    sidecar = catalogued(archive.path)
    scan = ScanCatalog(archive.read())
    for query in map(Query.parse, ("", "会议", "-会议", "prefecture:第8单位")):
        for period in Period:
            assert sidecar.regions(query) == scan.regions(query)
            assert sidecar.cells(query, period) == scan.cells(query, period)
    sidecar.close()


def test_what_every_count_needs_is_looked_up_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    archive.add([("a.txt", [generated(number) for number in range(100)])])
    sidecar = catalogued(archive.path)
    sidecar.regions(Query.parse("会议"))
    statements: list[str] = []
    sidecar._counts.connection.set_trace_callback(statements.append)
    sidecar.regions(Query.parse("学习"))
    assert [one for one in statements if "group_concat" in one]
    assert not [one for one in statements if "FROM day" in one]
    sidecar.close()
