"""Where an export cannot go: said in a sentence, nothing written, and work goes on."""

import errno
import os
from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive
from tui.archive.notebook import Notebook

LONG = "长" * 200 + ".txt"
NAMES = [
    (LONG, "The system takes no file of the name"),
    ("~nosuch/out.txt", "There is no folder ~nosuch"),
    ("nowhere/out.txt", "There is no folder nowhere"),
    (".", "is a folder"),
    ("a\x1b[31m/out.txt", "There is no folder a␛[31m"),
    ("/dev/null", "is not an ordinary file"),
    ("archive/new.json", "belongs to the open archive"),
]


async def name(clerk: Clerk, path: str) -> None:
    """Put a name in the box that has the keyboard, as if pasted, and accept it."""
    await clerk.press("home", "shift+end")
    box = clerk.app.focused
    assert box is not None
    box.value = path  # type: ignore[attr-defined]
    await clerk.press("enter")


@pytest.mark.parametrize(("path", "said"), NAMES)
@pytest.mark.parametrize("keys", [("e",), ("c", "e")], ids=["reports", "coverage"])
async def test_a_name_that_is_refused(
    archive: Path, keys: tuple[str, ...], path: str, said: str
) -> None:
    files = {file: file.read_bytes() for file in archive.iterdir()}
    async with at_work(archive, size=(120, 30)) as clerk:
        await clerk.press(*keys)
        await name(clerk, path.replace(".txt", ".csv") if "c" in keys else path)
        told = " ".join(clerk.told)
        assert said in told or ("c" in keys and "is written as" in told)
        assert clerk.app.is_running
    assert {file: file.read_bytes() for file in archive.iterdir()} == files


async def test_an_import_from_nowhere_is_said(archive: Path) -> None:
    async with at_work(archive) as clerk:
        for path in ("~nosuch/in.txt", LONG):
            await clerk.press("i")
            await name(clerk, path)
            assert clerk.told
            assert clerk.app.is_running


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "is full"), (errno.EROFS, "read-only"), (errno.EACCES, "No right")],
)
async def test_a_disk_that_refuses_keeps_what_was_there(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    (tmp_path / "out.txt").write_text("mine")

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    async with at_work(archive, size=(120, 30)) as clerk:
        await clerk.press("e")
        monkeypatch.setattr("tui.reports.files.os.fsync", refuse)
        await name(clerk, "out.txt")
        await clerk.press("y")
        monkeypatch.undo()
        assert said in clerk.told[-1]
        assert "Written" not in " ".join(clerk.told)
    assert (tmp_path / "out.txt").read_text() == "mine"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".jianbao")]


async def test_a_basket_whose_reports_are_gone(archive: Path, tmp_path: Path) -> None:
    """What is left is exported, and it is said that it is not all; nothing left is no export."""
    Notebook(archive).mark(["0123456789ab"])
    async with at_work(archive, size=(120, 30)) as clerk:
        await clerk.press("e")
        assert not clerk.sees("The basket:")
        await clerk.press("escape", "space", "e")
        assert clerk.sees("The basket: 1 report, 1 prefecture, 2023-02-09")
        assert clerk.sees("1 no longer in the archive")
        await name(clerk, "out.txt")
        assert clerk.sees("Written:")
        reports = Archive.open(archive).read()
        assert next(iter(reports)).body in (tmp_path / "out.txt").read_text("utf-8-sig")
