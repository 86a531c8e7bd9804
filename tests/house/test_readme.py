"""The README is true: its keys are the bindings, its commands and queries are understood."""

import re
from pathlib import Path

import pytest

from tests.house.readme import README, with_keys
from tui.cli.arguments import COMMANDS
from tui.query.query import Query

TEXT = README.read_text("utf-8")
QUERIES = [
    query.replace("\\|", "|")
    for row in re.findall(r"^\| (`.*?`) \| ", TEXT.split("## The query language")[1], re.MULTILINE)
    for query in re.findall(r"`([^`]+)`", row)
]


def test_the_key_table_comes_from_the_bindings() -> None:
    assert with_keys(TEXT) == TEXT, "run: python -m tests.house.readme"


@pytest.mark.parametrize("query", [query for query in QUERIES if "/" not in query])
def test_every_query_shown_is_understood(query: str) -> None:
    assert Query.parse(query).conditions or query.startswith("order:")


def test_every_command_is_shown() -> None:
    shown = set(re.findall(r"\bjianbao (\w+)", TEXT))
    assert shown >= set(COMMANDS) - {""}


def test_every_picture_is_there() -> None:
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", TEXT):
        assert Path(README.parent / picture).is_file()
