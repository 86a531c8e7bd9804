"""How fast bulletins are read, and how time and memory grow with them.

Run as ``python -m tests.bench.bench_bulletins``.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable

from tui.bulletins import read_text
from tui.reports.bundled import data_folder

REPORT = "3月5日,淳安县妇联召开会议,学习《通知》。"

PATTERNS: dict[str, Callable[[int], str]] = {
    "headings alone": lambda n: "杭州市\n" * n,
    "headings and reports": lambda n: f"杭州市\n{REPORT}\n" * n,
    "topics": lambda n: "教育系统\n" * n,
    "unclosed titles": lambda n: f"杭州市\n{REPORT}" + "《" * n,
    "nested titles": lambda n: f"杭州市\n{REPORT}" + "《" * n + "》" * n,
    "long paragraphs": lambda n: f"{REPORT * 8}\n" * (n // 8),
    "one line": lambda n: REPORT * n,
    "one line with blanks": lambda n: f"杭州市 {REPORT} " * n,
    "one sentence": lambda n: "会" * n * 20,
    "table": lambda n: "地区\t时间\t内容\n" + "淳安县\t3月5日\t召开会议。\n" * n,
    "records on one line": lambda n: "地区:淳安县 时间:3月5日 内容:召开会议。 " * n,
    "nested blocks": lambda n: f"<html><body>{'<div>' * n}<p>杭州市</p><p>{REPORT}",
    "spanning cells": lambda n: (
        "<html><table>" + "<tr><td rowspan=999 colspan=999>淳安县<td>3月5日<td>开会。" * (n // 10)
    ),
    "contents": lambda n: "目录\n" + "杭州市……3\n" * n,
    "labels": lambda n: f"〔杭州市 淳安县 2023-03-05〕\n{REPORT}\n\n" * n,
    "rows parted by blanks": lambda n: (
        "序号 县区 日期 单位 事项\n" + "1 淳安县 3月5日 淳安县妇联 召开会议\n" * n
    ),
    "bodies of one county": lambda n: (
        "龙山县简报\n\n" + "县妇联召开会议,部署工作。\n县教育局组织培训。\n" * n
    ),
    "one long report": lambda n: (
        "龙山县简报\n\n县妇联召开会议。\n" + "会上,大家发言。\n" * n + "县教育局组织发言。\n" * n
    ),
    "narrative": lambda n: "在素有盛名的淳安县,县妇联近日召集会议。建德市则把会开到山上。" * n,
    "wrapped": lambda n: "3月5日,淳安县妇联召开专题会议,传达学习关于加强\n" * n,
}


def _seconds(text: str) -> float:
    began = time.process_time()
    read_text(text)
    return time.process_time() - began


def main() -> None:
    """Print reports a second, growth per pattern, and memory per byte of the file."""
    sample = (data_folder() / "bulletins" / "xinjiang-2023-02.txt").read_text(encoding="utf-8")
    text = (sample + "\n") * 250
    read_text(text[:10_000])
    best = min(_seconds(text) for _ in range(3))
    sys.stdout.write(f"reports a second, bodies of 470 characters: {8 * 250 / best:,.0f}\n")
    for name, pattern in PATTERNS.items():
        once, twice, four = (max(_seconds(pattern(2_500 * n)), 1e-4) for n in (1, 2, 4))
        growth = f"{twice / once:4.1f} and {four / once:4.1f} times as long"
        sys.stdout.write(f"{name:24} 2 and 4 times the size take {growth}\n")
    tracemalloc.start()
    read_text(text)
    peak = tracemalloc.get_traced_memory()[1]
    size = len(text.encode())
    sys.stdout.write(f"memory: {peak / size:.1f} times a file of {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
