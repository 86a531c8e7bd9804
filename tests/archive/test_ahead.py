"""Reading files ahead in another process gives what reading them here gives."""

import subprocess
from pathlib import Path

import pytest

from tests.archive.test_sidecar import catalogued
from tests.bench.generate import write_archive
from tui.archive.catalog import ahead, child, update
from tui.archive.catalog.records import read_records
from tui.archive.catalog.tokens import Tokens, tokens_of
from tui.query.query import Query
from tui.reports.report import Report


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """An archive of a few files, one of them damaged."""
    found = write_archive(tmp_path / "archive", 2500)
    found[1].write_bytes(found[1].read_bytes()[:-200])
    return found


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(module: str, *arguments: str, stdin: int) -> subprocess.Popen[bytes]:
        processes.append(child.start(module, *arguments, stdin=stdin))
        return processes[-1]

    monkeypatch.setattr(ahead, "start", start)
    return processes


def test_records_come_in_order_with_their_tokens(files: list[Path]) -> None:
    for path, records in zip(files, ahead.read_ahead(files), strict=True):
        if path == files[1]:
            assert records is None
            continue
        assert records
        here, damage = read_records(path)
        assert damage is None
        assert [one.report for one in records] == [one.report for one in here]
        assert [_found(one.tokens) for one in records] == [_of(one.report) for one in here]


def test_what_a_killed_process_did_not_give_is_left_to_the_asker(
    files: list[Path], started: list[subprocess.Popen[bytes]]
) -> None:
    many = files * 20
    reading = ahead.read_ahead(many)
    assert next(reading)
    started[0].kill()
    rest = list(reading)
    assert len(rest) == len(many) - 1
    assert rest[-1] is None


def test_without_another_process_everything_is_left_to_the_asker(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(ahead, "start", refuse)
    assert list(ahead.read_ahead(files)) == [None] * len(files)


def test_an_index_built_so_is_the_same(
    files: list[Path],
    started: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = catalogued(files[0].parent)
    assert not started
    monkeypatch.setattr(update, "AHEAD", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    other = files[0].parent.with_name("other")
    files[0].parent.rename(other)
    both = catalogued(other)
    assert started
    for text in ("", "学习", "hami", "w", "实施意见"):
        query = Query.parse(text)
        assert alone.page(query, limit=9000) == both.page(query, limit=9000)
    assert len(both.damaged()) == 1


def _found(tokens: object) -> object:
    assert isinstance(tokens, Tokens)
    return sorted(tokens.all.split()), tokens.of_title


def _of(report: Report) -> object:
    tokens = tokens_of(report)
    return sorted(tokens.all.split()), tokens.of_title
