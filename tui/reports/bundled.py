"""Where the files that come with the program are: the tables and the bundled archive."""

from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """The folder of bundled files: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def bundled_archive() -> Path:
    """The archive that comes with the program; it is never written to."""
    return data_folder() / "reports.json"


def bundled_table(name: str) -> list[list[str]]:
    """The rows of a bundled table, cells as text, without its head.

    Args:
        name: a file of tab-separated UTF-8 text in `data_folder`, its head in the first line.
    """
    text = (data_folder() / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
