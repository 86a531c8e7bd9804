"""Which files a folder means."""

from pathlib import Path

from tui.bulletins.folders import bulletin_files


def _names(path: Path) -> list[str]:
    return [str(file.relative_to(path)) for file in bulletin_files(path)[0]]


def test_files_of_all_folders_below_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".git/config", "c/.hidden", "c/d/3.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert _names(tmp_path) == ["a.txt", "b/1.txt", "b/2.txt", "c/d/3.docx"]


def test_a_linked_folder_is_gone_through_once(tmp_path: Path) -> None:
    folder, other = tmp_path / "in", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (other / "1.txt").write_text("x")
    (folder / "linked").symlink_to(other)
    (other / "back").symlink_to(folder)
    assert _names(folder) == ["linked/1.txt"]


def test_a_file_is_itself_and_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert bulletin_files(tmp_path / "none.txt") == ([tmp_path / "none.txt"], [])
    files, refused = bulletin_files(tmp_path)
    assert (files, [error.key for error in refused]) == ([], ["bulletins.empty-folder"])
