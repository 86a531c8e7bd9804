"""What was read wrongly is put right, and can be had back."""

from pathlib import Path

from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive, own_archive
from tui.query.query import Query
from tui.reports.bundled import bundled_archive
from tui.screen.app import JianbaoApp


async def correct(clerk: Clerk, line: str) -> None:
    """Type `line` where the correction is asked for."""
    await clerk.press("r", "home", "shift+end", *line, "enter")


async def test_a_report_is_corrected_and_the_cursor_stays_on_it(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await correct(clerk, "塔城地区 乌苏市 2023-02-10 单位:乌苏市妇联")
        assert clerk.tree[1:4] == ["▾ 塔城地区             2", "02-10 乌苏市", "02-08 乌苏市"]
        assert clerk.browser.regions.has_focus
        assert clerk.browser.regions.chosen == clerk.browser.entry
        assert clerk.sees("塔城地区 › 乌苏市")
        assert clerk.sees("2023-02-10 Fri · 乌苏市妇联")
        assert clerk.reading.startswith("2月9日,察布查尔县关工委")


async def test_the_first_reading_is_shown_and_had_back(archive: Path) -> None:
    async with at_work(archive, size=(120, 40)) as clerk:
        await correct(clerk, "日期不详")
        assert clerk.sees(
            "Corrected; first read as 伊犁哈萨克自治州 察布查尔锡伯自治县 2023-02-09"
        )
        await clerk.press("U")
        assert not clerk.sees("Corrected; first")
        await correct(clerk, "2023-02-11")
        await clerk.press("R")
        assert clerk.sees("2023-02-09 Thu")
        assert not clerk.sees("Corrected; first")
        await clerk.press("U")
        assert clerk.sees("2023-02-11 Sat")


async def test_a_place_that_does_not_exist_is_asked_for_again(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await correct(clerk, "天津桥县")
        assert clerk.sees("天津桥县")
        await clerk.press("escape")
        assert clerk.sees("伊犁哈萨克自治州 › 察布查尔锡伯自治县")


async def test_a_correction_of_a_bundled_report_starts_the_users_archive() -> None:
    app = JianbaoApp(Archive.open(), Query())
    before = bundled_archive().read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        clerk = Clerk(app, pilot)
        await clerk.settle()
        await clerk.press("space")
        await correct(clerk, "2023-02-10")
        assert clerk.sees("The bundled reports cannot be changed.")
        await clerk.press("n")
        assert not own_archive().exists()
        await correct(clerk, "2023-02-10")
        await clerk.press("y")
        assert clerk.sees("2023-02-10 Fri")
        assert "basket 1" in clerk.headline
    assert bundled_archive().read_bytes() == before
    assert len(list(Archive.open().read())) == 8
    app = JianbaoApp(Archive.open(), Query())
    async with app.run_test(size=(80, 24)) as pilot:
        clerk = Clerk(app, pilot)
        await clerk.settle()
        assert clerk.sees("2023-02-10 Fri")
        assert "basket 1" in clerk.headline
