"""Input nobody should send: a sentence that names file and reason, in little time and memory."""

import os
import random
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tui.bulletins import BulletinError, read_file, read_text

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _refused(path: Path) -> str:
    with pytest.raises(BulletinError) as refused:
        read_file(path)
    return str(refused.value)


def _docx(path: Path, document: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \r\n\t\n\xe3\x80\x80\n"),
        ("chrome.txt", "首页 > 动态\n发布时间：2023-02-01 浏览：5\n责任编辑：张三\n".encode()),
        ("headings.txt", "杭州市\n宁波市\n温州市\n".encode()),
        ("cut.txt", "杭州市\n3月5日,淳安县妇联召开会议。".encode()[:-1]),
        ("short.txt", "杭州市".encode()[:-2]),
        ("broken.txt", "杭州市\n3月5日,淳安县妇联召开会议".encode() + b"\xff\xff" + b"a" * 90),
        ("control.txt", bytes(range(32)) * 40),
        ("folder.docx", b"not a zip"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(500)),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + random.Random(5).randbytes(3000)),
    ],
)
def test_refused_with_the_name_of_the_file(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert name in _refused(path)


@pytest.mark.parametrize("seed", range(30))
def test_random_bytes_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(random.Random(seed).randbytes(5000))
    try:
        read_file(path)
    except BulletinError as refused:
        assert "noise.txt" in str(refused)


def test_a_folder_is_no_bulletin(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.mkdir()
    assert "x.txt" in _refused(path)


def test_a_missing_file_and_a_looping_link(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert "loop.txt" in _refused(loop)
    assert "none.txt" in _refused(tmp_path / "none.txt")


def test_names_with_line_ends_escapes_and_undecodable_bytes(tmp_path: Path) -> None:
    for name in (b"a b\n\x1b[31m.txt", b"\xff\xfe.txt"):
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        path.write_bytes(b"")
        message = _refused(path)
        assert "\n" not in message
        assert "\x1b" not in message
        message.encode("utf-8")


def test_nul_and_escapes_stay_in_the_body_as_data() -> None:
    report = read_text("杭州市\n3月5日,淳安县妇联召开\x00会议\x1b[31m。").reports[0]
    assert report.body == "3月5日,淳安县妇联召开\x00会议\x1b[31m。"
    assert report.county == "淳安县"


def test_a_heading_of_5000_characters() -> None:
    reading = read_text("市" * 5000 + "\n3月5日,淳安县妇联召开会议。")
    assert [report.county for report in reading.reports] == ["淳安县"]


@pytest.mark.parametrize("words", ["2月30日", "13月5日", "0月1日", "2023年2月29日", "4月31日"])
def test_impossible_dates_are_unknown_and_flagged(words: str) -> None:
    report = read_text(f"杭州市\n{words},淳安县妇联召开会议,安排2023年工作。").reports[0]
    assert report.held.start is None
    assert report.held.as_written == words
    assert "bulletins.impossible-date" in report.flags


@pytest.mark.parametrize("year", ["0000", "9999", "1875"])
def test_unlikely_years_are_flagged(year: str) -> None:
    report = read_text(f"杭州市\n{year}年2月9日,淳安县妇联召开会议。").reports[0]
    assert {"bulletins.unlikely-year", "bulletins.impossible-date"} & set(report.flags)


def test_a_clock_that_is_years_slow_takes_no_dates_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(date):
        @classmethod
        def today(cls) -> "Slow":
            return cls(1970, 1, 1)

    for module in ("dates", "years"):
        monkeypatch.setattr(f"tui.bulletins.{module}.date", Slow)
    report = read_text("发布时间：2023-03-08\n杭州市\n3月5日,淳安县妇联召开会议。").reports[0]
    assert (report.held.start, report.flags) == (date(2023, 3, 5), ())


def test_days_beyond_the_calendar_are_unknown_and_flagged() -> None:
    report = read_text(
        "杭州市\n从9999年12月31日起,淳安县妇联召开为期三天的会议,会议今天结束。"
    ).reports[0]
    assert report.held.start is None
    assert "bulletins.impossible-date" in report.flags


def test_no_zip_no_document_bad_xml(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    assert "other.docx" in _refused(tmp_path / "other.docx")
    assert "bad.docx" in _refused(_docx(tmp_path / "bad.docx", "<w:document"))


def test_a_zip_bomb_is_refused_by_its_declared_size(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as document,
    ):
        for _ in range(300):
            document.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000
    assert "300" in _refused(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    document = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    assert "entities.docx" in _refused(_docx(tmp_path / "entities.docx", document))


def test_scripts_and_50000_nested_blocks(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    report = "<p>3月5日,淳安县妇联召开会议。</p>"
    page = "<script>var a='3月1日,建德市妇联召开会议。';</script>" + "<div>" * 50_000
    path.write_text(f"<html><body>{page}<p>杭州市</p>{report}", encoding="utf-8")
    assert [found.county for found in read_file(path).reports] == ["淳安县"]


def test_another_encoding_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_bytes("杭州市\n3月5日,淳安县妇联召开会议。".encode("utf-16-le"))
    assert read_file(path, encoding="utf-16-le").reports[0].county == "淳安县"
    with pytest.raises(BulletinError):
        read_file(path, encoding="ascii")
    with pytest.raises(BulletinError):
        read_file(path, encoding="no-such")


def test_a_day_of_publication_that_is_none() -> None:
    reading = read_text("发布时间：2023年3月0日\n杭州市\n3月5日,淳安县妇联召开会议。")
    assert reading.published is None
    assert reading.reports[0].held.start is not None


def test_a_pipe_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "pipe.txt" in _refused(pipe)
    assert "null" in _refused(Path("/dev/null"))
