"""The folder of catalogs does not grow for ever."""

import os
import time
from pathlib import Path

import pytest

from tests.bench.generate import write_archive
from tui.archive.catalog.place import FORGOTTEN, bring_up_to_date, catalog_path, prepare, sweep


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalog of an archive that can be renamed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_archive(tmp_path / "archive", 20)
    path = prepare(catalog_path(tmp_path / "archive"))
    bring_up_to_date(path, tmp_path / "archive")
    return path


@pytest.mark.parametrize(
    ("is_gone", "is_old", "stays"),
    [(False, False, True), (True, False, True), (False, True, True), (True, True, False)],
)
def test_catalogs_of_archives_long_gone_are_deleted(
    catalog: Path, tmp_path: Path, is_gone: bool, is_old: bool, stays: bool
) -> None:
    if is_gone:
        (tmp_path / "archive").rename(tmp_path / "elsewhere")
    if is_old:
        then = time.time() - FORGOTTEN - 60
        os.utime(catalog, (then, then))
    sweep(catalog.parent)
    assert catalog.exists() is stays
    assert bool(list(catalog.parent.iterdir())) is stays


def test_what_is_no_catalog_and_old_is_deleted(catalog: Path, tmp_path: Path) -> None:
    old = catalog.with_name("old.sqlite")
    old.write_bytes(b"no database at all " * 100)
    then = time.time() - FORGOTTEN - 60
    os.utime(old, (then, then))
    sweep(catalog.parent)
    assert catalog.exists()
    assert not old.exists()
