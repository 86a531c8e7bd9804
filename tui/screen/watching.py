"""The browser and its archive: what changes meanwhile, what is damaged, what is gone."""

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui import locale
from tui.archive.errors import ArchiveError, DamagedFile
from tui.query.query import Query
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.screen.desk import Desk
from tui.screen.marking import MarkingScreen

if TYPE_CHECKING:
    from tui.screen import found


EVERY = 2.0
"""Seconds between two looks at the archive's files."""
NAMED = 3
"""Damaged files named at once."""
SHOWN_FOR = 10.0
"""Seconds for which a complaint stands, and is not repeated."""


class WatchingScreen(MarkingScreen):
    """A browser that keeps up with its archive, quietly."""

    def __init__(self, desk: Desk, query: Query) -> None:
        """As `AskingScreen`."""
        super().__init__(desk, query)
        self._known_damage: frozenset[Path] = frozenset()
        self._said: dict[str, float] = {}
        self._losses = 0
        self._noticed = False

    def on_mount(self) -> None:
        """Begin to look now and then."""
        self.set_interval(EVERY, self.look)

    async def begin(self) -> None:
        """Ask the first query, and see whether all of the archive could be read."""
        await super().begin()
        self.in_thread("watch", self.finder.look, False)

    def look(self) -> None:
        """See whether the archive has changed, unless there is something else to do."""
        idle = self.begun and all(
            worker.is_finished for worker in self.app.workers if worker.node is self
        )
        if idle and self.is_active and self.app.app_focus:
            self.in_thread("watch", self.finder.look)

    def on_finder_archive_looked_at(self, event: "found.ArchiveLookedAt") -> None:
        """Take up what changed in the archive."""
        self._losses = 0
        if event.notice and not self._noticed:
            self._noticed = True
            self.notify(neutral(event.notice), markup=False)
        self._tell_damage(event.damaged)
        self._show_progress_of_index(event.progress)
        if event.changed:
            self.reload()

    def _tell_damage(self, damaged: Sequence[DamagedFile]) -> None:
        """Name files that cannot be read, each once, and say what to do."""
        new = [file for file in damaged if file.path not in self._known_damage]
        self._known_damage = frozenset(file.path for file in damaged)
        if not new:
            return
        sentences = [str(file) for file in new[:NAMED]]
        if len(new) > NAMED:
            sentences.append(locale.text("screen.damaged-more", count=len(new) - NAMED))
        key = "screen.damaged-backup" if new[0].backup else "screen.damaged-advice"
        sentences.append(locale.text(key, backup=new[0].backup))
        text = neutral(" ".join(sentences))
        self.notify(text, severity="warning", markup=False, timeout=2 * SHOWN_FOR)

    def _show_progress_of_index(self, progress: tuple[int, int] | None) -> None:
        if progress is not None:
            done, total = progress
            percent = 100 * done // max(total, 1)
            self.headline.tell("index", locale.text("screen.indexing", percent=percent))
        else:
            self.headline.tell("index", "")

    def on_finder_archive_lost(self, event: "found.ArchiveLost") -> None:
        """Say that the archive is gone."""
        self._losses += 1
        # What is gone for a moment is waited for.
        if self._losses == (2 if event.error.key == "archive.missing" else 1):
            self.complain(event.error)

    def complain(self, error: JianbaoError) -> None:
        """Show an error, but not again while it stands; without any reports, end with it."""
        if self.branches is None and isinstance(error, ArchiveError):
            self.app.exit(error)
            return
        sentence, now = str(error), monotonic()
        if now - self._said.get(sentence, -SHOWN_FOR) >= SHOWN_FOR:
            self._said[sentence] = now
            super().complain(error)
