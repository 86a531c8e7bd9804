"""The bundled archive is what the program's own import makes of the customer's bulletin."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import BULLETIN, Run
from tui.reports.bundled import bundled_archive, data_folder

REPORTS = [
    ("伊犁哈萨克自治州", "察布查尔锡伯自治县", "2023-02-09"),
    ("塔城地区", "乌苏市", "2023-02-08"),
    ("克拉玛依市", "克拉玛依区", "2023-02-08"),
    ("昌吉回族自治州", None, "2023-02-07"),
    ("哈密市", "伊州区", "2023-02-08"),
    ("阿克苏地区", "阿克苏市", "2023-02-09"),
    ("阿克苏地区", "库车市", None),
    ("喀什地区", None, "2023-02-09"),
]


def test_it_is_made_again_byte_for_byte(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = (data_folder() / "README.md").read_text(encoding="utf-8")
    when = re.search(r"SOURCE_DATE_EPOCH=(\d+)", notes)
    assert when is not None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", when[1])
    again = tmp_path / "reports.json"
    assert run("import", "--yes", "--archive", again, BULLETIN).status == 0
    assert again.read_bytes() == bundled_archive().read_bytes()


def test_it_holds_the_eight_reports(run: Run) -> None:
    records = map(json.loads, run("list", "order:region", "--json").lines)
    found = [(one["prefecture"], one["county"], one["date_start"]) for one in records]
    assert found == REPORTS
