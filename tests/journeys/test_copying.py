"""Copying: what the clipboard gets, and what is said of it."""

from pathlib import Path

from tests.journeys.clerk import at_work

OF_TACHENG = "2月8日,乌苏市关工委"
OF_KASHGAR = "2月9日,喀什地区关工委"


async def test_one_report_as_paragraphs_and_with_its_region(archive: Path) -> None:
    async with at_work(archive) as clerk:
        report = clerk.browser.reading.report
        assert report is not None
        await clerk.press("y")
        assert clerk.app.clipboard == report.body
        assert "Sent this report to the terminal's clipboard" in clerk.told[-1]
        await clerk.press("Y")
        assert clerk.app.clipboard == f"【伊犁哈萨克自治州】\n{report.body}"


async def test_the_basket_in_its_order_or_below_its_regions(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("G", "space")
        await clerk.press("home", *["down"] * 4, "space")
        await clerk.press("y")
        assert "Sent the basket, 2 reports" in clerk.told[-1]
        plain = clerk.app.clipboard
        assert "【" not in plain
        assert plain.index(OF_KASHGAR) < plain.index(OF_TACHENG)
        await clerk.press("Y")
        headed = clerk.app.clipboard
        assert headed.startswith(f"【塔城地区】\n{OF_TACHENG}")
        assert f"\n【喀什地区】\n{OF_KASHGAR}" in headed


async def test_the_basket_is_copied_where_nothing_matches(archive: Path) -> None:
    async with at_work(archive) as clerk:
        await clerk.press("space", "slash", *"nothing-like-it", "enter")
        assert "0 of 8" in clerk.headline
        await clerk.press("y")
        assert "Sent the basket, 1 report" in clerk.told[-1]
