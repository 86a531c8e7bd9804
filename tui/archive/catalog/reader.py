"""A connection to a catalog, and what was read of it before."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

from tui.archive.catalog.failure import failure
from tui.archive.catalog.names import Names
from tui.archive.catalog.plan import Plan
from tui.archive.catalog.planner import Planner
from tui.archive.catalog.rows import text
from tui.archive.catalog.schema import connect, layout_of
from tui.query.catalog import Interrupted
from tui.query.dates import Dates, read_dates
from tui.query.fold import fold
from tui.query.pinyin import compiled, is_pinyin
from tui.query.query import Query


class Reader:
    """One connection, used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Open the catalog at `path`.

        Raises:
            sqlite3.DatabaseError: it is damaged, or not there.
            OutdatedError: it is of another format.
        """
        self.connection = connect(path)
        self.connection.create_function("title_has", 2, _title_has, deterministic=True)
        self.connection.create_function("touches", 4, _touches, deterministic=True)
        self.layout = layout_of(self.connection)
        self.names = Names(self.connection)
        """The names of the state that is being read."""
        self._version = -1
        self._lock = Lock()
        self._interruptions = 0

    def plan(self, query: Query, marked: frozenset[str]) -> Plan:
        """What selects the matches of a query."""
        return Planner(self.layout, self.names, marked).plan(query)

    def one(self, sql: str, values: Sequence[object] = ()) -> int:
        """The number that a statement selects."""
        return int(self.connection.execute(sql, values).fetchone()[0])

    def bounds(self, group: int) -> tuple[int, int]:
        """The numbers of a group, the second excluded."""
        return group << self.layout.span, (group + 1) << self.layout.span

    def interrupt(self) -> None:
        """Stop the thread that uses the connection, and those that wait for it."""
        self._interruptions += 1
        with suppress(sqlite3.ProgrammingError):  # closed meanwhile
            self.connection.interrupt()

    def close(self) -> None:
        """Close the connection as soon as nobody uses it."""
        self.interrupt()
        with self._lock:
            self.connection.close()

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The connection, in one unchanging state of the catalog.

        Raises:
            Interrupted: somebody called `interrupt`.
            CatalogError: the catalog cannot answer.
        """
        interruptions = self._interruptions
        with self._lock:
            if interruptions != self._interruptions:
                raise Interrupted
            try:
                self._begin()
                yield self.connection
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                    raise Interrupted from None
                raise failure(error) from error
            finally:
                with suppress(sqlite3.Error):
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")

    def _begin(self) -> None:
        self.connection.execute("BEGIN")
        # The state is the one of the first reading, whose version is asked afterwards.
        self.connection.execute("SELECT 1 FROM meta").fetchone()
        version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version, self.names = version, Names(self.connection)


def _title_has(title: str | bytes, word: str) -> bool:
    folded = fold(word).replace("\n", " ")
    return is_pinyin(folded) and compiled(folded).search(fold(text(title)).replace("\n", " "))


def _touches(first: int | None, last: int | None, value: str, today: int) -> bool:
    if first is None or last is None:
        return False
    return _dates(value, today).touches(date.fromordinal(first), date.fromordinal(last))


@lru_cache(maxsize=64)
def _dates(value: str, today: int) -> Dates:
    return read_dates(value, date.fromordinal(today))
