"""``serve``: the command a web server runs, and what is said without the package."""

import shlex
import socket
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli import browse, serve


def test_without_the_package_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda name: None)
    answer = run("serve")
    assert answer.status == 2
    assert "pip install 'jianbao[serve]'" in answer.err


@pytest.mark.parametrize("port", [0, 65536])
def test_a_port_that_does_not_exist(port: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda name: object())
    answer = run("serve", "--port", str(port))
    assert (answer.status, answer.err) == (
        2,
        f"There is no port {port}; take one from 1 to 65535.\n",
    )


def test_a_port_that_is_taken_or_an_address_that_is_none(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda name: object())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for host in ("127.0.0.1", "no.such.host.invalid", "a" * 300, "::ffff:1:2:3:4"):
            answer = run("serve", "--host", host, "--port", port)
            assert answer.status == 2
            assert answer.err.startswith(f"There can be no web server at {host}, port {port}: ")
            assert answer.err.count("\n") == 1


def test_the_same_browser_is_served(tmp_path: Path) -> None:
    arguments = Namespace(archive=tmp_path / "a b", query=["-会议", "库车"])
    words = shlex.split(serve.command(arguments))
    assert words == [
        *(sys.executable, "-m", "tui", "--lang", "en"),
        *("--archive", str(tmp_path / "a b"), "--", "-会议", "库车"),
    ]


def test_a_served_browser_needs_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not browse.is_served()
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert browse.is_served()
