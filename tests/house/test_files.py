"""What is in the house: nothing at its top but what belongs there."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TOP = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "data",
    "pyproject.toml",
    "tests",
    "tui",
}


def kept() -> list[str]:
    """The files git keeps, or none where this is no checkout."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return listed.stdout.rstrip("\0").split("\0")


def test_nothing_is_left_lying_about() -> None:
    files = kept()
    if not files:
        pytest.skip("not a checkout")
    assert {name.partition("/")[0] for name in files} <= TOP
    assert not [name for name in files if name.endswith(".lock")]
