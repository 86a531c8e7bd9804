"""Copy: to the clipboard through the terminal, honestly said, with a file where it is too much.

The terminal is asked with OSC 52, which nobody acknowledges, so it is "sent", never "copied".
"""

from collections.abc import Iterator
from contextlib import suppress

from textual.screen import Screen

from tui import locale
from tui.export.writing import write_pieces
from tui.reports.folders import user_folder
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.answered import answered
from tui.screen.desk import Desk
from tui.screen.subject import Scope, Subject

CAP = 55_000
"""Bytes of text sent at once: base64 makes 74 kB of them, where many terminals stop."""


async def copy(screen: Screen[None], desk: Desk, subject: Subject) -> None:
    """Send the basket, or the report shown, to the clipboard; a file where it is too long.

    Raises:
        JianbaoError: the archive is gone, or the file cannot be written.
    """
    scope = Scope.BASKET if subject.notes.basket else Scope.REPORT
    reports = await answered(lambda: list(subject.reports(scope, desk.catalog)))
    if not reports:
        return
    text = "\n".join(_lines(reports))
    size = len(text.encode("utf-8", "replace"))
    if size > CAP:
        path = user_folder("state") / "copied.txt"
        with suppress(OSError):  # said as any other refusal when the file is written
            path.parent.mkdir(parents=True, exist_ok=True)
        write_pieces([text.encode("utf-8", "replace")], path, force=True)
        sentence = locale.text("screen.copy-file", path=path, count=len(reports))
    else:
        screen.app.copy_to_clipboard(text)
        sentence = locale.text(f"screen.copy-{scope.value}", count=len(reports))
    screen.notify(neutral(sentence), markup=False)


def _lines(reports: list[Report]) -> Iterator[str]:
    """Plain paragraphs; with 【地区】 above each region where there are several reports."""
    region = ""
    for report in reports:
        here = report.prefecture or report.heading
        if len(reports) > 1 and here and here != region:
            yield f"【{neutral(here)}】"
        region = here
        yield from map(neutral, report.paragraphs)
