"""An archive of the customer's bulletin, and folders of the user's own that nobody else sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import locale
from tui.archive.archive import Archive
from tui.bulletins.reading import read_file
from tui.reports.bundled import data_folder

BULLETIN = data_folder() / "bulletins" / "xinjiang-2023-02.txt"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the user's real folders out of the tests; speak English."""
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.chdir(tmp_path)
    locale.use("en")
    yield
    locale.use("en")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with the eight reports of the bundled bulletin."""
    path = tmp_path / "archive"
    Archive.open(path).add([(BULLETIN.name, read_file(BULLETIN).reports)])
    return path
