"""The Textual application. Only this room imports textual.

`run_browser` is what the command line calls; textual is not imported before that.
"""

import gc
import os

from tui.archive.archive import Archive
from tui.query.query import Query


def run_browser(archive: Archive, query: Query) -> None:
    """Browse `archive` in the terminal, beginning with `query`, until the user quits."""
    # With this keyboard protocol some terminals lose what an input method commits, and no key
    # here needs it.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from tui.screen.app import JianbaoApp

    app = JianbaoApp(archive, query)
    # What is loaded by now stays. Left to the collector, it is looked through every few dozen
    # reports, and each time costs two frames.
    gc.freeze()
    app.run()
