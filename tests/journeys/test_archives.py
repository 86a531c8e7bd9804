"""Archives that are damaged, gone, or changed by somebody else while they are browsed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive
from tui.archive.errors import ArchiveError
from tui.bulletins.reading import read_text
from tui.query.query import Query
from tui.reports.bundled import bundled_archive
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report
from tui.screen import run_browser
from tui.screen.app import JianbaoApp
from tui.screen.branches import MONTHS_ABOVE, Branch

MARCH = "哈密市\n2023年3月1日,伊州区妇联召开会议,学习有关文件精神。\n"


def import_march(archive: Path) -> None:
    """Another program adds a bulletin of one report."""
    Archive.open(archive).add([("march.txt", read_text(MARCH).reports)])


async def look(clerk: Clerk) -> None:
    """Let the browser look at its archive now."""
    clerk.browser.look()
    await clerk.settle()


@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b'{"a": 1}', b"[1]", b"\xff\xfe\x00", b'{"_default": {"1": {"body": '],
    ids=["empty", "not JSON", "another program's", "a list", "not UTF-8", "cut in half"],
)
async def test_a_damaged_file_ends_the_browser_with_the_reason(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    app = JianbaoApp(Archive.open(path), Query())
    async with app.run_test() as pilot:
        while app.is_running:
            await pilot.pause(0.01)
    assert isinstance(app.return_value, ArchiveError)
    assert str(path) in str(app.return_value)
    assert path.read_bytes() == content


def test_a_missing_archive_is_said_before_the_screen_is_taken(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        run_browser(Archive.open(tmp_path / "none"), Query())


async def test_a_damaged_file_does_not_hide_the_others(archive: Path) -> None:
    (archive / "[b] broken.json").write_bytes(b"{")
    async with at_work(archive, size=(120, 40)) as clerk:
        assert "8 of 8 reports" in clerk.headline
        assert clerk.sees("[b]")
        await look(clerk)
        assert len(clerk.told) == 1
        assert "backup" in clerk.told[0]


async def test_many_damaged_files_are_told_of_at_once(archive: Path) -> None:
    for number in range(50):
        (archive / f"broken-{number}.json").write_bytes(b"{")
    async with at_work(archive, size=(120, 40)) as clerk:
        assert len(clerk.told) == 1
        assert "47 more files" in clerk.told[0]


async def test_an_empty_folder_is_browsed_and_filled(tmp_path: Path) -> None:
    archive = tmp_path / "new"
    archive.mkdir()
    async with at_work(archive) as clerk:
        assert "0 of 0 reports" in clerk.headline
        await clerk.press("down", "enter", "e", "space", "f", "escape", "n", "z", "z")
        import_march(archive)
        await look(clerk)
        assert "1 of 1 report" in clerk.headline
        assert clerk.reading.startswith("2023年3月1日")


async def test_what_somebody_else_imports_appears_and_nothing_moves(archive: Path) -> None:
    async with at_work(archive, "prefecture:哈密,阿克苏") as clerk:
        await clerk.press("end", "up", "space")
        reading, basket = clerk.reading, clerk.browser.notes.basket
        import_march(archive)
        await look(clerk)
        assert "4 of 9 reports" in clerk.headline
        assert clerk.reading == reading
        assert clerk.browser.notes.basket == basket
        assert clerk.browser.entry == clerk.browser.regions.chosen
        assert clerk.browser.search_line.box.value == "prefecture:哈密,阿克苏"


@pytest.mark.parametrize("line", ["report", "branch"])
async def test_the_cursor_stays_where_branches_come_between(archive: Path, line: str) -> None:
    """Counties, and then months, are put between a prefecture and its reports as it grows."""
    many = [
        Report(
            id=f"{number:012}",
            paragraphs=(f"伊州区关工委第{number}次学习。",),
            prefecture="哈密市",
            prefecture_code="650500",
            county="伊州区",
            county_code="650502",
            held=MeetingDate(date(2023, 1 + number % 12, 1), None, Precision.DAY, "", False),
        )
        for number in range(MONTHS_ABOVE)
    ]
    own = replace(many[0], id="f" * 12, county=None, county_code=None)
    county = ("all", "650500", "650502")
    async with at_work(archive, "哈密") as clerk:
        shown = clerk.browser.entry
        assert shown is not None
        assert clerk.browser.regions.chosen == shown
        Archive.open(archive).add([("one.txt", [*many[:50], own])])
        await look(clerk)
        assert clerk.browser.regions.chosen == shown
        if line == "branch":
            clerk.browser.regions.move_to(county)
            await clerk.settle()
        Archive.open(archive).add([("two.txt", many[50:])])
        await look(clerk)
        assert "202 of 209" in clerk.headline
        assert (*county, "2023-02") in clerk.browser.regions.branch_paths
        chosen = clerk.browser.regions.chosen
        if line == "branch":
            assert isinstance(chosen, Branch)
            assert chosen.path == county
            Archive.open(archive).undo()
            Archive.open(archive).undo()
            await look(clerk)
            chosen = clerk.browser.regions.chosen
            assert isinstance(chosen, Branch)
            assert chosen.path == county[:2]
        else:
            assert chosen == shown
        assert clerk.browser.entry == shown


async def test_a_half_typed_query_survives_a_reload(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("slash", *"库车 date:20")
        import_march(archive)
        await look(clerk)
        await clerk.type("23")
        assert clerk.browser.search_line.box.value == "库车 date:2023"


async def test_the_report_shown_is_taken_out_by_somebody_else(archive: Path) -> None:
    import_march(archive)
    async with at_work(archive) as clerk:
        assert clerk.reading.startswith("2023年3月1日")
        Archive.open(archive).undo()
        await look(clerk)
        assert "8 of 8 reports" in clerk.headline
        assert clerk.reading.startswith("2月9日")


async def test_an_archive_deleted_while_browsed_is_said_once(archive: Path) -> None:
    async with at_work(archive) as clerk:
        away = archive.rename(archive.with_name("away"))
        await look(clerk)
        await look(clerk)
        assert clerk.sees("There is no archive at")
        assert len(clerk.told) == 1
        await clerk.press("down", "down", "slash", *"wss", "enter")
        assert clerk.reading.startswith("2月8日,乌苏市")
        away.rename(archive)
        import_march(archive)
        await look(clerk)
        assert "1 of 9 reports" in clerk.headline


async def test_a_file_damaged_while_browsed_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(bundled_archive().read_bytes())
    async with at_work(path) as clerk:
        path.write_bytes(path.read_bytes()[:3000])
        await look(clerk)
        await look(clerk)
        assert len(clerk.told) == 1
        await clerk.press("down", "down")
        assert clerk.reading
        path.write_bytes(bundled_archive().read_bytes())
        await look(clerk)
        assert "8 of 8 reports" in clerk.headline


async def test_marks_go_on_where_they_cannot_be_kept(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    async with at_work(archive, size=(120, 40)) as clerk:
        await clerk.press("space", "down", "space", "down", "space")
        assert "basket 3" in clerk.headline
        assert len(clerk.told) == 1
        assert clerk.sees("The basket and saved searches cannot be")
        await clerk.press("e")
        assert clerk.sees("The basket: 3 reports")


async def test_a_damaged_notebook_is_left_alone_and_marks_go_on(archive: Path) -> None:
    path = Archive.open(archive).notebook().path
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"basket": ["a"')
    async with at_work(archive, size=(120, 40)) as clerk:
        await clerk.press("space", "down", "space")
        assert "basket 2" in clerk.headline
        assert len(clerk.told) == 1
    assert path.read_bytes() == b'{"basket": ["a"'


async def test_the_basket_outlives_the_first_import(tmp_path: Path) -> None:
    (tmp_path / "march.txt").write_text(MARCH, "utf-8")
    async with at_work(None) as clerk:
        await clerk.press("space", "i", *"march.txt", "enter")
        await clerk.press("ctrl+s")
        assert "9 of 9 reports" in clerk.headline
        assert "basket 1" in clerk.headline
    async with at_work(None) as clerk:
        assert "9 of 9 reports" in clerk.headline
        assert "basket 1" in clerk.headline
