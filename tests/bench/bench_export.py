"""Exporting: ``python -m tests.bench.bench_export [COUNT] [--archive FOLDER]``.

The time of an export against that of encoding and writing the same text, or writing the same
bytes in pieces as large, from memory, all through a temporary file, sync and rename, in turns: a
disk is not the same from one second to the next, so the ratio is the median of the rounds' own,
with the least and the largest; the time each report takes of an
export that is read back while it is written; and the memory of a process that exports ten times as
much. Of an archive such as `tests.bench.generate` writes: the time of an export of all of it by
region, against that of parsing its files and of parsing them and exporting from memory; its index
is made first where there is none.
"""

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from tests.bench.generate import reports
from tui.archive.archive import Archive
from tui.bulletins import read_text
from tui.export.options import Encoding, Format, Options
from tui.export.writing import write_file
from tui.query.query import Order, Query
from tui.reports.files import write_atomically
from tui.reports.report import Report

ROUNDS = 7

PIECE = 1 << 17
"""Bytes written at a time from memory, about as many as an export gathers."""


def imported(count: int) -> Iterator[Report]:
    """Generated reports as they would come out of an archive."""
    for report in reports(count):
        yield replace(report, source=report.source._replace(import_id="00000000"))


def read_back(text: str) -> Sequence[Report]:
    """The reports of a bulletin."""
    return read_text(text).reports


def export(
    source: Iterable[Report], count: int, target: Path, form: Format = Format.TEXT
) -> float:
    """The seconds one export of `count` reports takes."""
    options = Options(form, Encoding.UTF_8)
    start = time.perf_counter()
    write_file(source, target, options, read_back=read_back, count=count, force=True)
    return time.perf_counter() - start


def rewrite(content: bytes, target: Path) -> float:
    """The seconds it takes to write bytes that are there already."""
    start = time.perf_counter()
    pieces = (content[place : place + PIECE] for place in range(0, len(content), PIECE))
    write_atomically(target, pieces)
    return time.perf_counter() - start


def encode(lines: list[str], target: Path) -> float:
    """The seconds it takes to encode and write lines that are there already."""
    start = time.perf_counter()
    write_atomically(target, (line.encode() for line in lines))
    return time.perf_counter() - start


def measure_time(count: int, folder: Path) -> None:
    """Print a line for each format."""
    source = list(imported(count))
    gc.freeze()  # reports come one at a time from an archive; here they would be walked for ever
    for form in (Format.TEXT, Format.MARKDOWN, Format.CSV, Format.JSON, Format.DOCX):
        target = folder / f"export{form.suffix}"
        export(source, count, target, form)
        content = target.read_bytes()
        text = content.decode().splitlines(keepends=True) if form is not Format.DOCX else []
        rounds = [
            (export(source, count, target, form), rewrite(content, target), encode(text, target))
            for _ in range(ROUNDS)
        ]
        taken, floor, coded = map(median, zip(*rounds, strict=True))
        ratios = sorted(whole / least for whole, least, _ in rounds)
        say(
            f"{form.value:<9}{len(content) / 1e6:8.1f} MB  export {taken:.2f} s  text encoded and"
            f" written {coded:.2f} s  its bytes written {floor:.2f} s"
            f"  {median(ratios):.1f} times ({ratios[0]:.1f} to {ratios[-1]:.1f})"
        )


def measure_reading(folder: Path, count: int = 5_000) -> None:
    """Print what a report takes in an export of a size that is read back."""
    words = "\n\n".join(f"{report.prefecture}\n{report.body}" for report in reports(count))
    source = read_back(words)
    taken = export(source, len(source), folder / "read-back.txt")
    say(f"text read back while written: {taken / len(source) * 1000:.2f} ms a report")


def measure_memory(count: int) -> None:
    """Print the largest size of processes that export `count` reports and a tenth of them."""
    for size in (count // 10, count):
        code = f"from tests.bench.bench_export import peak; peak({size})"
        finished = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
        say(f"{size:>9} reports: {int(finished.stdout) / 1024:.0f} MB at most")


def peak(count: int) -> None:
    """Export to a file and print this process's largest size in kB."""
    with tempfile.TemporaryDirectory() as folder:
        export(imported(count), count, Path(folder) / "export.txt")
    say(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def measure_archive(folder: Path, target: Path) -> None:
    """Print what an export of a whole archive takes, in the order of regions."""
    archive = Archive(folder)
    catalog = archive.catalog(wait=False)
    while catalog.progress is not None:
        time.sleep(1)
        catalog.refresh()
    everything = Query(order=Order.REGION)
    count = catalog.total(everything)
    rounds = []
    for _ in range(ROUNDS):
        whole = export(catalog.reports(everything), count, target)
        start = time.perf_counter()
        read = sum(1 for _ in archive.read())
        parsed = time.perf_counter() - start
        rounds.append((whole, parsed, export(archive.read(), read, target)))
    taken, parsed, unordered = map(median, zip(*rounds, strict=True))
    say(
        f"archive of {count:,}: export {taken:.1f} s  its files parsed {parsed:.1f} s"
        f"  parsed and exported as they stand {unordered:.1f} s"
    )


def say(line: object) -> None:
    """Print one line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--archive", type=Path)
    asked = parser.parse_args()
    count = asked.count
    measure_memory(count)  # first: a child's figure is never below what its parent had
    with tempfile.TemporaryDirectory() as folder:
        measure_reading(Path(folder))
        measure_time(count, Path(folder))
        if asked.archive:
            measure_archive(asked.archive, Path(folder) / "archive.txt")


if __name__ == "__main__":
    main()
