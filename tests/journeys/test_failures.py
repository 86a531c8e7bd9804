"""What fails under the clerk's hands is said in a sentence, and work goes on."""

import errno
import os
import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui.archive.catalog.live import ArchiveCatalog
from tui.query.catalog import Interrupted
from tui.query.query import Query

BULLETIN = "哈密市\n2023年3月8日,哈密市关工委召开会议。会议指出,要学习。\n"


@pytest.mark.parametrize("key", ["o", "E"])
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("'", "There is no"),
        ("{folder}", "There is no"),
        ("{folder}/text", "cannot be run: Exec format error."),
        ("'{folder}/text", "There is no"),
    ],
)
async def test_a_program_that_cannot_be_run(
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    command: str,
    said: str,
) -> None:
    (tmp_path / "text").write_text("no program")
    (tmp_path / "text").chmod(0o755)
    for variable in ("PAGER", "VISUAL", "EDITOR"):
        monkeypatch.setenv(variable, command.format(folder=tmp_path))
    for programs in ("PAGERS", "EDITORS"):
        monkeypatch.setattr(f"tui.screen.errands.outside.{programs}", ())
    async with at_work(archive) as clerk:
        monkeypatch.setattr(clerk.app, "suspend", nullcontext)
        await clerk.press(key)
        assert clerk.app.is_running
        assert said in clerk.told[-1]


async def test_no_room_for_the_pager_s_copy(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with at_work(archive) as clerk:
        monkeypatch.setattr("tempfile.mkdtemp", refuse)
        await clerk.press("o")
        assert clerk.app.is_running
        assert "cannot be run: No space left on device." in clerk.told[-1]


async def test_a_clipboard_too_small_and_no_folder_for_a_file(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screen.errands.copying.CAP", 100)
    async with at_work(archive, size=(200, 50)) as clerk:
        await clerk.press("y")
        assert "Too much for a terminal's clipboard: 1 report written to" in clerk.told[-1]
        shutil.rmtree(tmp_path / "home" / "state")
        (tmp_path / "home" / "state").write_text("a file where the folder should be")
        await clerk.press("y")
        assert clerk.app.is_running
        assert "There is no folder" in clerk.told[-1]


async def test_an_import_cannot_be_taken_back_while_the_archive_is_away(
    archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text(BULLETIN, "utf-8")
    async with at_work(archive) as clerk:
        await clerk.press("i", *"new.txt", "enter")
        await clerk.press("ctrl+s")
        assert "9 of 9" in clerk.headline
        archive.rename(tmp_path / "away")
        await clerk.press("U")
        assert clerk.app.is_running
        assert "There is no archive" in clerk.told[-1]
        (tmp_path / "away").rename(archive)
        await clerk.press("U")
        assert "8 of 8" in clerk.headline


class Busy:
    """A catalog whose next count is stopped, as by somebody who types on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Stop the first count from now on."""
        self.stopped = 0
        total = ArchiveCatalog.total

        def once(catalog: ArchiveCatalog, query: Query) -> int:
            self.stopped += 1
            if self.stopped == 1:
                raise Interrupted
            return total(catalog, query)

        patch.setattr(ArchiveCatalog, "total", once)
        patch.setattr("tui.screen.answered.AGAIN", 0.01)


async def export_all(clerk: Clerk) -> None:
    """Choose all that match, and a name."""
    clerk.app.screen.query_one("#export-what").value = 1  # type: ignore[attr-defined]
    await clerk.press("home", "shift+end", *"out.txt", "enter")


async def test_an_errand_that_is_interrupted_asks_again(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_work(archive) as clerk:
        busy = Busy(monkeypatch)
        await clerk.press("e")
        assert busy.stopped > 1
        assert clerk.sees("This report: 1 report")
        busy.stopped = 0
        await export_all(clerk)
        assert busy.stopped > 1
        assert "Written" in clerk.told[-1]
    assert (tmp_path / "out.txt").read_text("utf-8-sig").count("关工委") > 8
