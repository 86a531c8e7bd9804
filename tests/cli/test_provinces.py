"""A bulletin of each of several provinces, out of one archive as text and into another."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bulletins.scoring import truths
from tests.cli.conftest import Answer, Run
from tui.bulletins import read_file

PROVINCES = "33", "42", "51", "61", "65"
"""浙江, 湖北, 四川, 陕西, 新疆."""


def bulletin_of(province: str) -> Path:
    """The first bulletin of the set that has four reports of this province at least."""
    for truth in truths():
        path: Path = truth["path"]
        codes = [report.prefecture_code or "" for report in read_file(path).reports]
        if sum(code.startswith(province) for code in codes) >= 4:
            return path
    raise AssertionError(province)


def records(answer: Answer) -> Iterator[dict[str, Any]]:
    """What is known of every report, but for where it was read and how sure that was."""
    for line in answer.lines:
        record = json.loads(line)
        # Where a prefecture is known, the heading only says how it had been found.
        for name in ("source", "flags", *(("heading",) if record["prefecture_code"] else ())):
            del record[name]
        yield record


@pytest.mark.parametrize("province", PROVINCES)
def test_what_was_exported_as_text_is_what_was_imported(
    province: str, run: Run, tmp_path: Path
) -> None:
    one, other, text = tmp_path / "one", tmp_path / "other", tmp_path / "out.txt"
    assert run("import", "--yes", "--archive", one, bulletin_of(province)).status == 0
    assert run("export", "-o", text, "--archive", one).status == 0
    assert run("import", "--yes", "--archive", other, text).status == 0
    before, after = (
        sorted(records(run("list", "--json", "--archive", path)), key=lambda found: found["id"])
        for path in (one, other)
    )
    assert len(before) >= 4
    assert any((found["prefecture_code"] or "").startswith(province) for found in before)
    assert after == before
    again = run("import", "--yes", "--archive", one, text)
    assert again.err.startswith("Nothing added: ")
