"""Pick reports over several searches, export them, read them back."""

from pathlib import Path

import pytest
from textual.widgets import Checkbox, DataTable, Input, Select

from tests.journeys.clerk import Clerk, at_work
from tests.journeys.conftest import BULLETIN
from tests.journeys.test_basket import fill
from tui.archive.archive import Archive
from tui.bulletins.reading import read_file, read_text
from tui.export.options import Encoding


async def test_what_three_searches_marked_is_exported_after_a_restart(
    archive: Path, tmp_path: Path
) -> None:
    marked: list[str] = []
    async with at_work(archive) as clerk:
        for words in ("wss", "近日", "date:2023-02-07"):
            await clerk.press("slash", *words, "enter")
            assert clerk.headline.split()[1:4] == ["1", "of", "8"]
            marked.append(clerk.reading)
            await clerk.press("space", "escape")
        assert "basket 3" in clerk.headline
        await clerk.press("q")
    async with at_work(archive) as clerk:
        assert "basket 3" in clerk.headline
        await clerk.press("b")
        assert clerk.sees("3 reports, 3 prefectures, 2023-02-07 to 2023-02-08, 1 undated")
        await clerk.press("e")
        assert clerk.sees("The basket: 3 reports, 3 prefectures, 2023-02-07 to 2023-02-08")
        await clerk.press("home", "shift+end", *"out.txt", "enter")
        assert clerk.sees("Written:")
    reports = read_file(tmp_path / "out.txt").reports
    assert [report.body for report in reports] == marked


