"""Shortening and padding by cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screen import cells


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("", 0, ""),
        ("伊犁哈萨克自治州", 16, "伊犁哈萨克自治州"),
        ("伊犁哈萨克自治州", 15, "伊犁哈萨克自治…"),
        ("伊犁哈萨克自治州", 14, "伊犁哈萨克自…"),
        ("伊犁", 3, "伊…"),
        ("伊犁", 2, "…"),
        ("伊犁", 1, "…"),
        ("伊犁", 0, ""),
        ("伊犁", -3, ""),
        ("02-09 report", 7, "02-09…"),
        ("👩‍👩‍👧 family", 3, "👩‍👩‍👧…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_shorten(text: str, room: int, shown: str) -> None:
    assert cells.shorten(text, room) == shown


@pytest.mark.parametrize(
    ("left", "right", "room", "line"),
    [
        ("塔城地区", "1", 12, "塔城地区   1"),
        ("伊犁哈萨克自治州", "1,024", 16, "伊犁哈萨…  1,024"),
        ("塔城地区", "", 9, "塔城地区 "),
        ("塔城地区", "1,024", 5, "1,024"),
        ("塔城地区", "1,024", 4, "1,0…"),
    ],
)
def test_ends(left: str, right: str, room: int, line: str) -> None:
    assert cells.ends(left, right, room) == line


@given(st.text(), st.text(), st.integers(0, 40))
def test_lines_are_exactly_as_wide_as_asked(left: str, right: str, room: int) -> None:
    assert cell_len(cells.shorten(left, room)) <= room
    assert cell_len(cells.fit(left, room)) == room
    assert cell_len(cells.fit_right(left, room)) == room
    assert cell_len(cells.ends(left, right, room)) == room
