"""The progress bar: on a terminal, after a while, in one line, and gone at the end."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.progress import drawn

if os.name != "posix":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

import pyte

from tests.bench.terminal import Terminal

CODE = """
import os, sys, time
from tui.cli import main, progress

def sync(handle, sync=os.fsync):
    sync(handle)
    time.sleep(0.02)

progress.PATIENCE, os.fsync = {patience}, sync
sys.exit(main(sys.argv[1:]))
"""
BAR = re.compile(
    r"Reading \[#*-*\] \d+/40 files  [\d,]+ reports?  [\d,]+/s"
    r"|Reading \[#*-*\] 0/40 files"
    r"|Comparing \[-*#*-*\] \d s"
    r"|Storing \[#*-*\] [\d,]+/2,000 reports  [\d,]+/s"
    r"|Storing \[#*-*\] 0/2,000 reports"
)


@pytest.fixture
def bulletins(tmp_path: Path) -> Path:
    """A folder of 40 bulletins of 50 reports."""
    folder = tmp_path / "in"
    folder.mkdir()
    for file in range(40):
        lines = [f"3月5日,淳安县妇联召开第{file * 50 + one}次会议,学习文件。" for one in range(50)]
        (folder / f"b{file}.txt").write_text("\n".join(["杭州市", *lines]), encoding="utf-8")
    return folder


def command(archive: Path, bulletins: Path, patience: float = 0.1) -> list[str]:
    """An import, with a bar after so many seconds."""
    words = ["import", "--yes", "--archive", str(archive), str(bulletins)]
    return [sys.executable, "-c", CODE.format(patience=patience), *words]


class Glass(pyte.Screen):
    """A terminal that keeps every line in which a bar stood before it was painted over."""

    def __init__(self, columns: int) -> None:
        super().__init__(columns, 24)
        self.seen: list[str] = []

    def carriage_return(self) -> None:
        self.seen += [line.rstrip() for line in self.display if " [" in line]
        super().carriage_return()


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_files_and_reports_are_counted_in_one_line(
    tmp_path: Path, bulletins: Path, columns: int
) -> None:
    with Terminal(command(tmp_path / "a", bulletins), columns=columns) as terminal:
        assert terminal.wait_end() == 0
        written = terminal.output
    glass = Glass(columns)
    pyte.ByteStream(glass).feed(written)
    assert all(BAR.fullmatch(line) for line in glass.seen)
    for label in "Reading", "Storing":
        assert sum(line.startswith(label) and line.endswith("/s") for line in glass.seen) > 2
    left = [line.rstrip() for line in glass.display if line.strip()]
    assert " ".join(left).startswith("Imported 2,000 reports.")


@pytest.mark.parametrize("label", ["", "〔杭州市 淳安县 2023-03-05〕"])
def test_a_single_file_says_what_was_found_so_far(
    tmp_path: Path, bulletins: Path, label: str
) -> None:
    whole = tmp_path / "whole.txt"
    text = "\n".join(path.read_text("utf-8") for path in 3 * list(bulletins.iterdir()))
    if label:  # as the program would have written it
        text = text.replace("杭州市\n", "").replace("3月5日", f"\n{label}\n3月5日")
    whole.write_text(text, "utf-8")
    with Terminal(command(tmp_path / "a", whole)) as terminal:
        assert terminal.wait_end() == 0
        written = terminal.output.decode()
    found = [int(one.replace(",", "")) for one in re.findall(r"Reading \S+ ([\d,]+) rep", written)]
    assert len(found) > 2
    assert found == sorted(found)
    assert found[-1] <= 6000


def test_a_terminal_made_narrow_shows_one_line(tmp_path: Path, bulletins: Path) -> None:
    with Terminal(command(tmp_path / "a", bulletins), columns=80) as terminal:
        terminal.wait_for("Reading [", "/s")
        terminal.resize(30, 24)
        terminal.wait_for("\x1b[1A\r\x1b[J")
        terminal.forget()
        assert terminal.wait_end() == 0
        written = terminal.output
    glass = pyte.Screen(30, 24)
    pyte.ByteStream(glass).feed(written)
    left = "".join(line for line in glass.display)
    assert left.startswith("Imported 2,000 reports.")
    assert b"\x1b[1A" not in written


def test_what_is_done_within_a_second_shows_none(tmp_path: Path, bulletins: Path) -> None:
    with Terminal(command(tmp_path / "a", bulletins, 60)) as terminal:
        assert terminal.wait_end() == 0
        assert terminal.output.startswith(b"Imported 2,000 reports.")


def test_there_is_none_where_nobody_looks(tmp_path: Path, bulletins: Path) -> None:
    done = subprocess.run(command(tmp_path / "a", bulletins), capture_output=True, text=True)
    assert done.stderr.startswith("Imported 2,000 reports.")
    assert done.stderr.count("\n") == 1


def test_a_bar_is_always_as_long() -> None:
    assert drawn(8, 0.5, 0) == "####----"
    assert {len(drawn(room, None, tenth / 10)) for tenth in range(99) for room in (4, 20)} == {
        4,
        20,
    }
    wandering = {drawn(8, None, tenth / 10) for tenth in range(99)}
    assert wandering == {"-" * place + "##" + "-" * (6 - place) for place in range(7)}
