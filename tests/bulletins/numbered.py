"""A folder of many small bulletins."""

from pathlib import Path


def write_numbered(folder: Path, files: int, each: int) -> None:
    """Make `folder` with so many files of so many reports each, all of them different."""
    folder.mkdir()
    for file in range(files):
        held = range(file * each, file * each + each)
        lines = [f"3月5日,淳安县妇联召开第{number}次会议,学习文件。" for number in held]
        (folder / f"b{file}.txt").write_text("\n".join(["杭州市", *lines]), encoding="utf-8")
