"""Who has not reported: found, opened, and written to a file."""

import csv
from pathlib import Path

import pytest

from tests.journeys.clerk import at_work


async def test_a_missing_prefecture_is_found_and_the_neighbours_are_opened(archive: Path) -> None:
    async with at_work(archive, size=(120, 30)) as clerk:
        await clerk.press("c")
        assert clerk.sees("7 of 14 prefectures reported (50%)")
        await clerk.press("s")
        assert clerk.sees("only those that have not reported")
        await clerk.press("s", "enter")
        assert "1 of 8 reports · 伊犁" in clerk.headline


@pytest.mark.parametrize("name", ["who.csv", "who.txt"])
async def test_the_table_is_written_and_never_replaced_unasked(
    archive: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    async with at_work(archive) as clerk:
        await clerk.press("c", "e", "home", "shift+end", *name, "enter")
        assert clerk.sees("Written:")
        text = path.read_text("utf-8-sig")
        assert "吐鲁番市" in text and "哈密市" in text
        path.write_text("mine")
        await clerk.press("s", "e", "home", "shift+end", *name, "enter", "n")
        assert path.read_text() == "mine"
        await clerk.press("e", "home", "shift+end", *name, "enter", "y")
        text = path.read_text("utf-8-sig")
        assert "吐鲁番市" in text and "哈密市" not in text


async def test_a_written_table_is_one_a_spreadsheet_opens(archive: Path, tmp_path: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("c", "r", "e", "home", "shift+end", *"who.csv", "enter")
    head, *rows = csv.reader((tmp_path / "who.csv").read_text("utf-8-sig").splitlines())
    assert head == ["Prefecture", "County", "2023-02-06..12", "undated", "total"]
    assert ["阿克苏地区", "库车市", "0", "1", "1"] in rows


@pytest.mark.parametrize(
    ("name", "said"), [("who.docx", "is written as"), ("no/who.csv", "There is no folder")]
)
async def test_what_cannot_be_written_is_said(archive: Path, name: str, said: str) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("c", "e", "home", "shift+end", *name, "enter")
        assert clerk.sees(said)
        await clerk.press("escape")
        assert clerk.app.is_running
