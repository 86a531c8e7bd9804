"""The basket and saved searches survive a restart and a second browser."""

from pathlib import Path

import pytest

from tui.archive.notebook import Notebook, NotebookError, Notes


def test_the_basket_keeps_its_order_across_restarts(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "reports.json", tmp_path)
    book.mark(["b", "a"])
    book.mark(["a", "c"])
    assert Notebook(tmp_path / "reports.json", tmp_path).read().basket == ("b", "a", "c")
    assert book.unmark(["b"]).marked == {"a", "c"}
    assert book.arrange(["c", "a"]).basket == ("c", "a")


def test_two_browsers_add_to_one_basket(tmp_path: Path) -> None:
    first, second = (Notebook(tmp_path / "reports.json", tmp_path) for _ in range(2))
    first.mark(["a"])
    second.mark(["b"])
    assert first.read().basket == ("a", "b")


def test_each_archive_has_its_own(tmp_path: Path) -> None:
    Notebook(tmp_path / "one", tmp_path).mark(["a"])
    assert Notebook(tmp_path / "two", tmp_path).read() == Notes()


def test_notes_and_searches_are_replaced_and_taken_away(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "reports.json", tmp_path)
    book.save("哈密", "地州:哈密市")
    assert book.note("a", " 待核 ").notes == {"a": "待核"}
    assert book.note("a", "").notes == {}
    assert book.save("哈密", "").searches == {}


def test_a_lone_surrogate_leaves_the_notebook_readable(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "reports.json", tmp_path)
    book.save("孤\ud800", "文件:\udfff")
    book.mark(["a"])
    assert book.read() == Notes(("a",), {}, {"孤\ud800": "文件:\udfff"})


@pytest.mark.parametrize("content", [b"", b"[]", b'{"basket": 3}', b'{"notes": [1]}', b"\xff"])
def test_a_damaged_notebook_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    book = Notebook(tmp_path / "reports.json", tmp_path)
    book.path.write_bytes(content)
    with pytest.raises(NotebookError, match=book.path.name):
        book.mark(["a"])
    assert book.path.read_bytes() == content


def test_a_report_is_put_in_its_place(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "reports.json", tmp_path)
    book.mark("abc")
    assert book.place("c", 0).basket == ("c", "a", "b")
    assert book.place("new", 1).basket == ("c", "new", "a", "b")
    assert book.place("a", 99).basket == ("c", "new", "b", "a")


def test_a_saved_search_is_renamed_in_its_place(tmp_path: Path) -> None:
    book = Notebook(tmp_path / "reports.json", tmp_path)
    for name in "abc":
        book.save(name, f"query {name}")
    before = book.read().searches
    assert list(book.rename("b", "new").searches) == ["a", "new", "c"]
    assert book.rename("c", "a").searches == {"new": "query b", "a": "query c"}
    assert list(book.arrange_searches(before).searches) == ["a", "b", "c"]
