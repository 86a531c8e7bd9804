"""What reading and importing a bulletin takes of memory, against the size of its file.

Run as ``python -m tests.bench.bench_memory [SHAPE…]``. Each shape is read in a process of its own;
what is told is the most memory it held at once, less what the program takes before it reads.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.reports.bundled import data_folder
from tui.reports.places import places

LIMIT = 12
"""Times the size of the file."""

SHORT = "3月5日,淳安县妇联召开会议,学习《通知》。"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_READ = f"""
import sys
from pathlib import Path
from tui.bulletins import read_file
from tui.archive.archive import Archive
from tui.query.repeats import repeats

def peak():
    return int(next(l for l in open("/proc/self/status") if l.startswith("VmHWM")).split()[1])

path, work = Path(sys.argv[1]), sys.argv[2]
from tui.bulletins import read_text
SHORT = "杭州市\\n{SHORT}"
Archive.open(Path(work + "-first")).add([("first.txt", read_text(SHORT).reports)])
before = peak()
from tui.bulletins import BulletinError
try:
    reports = read_file(path).reports
except BulletinError:
    reports = ()
read = peak()
repeats(None, reports)
compared = peak()
Archive.open(Path(work)).add([(path.name, reports)])
print(before, read, compared, peak(), len(reports))
"""


def _sample() -> str:
    return (data_folder() / "bulletins" / "xinjiang-2023-02.txt").read_text(encoding="utf-8")


COUNTIES = "淳安县", "建德市", "桐庐县", "萧山区", "余杭区", "临安区", "富阳区"


def _numbered(count: int) -> Iterator[str]:
    """Reports of one line, each of its own."""
    for number in range(count):
        held = SHORT.replace("会议", f"第{number}次会议", 1)
        held = held.replace("淳安县", COUNTIES[number % len(COUNTIES)])
        yield held.replace("3月5日", f"{number % 12 + 1}月{number % 27 + 1}日")


def _bulletin(size: int) -> str:
    """The sample again and again, each report of its own."""
    lines: list[str] = []
    length = number = 0
    while length < size:
        for line in _sample().splitlines():
            number += 1
            said = line.replace("会议", f"第{number}次会议", 1)
            lines.append(said)
            length += len(said.encode())
    return "\n".join(lines)


def _short(size: int) -> str:
    return "杭州市\n" + "\n".join(_numbered(size // 70))


def _docx(path: Path, lines: str) -> None:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines.splitlines())
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", document)


def _page(lines: str) -> str:
    return "<html><body>" + "".join(f"<p>{line}</p>\n" for line in lines.splitlines())


def _table(size: int) -> str:
    rows = (
        f"<tr><td>{COUNTIES[n % 7]}</td><td>3月{n % 28 + 1}日</td>"
        f"<td>县妇联召开第{n}次会议。</td></tr>\n"
        for n in range(size // 90)
    )
    return f"<table><tr><th>地区</th><th>时间</th><th>内容</th></tr>{''.join(rows)}</table>"


def _headings(size: int) -> str:
    """The names of all counties, in an order in which neighbours are far from each other."""
    above = [place for top in places().children("") for place in places().children(top.code)]
    names = [place.name for one in above for place in places().children(one.code)]
    return "".join(f"{names[1009 * n % len(names)]}\n" for n in range(size // 11))


TEXTS: dict[str, Callable[[int], str]] = {
    "long reports": lambda size: _bulletin(size),
    "one-line reports": lambda size: _short(size),
    "headings alone": lambda size: "杭州市\n" * (size // 10),
    "headings and reports": lambda size: "".join(
        f"杭州市\n{one}\n" for one in _numbered(size // 85)
    ),
    "mixed headings": lambda size: _headings(size),
    "topics": lambda size: "教育系统\n" * (size // 13),
    "one line": lambda size: "会" * (size // 3),
    "unclosed titles": lambda size: f"杭州市\n{SHORT}" + "《" * (size // 3),
    "nested blocks": lambda size: (
        f"<html><body>{'<div>' * (size // 5)}<p>杭州市</p><p>{SHORT}</p>"
    ),
    "reports on one line": lambda size: "".join(_numbered(size // 70)),
    "page of long reports": lambda size: _page(_bulletin(size)),
    "page of short reports": lambda size: _page(_short(size)),
    "table": lambda size: _table(size),
    "hard wraps": lambda size: "3月5日,淳安县妇联召开专题会议,传达学习关于加强\n" * (size // 70),
    "blank lines": lambda size: _short(size).replace("\n", "\n\n\n"),
    "labels": lambda size: "".join(
        f"〔杭州市 淳安县 2023-03-05〕\n{one}\n\n" for one in _numbered(size // 110)
    ),
    "contents": lambda size: "目录\n" + "杭州市……3\n" * (size // 17),
    "chrome": lambda size: "责任编辑：张三\n" * (size // 22) + _short(100_000),
}
"""Texts of about so many bytes."""

SIZES = {
    "one line": 20_000_000,
    "headings alone": 1_000_000,
    "mixed headings": 1_100_000,
    "topics": 1_300_000,
    "contents": 1_700_000,
    "unclosed titles": 150_000,
    "nested blocks": 250_000,
}
SIZE = 5_000_000


def measure(name: str, path: Path) -> float:
    """Print what one file takes; the ratio of the whole import."""
    with tempfile.TemporaryDirectory() as folder:
        work = str(Path(folder) / "archive")
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _READ, str(path), work], capture_output=True, text=True
        )
        seconds = time.perf_counter() - began
    size = path.stat().st_size
    if done.returncode:
        sys.stdout.write(f"{name:24} {done.stderr.splitlines()[-1]}\n")
        return 0.0
    before, *peaks, reports = map(int, done.stdout.split())
    read, compared, stored = ((peak - before) * 1024 / size for peak in peaks)
    line = (
        f"{name:24} {size / 1e6:5.1f} MB, {reports:6} reports, {seconds:5.1f} s: "
        f"{(peaks[0] - before) / 1024:5.0f} MB, {read:5.1f} times the file; "
        f"compared as well {compared:5.1f}, stored as well {stored:5.1f} times"
    )
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return stored


def main() -> int:
    """Measure every shape, or those named; 1 where one takes too much."""
    parser = argparse.ArgumentParser(description="Measure the memory that reading takes.")
    parser.add_argument("shapes", nargs="*", help="all of them without any")
    asked = parser.parse_args().shapes
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.txt"
        for name, text in TEXTS.items():
            if not asked or name in asked:
                path.write_text(text(SIZES.get(name, SIZE)), encoding="utf-8")
                worst = max(worst, measure(name, path))
        word = Path(folder) / "b.docx"
        for name, made in (("long", _bulletin(5_000_000)), ("short", _short(3_000_000))):
            if not asked or f"docx of {name} reports" in asked:
                _docx(word, made)
                worst = max(worst, measure(f"docx of {name} reports", word))
    return worst > LIMIT


if __name__ == "__main__":
    sys.exit(main())
