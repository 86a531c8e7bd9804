"""The name of an export and its format: the end of the one and the choice of the other agree."""

from pathlib import Path

import pytest
from textual.widgets import Input, Select

from tests.journeys.clerk import Clerk, at_work
from tui.export.options import Encoding, Format


def chosen(clerk: Clerk) -> tuple[object, object]:
    """Format and encoding of the dialog."""
    dialog = clerk.app.screen
    return (
        dialog.query_one("#export-format", Select).value,
        dialog.query_one("#export-encoding", Select).value,
    )


def name(clerk: Clerk) -> str:
    """What stands in the box for the file's name."""
    return clerk.app.screen.query_one("#export-path", Input).value


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("out.docx", (Format.DOCX, Encoding.UTF_8)),
        ("out.CSV", (Format.CSV, Encoding.UTF_8_SIG)),
        ("out.markdown", (Format.MARKDOWN, Encoding.UTF_8)),
        ("out.txt", (Format.TEXT, Encoding.UTF_8_SIG)),
        ("out", (Format.TEXT, Encoding.UTF_8_SIG)),
        ("out.2023", (Format.TEXT, Encoding.UTF_8_SIG)),
        (".csv", (Format.TEXT, Encoding.UTF_8_SIG)),
    ],
)
async def test_the_end_of_a_name_says_the_format(
    archive: Path, typed: str, expected: tuple[Format, Encoding]
) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("e", "home", "shift+end", *typed)
        assert chosen(clerk) == expected
        assert name(clerk) == typed


async def test_a_format_chosen_by_its_name_is_previewed_and_written(
    archive: Path, tmp_path: Path
) -> None:
    async with at_work(archive, size=(100, 40)) as clerk:
        await clerk.press("e", "home", "shift+end", *"out.json")
        assert clerk.sees('[{"id"') or clerk.sees('{"id": ')
        await clerk.press("enter")
    assert (tmp_path / "out.json").read_text(encoding="utf-8").startswith('[\n{"id": ')


async def test_a_format_chosen_from_the_list_changes_the_name_and_nothing_back(
    archive: Path,
) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("e", "home", "shift+end", *"week.6.csv")
        await clerk.press("tab", "enter", "up", "enter")
        assert chosen(clerk) == (Format.MARKDOWN, Encoding.UTF_8)
        assert name(clerk) == "week.6.md"


@pytest.mark.parametrize(
    ("typed", "written", "markdown"),
    [
        ("2023.2月会议简报", "2023.2月会议简报.txt", "2023.2月会议简报.md"),
        ("第六期", "第六期.txt", "第六期.md"),
        ("2024.3", "2024.3.txt", "2024.3.md"),
        ("a.b c", "a.b c.txt", "a.b c.md"),
        ("out.txt", "out.txt", "out.md"),
        ("out.log", "out.log", "out.md"),
        ("长" * 60, "长" * 60 + ".txt", "长" * 60 + ".md"),
    ],
)
async def test_only_the_end_of_a_name_is_changed_and_one_without_an_end_gets_it(
    archive: Path, tmp_path: Path, typed: str, written: str, markdown: str
) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("e")
        clerk.app.screen.query_one("#export-path", Input).value = str(tmp_path / typed)
        await clerk.press("enter")
        assert (tmp_path / written).is_file()
        await clerk.press("e")
        clerk.app.screen.query_one("#export-path", Input).value = str(tmp_path / typed)
        clerk.app.screen.query_one("#export-format", Select).value = Format.MARKDOWN
        await clerk.settle()
        assert name(clerk) == str(tmp_path / markdown)


async def test_an_encoding_that_was_chosen_stays_while_the_format_does(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("e", "home", "shift+end", *"out.csv")
        clerk.app.screen.query_one("#export-encoding", Select).value = Encoding.GB18030
        clerk.app.screen.query_one("#export-path", Input).value = "other.csv"
        await clerk.settle()
        assert chosen(clerk) == (Format.CSV, Encoding.GB18030)
