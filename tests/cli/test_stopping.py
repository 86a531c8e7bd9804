"""An import that is stopped: by Ctrl+C, the end of the session or the terminal, by kill -9."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bulletins.numbered import write_numbered
from tests.cli.conftest import Run
from tui.archive.archive import Archive

if os.name != "posix":
    pytest.skip("signals and a pseudo-terminal are needed", allow_module_level=True)

import pyte

from tests.bench.terminal import Terminal

FILES, EACH = 60, 5

SLOW = """
import os, sys, time
from tui.cli import main, progress

def sync(handle, sync=os.fsync, done=[]):
    sync(handle)
    time.sleep({sync})
    done.append(handle)
    while len(done) == {held} and not os.path.exists({gate!r}):
        time.sleep(0.01)

os.fsync, progress.PATIENCE = sync, 0.02
sys.exit(main(sys.argv[1:]))
"""
"""The program on a slow disk, with a bar that comes at once; held at one file until it may go on.

So a signal comes while it stores, however busy the machine is.
"""

HELD = 20
"""The file it is held at."""


@pytest.fixture
def bulletins(tmp_path: Path) -> Path:
    """A folder of bulletins, each report of its own."""
    folder = tmp_path / "in"
    write_numbered(folder, FILES, EACH)
    return folder


@pytest.fixture(autouse=True)
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "spool"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A file that is not there, for which an import that is held waits."""
    return tmp_path / "gate"


def command(*words: str | Path, sync: float = 0.02, gate: Path | None = None) -> list[str]:
    """An import on a disk that takes `sync` seconds more for each file, held for `gate`."""
    code = SLOW.format(sync=sync, held=HELD if gate else 0, gate=str(gate))
    return [sys.executable, "-c", code, "import", *map(str, words)]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def screen(terminal: Terminal) -> list[str]:
    """The lines that a terminal of 80 columns shows at last."""
    display = pyte.Screen(80, 1000)
    pyte.ByteStream(display).feed(terminal.output)
    return [line.rstrip() for line in display.display if line.strip()]


@pytest.mark.parametrize("asked", ["SIGINT", "SIGTERM", "SIGHUP", "Ctrl+C"])
@pytest.mark.parametrize(
    ("words", "mark"),
    [([], "Reading ["), ([], "[Y/n] "), (["--yes"], "Storing [")],
)
def test_a_stopped_import_leaves_nothing(
    words: list[str],
    mark: str,
    asked: str,
    archive: Path,
    bulletins: Path,
    spool: Path,
    gate: Path,
    run: Run,
) -> None:
    before = contents(archive)
    command_line = command(*words, "--archive", archive, bulletins, gate=gate)
    with Terminal(command_line) as terminal:
        terminal.wait_for(mark)
        if asked == "Ctrl+C":
            terminal.send("\x03")
        else:
            os.kill(terminal.process, signal.Signals[asked])
        gate.touch()
        status = terminal.wait_end()
        shown = screen(terminal)
    assert status == {"SIGTERM": 143, "SIGHUP": 129}.get(asked, 130)
    assert shown[-1].removeprefix("^C") == "Interrupted; nothing was imported."
    assert not any("Traceback" in line for line in shown)
    assert contents(archive) == before
    assert list(spool.iterdir()) == []
    answer = run("import", "--yes", "--archive", archive, bulletins)
    assert answer.err.startswith(f"Imported {FILES * EACH} reports.")


def test_an_impatient_user_stops_it_once(archive: Path, bulletins: Path, gate: Path) -> None:
    before = contents(archive)
    with Terminal(command("--yes", "--archive", archive, bulletins, gate=gate)) as terminal:
        terminal.wait_for("Storing [")
        for _ in range(20):
            terminal.send("\x03")
            time.sleep(0.005)
        gate.touch()
        assert terminal.wait_end() == 130
        shown = [line for line in screen(terminal) if not line.startswith("^C")]
    assert shown == ["Interrupted; nothing was imported."]
    assert contents(archive) == before


def test_an_archive_that_was_not_there_is_not_there(
    tmp_path: Path, bulletins: Path, gate: Path
) -> None:
    archive = tmp_path / "new"
    with Terminal(command("--yes", "--archive", archive, bulletins, gate=gate)) as terminal:
        terminal.wait_for("Storing [")
        os.kill(terminal.process, signal.SIGINT)
        gate.touch()
        assert terminal.wait_end() == 130
    assert not archive.exists()


def test_one_that_is_to_outlive_its_terminal_does(archive: Path, bulletins: Path) -> None:
    command_line = command("--yes", "--archive", archive, bulletins)
    ignoring = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh"]  # as nohup does
    with Terminal([*ignoring, *command_line]) as terminal:
        wait_for_stored(archive, 5)
        os.kill(terminal.process, signal.SIGHUP)
        assert terminal.wait_end() == 0
    assert len(list(archive.glob("*.json"))) == FILES + 1


def test_what_comes_when_all_is_written_comes_too_late(
    tmp_path: Path, bulletins: Path, run: Run
) -> None:
    archive = tmp_path / "one.json"
    words = command("--yes", "--archive", archive, bulletins, sync=1)
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        while not any(path.stat().st_size for path in tmp_path.glob(".jianbao-*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read().startswith(f"Imported {FILES * EACH} reports.")
        assert process.wait() == 0
    assert len(run("list", "--archive", archive).lines) == FILES * EACH


def test_killed_at_any_moment_each_file_is_in_whole_or_not_at_all(
    archive: Path, bulletins: Path, gate: Path, run: Run
) -> None:
    chance = random.Random(3)
    for _ in range(4):
        there = len(list(archive.glob("b*.json")))
        words = command("--yes", "--archive", archive, bulletins, gate=gate)
        with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
            wait_for_stored(archive, there + 1)
            time.sleep(chance.uniform(0, 0.2))
            process.kill()
        opened = Archive.open(archive)
        assert opened.damaged() == []
        counts = {path.name: len(list(Archive.open(path).read())) for path in opened.files()}
        assert set(counts.values()) <= {EACH, 8}
        assert there < len(counts) <= FILES
    answer = run("import", "--yes", "--archive", archive, bulletins)
    assert answer.status == 0
    assert len(run("list", "--archive", archive).lines) == FILES * EACH + 8


def wait_for_stored(archive: Path, files: int) -> None:
    """Wait until so many bulletins of the folder are in the archive."""
    end = time.monotonic() + 30
    while len(list(archive.glob("b*.json"))) < files:
        assert time.monotonic() < end
        time.sleep(0.005)
