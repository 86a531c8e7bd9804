"""A catalog opens at once, notices what changes, and answers whatever happens to its files."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.generate import reports, write_archive
from tui.archive.archive import Archive
from tui.archive.catalog import build, counting, index, live, place, schema
from tui.archive.catalog.live import ArchiveCatalog
from tui.archive.catalog.plan import Plan
from tui.archive.catalog.reader import Reader
from tui.archive.catalog.sidecar import SidecarCatalog
from tui.archive.catalog.update import update
from tui.archive.errors import ArchiveError
from tui.query.query import Query
from tui.query.scan import ScanCatalog

EVERYTHING = Query()
SOME = Query.parse("学习 -会议")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that counts as a large one, changes of which count as small."""
    monkeypatch.setattr(live, "SMALL", 1000)
    write_archive(tmp_path / "archive", 300)
    return tmp_path / "archive"


def is_indexed(catalog: ArchiveCatalog) -> bool:
    return isinstance(catalog._inner, SidecarCatalog)


def assert_complete(catalog: ArchiveCatalog, folder: Path) -> None:
    """It answers as a scan of the archive does."""
    scan = ScanCatalog(Archive.open(folder).read())
    for query in (EVERYTHING, SOME):
        assert catalog.page(query) == scan.page(query)
        assert catalog.total(query) == scan.total(query)


def wait_for(catalog: ArchiveCatalog) -> None:
    """Until its index is built."""
    end = time.monotonic() + 60
    while catalog.progress is not None and time.monotonic() < end:
        time.sleep(0.02)
    assert catalog.refresh()


def test_a_small_archive_needs_no_index(tmp_path: Path) -> None:
    write_archive(tmp_path / "archive", 20)
    catalog = Archive.open(tmp_path / "archive").catalog()
    assert not is_indexed(catalog)
    assert_complete(catalog, tmp_path / "archive")
    assert not catalog.refresh()
    Archive.open(tmp_path / "archive").add([("new.txt", list(reports(5, first=900)))])
    assert catalog.refresh()
    assert_complete(catalog, tmp_path / "archive")


def test_a_large_one_is_indexed_and_followed(folder: Path) -> None:
    catalog = Archive.open(folder).catalog()
    assert is_indexed(catalog)
    assert_complete(catalog, folder)
    assert not catalog.refresh()
    archive = Archive.open(folder)
    result = archive.add([("new.txt", list(reports(10, first=295)))])
    assert (len(result.added), len(result.duplicates)) == (5, 5)
    assert catalog.refresh()
    assert_complete(catalog, folder)
    archive.undo()
    assert catalog.refresh()
    assert_complete(catalog, folder)


def test_a_correction_opens_one_file_of_a_large_archive(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive.open(folder)
    archive.add([("another.txt", list(reports(20, first=900)))])
    catalog = archive.catalog()
    chosen = catalog.page(EVERYTHING, limit=150)[-1]
    opened: list[Path] = []

    def read(path: Path) -> bytes:
        opened.append(path)
        return path.read_bytes()

    monkeypatch.setattr("tui.archive.correcting.read_bytes", read)
    assert archive.correct(chosen.id, title="另一题目").title == "另一题目"
    assert len(opened) == 1 < len(archive.files())
    assert catalog.refresh()
    assert catalog.entries([chosen.id])[0].title == "另一题目"
    place.catalog_path(folder).unlink()
    assert archive.uncorrect(chosen.id).title == chosen.title
    catalog.close()


def test_a_fresh_index_opens_without_a_look_into_the_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive.open(folder).catalog().close()

    def unwanted(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr("tui.archive.catalog.records.read_bytes", unwanted)
    monkeypatch.setattr("tui.archive.tables.read_bytes", unwanted)
    catalog = Archive.open(folder).catalog()
    assert is_indexed(catalog) and catalog.total(EVERYTHING) == 300


def test_an_index_is_built_in_the_background(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "QUICK", 1000)
    waiting = Archive.open(folder).catalog()
    assert not is_indexed(waiting)
    assert_complete(waiting, folder)
    catalog = Archive.open(folder).catalog(wait=False)
    assert is_indexed(catalog)
    assert not catalog.is_complete
    wait_for(catalog)
    assert catalog.is_complete
    assert_complete(catalog, folder)
    assert not catalog.refresh()


def test_one_that_waits_is_told_how_far_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "QUICK", 1000)
    monkeypatch.setattr(index, "MIDDLING", 1000)
    told: list[tuple[int, int]] = []
    catalog = Archive.open(folder).catalog(progress=lambda done, total: told.append((done, total)))
    count = len(Archive.open(folder).files())
    assert told == [(number, count) for number in range(1, count + 1)]
    assert_complete(catalog, folder)


def test_a_build_that_fails_is_done_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "QUICK", 1000)
    place.prepare(place.catalog_path(folder))
    monkeypatch.setattr("sys.executable", shutil.which("false"))
    catalog = Archive.open(folder).catalog(wait=False)
    wait_for(catalog)
    assert catalog.notice is not None and not is_indexed(catalog)
    assert_complete(catalog, folder)


def test_a_build_that_is_stopped_is_taken_up_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "QUICK", 1000)
    for _ in range(3):
        Archive.open(folder).catalog(wait=False).close()
    catalog = Archive.open(folder).catalog(wait=False)
    wait_for(catalog)
    assert_complete(catalog, folder)


@pytest.mark.parametrize("harm", ["delete", "truncate", "overwrite", "old", "empty"])
def test_a_damaged_index_is_made_anew(folder: Path, harm: str) -> None:
    Archive.open(folder).catalog().close()
    path = place.catalog_path(folder)
    damage(path, harm)
    catalog = Archive.open(folder).catalog()
    assert_complete(catalog, folder)
    catalog.close()
    catalog = Archive.open(folder).catalog()
    assert is_indexed(catalog)
    assert_complete(catalog, folder)


