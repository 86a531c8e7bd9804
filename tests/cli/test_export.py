"""``export``: files, pipes and refusals."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import is_zipfile

import pytest

from tests.cli.conftest import BULLETIN, Run
from tui.bulletins import read_text
from tui.export.said import facts


def test_a_bulletin_with_its_heading(run: Run, archive: Path) -> None:
    lines = run("export", "-o", "-", "库车", "--archive", archive).lines
    assert lines[0] == "阿克苏地区"
    assert lines[1].startswith("近日,库车市关工委")
    assert len(lines) == 2


def test_a_folder_that_is_not_there_is_not_a_file_to_write(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    answer = run("export", "-o", f"{tmp_path}/none/", "--archive", archive)
    assert answer.status == 2
    assert "is a folder" in answer.err
    assert not (tmp_path / "none").exists()


def test_the_whole_bulletin_needs_no_label(run: Run, archive: Path) -> None:
    words = BULLETIN.read_text(encoding="utf-8")
    out = run("export", "-o", "-", "--archive", archive).out
    assert [line for line in out.splitlines() if line] == words.splitlines()
    assert list(map(facts, read_text(out).reports)) == list(map(facts, read_text(words).reports))


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.txt", b"\xef\xbb\xbf"),
        ("a.md", "# 伊犁".encode()),
        ("a.csv", b"\xef\xbb\xbfID,"),
        ("a.json", b'[\n{"id": '),
        ("a.docx", b"PK\x03\x04"),
    ],
)
def test_the_suffix_says_the_format(
    name: str, start: bytes, run: Run, archive: Path, tmp_path: Path
) -> None:
    target = tmp_path / name
    answer = run("export", "-o", target, "--archive", archive)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == (
        f"Wrote 8 reports, 7 prefectures, 2023-02-07 to 2023-02-09, 1 undated to {target}\n"
    )
    assert target.read_bytes().startswith(start)


def test_title_period_and_numbers(run: Run, archive: Path) -> None:
    words = ("--format", "markdown", "--title", "简报", "--period", "--numbered")
    lines = run("export", "阿克苏", "-o", "-", *words, "--archive", archive).lines
    assert [line for line in lines if line][:4] == [
        "# 简报",
        "2023年2月9日",
        "## 一、阿克苏地区",
        "### （一）阿克苏市关工委召开专题会议，传达学习《关于进一步加强新时代关心…》",
    ]


@pytest.mark.parametrize(
    ("form", "option"),
    [
        ("text", ("--numbered",)),
        ("text", ("--period",)),
        ("csv", ("--title", "简报")),
        ("json", ("--numbered",)),
    ],
)
def test_what_a_format_has_no_place_for_is_refused(
    form: str, option: tuple[str, ...], run: Run, archive: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    words = ("export", "-o", target, "--format", form, *option, "--archive", archive)
    answer = run(*words)
    assert answer.status == 2
    assert answer.err.endswith(f"The format {form} has no place for {option[0]}; leave it out.\n")
    assert not target.exists()


def test_a_json_export_holds_what_list_prints(run: Run, archive: Path) -> None:
    exported = json.loads(run("export", "-o", "-", "--format", "json", "--archive", archive).out)
    listed = [json.loads(line) for line in run("list", "--json", "--archive", archive).lines]
    assert sorted(exported, key=lambda record: str(record["id"])) == sorted(
        listed, key=lambda record: str(record["id"])
    )


def test_a_file_stays_unless_forced(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("mine")
    words = ("export", "-o", target, "--archive", archive)
    answer = run(*words)
    assert (answer.status, answer.err) == (2, f"{target} exists already; it was left as it is.\n")
    assert target.read_text() == "mine"
    assert run(*words, "--force").status == 0
    assert "伊犁哈萨克自治州" in target.read_text(encoding="utf-8-sig")


def test_nothing_matches_and_nothing_is_written(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    answer = run("export", "没有这个词", "-o", target, "--archive", archive)
    assert (answer.status, answer.out, target.exists()) == (1, "", False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "none/a.txt"], "There is no folder none."),
        (["-o", "a.xls"], "No export format has the suffix “.xls”."),
        (["-o", "-", "--format", "json", "--encoding", "gb18030"], "always UTF-8"),
    ],
)
def test_what_cannot_be_written(words: list[str], said: str, run: Run, archive: Path) -> None:
    answer = run("export", *words, "--archive", archive)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err


def test_the_open_archive_is_not_written_over(run: Run, archive: Path) -> None:
    (file,) = archive.glob("*.json")
    before = file.read_bytes()
    answer = run("export", "-o", file, "--force", "--archive", archive)
    assert answer.status == 2
    assert "belongs to the open archive" in answer.err
    assert file.read_bytes() == before


def test_a_word_document_down_a_pipe(archive: Path) -> None:
    words = ("export", "-o", "-", "--format", "docx", "--archive", str(archive))
    finished = subprocess.run([sys.executable, "-m", "tui", *words], capture_output=True)
    assert finished.returncode == 0
    assert is_zipfile(BytesIO(finished.stdout))
