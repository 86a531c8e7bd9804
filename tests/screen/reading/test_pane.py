"""The reading pane in an app: what is seen, and what keys and the mouse do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.pilot import Pilot
from textual.selection import Selection
from textual.strip import Strip

from tests.screen.reading.reports import HOSTILE, OPINIONS, STUDY, long_report, query
from tui.query.query import Query
from tui.reports.report import Report
from tui.screen.reading.pane import ReadingPane


class Reader(App[None]):
    """A pane and the messages it posts."""

    CSS = "ReadingPane { border: round $border; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("n", "read('next_hit')", ""),
        ("N", "read('previous_hit')", ""),
        ("]", "read('next_part')", ""),
        ("[", "read('previous_part')", ""),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ReadingPane()

    async def action_read(self, action: str) -> None:
        await self.query_one(ReadingPane).run_action(action)

    def on_reading_pane_hit_changed(self, message: ReadingPane.HitChanged) -> None:
        self.heard.append(message)

    def on_reading_pane_edge_reached(self, message: ReadingPane.EdgeReached) -> None:
        self.heard.append(message)

    def on_reading_pane_document_chosen(self, message: ReadingPane.DocumentChosen) -> None:
        self.heard.append(message)

    def on_reading_pane_part_reached(self, message: ReadingPane.PartReached) -> None:
        self.heard.append(message)

    def on_reading_pane_parts_changed(self, message: ReadingPane.PartsChanged) -> None:
        self.heard.append(message)


@asynccontextmanager
async def reading(
    report: Report | None,
    asked: Query | None = None,
    size: tuple[int, int] = (54, 14),
) -> AsyncIterator[tuple[Reader, ReadingPane, Pilot[None]]]:
    """A pane of that size showing `report`, focused and painted."""
    app = Reader()
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        pane = app.query_one(ReadingPane)
        pane.focus()
        pane.show(report, asked or Query(), "1/8")
        await pilot.pause()
        yield app, pane, pilot


def seen(pane: ReadingPane) -> list[str]:
    """The lines in the pane."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.scrollable_size.height)]


def heard(app: Reader, kind: type[Message]) -> list[Message]:
    """The messages of one kind, in order."""
    return [message for message in app.heard if isinstance(message, kind)]


def styled(strip: Strip, pane: ReadingPane, name: str) -> str:
    """The text of a line that has a component's background."""
    style = pane.get_component_rich_style(f"reading-pane--{name}")
    return "".join(
        segment.text
        for segment in strip
        if segment.style and segment.style.bgcolor == style.bgcolor
    )


async def test_the_design_s_picture() -> None:
    async with reading(STUDY) as (_, pane, _pilot):
        assert str(pane._border_title) == "察布查尔县关工委组织“五老”骨干专题学习"
        lines = seen(pane)
        assert lines[0] == "伊犁哈萨克自治州 › 察布查尔锡伯自治县"
        assert lines[1] == "2023-02-09 Thu · 察布查尔县关工委" + " " * 14 + "1/8"
        assert lines[2] == ""
        assert lines[3] == "    2月9日,察布查尔县关工委组织“五老”骨干专题学习"
        assert "▍会议指出" in lines


@pytest.mark.parametrize("width", [20, 21, 54, 55])
async def test_a_long_title_ends_in_an_ellipsis_and_loses_no_cell(width: int) -> None:
    async with reading(replace(STUDY, title="会议" * 40), size=(width, 8)) as (app, _pane, _pilot):
        corner = app.screen._compositor.render_strips()[0].text
        assert corner.startswith("╭─ 会")
        assert corner.rstrip("─╮ ")[-2:] in ("议…", "会…")
        assert "… ─╮" in corner or "… ──╮" in corner


@pytest.mark.parametrize("size", [(20, 5), (6, 3), (3, 2), (10, 20), (60, 16), (200, 50)])
@pytest.mark.parametrize("report", [STUDY, HOSTILE, None])
async def test_any_size_is_painted(size: tuple[int, int], report: Report | None) -> None:
    async with reading(report, query("会议"), size) as (app, pane, pilot):
        for y in range(pane.size.height):
            assert pane.render_line(y).cell_length == pane.size.width
        for key in ("n", "]", "d", "pagedown", "end", "home", "N", "["):
            await pilot.press(key)
        await pilot.resize_terminal(30, 9)
        await pilot.resize_terminal(*size)
        assert app.export_screenshot()


async def test_the_measure_stops_at_forty_characters() -> None:
    async with reading(STUDY, size=(150, 20)) as (_, pane, _pilot):
        assert max(cell_len(line) for line in seen(pane)) == 80


async def test_what_is_shown_before_the_screen_is_there_is_shown_on_it() -> None:
    class Early(Reader):
        """Shows a report while it composes."""

        def compose(self) -> ComposeResult:
            pane = ReadingPane()
            pane.show(STUDY, query("贡献"), "1/8")
            yield pane

    app = Early()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        assert any("贡献" in line for line in seen(app.query_one(ReadingPane)))


