"""Who has not reported: found, opened, and written to a file."""

import csv
from pathlib import Path

import pytest

from tests.journeys.clerk import at_work

WEEK = "2023-02-06 to 2023-02-12"


async def test_a_missing_prefecture_is_found_and_the_neighbours_are_opened(archive: Path) -> None:
    async with at_work(archive, size=(120, 30)) as clerk:
        await clerk.press("c", "w")
        assert clerk.sees("7 of 14 prefectures reported (50%)")
        await clerk.press("s")
        assert clerk.sees("only those that have not reported")
        missing = f"阿勒泰地区 · {WEEK} · no report"
        assert clerk.sees(missing)
        await clerk.press("enter")
        assert clerk.sees("Coverage"), "there is nothing to open"
        await clerk.press("s")
        assert clerk.sees(missing), "the cursor stays where it was"
        for step, neighbour in (("up", "塔城地区"), ("down", "克拉玛依市")):
            await clerk.press(step)
            assert clerk.sees(f"{neighbour} · {WEEK} · 1 report")
            await clerk.press("enter")
            assert "1 of 8 reports" in clerk.headline and neighbour in clerk.headline
            report = clerk.browser.reading.report
            assert report is not None and report.prefecture == neighbour
            await clerk.press("escape", "escape", "c")
            while not clerk.sees(missing):
                await clerk.press("down")


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


async def test_the_totals_say_who_reported_in_a_period(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("c", "d", "left", "pagedown", "pagedown")
        assert clerk.sees("All regions · 2023-02-08 · 3 reports · 3 of 14 reported")


async def test_the_cursor_stays_at_its_period_in_any_width(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("c", "d")
        standing = "伊犁哈萨克自治州 · 2023-02-09 · 1 report"
        assert clerk.sees(standing)
        for width in (38, 80, 39, 200, 30, 80):
            await clerk.pilot.resize_terminal(width, 24)
            await clerk.settle()
            assert clerk.sees(standing) or width < 50, width
        assert clerk.sees(standing)


async def test_help_names_the_keys_of_the_table(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("c", "question_mark")
        assert clerk.sees("In the coverage")
        assert clerk.sees("Missing only")
        await clerk.press("escape")
        assert clerk.sees("7 of 14 prefectures reported (50%)")


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
