"""Copy: to the clipboard through the terminal, honestly said, with a file where it is too much.

The terminal is asked with OSC 52, which nobody acknowledges, so it is "sent", never "copied".
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby

from textual.screen import Screen

from tui import locale
from tui.export.options import Grouping
from tui.export.outline import region_in_words
from tui.export.writing import write_pieces
from tui.reports.folders import user_folder
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.answered import answered
from tui.screen.desk import Desk
from tui.screen.subject import Scope, Subject

CAP = 55_000
"""Bytes of text sent at once: base64 makes 74 kB of them, where many terminals stop."""


async def copy(
    screen: Screen[None], desk: Desk, subject: Subject, *, headed: bool = False
) -> None:
    """Send the basket, or the report shown, to the clipboard; a file where it is too long.

    Args:
        screen: where it is said what was sent.
        desk: the archive that is read.
        subject: what was at hand.
        headed: by prefecture in official order, each with its heading; else nothing but
            paragraphs, in the order of the basket.

    Raises:
        JianbaoError: the archive is gone, or the file cannot be written.
    """
    scope = Scope.BASKET if subject.notes.basket else Scope.REPORT
    order = Grouping.PREFECTURE if headed else Grouping.ORDERED
    reports = await answered(lambda: list(subject.reports(scope, desk.catalog, order)))
    if not reports:
        return
    text = "\n".join(_headed(reports) if headed else _paragraphs(reports))
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


def _paragraphs(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        yield from map(neutral, report.paragraphs)


def _headed(reports: Iterable[Report]) -> Iterator[str]:
    """The paragraphs with 【地区】 above those of each region."""
    for region, here in groupby(reports, region_in_words):
        yield f"【{neutral(region)}】"
        yield from _paragraphs(here)
