"""Sentences that end with the full stop of Latin script, as some typists write them."""

import re
from collections.abc import Sequence

from tui.bulletins.lines import Line, Lines

_STOP = re.compile(r"(?<=[\u3400-\u9fff》)\]\"])\.(?![\d.])")
_FEWEST = 3


def stopped(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` as the rules look at them with 。 for such stops, where no sentence ends otherwise.

    The text stays as written; its folded form keeps its length.
    """
    if any("。" in line.plain for line in lines):
        return lines
    if sum(len(_STOP.findall(line.plain)) for line in lines) < _FEWEST:
        return lines
    return Lines(line._replace(plain=_STOP.sub("。", line.plain)) for line in lines)
