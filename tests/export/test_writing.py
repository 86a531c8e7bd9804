"""A file is written whole or not at all, and never over what should stay."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.samples import SAMPLES, YIZHOU
from tui.export.errors import ExportError
from tui.export.options import Encoding, Format, Options
from tui.export.writing import write_file
from tui.reports.report import Report


def test_a_file_for_office_programs(tmp_path: Path) -> None:
    target = tmp_path / "选报.txt"
    counts: list[int] = []
    write_file(SAMPLES, target, Options(), progress=counts.append)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert counts == [1, 2, 3, 4]
    assert [path.name for path in tmp_path.iterdir()] == ["选报.txt"]


@pytest.mark.parametrize(
    ("form", "file", "pipe"),
    [
        (Format.TEXT, Encoding.UTF_8_SIG, Encoding.UTF_8),
        (Format.CSV, Encoding.UTF_8_SIG, Encoding.UTF_8),
        (Format.MARKDOWN, Encoding.UTF_8, Encoding.UTF_8),
        (Format.JSON, Encoding.UTF_8, Encoding.UTF_8),
    ],
)
def test_default_encodings(form: Format, file: Encoding, pipe: Encoding) -> None:
    assert Options(form).for_file is file
    assert Options(form).for_pipe is pipe
    assert Options(form, Encoding.GB18030).for_pipe is Encoding.GB18030


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", Format.TEXT),
        ("a", Format.TEXT),
        ("a.MD", Format.MARKDOWN),
        ("a.csv", Format.CSV),
        ("a.json", Format.JSON),
        ("a.docx", Format.DOCX),
    ],
)
def test_the_suffix_says_the_format(name: str, form: Format) -> None:
    assert Format.of(Path(name)) is form
    with pytest.raises(ExportError, match=r"\.xls"):
        Format.of(Path("a.xls"))


def refused(path: Path, archive: Path | None = None, force: bool = False) -> str:
    """Why nothing was written."""
    with pytest.raises(ExportError) as caught:
        write_file(SAMPLES, path, Options(), archive=archive, force=force)
    return caught.value.key


def test_what_is_there_stays_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("mine")
    assert refused(target) == "export.exists"
    assert target.read_text() == "mine"
    write_file(SAMPLES, target, Options(), force=True)
    assert target.read_text(encoding="utf-8-sig").startswith("哈密市")


def test_names_that_cannot_be_written(tmp_path: Path) -> None:
    assert refused(tmp_path) == "export.is-folder"
    assert refused(tmp_path / "none" / "a.txt") == "export.no-folder"
    assert refused(tmp_path / ("长" * 200)) == "export.bad-name"
    assert refused(tmp_path / "a\0b") == "export.bad-name"
    (tmp_path / "a.txt").write_text("")
    assert refused(tmp_path / "a.txt" / "b.txt") == "export.no-folder"
    assert refused(Path("/dev/null"), force=True) == "export.not-a-file"


def test_the_open_archive_is_never_written_over(tmp_path: Path) -> None:
    single = tmp_path / "reports.json"
    single.write_text("{}")
    link = tmp_path / "link.txt"
    link.symlink_to(single)
    assert refused(single, single, force=True) == "export.is-archive"
    assert refused(link, single, force=True) == "export.is-archive"
    assert refused(tmp_path / "new.json", tmp_path) == "export.is-archive"
    write_file(SAMPLES, tmp_path / "new.txt", Options(), archive=tmp_path)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.EACCES, "export.no-rights"),
        (errno.EROFS, "export.read-only"),
        (errno.ENOSPC, "export.disk-full"),
        (errno.EIO, "export.refused"),
    ],
)
def test_a_disk_that_refuses(tmp_path: Path, number: int, key: str) -> None:
    def reports() -> Iterator[Report]:
        yield YIZHOU
        raise OSError(number, os.strerror(number))

    target = tmp_path / "a.txt"
    target.write_text("mine")
    with pytest.raises(ExportError) as caught:
        write_file(reports(), target, Options(), force=True)
    assert caught.value.key == key
    assert target.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_control_characters_in_a_name_are_shown(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="␛"):
        write_file(SAMPLES, tmp_path / "\x1b[31m" / "a.txt", Options())


def test_an_interrupted_export_leaves_nothing(tmp_path: Path) -> None:
    def reports() -> Iterator[Report]:
        yield YIZHOU
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(reports(), tmp_path / "a.txt", Options())
    assert not list(tmp_path.iterdir())
