"""A coverage as a file: its bytes, its cells, and what is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tui.export.coverage import lines, write_coverage
from tui.export.errors import ExportError
from tui.locale import catalogue
from tui.query.catalog import Period
from tui.query.coverage import Coverage, CoverageRow

TABLE = Coverage(
    Period.WEEK,
    False,
    (date(2023, 1, 30), date(2023, 2, 6)),
    (
        CoverageRow("650500", "哈密市", "", "", (0, 2), 1, 3),
        CoverageRow("=1+1", "=1+1\x1b", "", "", (0, 0), 0, 0),
    ),
)


def test_csv_as_office_programs_expect_it(tmp_path: Path) -> None:
    write_coverage(TABLE, tmp_path / "who.CSV")
    assert (tmp_path / "who.CSV").read_bytes().decode("utf-8-sig").split("\r\n") == [
        "Prefecture,2023-01-30..02-05,2023-02-06..12,undated,total",
        "哈密市,0,2,1,3",
        "'=1+1␛,0,0,0,0",
        "",
    ]


def test_text_as_it_is_read(tmp_path: Path) -> None:
    write_coverage(TABLE, tmp_path / "who.txt")
    assert (tmp_path / "who.txt").read_bytes().decode("utf-8-sig").split("\r\n") == [
        "          2023-01-30..02-05  2023-02-06..12  undated  total",
        "  哈密市                  ·               2        1      3",
        "! =1+1␛                   ·               ·        ·      0",
        "",
        "1 of 2 prefectures reported (50%) · 3 reports",
        "",
    ]


def test_a_coverage_of_counties_counts_counties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_current", "zh")
    assert list(lines(TABLE, 80))[-1] == "2 个地州市中 1 个已报送（50%）· 共 3 条"
    yizhou = CoverageRow("650500", "哈密市", "650502", "伊州区", (0, 2), 1, 3)
    counties = replace(TABLE, counties=True, rows=(yizhou,))
    assert list(lines(counties, 80))[-1] == "1 个县市区中 1 个已报送（100%）· 共 3 条"


def test_only_those_that_have_not_reported(tmp_path: Path) -> None:
    write_coverage(TABLE, tmp_path / "who.csv", silent_only=True)
    assert "哈密市" not in (tmp_path / "who.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("name", ["who.docx", "who", "no/who.csv", "there.csv"])
def test_what_is_refused_leaves_everything_as_it_was(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.csv").write_text("mine")
    with pytest.raises(ExportError):
        write_coverage(TABLE, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["there.csv"]
    assert (tmp_path / "there.csv").read_text() == "mine"
