"""The last things done, each with what takes it back."""

from collections import deque
from collections.abc import Callable

from tui.reports.errors import JianbaoError

KEPT = 100
"""How many things can be taken back."""


class Undoing:
    """What can be taken back, the last thing first."""

    def __init__(self) -> None:
        """Nothing was done yet."""
        self._undos: deque[Callable[[], object]] = deque(maxlen=KEPT)

    def add(self, undo: Callable[[], object]) -> None:
        """Something was done that `undo` takes back."""
        self._undos.append(undo)

    def take_back(self) -> bool:
        """Take the last thing back; false where there is none.

        Raises:
            JianbaoError: it cannot be taken back now; it may be tried again.
        """
        if not self._undos:
            return False
        undo = self._undos.pop()
        try:
            undo()
        except JianbaoError:
            self._undos.append(undo)
            raise
        return True
