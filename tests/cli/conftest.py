"""A user of the command line: folders of their own, an archive, and what a command answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui import locale
from tui.cli import main
from tui.reports.bundled import data_folder

BULLETIN = data_folder() / "bulletins" / "xinjiang-2023-02.txt"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of data."""
        return self.out.splitlines()


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home without anything in it, and an English system."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield folder
    locale.use("en")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def run(*words: str | Path) -> Answer:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return run


@pytest.fixture
def archive(tmp_path: Path, run: Run) -> Path:
    """A folder of one bulletin: the customer's."""
    path = tmp_path / "archive"
    assert run("import", "--yes", "--archive", path, BULLETIN).status == 0
    return path
