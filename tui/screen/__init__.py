"""The Textual application. Only this room imports textual.

`run_browser` is what the command line calls; textual is not imported before that.
"""

import gc
import os
import sys

from tui.archive.archive import Archive
from tui.query.query import Query


def run_browser(archive: Archive, query: Query) -> int:
    """Browse `archive` in the terminal, beginning with `query`, until the user quits.

    Gives 0, or 128 and the number of the signal that ended it.

    Raises:
        ArchiveError: it is not there, or it is one file and that is damaged.
    """
    if not archive.exists:
        archive.files()  # says why, before the screen is taken
    # With this keyboard protocol some terminals lose what an input method commits, and no key
    # here needs it.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # Textual paints what an answer brings one to two of its frames after the key; a frame is
    # 17 ms long by default.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    # What is loaded until the first frame stays. The collector would look through it several
    # times now, and every few dozen reports later: two frames each time.
    gc.disable()
    # A thread that counts or looks at files gives way to a key within this many seconds. By
    # default it may go on for 5 ms, each time the main thread has waited for anything.
    sys.setswitchinterval(0.0005)
    from tui.screen.app import JianbaoApp
    from tui.screen.terminal import advice_if_new

    app = JianbaoApp(archive, query, notice=advice_if_new())
    error = app.run()
    if error is not None:
        raise error
    return app.return_code or 0
