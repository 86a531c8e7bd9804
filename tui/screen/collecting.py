"""When memory is looked through for what nobody needs any more: while nobody types.

Python's collector looks through everything it has not seen die young, which with an index open
takes two or three frames, whenever enough is new; that is while somebody goes from report to
report. Here the young are collected as always, the old between keys if it can wait for that. What
was loaded for the first answers is looked through no more: it stays.
"""

import gc
from time import monotonic

NEVER = 1 << 30
"""Rounds among the young after which Python itself would look through everything."""
DUE = 10
"""Rounds among the young after which it is worth it: Python's own default."""
LONG_DUE = 40
"""Rounds after which it can wait no longer, whoever types."""
IDLE = 1.0
"""Seconds without a key that are a pause."""
SHARE = 50
"""Looking through everything takes no more than this part of the time."""
STAYING = 4
"""How often what is there afterwards is taken for what stays."""


class Collector:
    """Looks through memory when it is due and nobody minds."""

    def __init__(self) -> None:
        """Leave what is loaded alone for good, and the old to `look`."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, NEVER)
        self._not_before = 0.0
        self._staying = STAYING

    def look(self, idle: float) -> None:
        """Collect if it is due, `idle` seconds after the last key."""
        rounds = gc.get_count()[2]
        begun = monotonic()
        if rounds < DUE or begun < self._not_before:
            return
        if idle >= IDLE or rounds >= LONG_DUE:
            gc.collect()
            now = monotonic()
            self._not_before = now + SHARE * (now - begun)
            if self._staying:
                self._staying -= 1
                gc.freeze()
