"""What hostile text does to an exported file: nothing, in every format and encoding."""

import csv
import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Run
from tests.journeys.hostile import hostile_archive
from tui.bulletins import read_text
from tui.reports.neutral import neutral


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """An archive whose every field tries something."""
    return hostile_archive(tmp_path / "hostile.json", longest=2000)


def export(archive: Path, form: str, *more: str) -> bytes:
    """What the program itself writes down a pipe."""
    words = ("export", "-o", "-", "--format", form, "--archive", str(archive), *more)
    finished = subprocess.run([sys.executable, "-m", "tui", *words], capture_output=True)
    assert finished.returncode == 0, finished.stderr.decode()
    return finished.stdout


def obeyed(text: str) -> set[str]:
    """The characters of `text` that a terminal or an editor would obey."""
    return {sign for line in text.split("\n") for sign in line if neutral(sign) != sign}


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "json"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_no_control_reaches_a_file(hostile: Path, form: str, encoding: str) -> None:
    more = () if form == "json" else ("--encoding", encoding)
    written = export(hostile, form, *more)
    text = written.decode("utf-8" if form == "json" else encoding)
    assert obeyed(text.replace("\r\n", "\n")) == set()


def test_no_control_reaches_a_word_document(hostile: Path) -> None:
    with ZipFile(BytesIO(export(hostile, "docx"))) as package:
        assert obeyed(package.read("word/document.xml").decode()) == set()


def test_all_of_it_is_read_back(hostile: Path) -> None:
    records = json.loads(export(hostile, "json"))
    back = read_text(export(hostile, "text").decode()).reports
    shown = {one["id"]: [neutral(line) for line in one["body"].split("\n")] for one in records}
    assert {one.id: list(one.paragraphs) for one in back} == shown


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    signs = ("=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", "\n=", "\x00=")
    rows = {
        str(number): {
            "body": f"{sign}{number}+1",
            "title": f"{sign}cmd|' /C calc'!A0",
            "heading": sign,
        }
        for number, sign in enumerate(signs, 1)
    }
    path = tmp_path / "formulas.json"
    path.write_text(json.dumps({"_default": rows}), "utf-8")
    table = export(path, "csv").decode().splitlines()
    cells = [cell for row in list(csv.reader(table))[1:] for cell in row if cell]
    assert len(cells) >= 3 * len(signs)
    assert [cell for cell in cells if cell[0] in "=+-@＝＋－＠\t\r\n"] == []


def test_no_control_in_any_field_reaches_standard_output(run: Run, tmp_path: Path) -> None:
    """Another program may have put anything into any field."""
    bad = "\x1b[31m\x07\u202e\x9b\x85\u2028\x00\r\x7f\ufeff"
    names = ("id", "prefecture", "prefecture_code", "county", "county_code", "heading", "title")
    row = {name: f"{name}{bad}" for name in (*names, "date_as_written", "organisation", "body")}
    source = dict.fromkeys(("file", "bulletin", "tag", "import"), bad)
    more = {"documents": [bad], "flags": [bad], "source": source, "date_start": "2023-02-03"}
    fact = {"id": bad, "when": "2023-02-03", "bulletin": bad, "added": 1}
    path = tmp_path / "any.json"
    path.write_text(json.dumps({"imports": {"1": fact}, "_default": {"1": row | more}}), "utf-8")
    commands = [
        *(["list"], ["show", row["id"]], ["imports"], ["coverage"], ["check"]),
        *(["list", "--json"], ["show", row["id"], "--json"], ["imports", "--json"]),
        *(["coverage", "--json"], ["coverage", "--csv", "--level", "county"]),
        *(["export", "-o", "-", "--format", form] for form in ("text", "markdown", "csv", "json")),
    ]
    for words in commands:
        answer = run(*words, "--archive", path)
        assert (answer.status, answer.err) == (0, ""), words
        assert obeyed(answer.out) == set(), words
