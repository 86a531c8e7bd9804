"""The basket as it is rearranged: whatever is done is kept, and taken back step by step."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tui.archive.notebook import Notebook
from tui.screen.basket import Basket

IDS: tuple[str, ...] = ("a", "b", "c", "d")
STEPS: SearchStrategy[list[tuple[str, str, int]]] = st.lists(
    st.tuples(st.sampled_from(["move", "take", "note"]), st.sampled_from(IDS), st.integers(-1, 1))
)


def basket(folder: Path) -> Basket:
    """A basket of four reports, kept in `folder`."""
    notebook = Notebook(folder / "archive", folder)
    return Basket(notebook, notebook.arrange(IDS))


def test_a_report_moves_up_and_down_but_not_beyond_the_ends(tmp_path: Path) -> None:
    moved = basket(tmp_path)
    assert moved.move("b", 1)
    assert moved.ids == ("a", "c", "b", "d")
    assert moved.move("b", -1)
    assert not moved.move("a", -1)
    assert not moved.move("d", 1)
    assert moved.ids == IDS


def test_several_are_cleared_and_come_back_where_they_stood(tmp_path: Path) -> None:
    cleared = basket(tmp_path)
    cleared.clear(["b", "d"])
    assert list(cleared.ids) == ["a", "c"]
    assert cleared.undo() == ""
    assert cleared.ids == IDS
    assert not cleared.has_changed


def test_what_another_browser_marked_meanwhile_is_not_lost(tmp_path: Path) -> None:
    ours = basket(tmp_path)
    Notebook(tmp_path / "archive", tmp_path).mark(["e"])
    ours.move("a", 1)
    ours.take_out("c")
    assert list(ours.ids) == ["b", "a", "d", "e"]
    ours.undo()
    ours.undo()
    assert ours.ids == (*IDS, "e")


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_undo_takes_every_step_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    changed = basket(tmp_path_factory.mktemp("basket"))
    for what, report_id, step in steps:
        if report_id not in changed.ids:
            continue
        if what == "move" and step:
            changed.move(report_id, step)
        elif what == "take":
            changed.take_out(report_id)
        elif what == "note":
            changed.note(report_id, "word" * (step + 1))
    while changed.has_changed:
        changed.undo()
    assert changed.ids == IDS
    assert changed.notes.notes == {}
