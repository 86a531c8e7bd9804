"""What happens to a bulletin on its way changes nothing of what is read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.bulletins.mangling import MANGLINGS, Mangling, on_one_line
from tests.bulletins.scoring import FIELDS, score, truths
from tests.bulletins.test_score import LEAST
from tui.bulletins.decoding import decode

Plain = tuple[dict[str, Any], Sequence[str]]


@pytest.fixture(scope="module")
def plain() -> list[Plain]:
    """The truth and the lines of every plain bulletin; tabs do not outlive a change of layout."""
    found: list[Plain] = []
    for truth in truths():
        if truth["path"].suffix == ".txt":
            text = decode(truth["path"].read_bytes(), truth["file"], None).lstrip("\ufeff")
            if "\t" not in text:
                found.append((truth, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    return found


@pytest.mark.parametrize(
    ("mangling", "suffix"), MANGLINGS, ids=lambda one: one.__name__ if callable(one) else ""
)
def test_scores_hold(mangling: Mangling, suffix: str, plain: list[Plain], tmp_path: Path) -> None:
    """A page on one line is a hard one: nothing parts a headline from the words below it."""
    mangled = []
    for number, (truth, lines) in enumerate(plain):
        path = tmp_path / f"{number}-{Path(truth['file']).stem}{suffix}"
        path.write_bytes(mangling(lines))
        mangled.append({**truth, "path": path})
    for difficulty, tally in score(mangled).items():
        exact = [tally.fields[name].exact for name in FIELDS]
        least = LEAST["hard" if mangling is on_one_line and difficulty == "medium" else difficulty]
        assert min(*exact, tally.reports.exact) >= least, "\n".join(tally.faults)
