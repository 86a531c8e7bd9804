"""``jianbao``: the browser."""

import os
import sys
from argparse import Namespace

from tui.archive.archive import Archive
from tui.cli.opened import read_query
from tui.cli.output import tell
from tui.cli.status import Status
from tui.screen import run_browser


def run(arguments: Namespace) -> Status:
    """Open the browser on the reports that match."""
    if not (is_served() or (sys.stdin.isatty() and sys.stdout.isatty())):
        tell("cli.no-terminal")
        return Status.USAGE
    query = read_query(arguments.query)
    archive = Archive.open(arguments.archive)
    run_browser(archive, query)
    return Status.DONE


def is_served() -> bool:
    """Whether a web server runs this process and draws for it, as ``jianbao serve`` does."""
    return "TEXTUAL_DRIVER" in os.environ
