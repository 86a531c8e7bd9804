"""What goes into an archive comes out again, once, and can be taken back."""

import errno
import json
from pathlib import Path

import pytest

from tests.bench.generate import reports
from tui.archive.archive import Archive, own_archive
from tui.archive.errors import ArchiveError, UnknownError
from tui.reports.report import Report

SOME = list(reports(6))


@pytest.fixture(params=["folder", "file.json"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    """An archive that is not there yet: a folder, or one file."""
    return Archive.open(tmp_path / request.param)


def ids(archive: Archive) -> list[str]:
    return [report.id for report in archive.read()]


def test_reports_come_back_as_they_were_with_the_import_they_came_with(archive: Archive) -> None:
    result = archive.add([("一月.txt", SOME[:2]), ("二月.txt", SOME[2:4])])
    assert result.batch is not None
    assert (result.batch.added, result.batch.files) == (4, ("一月.txt", "二月.txt"))
    back = list(archive.read())
    assert {report.source.import_id for report in back} == {result.batch.id}
    assert {report.id: report.paragraphs for report in back} == {
        report.id: report.paragraphs for report in SOME[:4]
    }
    assert archive.imports() == [result.batch]


def test_a_bulletin_has_a_file_of_its_own_in_a_folder(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "档案")
    archive.add([("一月.txt", SOME[:2]), ("../二月.txt", SOME[2:3])])
    archive.add([("一月.txt", SOME[3:4])])
    assert [path.name for path in archive.files()] == ["一月-2.json", "一月.json", "二月.json"]


def test_a_report_that_is_there_is_passed_over_and_counted(archive: Archive) -> None:
    archive.add([("a.txt", SOME[:2])])
    result = archive.add([("b.txt", [*SOME[:3], SOME[2]])])
    assert result.added == (SOME[2].id,)
    assert result.duplicates == (SOME[0].id, SOME[1].id, SOME[2].id)
    again = archive.add([("b.txt", SOME[:3])])
    assert (again.batch, again.added, len(again.duplicates)) == (None, (), 3)
    assert len(archive.imports()) == 2


def test_an_import_is_undone_and_kept(archive: Archive) -> None:
    first = archive.add([("a.txt", SOME[:2])]).batch
    second = archive.add([("b.txt", SOME[2:4]), ("c.txt", SOME[4:])]).batch
    assert archive.undo() == second
    assert ids(archive) == [report.id for report in SOME[:2]]
    assert archive.imports() == [first]
    assert first is not None and archive.undo(first.id) == first
    assert ids(archive) == []
    with pytest.raises(UnknownError):
        archive.undo()
    kept = Archive.open(archive.path.parent / "kept")
    undone = archive.path / "undone" if archive.path.is_dir() else None
    kept.path = undone or archive.path.with_name("file.json.undone")
    assert set(ids(kept)) == {report.id for report in SOME}
    assert archive.add([("a.txt", SOME)]).added == tuple(report.id for report in SOME)


def test_a_correction_keeps_the_first_reading(archive: Archive) -> None:
    archive.add([("a.txt", SOME)])
    before = {report.id: report for report in archive.read()}
    chosen = SOME[3].id
    corrected = archive.correct(chosen, county=None, county_code=None, date_start="2023-02-01")
    assert corrected.id == chosen
    assert corrected.original == {
        "county": SOME[3].county,
        "county_code": SOME[3].county_code,
        "date_start": before[chosen].record()["date_start"],
    }
    archive.correct(chosen, date_start="2023-02-02")
    after = {report.id: report for report in archive.read()}
    assert list(after) == list(before)
    assert after[chosen].original == corrected.original
    assert list(archive.path.parent.rglob("*.bak"))
    assert archive.uncorrect(chosen) == before[chosen]
    assert list(archive.read()) == list(before.values())


def test_what_is_not_there_cannot_be_corrected(archive: Archive) -> None:
    archive.add([("a.txt", SOME[:1])])
    with pytest.raises(UnknownError):
        archive.correct(SOME[1].id, title="x")
    with pytest.raises(ValueError, match="body"):
        archive.correct(SOME[0].id, body="x")


def test_the_first_import_starts_an_archive_of_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundle = Archive.open(tmp_path / "reports.json")
    bundle.add([("bundled.txt", SOME[:2])])
    monkeypatch.setattr("tui.archive.archive.bundled_archive", lambda: bundle.path)
    archive = Archive.open(None)
    assert archive.read_only and len(ids(archive)) == 2
    with pytest.raises(ArchiveError):
        archive.correct(SOME[0].id, title="x")
    with pytest.raises(ArchiveError):
        archive.undo()
    assert archive.add([("mine.txt", SOME[1:3])]).duplicates == (SOME[1].id,)
    assert archive.path == own_archive() and not archive.read_only
    assert len(ids(Archive.open(None))) == 3
    assert len(ids(bundle)) == 2


@pytest.mark.parametrize("what", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_an_archive_of_ones_own_begins_whole_or_not_at_all(
    what: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, content: object) -> None:
        raise what

    archive = Archive.open(None)
    before = ids(archive)
    with monkeypatch.context() as patched:
        patched.setattr("tui.archive.adding.write_atomically", refused)
        with pytest.raises((ArchiveError, KeyboardInterrupt)):
            archive.add([("mine.txt", SOME)])
    assert ids(Archive.open(None)) == before
    assert not list(own_archive().parent.iterdir())
    assert archive.add([("mine.txt", SOME)]).added
    assert len(ids(Archive.open(None))) == len(before) + len(SOME)


def test_an_archive_of_ones_own_that_another_began_is_kept(tmp_path: Path) -> None:
    first, second = Archive.open(None), Archive.open(None)
    first.add([("mine.txt", SOME[:3])])
    second.add([("mine.txt", SOME[2:])])
    assert len(ids(Archive.open(None))) == 8 + len(SOME)
    assert [path.name for path in own_archive().parent.iterdir()] == ["archive"]


@pytest.mark.parametrize("epoch", ["9" * 12, "9" * 17, "9" * 40])
def test_a_time_that_no_calendar_has_is_passed_over(
    epoch: str, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    archive.add([("a.txt", SOME)])
    assert archive.imports()[0].when.year < 9999


def test_any_text_survives(archive: Archive) -> None:
    odd = Report(
        id="0" * 12, paragraphs=("\ud800[/附件]\x1b[31m\u202e\x00", "", "𠀀"), title="\x07"
    )
    archive.add([("\udcff\n" + "长" * 300 + ".txt", [odd])])
    assert [report.paragraphs for report in archive.read()] == [odd.paragraphs]


def test_reports_are_known_without_an_id_of_their_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([("a.txt", SOME[:2])])
    rows = {str(row): report.record() for row, report in enumerate(SOME[2:4], 1)}
    for row in rows.values():
        del row["id"]
    (tmp_path / "b.json").write_text(json.dumps({"_default": rows}), encoding="utf-8")
    result = archive.add([("c.txt", SOME[1:5])])
    assert result.added == (SOME[4].id,)


def test_what_a_damaged_file_had_can_be_imported_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([("a.txt", SOME[:2])])
    path = archive.files()[0]
    path.write_bytes(path.read_bytes()[:-40])
    assert archive.add([("a.txt", SOME[:2])]).added == (SOME[0].id, SOME[1].id)
    assert len(archive.damaged()) == 1
