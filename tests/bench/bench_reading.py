"""How fast the reading pane is: `python -m tests.bench.bench_reading`.

Prints milliseconds per 500 characters laid, to open a report of 200,000 characters, and to paint
the next report.
"""

import asyncio
import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual.app import App, ComposeResult

from tui.query.query import Query
from tui.reports.report import Report
from tui.screen.reading.layout import break_lines
from tui.screen.reading.pane import ReadingPane

BULLETIN = Path(__file__).parents[2] / "data" / "bulletins" / "xinjiang-2023-02.txt"
PARAGRAPHS = [
    paragraph
    for paragraph in BULLETIN.read_text(encoding="utf-8").splitlines()
    if len(paragraph) > 100
]
LONG = 200_000


def milliseconds(action: Callable[[], object], times: int) -> float:
    """The median time of `action`."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        action()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def bench_layout() -> None:
    """Lay 500 characters at several widths."""
    text = "".join(PARAGRAPHS)[:500]
    for width in (40, 52, 80):
        spent = milliseconds(lambda w=width: list(break_lines(text, w, indent=4)), 2000)  # type: ignore[misc]
        show(f"lay 500 characters, {width} cells", spent)
    long = ("".join(PARAGRAPHS) * 99)[:LONG]
    show(
        f"lay {LONG:,} characters, 80 cells", milliseconds(lambda: list(break_lines(long, 80)), 9)
    )


class Bench(App[None]):
    """A pane and nothing else."""

    def compose(self) -> ComposeResult:
        """The pane."""
        yield ReadingPane()


async def bench_pane() -> None:
    """Open reports and wait until the screen is painted."""
    app = Bench()
    gc.freeze()  # as the browser does
    async with app.run_test(size=(100, 50)) as pilot:
        pane = app.query_one(ReadingPane)

        async def painted(report: Report) -> float:
            done = asyncio.Event()
            begun = time.perf_counter()
            pane.show(report, Query(), "1/8")
            pane.call_after_refresh(done.set)
            await done.wait()
            return (time.perf_counter() - begun) * 1000

        reports = [
            Report(f"{number:012x}", (text,), title=text[:30], prefecture="伊犁哈萨克自治州")
            for number, text in enumerate(PARAGRAPHS * 50)
        ]
        begun = time.process_time()
        taken = sorted([await painted(report) for report in reports])
        worked = (time.process_time() - begun) / len(reports) * 1000
        show("paint the next report, median", statistics.median(taken))
        show("paint the next report, p99", taken[len(taken) * 99 // 100])
        show("paint the next report, processor time", worked)
        long = replace(reports[0], paragraphs=(("".join(PARAGRAPHS) * 99)[:LONG],))
        opened = []
        for number in range(9):
            await painted(reports[number])
            opened.append(await painted(replace(long, id=f"long{number:08x}")))
            await pilot.pause()
        show(f"open {LONG:,} characters, median", statistics.median(opened))
        show(f"open {LONG:,} characters, worst", max(opened))


def show(what: str, spent: float) -> None:
    """One line of the table."""
    sys.stdout.write(f"{what:<44}{spent:9.3f} ms\n")


if __name__ == "__main__":
    bench_layout()
    asyncio.run(bench_pane())