async def test_hits_are_highlighted_where_they_stand() -> None:
    async with reading(STUDY, query("关工委")) as (app, pane, pilot):
        assert pane.hit_count == 3
        assert heard(app, ReadingPane.HitChanged)[-1] == ReadingPane.HitChanged(1, 3)
        assert styled(pane.render_line(1), pane, "hit-current") == "关工委"
        assert styled(pane.render_line(3), pane, "hit") == "关工委"
        await pilot.press("n")
        assert styled(pane.render_line(1), pane, "hit") == "关工委"
        assert styled(pane.render_line(3), pane, "hit-current") == "关工委"
        assert heard(app, ReadingPane.HitChanged)[-1] == ReadingPane.HitChanged(2, 3)


async def test_names_are_highlighted_where_their_pinyin_matches() -> None:
    async with reading(STUDY, query("cbce")) as (_, pane, _pilot):
        assert pane.hit_count == 2
        assert styled(pane.render_line(0), pane, "hit-current") == "察布查尔"
        assert styled(pane.render_line(1), pane, "hit") == "察布查尔"


async def test_a_hit_broken_over_two_lines_is_highlighted_on_both() -> None:
    async with reading(STUDY, query("工作的实施意见")) as (_, pane, _pilot):
        lines = [styled(pane.render_line(y), pane, "hit-current") for y in range(12)]
        assert "".join(lines) == "工作的实施意见"
        assert sum(bool(line) for line in lines) == 2


async def test_beyond_the_last_hit_it_is_another_report_s_turn() -> None:
    async with reading(STUDY, query("重要")) as (app, _pane, pilot):
        await pilot.press("N")
        assert heard(app, ReadingPane.EdgeReached) == [ReadingPane.EdgeReached(-1)]
        await pilot.press("n", "n")
        assert heard(app, ReadingPane.EdgeReached)[-1] == ReadingPane.EdgeReached(1)


async def test_coming_from_the_report_after_one_sees_the_last_hit() -> None:
    async with reading(STUDY, query("关工委"), (30, 7)) as (app, pane, pilot):
        pane.show_last_hit()
        await pilot.pause()
        assert heard(app, ReadingPane.HitChanged)[-1] == ReadingPane.HitChanged(3, 3)
        assert any("关工委要深" in line for line in seen(pane))


async def test_the_first_hit_is_shown_and_typing_on_moves_only_to_hits() -> None:
    async with reading(STUDY, size=(30, 7)) as (_, pane, pilot):
        assert pane.scroll_offset.y == 0
        pane.show(STUDY, query("贡献"), "1/8")
        await pilot.pause()
        assert any("贡献" in line for line in seen(pane))
        place = pane.scroll_offset.y
        pane.show(STUDY, query("贡献没有"), "1/1")
        await pilot.pause()
        assert pane.scroll_offset.y == place
        pane.show(replace(STUDY, id="3" * 12), query(), "2/8")
        await pilot.pause()
        assert pane.scroll_offset.y == 0


async def test_parts_are_jumped_between() -> None:
    async with reading(STUDY, size=(34, 7)) as (app, pane, pilot):
        parts = heard(app, ReadingPane.PartsChanged)
        assert parts[-1] == ReadingPane.PartsChanged(("会议指出", "会议要求", "大家一致表示"))
        await pilot.press("]")
        assert seen(pane)[0] == "▍会议指出"
        await pilot.press("]")
        assert seen(pane)[0] == "▍会议要求"
        await pilot.press("]", "]", "]")
        assert "▍大家一致表示" in seen(pane)
        await pilot.press("[")
        assert seen(pane)[0] == "▍会议要求"
        await pilot.press("[", "[")
        assert seen(pane)[0].startswith("伊犁")
        pane.show_part(1)
        assert seen(pane)[0] == "▍会议要求"
        await pilot.pause()
        assert heard(app, ReadingPane.PartReached)[-1] == ReadingPane.PartReached(1)


async def test_documents_are_stepped_and_chosen() -> None:
    async with reading(STUDY) as (app, pane, pilot):
        await pilot.press("enter")
        assert heard(app, ReadingPane.DocumentChosen) == []
        await pilot.press("d")
        assert pane.document_at_cursor == OPINIONS
        lines = [styled(pane.render_line(y), pane, "document-current") for y in range(10)]
        assert "".join(lines) == f"《{OPINIONS}》"
        await pilot.press("enter")
        assert heard(app, ReadingPane.DocumentChosen) == [ReadingPane.DocumentChosen(OPINIONS)]


async def test_a_click_chooses_a_document() -> None:
    async with reading(STUDY) as (app, _pane, pilot):
        await pilot.click(ReadingPane, offset=(10, 5))
        await pilot.pause()
        assert heard(app, ReadingPane.DocumentChosen) == [ReadingPane.DocumentChosen(OPINIONS)]


