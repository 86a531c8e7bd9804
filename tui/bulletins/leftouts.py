"""What of a bulletin is in no report, and why."""

from dataclasses import dataclass

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
