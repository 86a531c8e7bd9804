"""Reading takes a few times the file, whatever its shape; `tests.bench.bench_memory` has more."""

import tracemalloc

import pytest

from tests.bench.bench_memory import LIMIT, TEXTS
from tui.bulletins import read_text


@pytest.mark.parametrize("name", ["one-line reports", "headings and reports", "table", "labels"])
def test_reports_of_one_line_take_little_room(name: str) -> None:
    text = TEXTS[name](400_000)
    read_text(text[:2_000])
    tracemalloc.start()
    reading = read_text(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(reading.reports) > 3_000
    # What is remembered once, whatever the size, counts for little in a large file.
    assert peak < LIMIT * len(text.encode()) + 1_000_000
