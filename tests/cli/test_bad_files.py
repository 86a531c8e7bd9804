"""Files nobody should send, each given to the program beside a good one.

It names file and reason in a sentence, or takes in what can be read; within 10 seconds and 500 MB;
the good file goes in, and what the archive had stays as it was.
"""

import os
import random
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SECONDS = 10
"""Of the processor: a clock would tell what else the machine is busy with."""
MEGABYTES = 500

RUN = """
import sys, time
from tui.cli import main
status = main(sys.argv[1:])
peak = next((one for one in open("/proc/self/status") if one.startswith("VmHWM")), "VmHWM: 0")
print(peak.split()[1], time.process_time())
sys.exit(status)
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REPORT = "3月5日,淳安县妇联召开会议。"
GOOD = "哈密市\n2023年3月1日,伊州区妇联召开会议,学习有关文件精神。\n"

Made = Callable[[Path], Path]


def _file(name: str, content: str | bytes, more: str = "", times: int = 0) -> Made:
    """A file of `content` and, so many times, of `more`."""

    def make(folder: Path) -> Path:
        head = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(head + more.encode() * times)
        return folder / name

    return make


def _word(name: str, **parts: str | int) -> Made:
    """A Word file of parts, or of parts of so many blanks."""

    def make(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                written = content if isinstance(content, str) else b" " * content
                archive.writestr(f"word/{part}.xml", written)
        return folder / name

    return make


def _document(body: str) -> str:
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def _paragraph(words: str = REPORT) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _liar(folder: Path) -> Path:
    """A bomb whose size is declared as 500 bytes."""
    path = _word("liar.docx", document=20_000_001)(folder)
    content = path.read_bytes().replace(struct.pack("<I", 20_000_001), struct.pack("<I", 500))
    path.write_bytes(content)
    return path


def _folder(folder: Path) -> Path:
    (folder / "x.txt").mkdir()
    return folder / "x.txt"


def _links(folder: Path) -> Path:
    """A folder that leads into itself, with links that lead nowhere and in a circle."""
    path = folder / "links"
    path.mkdir()
    (path / "again").symlink_to(path)
    (path / "gone.txt").symlink_to(path / "none")
    (path / "loop.txt").symlink_to("loop.txt")
    return path


def _named(name: bytes, content: str) -> Made:
    def make(folder: Path) -> Path:
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_text(content, encoding="utf-8")
        return path

    return make


DTD = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyyyyyy">]>'

REFUSED: dict[str, tuple[Made, str]] = {
    "empty": (_file("e.txt", b""), "e.txt is empty."),
    "blank": (_file("b.txt", " \r\n\t\n\u3000\n"), "b.txt: no report was found in it."),
    "only line ends": (_file("r.txt", "", "\r", 3_000_000), "r.txt is empty."),
    "only chrome": (
        _file("c.txt", "首页 > 动态\n发布时间：2023-02-01 浏览：5\n责任编辑：张三\n"),
        "c.txt: no report was found in it.",
    ),
    "only headings": (_file("h.txt", "杭州市\n宁波市\n"), "h.txt: no report was found in it."),
    "only signs": (_file("s.txt", "", "★", 3_000_000), "s.txt: no report was found in it."),
    "cut": (
        _file("cut.txt", f"杭州市\n{REPORT}".encode()[:-1]),
        "cut.txt: the text breaks off inside a character at byte 47; it may be cut or damaged.",
    ),
    "NULs": (_file("n.txt", b"\0" * 100_000), "n.txt is not text: it holds control codes"),
    "controls": (_file("k.txt", bytes(range(32)) * 400), "k.txt is not text"),
    "random bytes": (_file("r.txt", random.Random(5).randbytes(3_000_000)), "r.txt: byte "),
    "no zip": (
        _file("z.docx", b"not a zip"),
        "z.docx is not a Word file (.docx): it is",
    ),
    "random zip": (
        _file("y.docx", b"PK\x03\x04" + random.Random(6).randbytes(3_000_000)),
        "y.docx is not a Word file (.docx): it is not a zip archive.",
    ),
    "locked": (
        _file("l.docx", b"\xd0\xcf\x11\xe0" + bytes(500)),
        "l.docx is an old Word file (.doc) or locked with a password; save it as .docx without",
    ),
    "zip bomb": (
        _word("bomb.docx", document=300_000_000),
        "bomb.docx was refused: it would unpack to 300 MB, and 30 MB is the limit.",
    ),
    "zip bomb that lies": (_liar, "liar.docx is not a Word file (.docx): its content is damaged."),
    "nested elements": (
        _word("n.docx", document="<a>" * 2_000_000),
        "n.docx is not a Word file (.docx): its document is not well-formed XML.",
    ),
    "entities": (
        _word("x.docx", document=DTD + _document(_paragraph("&x;"))),
        "x.docx was refused: its document declares entities, which Word never writes.",
    ),
    "entities beside": (
        _word("y.docx", document=_document(_paragraph()), styles=f"{DTD}<d>&y;</d>"),
        "y.docx was refused: its document declares entities",
    ),
    "comments": (_file("c.html", "<html>", "<!--", 1_000_000), "c.html: no report"),
    "declarations": (_file("d.html", "<html>", "<![CDATA[<!a", 300_000), "d.html: no report"),
    "end tags": (_file("e.html", "<html>", "</", 1_500_000), "e.html: no report"),
    "quotation marks": (_file("q.html", "<html>", "<a b='", 500_000), "q.html: no report"),
    "attributes": (_file("a.html", "<html><a ", "b ", 1_500_000), "a.html: no report"),
    "scripts": (_file("s.html", "<html><script>", "</", 1_500_000), "s.html: no report"),
    "nested tables": (_file("t.html", "<html>", "<table><tr><td>", 100_000), "t.html: no rep"),
    "cells that span all": (
        _file(
            "s.html",
            "<html><table>",
            "<tr><td rowspan=9999 colspan=9999>杭州市</td><td>3月5日</td><td>x</td></tr>",
            2_000,
        ),
        "s.html: no report",
    ),
    "an encoding of XML that is none": (
        _word("e.docx", document='<?xml version="1.0" encoding="nosuch"?><a/>'),
        "e.docx is not a Word file (.docx): its content is damaged.",
    ),
    "a folder": (_folder, "There are no files in x.txt."),
    "links": (_links, "loop.txt cannot be read: Too many levels of symbolic links."),
    "a name with line ends": (
        _named(b"a b\n\x1b[31m.txt", ""),
        "a b\ufffd\ufffd[31m.txt is",
    ),
    "a name that is not UTF-8": (_named(b"\xff\xfe.txt", ""), "\ufffd\ufffd.txt is empty."),
    "too large": (_file("l.txt", "", " ", 40_000_001), "l.txt was refused: it is larger than"),
}

READ: dict[str, tuple[Made, int]] = {
    "NUL and escapes": (_file("n.txt", "杭州市\n3月5日,淳安县妇联召开\0会议\x1b[31m。"), 1),
    "a heading of 5,000 characters": (_file("h.txt", "市" * 5000 + f"\n{REPORT}"), 1),
    "impossible dates": (
        _file("d.txt", "杭州市\n2月30日,淳安县妇联召开会议。\n13月5日,建德市妇联召开会议。"),
        2,
    ),
    "years": (
        _file("y.txt", f"杭州市\n0000年{REPORT}\n9999年2月9日,建德市妇联召开会议。"),
        2,
    ),
    "an encoding no page has": (
        _file(
            "p.html", f'<html><meta charset="punycode"><p>杭州市</p><p>{REPORT}</p>', "a", 300_000
        ),
        1,
    ),
    "escapes for an encoding": (
        _file("u.html", '<html><meta charset="unicode-escape">', f"<p>杭州市<p>{REPORT}", 1),
        1,
    ),
    "cells as wide as none can be": (
        _word(
            "w.docx",
            document=_document(
                '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
                f"{_paragraph('杭州市')}</w:tc><w:tc>{_paragraph()}</w:tc></w:tr></w:tbl>"
            ),
        ),
        1,
    ),
    "a bomb beside": (
        _word("b.docx", document=_document(_paragraph()), styles=90_000_000),
        1,
    ),
    "a line of 20 MB": (_file("l.txt", f"杭州市\n{REPORT}", "会", 6_600_000), 1),
    "a wide table": (_file("w.txt", f"杭州市\n{REPORT}\n", "|", 2_000_000), 1),
    "nested blocks": (
        _file(
            "b.html",
            "<html><body><script>'3月1日,建德市妇联召开会议。'</script>"
            + "<div>" * 50_000
            + f"<p>杭州市</p><p>{REPORT}",
        ),
        1,
    ),
    "a name with line ends": (_named(b"a b\n\x1b[31m.txt", f"杭州市\n{REPORT}"), 1),
    "a name that is not UTF-8": (_named(b"\xff\xfe.txt", f"杭州市\n{REPORT}"), 1),
}


def _import(archive: Path, bad: Path) -> tuple[int, str]:
    """The status and what is said of importing `bad` and a good file."""
    good = bad.with_name("good.txt")
    good.write_text(GOOD, encoding="utf-8")
    words = ["import", "--yes", "--archive", *map(str, (archive, bad, good))]
    done = subprocess.run([sys.executable, "-c", RUN, *words], capture_output=True, timeout=120)
    peak, seconds = done.stdout.split()
    assert int(peak) < MEGABYTES * 1000
    assert float(seconds) < SECONDS
    said = done.stderr.decode("utf-8")
    assert "Traceback" not in said
    assert "\x1b" not in said
    return done.returncode, said


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory there")
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_named_and_the_rest_goes_in(
    name: str, archive: Path, tmp_path: Path, run: Run
) -> None:
    before = {path: path.read_bytes() for path in archive.iterdir() if path.is_file()}
    make, sentence = REFUSED[name]
    (tmp_path / "in").mkdir()
    status, said = _import(archive, make(tmp_path / "in"))
    assert status == 3
    assert any(line.startswith(sentence) for line in said.splitlines())
    assert said.splitlines()[-1].startswith("Imported 1 report.")
    assert {path: path.read_bytes() for path in before} == before
    assert len(run("list", "--archive", archive).lines) == 9


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory there")
@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_goes_in(name: str, archive: Path, tmp_path: Path, run: Run) -> None:
    make, reports = READ[name]
    (tmp_path / "in").mkdir()
    status, said = _import(archive, make(tmp_path / "in"))
    assert status == 0
    assert said.startswith(f"Imported {reports + 1} reports.")
    assert len(run("list", "--archive", archive).lines) == 9 + reports
    assert run("undo", "--archive", archive).status == 0
