"""The user's own keys: any action by its id, and clashes said in one sentence."""

from importlib import import_module
from itertools import combinations
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

import tui.screen
from tui import locale
from tui.screen.app import JianbaoApp
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.browser import BrowserScreen
from tui.screen.keymap import Clash, KeymapError, read_keymap
from tui.screen.scopes import BY_THEMSELVES, IN_THE_BROWSER, scopes


@pytest.fixture(autouse=True)
def english() -> None:
    locale.use("en")


def keys_of(tmp_path: Path, text: str) -> tuple[dict[str, tuple[str, ...]], list[Clash]]:
    """What a key file of this text comes to."""
    path = tmp_path / "keys.toml"
    path.write_text(text, "utf-8")
    keymap = read_keymap(scopes(), path)
    return dict(keymap.keys), list(keymap.clashes)


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ('export = "f11"', {"export": ("f11",)}),
        ('export = "F11, Ctrl+X,F12"', {"export": ("f11", "ctrl+x", "f12")}),
        ('export = ["f11", "ctrl+x"]', {"export": ("f11", "ctrl+x")}),
        ('search = "／,、,?"\nhelp = "F1"', {"search": ("fullwidth_solidus",), "help": ("f1",)}),
        ('by-day = "1"', {"by-day": ("1",)}),
        ('earlier = "left"', {"earlier": ("left",)}),
        ('accept = "ctrl+g"', {"accept": ("ctrl+g",)}),
        ('yes = "j"\nno = "k"', {"yes": ("j",), "no": ("k",)}),
        ('next-hit = "N"\nprevious-hit = "n"', {"next-hit": ("N",), "previous-hit": ("n",)}),
        ('down = "J,down"\nup = "K,up"', {"down": ("J", "down"), "up": ("K", "up")}),
    ],
)
def test_any_action_is_given_other_keys(
    tmp_path: Path, line: str, keys: dict[str, tuple[str, ...]]
) -> None:
    found, clashes = keys_of(tmp_path, line)
    if "search" in keys:
        assert found["search"][0] == keys["search"][0]
    elif "down" in keys:  # J and K move reports in the basket
        assert {clash.other for clash in clashes} <= {"move-up", "move-down"}
    else:
        assert (found, clashes) == (keys, [])


@pytest.mark.parametrize(
    ("lines", "clash"),
    [
        ('mark = "e"', Clash("mark", "e", "export")),
        ('mark = "j"', Clash("mark", "j", "down")),
        ('zoom = "f11"\nfilter = "f11"', Clash("filter", "f11", "zoom")),
        ('export = "m"\nmark = "e"\nfilter = "f11"', None),
        ('by-day = "w"', Clash("by-day", "w", "by-week")),
        ('by-day = "/"', None),
    ],
)
def test_a_key_of_another_action_is_not_given_away(
    tmp_path: Path, lines: str, clash: Clash | None
) -> None:
    found, clashes = keys_of(tmp_path, lines)
    assert clashes == ([clash] if clash else [])
    assert clash is None or clash.name not in found


def test_a_clash_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text('mark = "e"\nzoom = "e"\nfilter="e"', "utf-8")
    sentence = read_keymap(scopes(), path).complaint()
    assert sentence.startswith(f"The key file {path} gives e to “filter”, but “export” has it")
    assert sentence.endswith("2 more of its lines clash likewise.")


@pytest.mark.parametrize(
    "text", ["export", 'exprt = "x"', "export = 3", 'export = ""', "export = [1]", "[export]\n"]
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(KeymapError, match=r"keys\.toml"):
        keys_of(tmp_path, text)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b'export = "\xff"')
    with pytest.raises(KeymapError):
        read_keymap(scopes(), tmp_path / "keys.toml")


def test_every_binding_has_an_id_and_its_sentences() -> None:
    for bindings in scopes():
        for binding in bindings:
            assert binding.id, binding
            assert locale.text(binding.description)
            assert locale.text(binding.tooltip)


def test_no_pane_or_dialog_is_left_out() -> None:
    known = {one for classes in (*IN_THE_BROWSER, *BY_THEMSELVES) for one in classes}
    for module in walk_packages(tui.screen.__path__, "tui.screen."):
        for one in vars(import_module(module.name)).values():
            if isinstance(one, type) and one.__module__ == module.name and "BINDINGS" in vars(one):
                assert one in known | {BrowserScreen, JianbaoApp}, one


def test_no_two_actions_share_a_key_in_the_browser_itself() -> None:
    for one, other in combinations(BROWSER_BINDINGS, 2):
        assert isinstance(one, Binding)
        assert not set(one.key.split(",")) & set(other.key.split(","))