@pytest.mark.parametrize("harm", ["delete", "truncate", "overwrite"])
def test_an_index_damaged_while_in_use_is_done_without(folder: Path, harm: str) -> None:
    catalog = Archive.open(folder).catalog()
    damage(place.catalog_path(folder), harm)
    assert_complete(catalog, folder)
    catalog.close()
    assert_complete(Archive.open(folder).catalog(), folder)


def failing(kind: type[sqlite3.Error], code: int | None) -> Callable[..., int]:
    """A question that SQLite answers with an error of some code."""

    def ask(*_: object) -> int:
        error = kind("what it says is not looked at")
        if code is not None:
            error.sqlite_errorcode = code
        raise error

    return ask


def misspelt(reader: Reader, _: Plan) -> int:
    """A question with a mistake in it."""
    return reader.one("SELECT count(*) FROM no_such_table")


CORRUPT_VIRTUAL_TABLE = sqlite3.SQLITE_CORRUPT | 1 << 8


@pytest.mark.parametrize(
    ("question", "stays"),
    [
        (misspelt, True),
        (failing(sqlite3.ProgrammingError, None), True),
        (failing(sqlite3.OperationalError, sqlite3.SQLITE_BUSY), True),
        (failing(sqlite3.OperationalError, sqlite3.SQLITE_IOERR), True),
        (failing(sqlite3.OperationalError, sqlite3.SQLITE_FULL), True),
        (failing(sqlite3.DatabaseError, sqlite3.SQLITE_CORRUPT), False),
        (failing(sqlite3.DatabaseError, CORRUPT_VIRTUAL_TABLE), False),
        (failing(sqlite3.DatabaseError, sqlite3.SQLITE_NOTADB), False),
    ],
    ids=["mistake", "misuse", "locked", "disk", "full", "corrupt", "words", "no database"],
)
def test_only_damage_makes_an_index_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, question: Callable[..., int], stays: bool
) -> None:
    catalog = Archive.open(folder).catalog()
    assert is_indexed(catalog)
    with monkeypatch.context() as patch:
        patch.setattr(counting, "total", question)
        assert catalog.total(EVERYTHING) == 300
    assert not is_indexed(catalog)
    assert place.catalog_path(folder).exists() is stays


def test_an_index_that_is_locked_is_left_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 10)
    Archive.open(folder).catalog().close()
    path = place.catalog_path(folder)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    catalog = Archive.open(folder).catalog()
    assert not is_indexed(catalog)
    assert_complete(catalog, folder)
    other.execute("ROLLBACK")
    assert other.execute("SELECT total(count) FROM region").fetchone() == (300,)
    other.close()


def test_damage_that_shows_only_while_writing_is_mended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = failing(sqlite3.DatabaseError, sqlite3.SQLITE_CORRUPT)
    updates = iter([damaged, update])
    monkeypatch.setattr(place, "update", lambda *given: next(updates)(*given))
    catalog = Archive.open(folder).catalog()
    assert is_indexed(catalog)
    assert_complete(catalog, folder)
    assert next(updates, None) is None


def damage(path: Path, harm: str) -> None:
    if harm == "delete":
        schema.remove(path)
    elif harm == "truncate":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    elif harm == "overwrite":
        path.write_bytes(b"x" * path.stat().st_size)
    elif harm == "empty":
        path.write_bytes(b"")
    else:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 1")
        connection.close()


def test_two_processes_may_use_one_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "QUICK", 1000)
    first, second = (Archive.open(folder).catalog(wait=False) for _ in range(2))
    wait_for(first)
    while second.progress is not None:
        time.sleep(0.02)
    second.refresh()
    for catalog in (first, second):
        assert_complete(catalog, folder)


def test_while_another_process_writes_the_archive_is_read_whole(folder: Path) -> None:
    path = place.prepare(place.catalog_path(folder))
    with place.writing(path):
        catalog = Archive.open(folder).catalog()
        assert not is_indexed(catalog)
        assert_complete(catalog, folder)
        browsing = Archive.open(folder).catalog(wait=False)
    assert browsing.refresh()
    assert_complete(browsing, folder)


def test_without_a_cache_folder_there_is_an_index_for_the_time_being(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    catalog = Archive.open(folder).catalog()
    assert is_indexed(catalog)
    assert_complete(catalog, folder)


def test_without_fts5_the_archive_is_read_whole_which_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "has_fts5", lambda: False)
    catalog = Archive.open(folder).catalog()
    assert catalog.notice is not None and not is_indexed(catalog)
    assert_complete(catalog, folder)


def test_with_a_full_disk_the_archive_is_read_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(place, "update", full)
    catalog = Archive.open(folder).catalog()
    assert not is_indexed(catalog)
    assert_complete(catalog, folder)


def test_a_damaged_file_is_named_and_hides_no_other(folder: Path) -> None:
    (folder / "broken.json").write_bytes(b'{"_default": {"1": {"body": "x"')
    catalog = Archive.open(folder).catalog()
    assert [str(one.path.name) for one in catalog.damaged()] == ["broken.json"]
    assert catalog.damaged()[0].position == 31
    assert catalog.total(EVERYTHING) == 300


def test_a_damaged_single_file_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "SMALL", 10)
    (tmp_path / "one.json").write_bytes(b'{"_default": {"1": {"body": "x"')
    with pytest.raises(ArchiveError):
        Archive.open(tmp_path / "one.json").catalog()


def test_a_builder_stops_when_nobody_reads_how_far_it_is(folder: Path) -> None:
    path = place.prepare(place.catalog_path(folder))
    running = build.Build(path, folder)
    running.stop()
    assert not running.is_running