def selected(pane: ReadingPane, first: tuple[int, int], last: tuple[int, int]) -> str:
    """What is copied between two places, each a column and a row."""
    found = pane.get_selection(Selection.from_offsets(Offset(*first), Offset(*last)))
    assert found is not None
    return found[0]


async def test_copied_text_has_no_soft_breaks() -> None:
    async with reading(STUDY) as (_, pane, _pilot):
        everything = pane.get_selection(Selection(None, None))
        assert everything is not None
        assert STUDY.body in everything[0]
        first, second = STUDY.paragraphs
        assert selected(pane, (0, 3), (99, 5)) == first[: first.index("会议指出")]
        assert selected(pane, (4, 3), (2, 4)) in first
        # over a part's heading: the comma the heading leaves out is copied
        assert selected(pane, (1, 6), (10, 7)) == "会议指出,《实施意见》"
        assert selected(pane, (0, 10), (99, 12)).endswith(second)
        assert selected(pane, (3, 0), (10, 1)) == "萨克自治州 › 察布查尔锡伯自治县\n2023-02-09"


async def test_a_mouse_selection_is_highlighted_and_copied() -> None:
    async with reading(STUDY) as (app, pane, pilot):
        await pilot.mouse_down(ReadingPane, offset=(6, 4))
        await pilot.hover(ReadingPane, offset=(12, 5))
        await pilot.mouse_up(ReadingPane, offset=(12, 5))
        await pilot.pause()
        copied = app.screen.get_selected_text()
        assert copied
        assert copied in STUDY.body
        assert "\n" not in copied
        style = app.screen.get_component_rich_style("screen--selection")
        assert any(
            segment.style and segment.style.bgcolor == style.bgcolor
            for segment in pane.render_line(3)
        )


async def test_hostile_text_is_shown_and_not_obeyed() -> None:
    async with reading(HOSTILE, query("关工委")) as (_, pane, _pilot):
        shown = "\n".join(seen(pane))
        assert "会议[/]指出[b]要[/b] ␛[31m红␛[0m色" in shown
        assert "[/附件]␛]0;title␇" in shown
        assert str(pane._border_title) == "[/][/附件][b]关工委␛[2J"
        assert all(line.isprintable() for line in shown.splitlines())


async def test_a_new_width_keeps_the_same_words_at_the_top() -> None:
    report = long_report(5000)
    async with reading(report, size=(60, 12)) as (_, pane, pilot):
        await pilot.press(*["pagedown"] * 4)
        page = pane._page
        top = page.rows[pane.scroll_offset.y]
        for width in (40, 90, 25, 60):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            row = pane._page.rows[pane.scroll_offset.y]
            assert row.start <= top.start < row.end
        assert pane._page.rows[pane.scroll_offset.y] == top


async def test_a_long_report_opens_at_once_and_scrolls_to_its_end() -> None:
    report = long_report(200_000)
    async with reading(report) as (_, pane, pilot):
        await pilot.press("end")
        await pilot.pause()
        last = [line for line in seen(pane) if line][-1]
        assert report.paragraphs[0].endswith(last)
        await pilot.press("home")
        assert seen(pane)[3].startswith("▍会议要求")


async def test_the_indent_is_switched() -> None:
    async with reading(STUDY) as (_, pane, pilot):
        pane.action_toggle_indent()
        await pilot.pause()
        assert seen(pane)[3].startswith("2月9日")


async def test_a_note_stands_at_the_top() -> None:
    """It is the user's, so no hit is looked for in it, and its change moves nothing."""
    async with reading(STUDY, query("会议"), size=(40, 12)) as (_, pane, pilot):
        before = pane.hit_count
        pane.notes = {STUDY.id: "会议[b]\x1b给主任", "other": "x"}
        await pilot.pause()
        assert "Note: 会议[b]␛给主任" in seen(pane)[:6]
        assert pane.hit_count == before
        pane.notes = {}
        await pilot.pause()
        assert not any("Note" in line for line in seen(pane))


async def test_a_message_where_there_is_no_report() -> None:
    async with reading(STUDY, query("关工委")) as (app, pane, pilot):
        pane.show_message("Nothing matches.\n没有匹配的[/]报告。")
        await pilot.pause()
        assert seen(pane)[:2] == ["Nothing matches.", "没有匹配的[/]报告。"]
        assert pane._border_title is None
        assert heard(app, ReadingPane.HitChanged)[-1] == ReadingPane.HitChanged(0, 0)
        await pilot.press("n")
        assert heard(app, ReadingPane.EdgeReached) == [ReadingPane.EdgeReached(1)]


async def test_keys_of_an_input_method_work() -> None:
    async with reading(STUDY, size=(34, 7)) as (_, pane, pilot):
        await pilot.press("right_double_angle_bracket")
        assert pane.document_at_cursor == OPINIONS
