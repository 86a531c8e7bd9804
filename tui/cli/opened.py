"""An archive opened for a command, and the query it is asked."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.archive.archive import Archive
from tui.cli.output import say
from tui.query.query import Flag, Query, QueryError
from tui.reports.errors import JianbaoError

if TYPE_CHECKING:
    from tui.archive.catalog.live import ArchiveCatalog


class UsageError(JianbaoError):
    """Arguments that cannot be done together."""


def read_query(words: Sequence[str]) -> Query:
    """The query that the words on the command line make.

    Raises:
        UsageError: it cannot be read; the sentence points at the place.
    """
    try:
        return Query.parse(" ".join(map(_as_typed, words)))
    except QueryError as error:
        raise UsageError("cli.bad-query", sentence=str(error), pointed=error.pointed()) from error


def _as_typed(word: str) -> str:
    """`word` as UTF-8, where a locale that knows only ASCII left its bytes undecoded."""
    if word.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in word):
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


@contextmanager
def opened(
    path: Path | None, query: Query | None = None
) -> "Iterator[tuple[Archive, ArchiveCatalog]]":
    """The archive at `path` (by default the user's own) and its catalog; damage is told of.

    Where `query` asks for marked reports, the catalog knows the user's basket.
    """
    archive = Archive.open(path)
    with catalog_of(archive) as catalog:
        if query is not None and query.has_flag(Flag.MARKED):
            catalog.marked = archive.notebook().read().marked
        for damaged in catalog.damaged():
            say(str(damaged))
        yield archive, catalog


@contextmanager
def catalog_of(archive: Archive) -> "Iterator[ArchiveCatalog]":
    """The catalog of `archive`; a bar shows how far its index is where that takes long."""
    from tui.cli.progress import progress  # the browser has a bar of its own

    files = 0

    def tell(done: int, of: int) -> None:
        nonlocal files
        files = of
        bar(done)

    with progress("cli.indexing", lambda: files, files=True) as bar:
        catalog = archive.catalog(progress=tell)
    try:
        if catalog.notice:
            say(catalog.notice)
        yield catalog
    finally:
        catalog.close()
