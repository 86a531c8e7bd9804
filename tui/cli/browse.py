"""``jianbao``: the browser."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.archive.archive import Archive
from tui.cli.opened import read_query
from tui.cli.output import tell
from tui.cli.status import Status
from tui.screen import run_browser

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: "Namespace") -> Status:
    """Open the browser on the reports that match."""
    return browse(arguments.archive, arguments.query)


def browse(path: Path | None = None, words: Sequence[str] = ()) -> Status:
    """Open the browser on the archive at `path`, with the query that `words` make."""
    if not (is_served() or (sys.stdin.isatty() and sys.stdout.isatty())):
        tell("cli.no-terminal")
        return Status.USAGE
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        # The toolkit draws through standard error, which `2> file` takes away.
        vars(sys)["__stderr__"] = sys.__stdout__
    query = read_query(words)
    archive = Archive.open(path)
    return Status(run_browser(archive, query))


def is_served() -> bool:
    """Whether a web server runs this process and draws for it, as ``jianbao serve`` does."""
    return "TEXTUAL_DRIVER" in os.environ
