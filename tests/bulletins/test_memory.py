"""Reading takes a few times the file, whatever its shape; `tests.bench.bench_memory` has more."""

import tracemalloc

import pytest

from tests.bench.bench_memory import LIMIT, TEXTS
from tui.bulletins.reading import Reading, read_text

SIZE = 200_000


def _measured(name: str) -> Reading:
    """The reading of a text of this shape, within the limit."""
    text = TEXTS[name](SIZE)
    read_text(text[:2_000])
    tracemalloc.start()
    reading = read_text(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # What is remembered once, whatever the size, counts for little in a large file.
    assert peak < LIMIT * len(text.encode()) + 600_000
    return reading


@pytest.mark.parametrize(
    "name",
    ["one-line reports", "headings and reports", "table", "labels", "reports on one line"],
)
def test_reports_of_one_line_take_little_room(name: str) -> None:
    assert len(_measured(name).reports) > 1_500


@pytest.mark.parametrize("name", ["headings alone", "mixed headings", "contents", "chrome"])
def test_lines_that_are_left_out_take_little_room(name: str) -> None:
    reading = _measured(name)
    assert len(reading.left_out) > 8_000
    lines = [left.line for left in reading.left_out]
    assert lines == sorted(lines)


@pytest.mark.parametrize("name", ["one line", "unclosed titles", "nested blocks"])
def test_long_lines_and_deep_pages_take_little_room(name: str) -> None:
    assert len(_measured(name).reports) <= 1
