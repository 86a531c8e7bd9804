"""``import``, ``imports``, ``undo``: into the archive and out again."""

import io
import json
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import BULLETIN, Run


def test_an_import_and_the_same_again(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    answer = run("import", "--yes", "--archive", archive, BULLETIN)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("Imported 8 reports. To take them out again: jianbao undo ")
    answer = run("import", "--yes", "--archive", archive, BULLETIN)
    assert answer.status == 0
    assert answer.err == "Nothing added: 8 reports were in the archive already.\n"


def test_the_first_import_begins_an_archive_of_the_users_own(run: Run, home: Path) -> None:
    assert run("import", "--yes", BULLETIN).status == 0
    assert list((home / "data" / "jianbao" / "archive").glob("*.json"))
    assert len(run("list").lines) == 8


def test_a_dry_run_stores_nothing(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    answer = run("import", "--dry-run", "--archive", archive, BULLETIN)
    assert answer.status == 0
    assert answer.lines[0] == "xinjiang-2023-02.txt · 8 reports"
    assert [line[2] for line in answer.lines[1:]] == ["+"] * 8
    assert not archive.exists()


def test_a_dry_run_knows_what_is_there(run: Run, archive: Path) -> None:
    answer = run("import", "--dry-run", "--archive", archive, BULLETIN)
    assert [line[2] for line in answer.lines[1:]] == ["="] * 8


def test_what_is_nearly_there_is_named(run: Run, archive: Path, tmp_path: Path) -> None:
    words = BULLETIN.read_text("utf-8").split("哈密市\n")[1].split("\n")[0]
    changed = words.replace("专题会议", "专题工作会议")
    bulletin = tmp_path / "new.txt"
    three = changed, f"{changed}散会。", words
    head = "简报\n发布时间：2023-02-20\n"
    bulletin.write_text(head + "".join(f"哈密市\n{one}\n" for one in three), "utf-8")
    answer = run("import", "--dry-run", "--archive", archive, bulletin)
    marks = [line[2] for line in answer.lines[1:] if not line.startswith("      !")]
    assert marks[:3] == ["+", "+", "="]
    doubts = [line for line in answer.lines if line.startswith("      !")]
    assert "Nearly the same as “伊州区关工委召开专题会议" in doubts[0]
    assert "in the archive (" in doubts[0]
    assert len(doubts) == 2
    json_answer = run("import", "--dry-run", "--json", "--archive", archive, bulletin)
    first, second, third = map(json.loads, json_answer.lines)
    assert (first["known"], third["known"]) == (False, True)
    assert first["near_duplicate"]["id"] == third["id"]
    assert first["near_duplicate"]["stored"]
    assert second["near_duplicate"] is not None
    assert third["near_duplicate"] is None


def test_the_same_twice_in_one_call(run: Run, tmp_path: Path) -> None:
    answer = run("import", "--dry-run", "--archive", tmp_path / "a", BULLETIN, BULLETIN)
    marks = [line[2] for line in answer.lines if line.startswith("  ")]
    assert marks == ["+"] * 8 + ["="] * 8


def test_three_reports_exported_and_read_back(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "选报.txt"
    wanted = "prefecture:阿克苏地区,哈密市"
    assert run("export", wanted, "-o", target, "--archive", archive).status == 0
    answer = run("import", "--dry-run", "--json", target, "--archive", archive)
    read = [json.loads(line) for line in answer.lines]
    listed = run("list", wanted, "order:region", "--json", "--archive", archive)
    kept = [json.loads(line) for line in listed.lines]
    for record in (*read, *kept):
        for name in ("source", "flags", "known", "near_duplicate"):
            record.pop(name, None)
    assert len(read) == 3
    assert sorted(map(str, read)) == sorted(map(str, kept))


def test_json_of_what_was_stored(run: Run, tmp_path: Path) -> None:
    answer = run("import", "--yes", "--json", "--archive", tmp_path / "a", BULLETIN)
    records = [json.loads(line) for line in answer.lines]
    assert len(records) == 8
    assert len({record["source"]["import"] for record in records}) == 1
    assert records[0]["source"]["import"]


def test_files_are_refused_one_by_one(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "good.txt").write_bytes(BULLETIN.read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    (folder / "words.txt").write_text("责任编辑：张三", encoding="utf-8")
    (folder / ".hidden").write_text("x")
    answer = run("import", "--yes", "--archive", tmp_path / "a", folder, tmp_path / "gone.txt")
    assert answer.status == 3
    for name in ("empty.txt", "scan.pdf", "words.txt", "gone.txt"):
        assert name in answer.err
    assert "hidden" not in answer.err
    assert "Imported 8 reports." in answer.err


def test_nothing_but_refused_files(run: Run, tmp_path: Path) -> None:
    answer = run("import", "--yes", "--archive", tmp_path / "a", tmp_path / "gone.txt")
    assert answer.status == 3
    assert not (tmp_path / "a").exists()


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    answer = run("import", "--yes", tmp_path / "in")
    assert (answer.status, answer.err) == (1, "There are no files in in.\n")


def test_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BULLETIN.read_bytes())))
    answer = run("import", "--yes", "--archive", tmp_path / "a.json", "-")
    assert answer.status == 0
    assert "Imported 8 reports." in answer.err
    assert (tmp_path / "a.json").is_file()


def test_without_a_terminal_it_does_not_guess(run: Run, tmp_path: Path) -> None:
    answer = run("import", "--archive", tmp_path / "a", BULLETIN)
    assert answer.status == 2
    assert "--yes" in answer.err
    assert not (tmp_path / "a").exists()


class Terminal(io.StringIO):
    """A terminal on which one answer is typed."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "imported"),
    [("\n", True), ("y\n", True), ("是\n", True), ("n\n", False), ("", False), ("x\n", False)],
)
def test_the_question(
    typed: str, imported: bool, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    answer = run("import", "--archive", tmp_path / "a", BULLETIN)
    assert answer.status == 0
    assert "xinjiang-2023-02.txt · 8 reports" in answer.err
    assert "Import 8 reports? [Y/n] " in answer.err
    assert ("Imported 8 reports." in answer.err) == imported
    assert (tmp_path / "a").exists() == imported


def test_imports_and_undo(run: Run, archive: Path) -> None:
    (line,) = run("imports", "--archive", archive).lines
    import_id = line.split()[0]
    assert line.endswith("8 reports  xinjiang-2023-02.txt")
    (record,) = map(json.loads, run("imports", "--json", "--archive", archive).lines)
    assert (record["id"], record["added"], record["files"]) == (
        import_id,
        8,
        ["xinjiang-2023-02.txt"],
    )
    answer = run("undo", import_id, "--archive", archive)
    assert answer.status == 0
    assert answer.err == (
        f"Undid the import {import_id}: 8 reports from xinjiang-2023-02.txt taken out.\n"
    )
    assert run("list", "--archive", archive).status == 1
    assert run("undo", "--archive", archive).status == 1


def test_an_import_that_is_not_there(run: Run, archive: Path) -> None:
    answer = run("undo", "00000000", "--archive", archive)
    assert answer.status == 1
    assert "00000000" in answer.err


def test_an_import_whose_file_is_damaged_is_not_passed_over_in_silence(
    run: Run, archive: Path
) -> None:
    (archive / "broken.json").write_bytes(b'{"imports": {"1": ')
    for words in ("imports", "undo"):
        answer = run(words, "--archive", archive)
        assert answer.status == 0
        assert "broken.json" in answer.err.splitlines()[0]


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
@pytest.mark.parametrize("zone", ["UTC-14", "UTC+12"])
def test_imports_at_either_end_of_the_calendar(
    when: str, zone: str, run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": "a1", "when": f"{when}+00:00", "bulletin": "a.txt", "added": 1},
        {"id": "a2", "when": f"{when}+14:00", "bulletin": "a.txt", "added": 1},
        {"id": "a3", "when": f"{when}-12:00", "bulletin": "a.txt", "added": 1},
        {"id": "a4", "when": f"{when}+00:00", "bulletin": "a.txt", "added": float("inf")},
    ]
    table = {str(number): row for number, row in enumerate(rows, 1)}
    (archive / "far.json").write_text(json.dumps({"imports": table, "_default": {}}))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    answer = run("imports", "--archive", archive)
    monkeypatch.undo()
    time.tzset()
    assert answer.status == 0
    shown = {line.split()[0]: line.split()[1] for line in answer.lines}
    assert len(shown["a1"]) == 10
    assert "a4" not in shown


@pytest.mark.parametrize("more", [[], ["--title", "各地学习情况", "--period", "--numbered"]])
def test_a_word_document_is_read_back_too(
    more: list[str], run: Run, archive: Path, tmp_path: Path
) -> None:
    target = tmp_path / "选报.docx"
    assert run("export", "-o", target, *more, "--archive", archive).status == 0
    answer = run("import", "--dry-run", target, "--archive", archive)
    assert sum(line.startswith("  =") for line in answer.lines) == 8
