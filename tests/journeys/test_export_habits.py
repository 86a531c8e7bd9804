"""The next export begins as the last one ended."""

from pathlib import Path

import pytest
from textual.widgets import Checkbox, Input, Select

from tests.journeys.clerk import Clerk, at_work
from tui.export.options import Encoding, Format
from tui.screen.choices import keep_choice


def value(clerk: Clerk, name: str) -> object:
    """What is chosen in a box of the dialog."""
    box = clerk.app.screen.query_one(f"#export-{name}")
    assert isinstance(box, Input | Select | Checkbox)
    return box.value


def choose(clerk: Clerk, name: str, wanted: object) -> None:
    """Choose it."""
    box = clerk.app.screen.query_one(f"#export-{name}")
    assert isinstance(box, Input | Select | Checkbox)
    box.value = wanted


async def test_format_and_folder_are_those_of_last_time(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "weekly").mkdir()
    async with at_work(archive) as clerk:
        await clerk.press("e")
        assert (value(clerk, "format"), value(clerk, "period")) == (Format.TEXT, False)
        choose(clerk, "format", Format.MARKDOWN)
        await clerk.settle()
        choose(clerk, "encoding", Encoding.GB18030)
        choose(clerk, "period", True)
        choose(clerk, "title", "一周摘要")
        choose(clerk, "path", "weekly/out.md")
        await clerk.press("f2")
        text = (tmp_path / "weekly" / "out.md").read_text("gb18030")
        assert "2023年2月9日" in text.split("\n\n")[1]
    async with at_work(archive) as clerk:
        await clerk.press("e")
        assert value(clerk, "format") is Format.MARKDOWN
        assert value(clerk, "encoding") is Encoding.GB18030
        assert value(clerk, "period") is True
        assert value(clerk, "title") == ""
        path = Path(str(value(clerk, "path")))
        assert (path.parent, path.suffix) == (tmp_path / "weekly", ".md")
        await clerk.press("escape")


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"format": "pdf", "encoding": "ebcdic", "folder": "/no/such\0folder"},
        {"format": 3, "encoding": [], "folder": {}, "numbered": "yes"},
        {"folder": "weekly"},
    ],
)
async def test_habits_that_cannot_be_followed_are_none(archive: Path, kept: object) -> None:
    keep_choice("export", kept)
    async with at_work(archive) as clerk:
        await clerk.press("e")
        assert value(clerk, "format") is Format.TEXT
        assert value(clerk, "encoding") is Encoding.UTF_8_SIG
        assert Path(str(value(clerk, "path"))).parent == Path.cwd()
