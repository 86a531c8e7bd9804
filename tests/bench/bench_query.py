"""How fast queries are read and answered without an index: ``python -m tests.bench.bench_query``.

Prints milliseconds over generated reports. A keystroke is a query one character longer than the
last, answered by a catalog that has not seen it.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

from tests.bench.generate import SEED, reports
from tui.query.catalog import Facet
from tui.query.fold import fold
from tui.query.pinyin import compiled
from tui.query.query import Query, QueryError
from tui.query.scan import ScanCatalog
from tui.reports.places import places
from tui.reports.report import Report

T = TypeVar("T")

TYPED = (
    "实施意见",
    "关心下一代工作委员会",
    "五老骨干",
    "立德树人根本任务",
    "顾秀莲同志",
    "等重要",
    "会议强调 青少年",
    "wss",
    "yili",
    "ylhsk",
    "cj州",
    "jiashi",
    "suoche",
    "tulufan",
    "guangongwei",
    "地州:伊犁州",
    "prefecture:aks",
    "date:2019-02",
    "单位:社区",
    "doc:实施意见",
    "-五老 学习",
    "宣讲|研讨",
    "察布查尔 实施意见",
    "没有这样的话",
)
"""What is typed, character by character; what cannot be read is skipped."""

PINYIN = ("ylhsk", "yili", "wss", "cjz", "jiashi", "shache", "suoche", "alt", "kz", "cj州")


def timed(work: Callable[..., object], *given: object) -> float:
    """Milliseconds that `work` takes."""
    start = perf_counter()
    work(*given)
    return (perf_counter() - start) * 1000


def each(name: str, work: Callable[[T], object], values: Iterable[T]) -> None:
    """Measure and print `work` on each of `values`."""
    line(name, [timed(work, value) for value in values])


def line(name: str, times: Iterable[float]) -> None:
    """Print how often something was measured, its median, p99 and longest time."""
    taken = list(times)
    p99 = quantiles(taken, n=100, method="inclusive")[98] if len(taken) > 1 else taken[0]
    sys.stdout.write(
        f"{name:<42}{len(taken):>6}{median(taken):>10.2f}{p99:>10.2f}{max(taken):>10.2f}\n"
    )


def keystrokes() -> list[Query]:
    """Every query on the way to those of `TYPED`."""
    queries = []
    for text in TYPED:
        for length in range(1, len(text) + 1):
            with suppress(QueryError):
                queries.append(Query.parse(text[:length]))
    return queries


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure queries without an index.")
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    archive = list(reports(asked.count, asked.seed))
    characters = sum(len(report.body) for report in archive)
    sys.stdout.write(f"{asked.count} reports, {characters} characters\n")
    sys.stdout.write(f"{'milliseconds':<42}{'n':>6}{'median':>10}{'p99':>10}{'max':>10}\n")
    measure_reading(archive)
    measure_scan(archive)


def measure_reading(archive: list[Report]) -> None:
    """Folding, pinyin of names, reading and writing queries."""
    fold("")
    each("fold one report", fold, [report.body for report in archive[:2000]])
    names = [fold(place.name) for place in places()]
    compiled("yi").search(names[0])
    for word in PINYIN:
        compiled.cache_clear()
        line(f"{word} in {len(names)} names", [timed(_search, word, names)])
    each("read a query", Query.parse, TYPED)
    each("describe a query", Query.describe, [Query.parse(text) for text in TYPED])


def _search(word: str, names: list[str]) -> int:
    return sum(map(compiled(word).search, names))


def measure_scan(archive: list[Report]) -> None:
    """What a keystroke costs."""
    line("make the catalog", [timed(ScanCatalog, archive)])
    catalog = ScanCatalog(archive)
    line("fold everything once", [timed(catalog.prepare)])
    queries = keystrokes()
    compiled.cache_clear()
    each("first page of a keystroke", catalog.page, queries)
    each("page again", catalog.page, queries)
    each("total of a keystroke", catalog.total, queries)
    each("counts per region", catalog.regions, queries)
    for facet in Facet:
        each(f"facet {facet}", partial(catalog.facet, facet=facet), queries)
    entry = catalog.page(Query(), limit=max(1, len(archive) // 2))[-1]
    line("next page in the middle", [timed(partial(catalog.page, Query(), after=entry))])
    line("position in the middle", [timed(catalog.position, Query(), entry)])


if __name__ == "__main__":
    main()
