"""``list``, ``show``, ``coverage``: questions, and what is answered where."""

import csv
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Run
from tui.archive.notebook import Notebook
from tui.query.query import Query

FIELDS = {
    "id",
    "prefecture",
    "prefecture_code",
    "county",
    "county_code",
    "date_start",
    "date_end",
    "precision",
    "date_as_written",
    "year_inferred",
    "organisation",
    "title",
    "body",
    "documents",
    "source",
}


def test_a_list_is_aligned_by_cells(run: Run, archive: Path) -> None:
    answer = run("list", "--archive", archive)
    assert (answer.status, answer.err, len(answer.lines)) == (0, "", 8)
    assert answer.lines[-1].split() == [
        "d0cb123a1c96",
        "undated",
        "阿克苏地区",
        "库车市",
        "库车市关工委组织“五老”代表，学习《关于进一步加强新时代关心下…》",
    ]
    places = ("伊犁州", "阿克苏地区", "喀什地区")
    starts = {
        cell_len(line[: line.index(place)])
        for line in answer.lines
        for place in places
        if f"  {place}  " in line
    }
    assert len(starts) == 1


def test_the_words_are_one_query(run: Run, archive: Path) -> None:
    assert len(run("list", "阿克苏", "--archive", archive).lines) == 2
    assert len(run("--archive", archive, "list", "阿克苏", "-会议决定").lines) == 1
    assert len(run("list", "阿克苏 is:undated", "--archive", archive).lines) == 1


def test_json_lines_have_the_fields_of_the_documentation(run: Run, archive: Path) -> None:
    records = [json.loads(line) for line in run("list", "--json", "--archive", archive).lines]
    assert len(records) == 8
    assert all(set(record) >= FIELDS for record in records)
    kuqa = records[-1]
    assert (kuqa["date_start"], kuqa["date_as_written"]) == (None, "近日")
    assert kuqa["source"]["import"]


def test_nothing_matches(run: Run, archive: Path) -> None:
    answer = run("list", "没有这个词", "--archive", archive)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"Nothing matches: {Query.parse('没有这个词').describe()}\n"


@pytest.mark.parametrize("command", ["list", "export", "coverage"])
def test_an_unreadable_query_is_pointed_at(command: str, run: Run, archive: Path) -> None:
    more = ["-o", "-"] if command == "export" else []
    answer = run(command, "库车", "date:2023-13", *more, "--archive", archive)
    assert (answer.status, answer.out) == (2, "")
    sentence, query, mark = answer.err.rstrip("\n").split("\n")
    assert sentence
    assert query == "库车 date:2023-13"
    assert mark.strip() == "^"


def test_show_whole_reports(run: Run, archive: Path) -> None:
    answer = run("show", "d0cb123a1c96", "871cdd27d97e", "--archive", archive)
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[:5] == [
        "库车市关工委组织“五老”代表，学习《关于进一步加强新时代关心下…》",
        "ID: d0cb123a1c96",
        "Region: 阿克苏地区 › 库车市",
        "Date: undated (近日)",
        "Organisation: 库车市关工委",
    ]
    assert "Source: xinjiang-2023-02.txt:13" in answer.lines
    assert any(line.startswith("近日,库车市关工委") for line in answer.lines)


def test_show_names_what_is_not_there(run: Run, archive: Path) -> None:
    answer = run("show", "000000000000", "d0cb123a1c96", "--json", "--archive", archive)
    assert answer.status == 1
    assert answer.err == "There is no report 000000000000.\n"
    assert json.loads(answer.out)["county"] == "库车市"


def test_coverage_shows_who_is_missing(run: Run, archive: Path) -> None:
    answer = run("coverage", "--archive", archive)
    assert answer.status == 0
    assert answer.lines[0].split()[:3] == ["2023-02-07", "2023-02-08", "2023-02-09"]
    assert [line.split()[1] for line in answer.lines if line.startswith("! ")] == [
        "阿勒泰地区",
        "博尔塔拉蒙古自治州",
        "乌鲁木齐市",
        "吐鲁番市",
        "巴音郭楞蒙古自治州",
        "克孜勒苏柯尔克孜自治州",
        "和田地区",
    ]
    assert answer.lines[-1] == "7 of 14 prefectures reported (50%) · 8 reports"
    assert len({cell_len(line) for line in answer.lines[:15]}) == 1


def test_coverage_of_what_was_asked_for(run: Run, archive: Path) -> None:
    asked = ["prefecture:哈密,吐鲁番", "date:2023-02-08..2023-02-10"]
    answer = run("coverage", *asked, "--json", "--archive", archive)
    days = ("2023-02-08", "2023-02-09", "2023-02-10")
    assert [json.loads(line) for line in answer.lines] == [
        {
            "region": region,
            "region_key": key,
            "county": None,
            "county_code": None,
            "reports": count,
            "undated": 0,
            "periods": dict(zip(days, (count, 0, 0), strict=True)),
        }
        for region, key, count in (("哈密市", "650500", 1), ("吐鲁番市", "650400", 0))
    ]


def test_coverage_as_csv(run: Run, archive: Path) -> None:
    words = ("coverage", "--by", "week", "--level", "county", "--csv", "--archive", archive)
    head, *rows = csv.reader(run(*words).lines)
    assert head == ["Prefecture", "County", "2023-02-06..12", "undated", "total"]
    assert ["阿克苏地区", "库车市", "0", "1", "1"] in rows
    assert ["哈密市", "巴里坤哈萨克自治县", "0", "0", "0"] in rows


def test_a_coverage_of_nothing_says_so(run: Run, archive: Path) -> None:
    answer = run("coverage", "没有这句话", "--archive", archive)
    assert answer.status == 1
    assert answer.lines[-1] == "0 of 14 prefectures reported (0%) · 0 reports"
    assert answer.err == "Nothing matches: “没有这句话”\n"


def test_a_wide_table_comes_in_blocks(run: Run, archive: Path) -> None:
    answer = run("coverage", "date:2023-02", "--archive", archive)
    assert max(map(cell_len, answer.lines)) <= 100
    assert sum("2023-02-" in line for line in answer.lines) > 3


def test_marked_reports_are_those_of_the_basket(run: Run, archive: Path) -> None:
    Notebook(archive).mark(["d0cb123a1c96"])
    assert [line.split()[0] for line in run("list", "is:marked", "--archive", archive).lines] == [
        "d0cb123a1c96"
    ]
