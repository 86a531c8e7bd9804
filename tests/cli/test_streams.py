"""A browser whose messages go to a file is drawn all the same."""

import os
import shlex
import sys
from pathlib import Path

import pytest

from tests.bench.terminal import Terminal, homes


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")
def test_the_browser_is_drawn_where_messages_go_to_a_file(tmp_path: Path) -> None:
    messages = tmp_path / "messages"
    command = f"exec {shlex.quote(sys.executable)} -m tui 2>{shlex.quote(str(messages))}"
    with Terminal(["sh", "-c", command], environment=homes(str(tmp_path))) as terminal:
        terminal.wait_for("Regions")
        terminal.send("q")
        assert terminal.wait_end() == 0
    assert messages.read_bytes() == b""
