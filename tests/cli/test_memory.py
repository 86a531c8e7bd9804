"""What an import takes of memory as a process: reading, comparing, storing and saying what."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.bench_memory import LIMIT, TEXTS

if not Path("/proc/self/status").exists():
    pytest.skip("measures memory there", allow_module_level=True)

RUN = """
import sys
from tui.cli import main
status = main(sys.argv[1:])
peak = next(one for one in open("/proc/self/status") if one.startswith("VmHWM"))
print(peak.split()[1], file=sys.stderr)
sys.exit(status)
"""

ROOM = 3_000_000
"""Bytes that what is remembered once may take; they count for little in a large file."""


def taken(path: Path, *words: str) -> int:
    """The most bytes that an import held at once."""
    command = [sys.executable, "-c", RUN, "import", "--archive", str(path.with_suffix(""))]
    done = subprocess.run([*command, *words, str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.split()[-1]) * 1024


@pytest.mark.parametrize("words", [["--dry-run"], ["--dry-run", "--json"], ["--yes", "--json"]])
def test_an_import_of_short_reports(tmp_path: Path, words: list[str]) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text(TEXTS["one-line reports"](2_000), encoding="utf-8")
    large.write_text(TEXTS["one-line reports"](1_000_000), encoding="utf-8")
    more = taken(large, *words) - taken(small, *words)
    assert more < LIMIT * large.stat().st_size + ROOM
