"""How a TinyDB file is written: as TinyDB would, but row by row."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.query.sample import sample
from tui.archive.storage import changing, encode, write_new
from tui.archive.tables import IMPORTS

TABLES: list[dict[str, Any]] = [
    {},
    {"_default": {}},
    {"imports": {"1": {"id": "a"}}, "_default": {"1": {"a": [1, {"b": []}]}, "12": {}}},
    {"_default": {"1": {"body": "一行\n二行\u2028\r\t“引”", "none": None, "x": {}}}, "other": {}},
]


@pytest.mark.parametrize("tables", TABLES)
def test_the_bytes_are_those_of_the_whole_at_once(tables: dict[str, Any]) -> None:
    whole = json.dumps(tables, ensure_ascii=False, indent=1) + "\n"
    assert encode(tables) == whole.encode("utf-8")


def test_what_has_no_utf8_is_escaped() -> None:
    tables = {"_default": {"1": {"body": "会\ud800"}, "2": {"body": "会"}}}
    assert json.loads(encode(tables)) == tables


def test_a_new_file_is_what_tinydb_would_have_written(tmp_path: Path) -> None:
    facts, records = [{"id": "a"}], [report.record() for report in sample()]
    write_new(tmp_path / "one.json", facts, records)
    with changing(tmp_path / "two.json") as database:
        database.table(IMPORTS).insert_multiple(facts)
        database.insert_multiple(records)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    with TinyDB(tmp_path / "one.json", encoding="utf-8") as read:
        assert read.all() == records


def test_many_reports_are_written_in_little_memory(tmp_path: Path) -> None:
    record = sample()[0].record()
    tracemalloc.start()
    write_new(tmp_path / "a.json", [], (dict(record) for _ in range(5_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "a.json").stat().st_size > 5_000_000
    assert peak < 2_000_000
