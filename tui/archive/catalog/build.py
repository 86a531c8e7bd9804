"""Building a catalog in a process of its own, so that the browser's keys are not delayed."""

import contextlib
import os
import sys
from pathlib import Path
from threading import Thread

from tui.archive.catalog.child import start
from tui.archive.catalog.place import BusyError, bring_up_to_date, catalog_path, sweep
from tui.archive.errors import ArchiveError


class Build:
    """A catalog being built by another process."""

    def __init__(self, path: Path, archive: Path) -> None:
        """Begin; OSError where no process can be started."""
        self.done = 0
        """Files read so far."""
        self.total = 0
        """Files to be read; 0 until that is known."""
        self._process = start("tui.archive.catalog.build", str(archive), str(path))
        self._thread = Thread(target=self._follow, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it is still being built."""
        return self._process.poll() is None

    def stop(self) -> None:
        """Stop where it is; the next build goes on from there."""
        if self.is_running:
            self._process.terminate()
        self._process.wait()
        self._thread.join()

    def wait(self) -> bool:
        """Wait until it is done, and say whether it is complete."""
        self._process.wait()
        self._thread.join()
        return self._process.returncode == 0

    def _follow(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        with stream:
            for line in stream:
                done, total = line.split()
                self.done, self.total = int(done), int(total)


def _tell(done: int, total: int) -> None:
    sys.stdout.write(f"{done} {total}\n")
    sys.stdout.flush()


def main() -> int:
    """Build the catalog ``argv[2]`` of the archive ``argv[1]``."""
    archive, path = map(Path, sys.argv[1:])
    if hasattr(os, "nice"):
        os.nice(5)
    # Whoever asked for it has gone when nobody reads how far it is.
    with contextlib.suppress(BusyError, ArchiveError, BrokenPipeError):
        bring_up_to_date(path, archive, _tell)
        sweep(catalog_path(archive).parent)
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
