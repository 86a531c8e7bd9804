"""What of a bulletin is in no report, and why."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from tui.bulletins.lines import Line


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is in no report."""

    line: int
    text: str
    reason: str
    """A key of the catalogue, such as ``bulletins.left-editors``."""

    @classmethod
    def of(cls, line: Line, what: str) -> "LeftOut":
        """`line` as something left out: ``title`` stands for ``bulletins.left-title``."""
        return cls(line.number, line.text, f"bulletins.left-{what}")


class LeftOuts(Sequence[LeftOut]):
    """Lines left out in a quarter of the room a list of them takes; see `lines.Lines`."""

    def __init__(self, left_out: Iterable[LeftOut] = ()) -> None:
        """Take in what was left out."""
        self._numbers = array("I")
        self._texts: list[str] = []
        self._kinds = array("H")
        """For each line, which of the reasons is its."""
        self._reasons: list[str] = []
        self._known: dict[str, int] = {}
        """Where each reason stands among them."""
        self.extend(left_out)

    def append(self, left: LeftOut) -> None:
        """Take in one line more."""
        self._numbers.append(left.line)
        self._texts.append(left.text)
        kind = self._known.get(left.reason)
        if kind is None:
            kind = self._known[left.reason] = len(self._reasons)
            self._reasons.append(left.reason)
        self._kinds.append(kind)

    def extend(self, left_out: Iterable[LeftOut]) -> None:
        """Take in more lines."""
        for left in left_out:
            self.append(left)

    def clear(self) -> None:
        """Forget all of them."""
        del self._numbers[:], self._texts[:], self._kinds[:]

    def __eq__(self, other: object) -> bool:
        """Whether `other` is the same lines in the same order."""
        return isinstance(other, LeftOuts) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[LeftOut]:
        """Every line in order."""
        reasons = map(self._reasons.__getitem__, self._kinds)
        return map(LeftOut, self._numbers, self._texts, reasons)

    @overload
    def __getitem__(self, at: int) -> LeftOut: ...
    @overload
    def __getitem__(self, at: slice) -> list[LeftOut]: ...
    def __getitem__(self, at: int | slice) -> LeftOut | list[LeftOut]:
        """One of them, or a list of some."""
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        return LeftOut(self._numbers[at], self._texts[at], self._reasons[self._kinds[at]])
