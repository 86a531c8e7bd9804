"""Whatever happens to the files of an archive, it says what is wrong and loses nothing."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.generate import reports
from tui import locale
from tui.archive import storage, tables
from tui.archive.archive import Archive
from tui.archive.errors import ArchiveError, DamagedError, LockedError
from tui.archive.lock import locked
from tui.archive.names import file_name
from tui.archive.reading import ReportFiles
from tui.reports.files import TEMPORARY_PREFIX, write_atomically

SOME = list(reports(8))

BROKEN: dict[str, tuple[bytes, str, int | None]] = {
    "empty": (b"", "archive.empty", 0),
    "blank": (b" \n\n", "archive.empty", 0),
    "noughts": (b"\0" * 500, "archive.empty", 0),
    "text": ("简报".encode(), "archive.not-json", 0),
    "gb18030": ('{"_default": {"1": {"body": "会'.encode("gb18030"), "archive.not-utf8", 29),
    "cut": ('{"_default": {"1": {"body": "会'.encode(), "archive.cut", 32),
    "cut in a character": ('{"_default": {"1": {"body": "会'.encode()[:-1], "archive.cut", 29),
    "cut between": (b'{"_default": {"1": {"body": "x"}', "archive.cut", 32),
    "spoilt": (b'{"_default": {"1": {"body" "x"}}, "a": {}}', "archive.not-json", 27),
    "another program's": (b'{"name": "x", "version": 1}', "archive.foreign", None),
    "a list": (b"[1, 2]", "archive.foreign", None),
    "a number": (b"7", "archive.foreign", None),
    "deep": (b"[" * 100_000, "archive.foreign", None),
    "huge": (b'{"_default": {"1": {"line": ' + b"9" * 5000 + b"}}}", "archive.foreign", None),
    "rows that are none": (b'{"_default": {"1": 5}}', "archive.foreign", None),
}  # fmt: skip


def ids(archive: Archive) -> set[str]:
    return {report.id for report in archive.read()}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_the_byte_where_it_breaks(tmp_path: Path, name: str) -> None:
    content, key, position = BROKEN[name]
    folder = Archive.open(tmp_path / "archive")
    folder.add([("whole.txt", SOME[:3])])
    broken = folder.path / "broken.json"
    broken.write_bytes(content)
    assert len(ids(folder)) == 3
    (damaged,) = folder.damaged()
    assert (damaged.path, damaged.error.key, damaged.position) == (broken, key, position)
    (damaged,) = folder.catalog().damaged()
    assert (damaged.path, damaged.error.key, damaged.position) == (broken, key, position)
    for language in ("en", "zh"):
        locale.use(language)
        assert "broken.json" in str(damaged)
    locale.use("en")
    single = Archive.open(broken)
    for ask in (lambda: list(single.read()), single.catalog):
        with pytest.raises(DamagedError):
            ask()
    with pytest.raises(ArchiveError):
        single.add([("new.txt", SOME)])
    assert broken.read_bytes() == content
    assert len(folder.add([("new.txt", SOME)]).added) == 5


def test_a_row_that_is_no_report_hides_no_other(tmp_path: Path) -> None:
    rows = {"1": SOME[0].record(), "2": {"body": 5}, "3": SOME[1].record(), "4": {}}
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"_default": rows}), "utf-8")
    archive = Archive.open(path)
    assert ids(archive) == {SOME[0].id, SOME[1].id}
    assert "one.json#2" in str(archive.damaged()[0])


def test_a_damaged_file_stays_behind_when_its_import_is_undone(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.add([(f"{name}.txt", [one]) for name, one in zip("abc", SOME, strict=False)])
    broken = archive.path / "a.json"
    broken.write_bytes(broken.read_bytes()[:-9])
    with pytest.raises(ArchiveError, match=r"taken out.*a\.json") as told:
        archive.undo()
    assert told.value.key == "archive.partly-undone"
    assert [path.name for path in archive.files()] == ["a.json"]
    with pytest.raises(DamagedError, match=r"a\.json"):
        archive.undo()
    assert broken.exists()


def test_what_a_killed_process_left_beside_a_single_file_is_removed(tmp_path: Path) -> None:
    left, new = (tmp_path / f"{TEMPORARY_PREFIX}{name}" for name in "ab")
    for path in (left, new):
        path.write_bytes(b"{")
    os.utime(left, (0, 0))
    Archive.open(tmp_path / "one.json").add([("a.txt", SOME)])
    assert new.exists()
    assert not left.exists()


def test_a_file_that_is_gone_since_it_was_listed_is_no_damage(tmp_path: Path) -> None:
    gone, link = tmp_path / "gone.json", tmp_path / "link.json"
    link.symlink_to(tmp_path / "nowhere.json")
    contents = ReportFiles([gone, link])
    assert list(contents) == []
    assert [damaged.path for damaged in contents.damaged] == [link]


def test_a_file_that_goes_while_imports_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.open(tmp_path)
    archive.add([("a.txt", SOME[:1]), ("b.txt", SOME[1:])])
    names = [*archive.files(), tmp_path / "gone.json"]
    monkeypatch.setattr(archive, "files", lambda: names)
    passed_over: list[ArchiveError] = []
    assert [batch.added for batch in archive.imports(passed_over.append)] == [8]
    assert passed_over == []


def test_one_file_by_two_names_has_one_lock_and_one_backup(tmp_path: Path) -> None:
    file, link = tmp_path / "one.json", tmp_path / "elsewhere" / "link.json"
    link.parent.mkdir()
    link.symlink_to(file)
    Archive.open(file).add([("a.txt", SOME[:4])])
    with locked(file), pytest.raises(LockedError):
        Archive.open(link).add([("b.txt", SOME[4:])], patience=0)
    Archive.open(link).add([("b.txt", SOME[4:])])
    Archive.open(link).undo()
    assert [path.name for path in link.parent.iterdir()] == ["link.json"]
    assert {"one.json.bak", "one.json.undone"} < {path.name for path in tmp_path.iterdir()}


def test_an_archive_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "none")
    for ask in (archive.files, archive.catalog, archive.imports, archive.undo, archive.damaged):
        with pytest.raises(ArchiveError, match="none"):
            ask()


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.add([("a.txt", SOME[:1]), ("b.txt", SOME[1:])])
    whole = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "a.json":
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert len(ids(archive)) == 7
    assert "Permission denied" in str(archive.damaged()[0])
    with pytest.raises(ArchiveError, match="Permission denied"):
        list(Archive.open(archive.path / "a.json").read())


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.add([("a.txt", SOME[:1]), ("b.txt", SOME[1:])])
    monkeypatch.setattr(tables, "LARGEST", 2500)
    assert ids(archive) < {report.id for report in SOME}
    assert archive.damaged()[0].error.key == "archive.too-large"


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
def test_what_is_no_file_of_the_archive_is_passed_over(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.add([("a.txt", SOME[:2])])
    (archive.path / "loop.json").symlink_to(archive.path / "loop.json")
    (archive.path / "folder.json").mkdir()
    (archive.path / "around.json").symlink_to(archive.path)
    os.mkfifo(archive.path / "pipe.json")
    for name in (".hidden.json", "a.json.bak", "note.txt", ".jianbao-x.json"):
        (archive.path / name).write_bytes(b"x")
    assert len(ids(archive)) == 2
    assert [damaged.path.name for damaged in archive.damaged()] == ["loop.json"]
    with pytest.raises(ArchiveError):
        list(Archive.open(archive.path / "pipe.json").read())


def full_for(name: str) -> Callable[[Path, bytes], None]:
    """Writing, with a disk that has no room for one file."""

    def write(path: Path, content: bytes) -> None:
        if path.name == name:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_atomically(path, content)

    return write


def test_a_full_disk_refuses_one_bulletin_and_keeps_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "write_atomically", full_for("b.json"))
    archive = Archive.open(tmp_path / "archive")
    result = archive.add([("a.txt", SOME[:2]), ("b.txt", SOME[2:4]), ("c.txt", SOME[4:])])
    assert [(name, error.key) for name, error in result.failed] == [("b.txt", "archive.full")]
    assert ids(archive) == set(result.added) and len(result.added) == 6
    with pytest.raises(ArchiveError):
        archive.add([("b.txt", SOME)])
    assert len(ids(archive)) == 6


def test_a_full_disk_leaves_a_single_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.open(tmp_path / "one.json")
    archive.add([("a.txt", SOME[:2])])
    before = archive.path.read_bytes()
    monkeypatch.setattr(storage, "write_atomically", full_for("one.json"))
    for change in (
        lambda: archive.add([("b.txt", SOME)]),
        lambda: archive.correct(SOME[0].id, title="x"),
        archive.undo,
    ):
        with pytest.raises(ArchiveError):
            change()
        assert archive.path.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ArchiveError, match="file"):
        Archive.open(tmp_path / "file" / "archive").add([("a.txt", SOME)])


class Stop(BaseException):
    """Somebody wants the import to end."""


@pytest.mark.parametrize("when", [0, 1, 3, 5])
@pytest.mark.parametrize("name", ["archive", "one.json"])
def test_an_import_stopped_midway_leaves_the_archive_as_it_was(
    tmp_path: Path, name: str, when: int
) -> None:
    def contents() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    archive = Archive.open(tmp_path / name)
    for number in range(2):  # so that a single file has a backup
        archive.add([(f"{number}.txt", SOME[number : number + 1])])
    before = contents()
    told: list[int] = []

    def progress(done: int) -> None:
        told.append(done)
        if done == when:
            raise Stop

    with pytest.raises(Stop):
        archive.add([("b.txt", SOME[2:4]), ("c.txt", SOME[4:])], progress=progress)
    assert told == list(range(when + 1))
    assert contents() == before
    assert len(archive.add([("b.txt", SOME[2:4]), ("c.txt", SOME[4:])]).added) == 6


def test_an_archive_whose_first_import_is_stopped_is_not_there(tmp_path: Path) -> None:
    def progress(done: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        Archive.open(tmp_path / "new").add([("a.txt", SOME)], progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_not_lost_to_an_import_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.open(tmp_path / "one.json")
    for number in range(2):
        archive.add([(f"{number}.txt", SOME[number : number + 1])])
    backup = (tmp_path / "one.json.bak").read_bytes()
    monkeypatch.setattr(storage, "_row", lambda row: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        archive.add([("b.txt", SOME)])
    assert (tmp_path / "one.json.bak").read_bytes() == backup


def test_what_killed_processes_left_is_cleaned_away(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.path.mkdir()
    old, new = archive.path / ".jianbao-old", archive.path / ".jianbao-new"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 90_000,) * 2)
    archive.add([("a.txt", SOME)])
    assert (old.exists(), new.exists()) == (False, True)


def test_an_import_can_be_made_the_same_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1676000000")
    for name in ("one.json", "two.json"):
        Archive.open(tmp_path / name).add([("a.txt", SOME)])
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize(
    ("bulletin", "name"),
    [
        ("简报.txt", "简报.json"),
        ("简报2023.2.docx", "简报2023.2.json"),
        ("../../etc/passwd", "etc_passwd.json"),
        ("C:\\简报\\一月.txt", "C_简报_一月.json"),
        ("CON.txt", "CON_.json"),
        ("a\n\x1b[31m\u202eb\x00.html", "a_[31m_b.json"),
        (".hidden", "hidden.json"),
        ("", "bulletin.json"),
        ("...", "bulletin.json"),
        ("taken.txt", "taken-2.json"),
        ("TAKEN.txt", "TAKEN-2.json"),
        ("\udcff\udcfe.txt", "bulletin.json"),
        ("长" * 300 + ".txt", "长" * 50 + ".json"),
        ("ئۇيغۇرچە 😀.txt", "ئۇيغۇرچە 😀.json"),
    ],
)
def test_a_file_is_named_safely_after_its_bulletin(bulletin: str, name: str) -> None:
    assert file_name(bulletin, {"taken.json"}) == name


def run(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Another process that has an `archive` and `reports`."""
    head = "import sys, time; from pathlib import Path; from tui.archive.archive import Archive\n"
    head += "from tests.bench.generate import reports; from tui.archive.lock import locked\n"
    head += "archive = Archive.open(Path(sys.argv[1]))\n"
    return subprocess.Popen(
        [sys.executable, "-c", head + code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def test_who_writes_is_named_to_others(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.add([("a.txt", SOME[:2])])
    code = "with locked(archive.path):\n    print('held', flush=True)\n    time.sleep(60)"
    with run(code, archive.path) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(LockedError) as refused:
            archive.add([("b.txt", SOME)], patience=0.1)
        assert f"({holder.pid})" in str(refused.value)
        assert str(time.localtime().tm_year) in str(refused.value)
        assert len(ids(archive)) == 2
        holder.kill()
    assert len(archive.add([("b.txt", SOME)]).added) == 6


@pytest.mark.parametrize("name", ["archive", "one.json"])
def test_two_writers_lose_nothing(tmp_path: Path, name: str) -> None:
    code = "for number in range(int(sys.argv[2]), int(sys.argv[2]) + 15):\n"
    code += "    archive.add([(f'{number % 3}.txt', list(reports(1, first=number)))])"
    writers = [run(code, tmp_path / name, first) for first in (0, 15)]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    archive = Archive.open(tmp_path / name)
    assert ids(archive) == {report.id for report in reports(30)}
    assert len(archive.imports()) == 30


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("name", ["archive", "one.json"])
def test_killed_at_any_moment_the_archive_is_whole(tmp_path: Path, name: str) -> None:
    archive = Archive.open(tmp_path / name)
    archive.add([("a.txt", list(reports(100)))])
    code = "ids = [report.id for report in reports(100)]\nprint('begun', flush=True)\n"
    code += "for number in range(10_000):\n"
    code += "    archive.correct(ids[number % 100], title='x' * (number % 40))\n"
    code += "    archive.add([('b.txt', list(reports(1, first=number + 500)))])\n"
    code += "    archive.undo()\n"
    chance = random.Random(5)
    for _ in range(6):
        with run(code, archive.path) as writer:
            assert writer.stdout is not None and writer.stdout.readline() == "begun\n"
            time.sleep(chance.uniform(0.05, 0.4))
            writer.send_signal(signal.SIGKILL)
        assert archive.damaged() == []
        assert ids(archive) >= {report.id for report in reports(100)}
    archive.add([("c.txt", list(reports(1, first=900)))])
