"""Searches kept under a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.queries import QUERIES
from tui.query.query import Query, QueryError
from tui.query.saved import SavedSearch


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("上月学习\tdate:上月 学习\n", "上月学习", "date:上月 学习"),
        ("date:上月", "date:上月", "date:上月"),
        (" a \t b\tc", "a", " b\tc"),
        ("", "", ""),
    ],
)
def test_parse(line: str, name: str, text: str) -> None:
    assert SavedSearch.parse(line) == SavedSearch(name, text)


@given(st.text(), QUERIES)
def test_what_is_written_reads_back(name: str, query: Query) -> None:
    saved = SavedSearch.of(name, query)
    assert saved.query() == query
    read = SavedSearch.parse(str(saved))
    assert read.name == saved.name
    assert Query.parse(read.text) == Query.parse(" ".join(str(query).splitlines()))


def test_a_text_that_cannot_be_read_is_kept() -> None:
    saved = SavedSearch.parse("old\tregion:伊犁")
    assert str(saved) == "old\tregion:伊犁"
    with pytest.raises(QueryError):
        saved.query()
