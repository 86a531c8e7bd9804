"""The columns of the import preview share whatever room there is."""

import pytest

from tui.screen.dialogs.import_preview import COLUMNS, divide


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (150, (1, 20, 10, 26, 54, 39)),
        (110, (1, 20, 10, 26, 41, 12)),
        (60, (1, 12, 10, 14, 23, 0)),
        (20, (1, 8, 10, 0, 1, 0)),
        (0, (1, 8, 10, 0, 0, 0)),
    ],
)
def test_widths(room: int, widths: tuple[int, ...]) -> None:
    assert divide(room) == widths


@pytest.mark.parametrize("room", range(19, 300))
def test_all_the_room_is_used_and_no_more(room: int) -> None:
    assert len(divide(room)) == len(COLUMNS)
    assert sum(divide(room)) == room
    assert min(divide(room)) >= 0
