"""When a part of a terminal's screen came to what it is in the end."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyte

Chunks = Iterable[tuple[float, bytes]]
"""When something was written to the terminal, and what."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some columns and rows of a screen, the last ones excluded."""

    left: int
    top: int
    right: int
    bottom: int


class Watched:
    """A terminal's screen, kept over many keys."""

    def __init__(self, columns: int, rows: int) -> None:
        """Begin with an empty screen."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        return list(self._screen.display)

    def take(self, chunks: Chunks, *parts: Part) -> list[float | None]:
        """When each part came to what it is after `chunks`; none where it did not change."""
        before = [self._cells(part) for part in parts]
        seen = [[(0.0, cells)] for cells in before]
        for moment, written in chunks:
            self._stream.feed(written)
            for states, part in zip(seen, parts, strict=True):
                cells = self._cells(part)
                if cells != states[-1][1]:
                    states.append((moment, cells))
        return [states[-1][0] or None for states in seen]

    def _cells(self, part: Part) -> tuple[tuple[object, ...], ...]:
        rows = range(part.top, part.bottom)
        return tuple(
            tuple(self._screen.buffer[row][column] for column in range(part.left, part.right))
            for row in rows
        )