async def test_marks_survive_searches_and_a_restart(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space")
        await clerk.press("slash", *"wss", "enter", "space", "escape")
        await clerk.press("slash", *"kuche", "enter", "space", "escape")
        assert "basket 3" in clerk.headline
    async with at_work(archive) as clerk:
        assert "basket 3" in clerk.headline
        assert sum(line.startswith("● ") for line in clerk.tree) == 3
        await clerk.press("B")
        assert "3 of 8 reports" in clerk.headline
        await clerk.press("B")
        assert "8 of 8 reports" in clerk.headline


async def test_a_mark_on_a_branch_marks_all_of_it(archive: Path) -> None:
    async with at_work(archive, "aks") as clerk:
        await clerk.press("home", "down", "space")
        assert clerk.browser.notes.marked == {entry.id for entry in clerk.browser.regions.entries}
        await clerk.press("space")
        assert "basket 0" in clerk.headline


def marks(clerk: Clerk) -> list[str]:
    """What stands in front of the reports of the tree."""
    signs = [line[:1] for line in clerk.tree if "-0" in line or "近日" in line]
    return [sign if sign in "●○" else " " for sign in signs]


async def test_branches_say_how_many_of_theirs_are_in_the_basket(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("end", "space", "k", "k", "space")
        counts = {line.split()[1]: line.split()[2:] for line in clerk.tree if line[0] in "▾▸"}
        assert counts["阿克苏地区"] == ["●1", "2"]
        assert counts["喀什地区"] == ["●1", "1"]
        assert counts["哈密市"] == ["1"]
        assert any("All reports" in line and "●2 8" in line for line in clerk.tree)
        await clerk.press("slash", *"kashi", "enter")
        assert any("喀什地区" in line and "●1 1" in line for line in clerk.tree)
        assert any("All reports" in line and "●1 1" in line for line in clerk.tree)
        await clerk.press("u", "escape")
        assert not any("●" in line for line in clerk.tree)


async def test_every_mark_can_be_taken_back(archive: Path) -> None:
    async with at_work(archive) as clerk:
        baskets = [clerk.browser.notes.basket]
        for keys in (["space"], ["j", "space"], ["ctrl+a"], ["ctrl+a"], ["v", "k", "k", "v"]):
            await clerk.press(*keys)
            assert clerk.browser.notes.basket != baskets[-1]
            baskets.append(clerk.browser.notes.basket)
        for basket in reversed(baskets[:-1]):
            await clerk.press("U")
            assert clerk.browser.notes.basket == basket
        await clerk.press("U")
        assert "Nothing to undo." in clerk.told[-1]


async def test_a_range_is_seen_before_it_is_marked(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("v", "down", "down", "down", "down")
        assert "range of 3: move, then v" in clerk.headline
        assert marks(clerk)[:4] == ["○", "○", "○", " "]
        await clerk.press("up", "up")
        assert marks(clerk)[:4] == ["○", "○", " ", " "]
        await clerk.press("v")
        assert marks(clerk)[:4] == ["●", "●", " ", " "]
        await clerk.press("v", "down", "escape")
        assert "range" not in clerk.headline
        assert marks(clerk).count("○") == 0


async def test_a_range_is_marked_and_undone(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("v", "down", "down", "down", "down", "v")
        assert "basket 3" in clerk.headline
        await clerk.press("u")
        assert "basket 0" in clerk.headline
        await clerk.press("U")
        assert "basket 3" in clerk.headline


async def test_ctrl_a_marks_what_matches(archive: Path) -> None:
    async with at_work(archive, "date:2023-02-09") as clerk:
        await clerk.press("ctrl+a")
        assert "basket 3" in clerk.headline


async def test_an_exported_selection_is_read_back_the_same(archive: Path, tmp_path: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space", "down", "space", "end", "space")
        marked = clerk.browser.notes.marked
        await clerk.press("e")
        assert clerk.sees("The basket: 3 reports, 3 prefectures, 2023-02-08 to 2023-02-09")
        await clerk.press("home", "shift+end", *"out.txt", "enter")
        assert clerk.sees("Written:")
        reports = read_file(tmp_path / "out.txt").reports
        assert {report.id for report in reports} == marked


async def test_a_file_is_never_replaced_unasked(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("mine")
    async with at_work(archive) as clerk:
        await clerk.press("e", "home", "shift+end", *"out.txt", "enter")
        for answer in ("escape", "n"):
            assert clerk.sees("exists already")
            await clerk.press(answer)
            assert target.read_text("utf-8") == "mine"
            assert clerk.sees("This report: 1 report")  # to choose another name
            await clerk.press("enter")
        await clerk.press("y")
        assert len(read_file(target).reports) == 1
        assert len(clerk.app.screen_stack) == 1


async def test_what_was_chosen_stays_where_a_name_is_refused(
    archive: Path, tmp_path: Path
) -> None:
    async with at_work(archive, size=(100, 40)) as clerk:
        await fill(clerk)
        await clerk.press("b", "n", *"urgent", "enter", "J", "e")
        await clerk.press("tab", "enter", "down", "enter")  # Markdown
        dialog = clerk.app.screen
        assert dialog.query_one("#export-encoding", Select).value is Encoding.UTF_8
        dialog.query_one("#export-notes", Checkbox).value = True
        dialog.query_one("#export-numbered", Checkbox).value = True
        dialog.query_one("#export-title", Input).value = "一周摘要"
        dialog.query_one("#export-encoding", Select).value = Encoding.GB18030
        for name in ("nowhere/out.md", "."):
            dialog.query_one("#export-path", Input).value = name
            await clerk.press("f2")
            assert clerk.told
            dialog = clerk.app.screen
            assert dialog.query_one("#export-path", Input).value == name
        dialog.query_one("#export-path", Input).value = "out.markdown"
        await clerk.press("f2")
        text = (tmp_path / "out.markdown").read_text("gb18030")
        assert text.startswith("# 一周摘要")
        assert "一、塔城地区" in text
        assert "> Note: urgent" in text


async def test_a_name_without_a_name_takes_no_suffix(archive: Path) -> None:
    async with at_work(archive) as clerk:
        for name in ("", ".", "/", ".."):
            await clerk.press("e")
            clerk.app.screen.query_one("#export-path", Input).value = name
            await clerk.press("tab", "enter", "down", "enter")
            assert clerk.app.is_running
            assert clerk.app.screen.query_one("#export-path", Input).value == name
            await clerk.press("escape")


async def test_a_folder_that_is_not_there_is_said_and_nothing_is_lost(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("e", "home", "shift+end", *"nowhere/out.txt", "enter")
        assert clerk.sees("There is no folder")
        assert clerk.app.is_running


async def test_a_bulletin_is_imported_previewed_and_taken_back(
    archive: Path, tmp_path: Path
) -> None:
    bulletin = tmp_path / "new.txt"
    bulletin.write_text("哈密市\n2023年3月1日,伊州区妇联召开会议,学习有关文件精神。\n", "utf-8")
    async with at_work(archive) as clerk:
        await clerk.press("i", *"new.txt", "enter")
        assert clerk.sees("1 report, 1 new")
        await clerk.press("ctrl+s")
        assert "9 of 9 reports" in clerk.headline
        await clerk.press("U")
        assert "8 of 8 reports" in clerk.headline


async def test_a_report_nearly_the_same_is_shown_as_such(archive: Path, tmp_path: Path) -> None:
    words = BULLETIN.read_text("utf-8").split("哈密市\n")[1].split("\n")[0]
    other = "2023年3月2日,伊州区妇联召开家庭教育会议。"
    text = f"哈密市\n{words.replace('专题会议', '专题工作会议')}\n{other}\n"
    (tmp_path / "new.txt").write_text(text, "utf-8")
    async with at_work(archive) as clerk:
        await clerk.press("i", *"new.txt", "enter")
        assert clerk.sees("nearly the same as “伊州区关工委")
        await clerk.press("down")
        assert not any(line.startswith("⚠ nearly") for line in clerk.lines())


async def test_reports_that_come_together_are_compared_too(archive: Path, tmp_path: Path) -> None:
    words = "2023年3月2日,伊州区妇联召开家庭教育会议,学习有关文件精神,安排下一步工作。"
    text = f"哈密市\n{words}\n哈密市\n{words[:-1]}任务。\n"
    (tmp_path / "new.txt").write_text(text, "utf-8")
    async with at_work(archive, size=(120, 30)) as clerk:
        await clerk.press("i", *"new.txt", "enter")
        assert clerk.sees("2 reports, 2 new")
        await clerk.press("down")
        assert clerk.sees("⚠ nearly the same as “伊州区妇联召开家庭教育会议")
        await clerk.press("e", "home", "shift+end", *"伊州区 2023-03-04 妇联", "enter")
        assert "is not read" in clerk.told[0]
        await clerk.press("end", "backspace", "backspace", *"单位:伊州区妇联", "enter")
        assert clerk.sees("2023-03-04")
        assert not clerk.sees("nearly the same")


async def test_importing_again_adds_nothing_and_undoes_nothing(
    archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "again.txt").write_bytes(BULLETIN.read_bytes())
    async with at_work(archive) as clerk:
        await clerk.press("i", *"again.txt", "enter")
        assert clerk.sees("8 reports, 0 new")
        await clerk.press("ctrl+s")
        assert "Nothing added: 8 reports were in the archive already." in clerk.told
        await clerk.press("U")
        assert "8 of 8 reports" in clerk.headline


async def test_words_without_a_report_are_refused(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("i", "tab", *"责任编辑：张三", "ctrl+s")
        assert clerk.told == ["pasted.txt: no report was found in it."]


async def test_undo_takes_back_the_import_of_ones_own(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("哈密市\n2023年3月1日,伊州区妇联召开会议。\n", "utf-8")
    async with at_work(archive) as clerk:
        await clerk.press("i", *"new.txt", "enter", "ctrl+s")
        theirs = "塔城地区\n2023年3月3日,乌苏市妇联召开会议。\n"
        Archive.open(archive).add([("theirs.txt", read_text(theirs).reports)])
        await clerk.press("U")
        files = [batch.files for batch in Archive.open(archive).imports()]
        assert ("theirs.txt",) in files
        assert ("new.txt",) not in files


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (200, 50)])
async def test_a_preview_shows_every_column_there_is_room_for(
    archive: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    bulletin = tmp_path / "new.txt"
    title = "组织“五老”骨干学习贯彻《关于加强新时代关心下一代工作委员会工作的意见》精神"
    bulletin.write_text(f"哈密市\n3月1日,伊州区妇联{title}。\n近日,有关方面{title}。\n", "utf-8")
    async with at_work(archive, size=size) as clerk:
        await clerk.press("i", *str(bulletin), "enter")
        table = clerk.app.screen.query_one("#import-table", DataTable)
        assert table.virtual_size.width <= table.size.width
        assert clerk.sees("伊州区")
        assert clerk.sees(" 3月1日 ")
        assert clerk.sees(" !  ")
