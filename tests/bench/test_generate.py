"""The generated archives."""

import json
from pathlib import Path

from tests.bench.generate import report, reports, write_archive
from tui.reports.report import Report


def test_a_report_depends_only_on_seed_and_number() -> None:
    assert list(reports(3, first=998)) == [report(998), report(999), report(1000)]
    assert report(5, seed=1) != report(5, seed=2)
    assert len({item.id for item in reports(500)}) == 500


def test_an_archive_is_a_folder_of_tinydb_files(tmp_path: Path) -> None:
    files = write_archive(tmp_path / "archive", 1200)
    tables = [json.loads(path.read_text(encoding="utf-8"))["_default"] for path in files]
    stored = [Report.from_record(row) for table in tables for row in table.values()]
    assert stored == list(reports(1200))
    assert all(len(table) >= 100 for table in tables[:-1])
