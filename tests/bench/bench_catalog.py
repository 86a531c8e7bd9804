"""What the catalog costs: ``python -m tests.bench.bench_catalog [COUNT…] [--folder FOLDER]``.

Builds the index of a generated archive and asks 200 mixed queries, always the same. The yardstick
of the same run is ripgrep (where it is installed) over one report a line, or else Python's own
``in`` over all texts.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from tests.bench.generate import SEED, report, words, write_archive
from tui.archive.archive import Archive
from tui.archive.catalog.place import catalog_path
from tui.archive.catalog.schema import remove
from tui.query.query import Query

QUERIES = 200
RUNS = 3

FIELDS = (
    "地州:伊犁",
    "地州:哈密市",
    "prefecture:650000",
    "县市:察布查尔",
    "county:none",
    "单位:教育",
    "单位:关工委",
    "文件:实施意见",
    "is:undated",
    "来源:7.txt",
)
DATES = ("2023", "2018-02", "2015-03-01..2015-03-20", "..2012", "2月9日", "上月", "2019..2020-06")
PINYIN = ("yili", "ylhsk", "wss", "cj州", "kashi", "hami", "aksdq", "tacheng", "jiaoyu", "ks")


def queries(count: int, seed: int = SEED) -> list[str]:
    """The mixed queries: parts of texts of every length, phrases that are rare, fields, pinyin."""
    random = Random(seed)
    kinds = [_part] * 9 + [_character] * 2 + [_rare] * 2 + [_two] * 3 + [_field] * 2 + [_date]
    kinds += [_pinyin]
    return [random.choice(kinds)(random, count) for _ in range(QUERIES)]


def _part(random: Random, count: int) -> str:
    body = report(random.randrange(count)).body
    start = random.randrange(len(body) - 12)
    part = body[start : start + random.choice((2, 2, 2, 3, 4, 4, 5, 8, 12))]
    return f'"{part}"' if part.isprintable() and not {'"', " "} & set(part) else "学习"


def _character(random: Random, count: int) -> str:
    return random.choice(report(random.randrange(count)).title)


def _rare(random: Random, count: int) -> str:
    one, other = random.choices(words().clauses, k=2)
    return one[-3:] + other[:2]


def _two(random: Random, count: int) -> str:
    joined = random.choice((" ", " ", " -", "|"))
    return joined.join(random.choice(words().clauses)[:2] for _ in range(2))


def _field(random: Random, count: int) -> str:
    return random.choice(FIELDS) + random.choice(("", " 学习", " 立德树人"))


def _date(random: Random, count: int) -> str:
    return f"date:{random.choice(DATES)}" + random.choice(("", " 学习"))


def _pinyin(random: Random, count: int) -> str:
    return random.choice(PINYIN)


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds that a question takes, the median of a few."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def in_turn(ask: Callable[[Query], object], queries: Sequence[Query]) -> list[float]:
    """Milliseconds that each question takes, the median of a few rounds over all of them.

    So no answer is one that was kept from just before.
    """
    rounds: list[list[float]] = []
    for _ in range(RUNS):
        taken = []
        for query in queries:
            start = time.perf_counter()
            ask(query)
            taken.append((time.perf_counter() - start) * 1000)
        rounds.append(taken)
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def spread(name: str, times: list[float]) -> tuple[float, float]:
    """Print median, p99 and worst; give median and p99."""
    ordered = sorted(times)
    p99 = ordered[int(len(ordered) * 0.99) - 1]
    median = statistics.median(ordered)
    say(f"{name:28} p50 {median:9.2f}   p99 {p99:9.2f}   max {ordered[-1]:9.2f} ms")
    return median, p99


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measure(folder: Path, count: int) -> None:
    """Print everything about one archive."""
    archive = Archive.open(folder)
    text = sum(len(one.body.encode()) for one in archive.read())
    say(f"== {count} reports, {text / 1e6:.0f} MB of text, {len(archive.files())} files")
    build(archive, text)
    catalog = archive.catalog(wait=False)
    asked = queries(count)
    parsed = [Query.parse(text) for text in asked]
    page = in_turn(catalog.page, parsed)
    median, _ = spread("first page", page)
    spread("total", in_turn(catalog.total, parsed))
    spread("counts per region", in_turn(catalog.regions, parsed))
    slow = sorted(zip(page, asked, strict=True), reverse=True)[:4]
    say("  slowest pages: " + ", ".join(f"{text} {taken:.1f}" for taken, text in slow))
    shown = catalog.page(Query.parse("学习"), limit=200)
    spread("whole report", [timed(partial(catalog.report, one.id)) for one in shown])
    spread(
        "page after an entry",
        [timed(partial(catalog.page, Query(), after=one)) for one in shown],
    )
    yard = yardstick(archive, asked)
    say(f"  the first page's median is {yard / median:.0f} times as fast")
    follow(archive, count)
    catalog.close()
    opening(folder)


@dataclass(frozen=True, slots=True)
class Built:
    """What building an index in a process of its own took."""

    seconds: float
    peak: float
    """Megabytes resident."""
    ratio: float
    """Bytes on disk for a byte of text."""


def build(archive: Archive, text: int) -> Built:
    """Build the index anew."""
    path = catalog_path(archive.path)
    remove(path)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    start = time.perf_counter()
    code = "from tui.archive.archive import Archive; import sys; from pathlib import Path\n"
    code += "from tui.archive.catalog import place; p = Path(sys.argv[1])\n"
    code += "c = place.prepare(place.catalog_path(p)); place.bring_up_to_date(c, p)"
    subprocess.run([sys.executable, "-c", code, str(archive.path)], check=True)
    taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    size = path.stat().st_size
    say(
        f"building: {taken:.1f} s, peak {max(peak, before) / 1000:.0f} MB,"
        f" {size / 1e6:.0f} MB on disk = {size / text:.2f} x the text"
    )
    return Built(taken, max(peak, before) / 1000, size / text)


def yardstick(archive: Archive, asked: list[str]) -> float:
    """The median for the same words searched for by something well known."""
    plain = [text.strip('"') for text in asked if text.startswith('"')]
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        texts = [one.body for one in archive.read()]
        times = [timed(partial(_in, one, texts)) for one in plain[:20]]
        name = "`in` over all texts"
    else:
        lines = archive.path.with_name(archive.path.name + ".txt")
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(one.body.replace("\n", " ") + "\n" for one in archive.read())
        times = [timed(partial(_ripgrep, ripgrep, one, lines)) for one in plain[:40]]
        lines.unlink()
        name = "ripgrep"
    return spread(name, times)[0]


def _in(word: str, texts: list[str]) -> int:
    return sum(word in text for text in texts)


def _ripgrep(ripgrep: str, word: str, lines: Path) -> None:
    subprocess.run(
        [ripgrep, "-c", "-F", "--", word, str(lines)], stdout=subprocess.DEVNULL, check=False
    )


def follow(archive: Archive, count: int) -> float:
    """Milliseconds of taking up an import of 100 reports in an open catalog."""
    catalog = archive.catalog(wait=False)
    start = time.perf_counter()
    archive.add([("new.txt", [report(count + number) for number in range(100)])])
    added = time.perf_counter() - start
    start = time.perf_counter()
    catalog.refresh()
    refreshed = time.perf_counter() - start
    say(f"importing 100: {added * 1000:.0f} ms; catalog after it: {refreshed * 1000:.0f} ms")
    archive.undo()
    catalog.close()
    return refreshed * 1000


def opening(folder: Path) -> None:
    """Process start to the first page and the tree's counts, and memory then."""
    code = "import sys, time; from pathlib import Path; from tui.archive.archive import Archive\n"
    code += "from tui.query.query import Query; import resource; start = time.perf_counter()\n"
    code += "c = Archive.open(Path(sys.argv[1])).catalog(wait=False)\n"
    code += "c.page(Query()); c.regions(Query()); c.total(Query())\n"
    code += "taken = (time.perf_counter() - start) * 1000\n"
    code += "print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(5)
    ]
    taken = statistics.median(float(run[0]) for run in runs)
    memory = statistics.median(float(run[1]) for run in runs)
    say(
        f"opening to first page and counts: {taken:.0f} ms after imports, {memory:.0f} MB resident"
    )


def archives(counts: list[int], folder: Path | None) -> Iterator[tuple[Path, int]]:
    """Archives to measure, made where they are not there."""
    if folder is not None:
        for count in counts:
            if not (folder / str(count)).exists():
                write_archive(folder / str(count), count)
            yield folder / str(count), count
        return
    with tempfile.TemporaryDirectory() as made:
        for count in counts:
            write_archive(Path(made) / str(count), count)
            yield Path(made) / str(count), count


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description="Measure the catalog.")
    parser.add_argument("counts", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="keep archives here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for folder, count in archives(asked.counts, asked.folder):
            measure(folder, count)


if __name__ == "__main__":
    main()
