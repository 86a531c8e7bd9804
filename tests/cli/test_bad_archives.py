"""Archives that are not what they should be: one clear sentence, status 4, nothing lost."""

import errno
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import BULLETIN, Run
from tui.archive.errors import ArchiveError

COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["show", "d0cb123a1c96"],
    ["export", "-o", "-"],
    ["coverage"],
    ["imports"],
    ["undo"],
]


def one_sentence(text: str) -> bool:
    """Whether `text` is one line, and no traceback."""
    return text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_an_archive_that_is_not_there(words: list[str], run: Run, tmp_path: Path) -> None:
    answer = run(*words, "--archive", tmp_path / "none")
    assert (answer.status, answer.out) == (4, "")
    assert one_sentence(answer.err)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b'{"a": 1}', b"[1, 2]", b"\xff\xfe\x00", b'{"_default": {"1": {"body": '],
    ids=["empty", "not JSON", "another program's", "a list", "not UTF-8", "cut in half"],
)
def test_a_file_that_is_no_archive(
    words: list[str], content: bytes, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    answer = run(*words, "--archive", path)
    assert (answer.status, answer.out) == (4, "")
    assert one_sentence(answer.err)
    assert str(path) in answer.err
    assert path.read_bytes() == content


def test_an_import_into_a_damaged_file_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"_default": {"1": ')
    answer = run("import", "--yes", "--archive", path, BULLETIN)
    assert answer.status == 4
    assert path.read_bytes() == b'{"_default": {"1": '


def test_a_damaged_file_does_not_hide_the_others(run: Run, archive: Path) -> None:
    (archive / "broken.json").write_bytes(b"{")
    answer = run("list", "--archive", archive)
    assert answer.status == 0
    assert len(answer.lines) == 8
    assert one_sentence(answer.err)
    assert "broken.json" in answer.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_archive_that_may_not_be_read(run: Run, archive: Path) -> None:
    archive.chmod(0)
    try:
        assert run("list", "--archive", archive).status == 4
    finally:
        archive.chmod(0o755)


def test_check_says_what_to_do(run: Run, archive: Path) -> None:
    assert run("check", "--archive", archive).status == 0
    (archive / "broken.json").write_bytes(b"{")
    answer = run("check", "--archive", archive)
    assert answer.status == 4
    broken = next(n for n, line in enumerate(answer.lines) if "broken.json" in line)
    assert answer.lines[broken].startswith("! ")
    assert "Bring" in answer.lines[broken + 1]
    assert any("8 reports" in line for line in answer.lines)


@pytest.mark.parametrize("words", [*COMMANDS, ["import", "--yes", str(BULLETIN)]])
def test_a_name_the_system_does_not_take(words: list[str], run: Run, tmp_path: Path) -> None:
    answer = run(*words, "--archive", tmp_path / ("a" * 300))
    assert (answer.status, answer.out) == (4, "")
    assert one_sentence(answer.err)
    assert "File name too long" in answer.err


def test_check_names_an_archive_that_only_the_catalog_cannot_read(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise ArchiveError("archive.foreign", path=archive)

    monkeypatch.setattr("tui.archive.archive.Archive.catalog", refused)
    answer = run("check", "--archive", archive)
    assert answer.status == 4
    assert any("belongs to another program" in line for line in answer.lines)


def test_rows_that_are_not_reports_are_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    rows = {"1": {"body": "会议"}, "2": {"body": 5}, "3": {}}
    path.write_text(json.dumps({"_default": rows}), encoding="utf-8")
    answer = run("list", "--archive", path)
    assert (answer.status, len(answer.lines)) == (0, 1)
    assert "2 in all" in answer.err
    assert "a.json#2" in answer.err


@pytest.mark.parametrize("number", ["1" * 30, "1" * 5000], ids=["long", "endless"])
def test_numbers_that_no_row_has(number: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"_default": {number: {"body": "会议"}}}), encoding="utf-8")
    answer = run("import", "--yes", "--archive", path, BULLETIN)
    assert answer.status == 4
    assert one_sentence(answer.err)


def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user id without a name and without a home, as in a container."""
    for name in ("HOME", *(f"XDG_{kind}_HOME" for kind in ("DATA", "STATE", "CACHE", "CONFIG"))):
        monkeypatch.delenv(name)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)


def test_without_a_home_the_bundled_reports_are_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homeless(monkeypatch)
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    assert len(run("list").lines) == 8
    answer = run("import", "--yes", BULLETIN)
    assert answer.status == 4
    assert one_sentence(answer.err)
    assert "HOME" in answer.err
    assert any("HOME" in line for line in run("check").lines)
    assert run("import", "--yes", BULLETIN, "--archive", "a").status == 0
    assert len(run("list", "--archive", "a").lines) == 8
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {"a"}


def test_an_own_archive_that_may_not_be_looked_at(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.stat

    def refused(path: Path, **options: bool) -> os.stat_result:
        if home in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(path, **options)

    monkeypatch.setattr(Path, "stat", refused)
    answer = run("list")
    assert (answer.status, answer.out) == (4, "")
    assert one_sentence(answer.err)
    assert "Permission denied" in answer.err


def test_check_of_no_archive(run: Run, tmp_path: Path) -> None:
    answer = run("check", "--archive", tmp_path / "none")
    assert answer.status == 4
    assert any(line.startswith("! There is no archive") for line in answer.lines)


def test_check_of_the_bundled_archive_in_chinese(run: Run) -> None:
    answer = run("--lang", "zh", "check")
    assert answer.status == 0
    assert any("随附的报告" in line for line in answer.lines)
