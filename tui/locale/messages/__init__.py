"""Every visible sentence, by room: key -> (English, Chinese)."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from tui.locale.messages import keys, screen

LATER = (
    "archive",
    "bulletins",
    "charts",
    "cli",
    "coverage",
    "export",
    "handing_on",
    "query",
    "reading",
    "reports",
    "terminal",
    "timeline",
)
"""Modules of sentences that the browser's first frame does not show."""

Sentence = tuple[str, str]


class Messages(Mapping[str, Sentence]):
    """Sentences by key; `LATER` is loaded when one is asked for that is not among the first."""

    def __init__(self) -> None:
        """Begin with what the first frame shows."""
        self._known: dict[str, Sentence] = {**screen.MESSAGES, **keys.MESSAGES}
        self._is_whole = False

    def __getitem__(self, key: str) -> Sentence:
        """The sentence in both languages."""
        return self._known[key] if key in self._known else self._whole()[key]

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        return iter(self._whole())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._whole())

    def _whole(self) -> dict[str, Sentence]:
        if not self._is_whole:
            known = dict(self._known)  # threads may be reading the other
            for name in LATER:
                known |= import_module(f"{__name__}.{name}").MESSAGES
            self._known, self._is_whole = known, True
        return self._known


MESSAGES = Messages()
