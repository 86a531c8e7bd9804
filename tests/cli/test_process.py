"""The process: what it imports, where it writes, how it ends."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BULLETIN, Run

TUI = [sys.executable, "-m", "tui"]

IMPORTED = """
import sys
from tui.cli import main
status = main({argv!r})
print(*sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
sys.exit(status)
"""


def imported(*argv: str) -> set[str]:
    """The modules there are after a command."""
    code = IMPORTED.format(argv=list(argv))
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    return set(finished.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("argv", [["--version"], ["list"], ["show", "d0cb123a1c96"], ["--help"]])
def test_reading_imports_neither_textual_nor_what_writes(argv: list[str]) -> None:
    assert not imported(*argv) & {"textual", "tinydb", "filelock"}


def test_the_version_needs_nothing_of_the_program() -> None:
    assert not imported("--version") & {"rich", "sqlite3", "json"}


def test_an_export_ends_quietly_when_nobody_reads(archive: Path) -> None:
    command = [*TUI, "export", "-o", "-", "--archive", str(archive)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


def test_a_list_ends_quietly_when_nobody_reads(archive: Path) -> None:
    command = [*TUI, "list", "--json", "--archive", str(archive)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_an_interrupted_import_leaves_the_archive_as_it_was(archive: Path) -> None:
    before = {path: path.read_bytes() for path in archive.iterdir() if path.suffix == ".json"}
    command = [*TUI, "import", "--yes", "--archive", str(archive), "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None and process.stderr is not None
        # More than a pipe holds: it is reading when all of this is written.
        process.stdin.write(BULLETIN.read_bytes() * 40)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"Interrupted; nothing was imported.\n"
        assert process.wait(30) == 130
    after = {path: path.read_bytes() for path in archive.iterdir() if path.suffix == ".json"}
    assert after == before


def test_no_colour_and_no_control_characters_down_a_pipe(tmp_path: Path, run: Run) -> None:
    bulletin = tmp_path / "b.txt"
    text = "哈密市\n2月8日,伊州区关工委召开\x1b[31m专题\x1b[0m会议,\u202e学习[/附件]。\n"
    bulletin.write_text(text, encoding="utf-8")
    archive = tmp_path / "a"
    assert run("import", "--yes", "--archive", archive, bulletin).status == 0
    listed = run("list", "--archive", archive)
    report_id = listed.out.split()[0]
    for words in (
        ["list"],
        ["list", "--json"],
        ["show", report_id],
        ["show", report_id, "--json"],
        ["export", "-o", "-"],
        ["export", "-o", "-", "--format", "csv"],
        ["export", "-o", "-", "--format", "json"],
        ["export", "-o", "-", "--format", "markdown"],
    ):
        out = run(*words, "--archive", archive).out
        assert out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_data_is_utf8_whatever_the_locale(archive: Path) -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [*TUI, "list", "库车", "--archive", str(archive)]
    finished = subprocess.run(command, capture_output=True, env=environment)
    assert "库车市" in finished.stdout.decode("utf-8")


def test_without_a_terminal_there_is_no_browser() -> None:
    finished = subprocess.run(TUI, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert finished.returncode == 2
    assert "needs a terminal" in finished.stderr


def test_an_interruption_while_the_program_is_loaded_ends_it_quietly() -> None:
    code = (
        "import sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'tui.cli.status': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from tui.cli import main\n"
        "sys.exit(main(['list']))\n"
    )
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert (finished.returncode, finished.stdout, finished.stderr) == (130, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize(
    ("closed", "words", "status"),
    [
        (closed, words, status)
        for closed in (">&-", "2>&-", "<&-", "<&- >&- 2>&-")
        for words, status in (
            ("list", 0),
            ("list foo:x", 2),
            ("export -o -", 0),
            ("check", 0),
            ("import --yes a.txt", 3),
            ("", 2),
        )
    ],
)
def test_streams_that_are_closed(
    closed: str, words: str, status: int, archive: Path, tmp_path: Path
) -> None:
    command = f"{shlex.join(TUI)} {words} --archive {shlex.quote(str(archive))} {closed}"
    finished = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert finished.returncode == status
    assert "Traceback" not in finished.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_what_is_said_changes_no_status(archive: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        for words, status in ((["list", "foo:x"], 2), (["list", "没有这句话"], 1)):
            command = [*TUI, *words, "--archive", str(archive)]
            # Where nothing is held back, Python's own end has nothing to fail on.
            held_back = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
            finished = subprocess.run(command, stderr=full, env=held_back)
            assert finished.returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [["list"], ["export", "-o", "-"], ["coverage", "--csv"]])
def test_a_full_disk_behind_the_output(words: list[str], archive: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [*TUI, *words, "--archive", str(archive)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert finished.returncode == 2
    assert finished.stderr.startswith("The system refuses to go on: No space left on device.")
    assert finished.stderr.count("\n") == 1
