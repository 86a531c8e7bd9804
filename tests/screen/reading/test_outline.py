"""The outline beside the pane."""

from textual.app import App, ComposeResult

from tui.screen.reading.outline import Outline


class Outlined(App[None]):
    """An outline and what it asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield Outline()

    def on_outline_part_chosen(self, message: Outline.PartChosen) -> None:
        self.chosen.append(message.part)


async def test_parts_are_listed_marked_and_chosen() -> None:
    app = Outlined()
    async with app.run_test(size=(30, 8)) as pilot:
        outline = app.query_one(Outline)
        outline.show(["会议指出[/]", "会议要求"])
        outline.focus()
        await pilot.pause()
        outline.mark(0)
        await pilot.press("j", "enter")
        assert app.chosen == [1]
        assert [str(option.prompt) for option in outline.options] == ["会议指出[/]", "会议要求"]


async def test_a_report_without_parts_says_so() -> None:
    app = Outlined()
    async with app.run_test(size=(30, 8)) as pilot:
        outline = app.query_one(Outline)
        outline.show([])
        outline.mark(3)
        outline.focus()
        await pilot.press("enter")
        assert app.chosen == []
        assert [str(option.prompt) for option in outline.options] == ["One part only"]
