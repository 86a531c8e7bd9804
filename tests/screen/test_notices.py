"""What is said in the corner keeps to the rules of Chinese lines, whatever the room."""

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui import locale
from tui.export.options import Encoding, Format, Grouping
from tui.locale import catalogue
from tui.screen.reading.layout import NO_END, NO_START

SENTENCES = {
    "zh": "已把“八篇报告”写入《会议情况简报》,共十二页;(含备注“三条”)。按“撤销”取消《简报》。",
    "mixed": "已把 8 篇报告写入“/home/clerk/文件/会议情况简报.docx”,共 12 页;(含备注 3 条)。",
    "en": "8 reports written to “/home/clerk/documents/all prefectures.docx” (with their notes).",
}

REFUSED = "/tmp/ro/a.txt所在磁盘只读，请另选文件夹。一千一百八十一条报告已写入文件夹中的简报文件。"
PLACES = [(), ("f",), ("e",), ("space", "b"), ("i",), ("c",), ("p",), ("r",), ("question_mark",)]
WIDTHS = (40, 61, 80, 97, 122, 150, 200)


def noticed(clerk: Clerk) -> list[str]:
    """The lines of the notice, as they are on the screen."""
    (notice,) = clerk.app.screen.query("Toast")
    room = notice.content_region
    rows = clerk.strips()[room.y : room.bottom]
    return [row.crop(room.x, room.right).text.strip() for row in rows]


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)], ids=str)
async def test_no_line_begins_or_ends_with_the_wrong_sign(
    size: tuple[int, int], sentence: str
) -> None:
    async with at_work(None, size=size) as clerk:
        for before in range(0, 12, 2):  # so that other signs come to the end of a line
            said = "会" * before + sentence
            clerk.app.clear_notifications()
            clerk.app.notify(said, markup=False)
            await clerk.settle()
            lines = noticed(clerk)
            assert "".join(lines).replace(" ", "") == said.replace(" ", "")
            assert not [line for line in lines if line[0] in NO_START or line[-1] in NO_END]


@pytest.mark.parametrize("opened", PLACES, ids="-".join)
async def test_a_notice_stands_whole_over_whatever_is_below(
    opened: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_current", "zh")
    async with at_work(None) as clerk:
        await clerk.press(*opened)
        clerk.app.notify(REFUSED, markup=False, timeout=600)
        for width in WIDTHS:
            await clerk.pilot.resize_terminal(width, 24)
            await clerk.settle()
            assert "".join(noticed(clerk)) == REFUSED, width


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_a_list_that_drops_down_loses_no_character(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_current", "zh")
    async with at_work(None, size=size) as clerk:
        await clerk.press("e")
        for name, choices in (("format", Format), ("encoding", Encoding), ("grouping", Grouping)):
            clerk.app.screen.query_one(f"#export-{name}").focus()
            await clerk.press("enter")
            seen = "".join(clerk.lines()).replace(" ", "")
            for one in choices:
                said = locale.text(f"screen.{name}.{one.value}")
                assert said.replace(" ", "") in seen
            await clerk.press("escape")
