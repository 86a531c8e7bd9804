"""Reports are read from their files in the order asked for, many at a time."""

import json
from pathlib import Path

import pytest

from tests.archive.test_sidecar import catalogued
from tests.bench.generate import write_archive
from tui.archive.archive import Archive
from tui.archive.catalog import bodies
from tui.archive.catalog.records import Record, read_records
from tui.archive.errors import ArchiveError
from tui.query.query import Order, Query
from tui.query.scan import ScanCatalog

EVERYTHING = [Query(order=order) for order in Order]


@pytest.mark.parametrize("query", EVERYTHING, ids=list(Order))
@pytest.mark.parametrize("few", [1, 16])
def test_reports_are_what_their_files_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: Query, few: int
) -> None:
    monkeypatch.setattr(bodies, "FEW", few)
    write_archive(tmp_path / "archive", 1200)
    scan = ScanCatalog(Archive(tmp_path / "archive").read())
    catalog = catalogued(tmp_path / "archive")
    assert list(catalog.reports(query)) == list(scan.reports(query))
    wanted = next(scan.reports(query))
    assert catalog.report(wanted.id) == wanted
    assert catalog.report("none") is None
    catalog.close()


def test_no_more_is_read_at_a_time_than_memory_should_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "MUCH", 4000)
    write_archive(tmp_path / "archive", 300)
    catalog = catalogued(tmp_path / "archive")
    found = {report.id for report in catalog.reports(Query())}
    assert found == {report.id for report in Archive(tmp_path / "archive").read()}
    catalog.close()


def test_files_that_have_changed_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report is found where it stands in its file by then; those gone are left out."""
    files = write_archive(tmp_path / "archive", 1200)
    catalog = catalogued(tmp_path / "archive")
    before = list(catalog.reports(Query()))
    gone = {report.id for report in Archive(files[0]).read()}
    files[0].unlink()
    rows = list(json.loads(files[1].read_text(encoding="utf-8"))["_default"].values())
    gone.add(rows.pop(3)["id"])
    moved = {"_default": {str(row): one for row, one in enumerate(reversed(rows))}}
    files[1].write_text(json.dumps(moved, ensure_ascii=False), encoding="utf-8")
    read: list[Path] = []

    def noted(path: Path) -> tuple[list[Record], ArchiveError | None]:
        read.append(path)
        return read_records(path)

    monkeypatch.setattr(bodies, "FEW", 2000)
    monkeypatch.setattr(bodies, "read_records", noted)
    assert list(catalog.reports(Query())) == [one for one in before if one.id not in gone]
    assert read == [files[1]]
    catalog.close()
