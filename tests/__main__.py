"""Run every check: style, types, layers, tests. Exit status 0 when all are green."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

WORKERS = str(2 * (os.cpu_count() or 1))

CHECKS = (
    [str(BIN / "ruff"), "check", "--quiet", "."],
    [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    [str(BIN / "mypy"), "--no-error-summary"],
    [str(BIN / "lint-imports"), "--no-logo"],
    # Journeys wait more than they work: two at a time on every core. Some take minutes, and what
    # waits behind them is taken over by who has nothing left to do.
    [sys.executable, "-m", "pytest", "-q", "--dist", "worksteal", "-n", WORKERS],
)
"""The commands, run in order from the project's root; all of them, even after a failure."""


def main() -> int:
    """Run the checks and name those that failed."""
    failed = []
    for command in CHECKS:
        name = Path(command[0]).name if command[0] != sys.executable else command[2]
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        sys.stdout.write(f"failed: {', '.join(failed)}\n")
    return 1 if failed else 0


sys.exit(main())
