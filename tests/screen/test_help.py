"""The help: every key once, those of where one is first, found by typing, in any room."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.journeys.clerk import Clerk, at_work
from tui import locale
from tui.screen.bindings import BROWSER_BINDINGS, SECTIONS
from tui.screen.dialogs.help import Help
from tui.screen.keymap import keymap_path

SIZES = [(60, 20), (80, 24), (200, 50)]


@pytest.fixture(params=["zh", "en"])
def _either_language(request: pytest.FixtureRequest) -> Iterator[None]:
    before = locale.language()
    locale.use(request.param)
    yield
    locale.use(before)


def shown(clerk: Clerk) -> list[str]:
    """The lines of the keys, the part out of sight too."""
    columns = [clerk.app.screen.query_one(name) for name in ("#help-left", "#help-right")]
    return [
        column.render_line(y).text.rstrip()
        for column in columns
        if column.display
        for y in range(column.size.height)
    ]


def test_every_key_of_the_browser_is_in_one_section() -> None:
    sections = Counter(name for names in SECTIONS.values() for name in names)
    assert sections == Counter(binding.id for binding in BROWSER_BINDINGS)


@pytest.mark.usefixtures("_either_language")
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_all_is_there_in_any_room(size: tuple[int, int]) -> None:
    async with at_work(None, size=size) as clerk:
        await clerk.press("question_mark")
        lines = shown(clerk)
        assert lines[0] == locale.text("screen.place.RegionTree")
        text = "\n".join(lines)
        for section in SECTIONS:
            assert locale.text(f"screen.section.{section}") in lines
        for place in ("ReadingPane", "Timeline", "Outline", "FilterPanel"):
            assert locale.text(f"screen.place.{place}") in lines
        for binding in BROWSER_BINDINGS:
            begin = locale.text(binding.tooltip)[:6]
            assert begin in text, binding.id
        assert "bracket" not in text
        assert clerk.app.screen.query_one("#help-right").display == (size[0] == 200)


async def test_the_keys_of_where_one_is_come_first() -> None:
    async with at_work(None, size=(120, 40)) as clerk:
        await clerk.press("tab", "f1")
        assert shown(clerk)[0] == "In the report"
        await clerk.press("f1", "b", "question_mark")
        assert shown(clerk)[0] == "In the basket"
        assert "Find" not in shown(clerk)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cover", "Coverage"),
        ("报送情况", "Coverage"),
        ("daochu", "Export"),
        ("Ctrl+E", "Export"),
        ("wholly unknown", "No key is named like that."),
    ],
)
async def test_a_key_is_found_by_typing(typed: str, found: str) -> None:
    async with at_work(None) as clerk:
        await clerk.press("question_mark")
        for sign in typed:
            await clerk.press("space" if sign == " " else sign)
        lines = shown(clerk)
        assert any(found in line for line in lines)
        assert len(lines) < 16
        await clerk.press("escape")
        assert len(shown(clerk)) > 50
        await clerk.press("escape")
        assert not isinstance(clerk.app.screen, Help)


@pytest.mark.parametrize("key", ["q", "question_mark", "f1", "escape"])
async def test_the_help_is_closed_as_it_was_opened(key: str) -> None:
    async with at_work(None) as clerk:
        await clerk.press("question_mark")
        assert isinstance(clerk.app.screen, Help)
        await clerk.press(key)
        assert not isinstance(clerk.app.screen, Help)


async def test_it_is_scrolled_while_one_types() -> None:
    async with at_work(None) as clerk:
        await clerk.press("question_mark", "down", "down", "pagedown")
        keys = clerk.app.screen.query_one("#help-keys")
        assert keys.scroll_y > 2
        await clerk.press("z")
        assert keys.scroll_y == 0


async def test_the_users_own_keys_are_shown_for_other_places_too() -> None:
    keymap_path().parent.mkdir(parents=True, exist_ok=True)
    keymap_path().write_text('extend-later = "f12"', "utf-8")
    async with at_work(None) as clerk:
        await clerk.press("question_mark")
        assert any(line.startswith("F12") for line in shown(clerk))
