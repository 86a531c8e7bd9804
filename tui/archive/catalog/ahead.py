"""Reading files ahead in a process of its own, which has half of the work of building an index.

The other process is told where the files are, and gives back each one's records with their tokens.
It is some files ahead at most, about as many as are written in one transaction. What it cannot
read it leaves to whoever asks, who then knows why.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Queue
from threading import Thread

from tui.archive.catalog.child import start
from tui.archive.catalog.records import Record, read_records
from tui.archive.catalog.tokens import tokens_of
from tui.archive.errors import ArchiveError

FILES = 12
"""How many files it may be ahead."""


def read_ahead(paths: Sequence[Path]) -> Iterator[list[Record] | None]:
    """The records of every file in turn, none for one that is to be read by whoever asks."""
    left = len(paths)
    with suppress(OSError, EOFError, pickle.UnpicklingError):
        process = start("tui.archive.catalog.ahead", stdin=subprocess.PIPE)
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            # It reads all of this before it writes anything, so neither waits for the other.
            with process.stdin as names:
                pickle.dump([str(path) for path in paths], names)
            while left:
                found = pickle.load(process.stdout)  # our own child's
                left -= 1
                yield found
        finally:
            process.stdout.close()
            process.kill()
            process.wait()
    yield from [None] * left


def _records(path: Path) -> list[Record] | None:
    try:
        records, damage = read_records(path)
    except ArchiveError:
        return None
    if damage is not None:
        return None
    return [replace(one, tokens=tokens_of(one.report)) for one in records]


def main() -> None:
    """Read the files named on standard input."""
    names = pickle.load(sys.stdin.buffer)
    written: Queue[bytes] = Queue(FILES)
    Thread(target=_give, args=(written,), daemon=True).start()
    for name in names:
        written.put(pickle.dumps(_records(Path(name)), pickle.HIGHEST_PROTOCOL))
    written.join()


def _give(written: "Queue[bytes]") -> None:
    """Write what is ready, until nobody reads it."""
    try:
        while True:
            sys.stdout.buffer.write(written.get())
            sys.stdout.buffer.flush()
            written.task_done()
    except OSError:
        os._exit(1)


if __name__ == "__main__":
    main()
