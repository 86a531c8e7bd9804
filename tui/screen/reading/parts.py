"""The parts of a meeting report, found by the words that open them: 会议指出, 会议要求, 会上.

Such words open a part only at the beginning of a sentence. Nothing is taken from the text: a
part is a place in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.screen.reading.layout import NO_START


class Part(NamedTuple):
    """A part of one paragraph."""

    offset: int
    """Where its opening words begin."""
    end: int
    """Where what it says begins, past the comma or colon after them."""
    label: str
    """The opening words: 会议指出."""


_SAYS = "指出|要求|强调|决定|认为|提出|号召|明确|部署|宣布|表示|希望|建议|提议|倡议|议定"
_OPENERS = re.compile(
    r"(?:^|(?<=[。！？!?])|(?<=[。！？!?][”’」』）)]))[\s　]*"
    r"(?P<label>"
    rf"(?:本次|此次|这次)?(?:会议|大会|全会|座谈会|例会)"
    rf"(?:还|又|并|最后|同时|一致|特别|再次|明确)*(?:{_SAYS})(?!了)"
    r"|(?:与会|参会|大家|同志们|全体|到会)[^\s,，:：。;；、！!？?“”《》()（）]{0,8}?"
    r"(?:一致|纷纷|普遍|都)*(?:认为|表示|指出|提出)"
    r"|(?:在)?[^\s,，:：。;；、！!？?“”《》()（）]{0,6}会上(?=[,，])"
    r"|会后(?=[,，])|会前(?=[,，])|据悉(?=[,，])|据了解(?=[,，])|下一步(?=[,，])"
    r")"
    rf"[,，:：]?(?![\s　]*[{re.escape(''.join(sorted(NO_START)))}])"
)
"""What would begin with closing punctuation under its heading is no part but a sentence."""


def parts(paragraph: str) -> Iterator[Part]:
    """The parts that open in `paragraph`, in order, found as they are asked for."""
    for match in _OPENERS.finditer(paragraph):
        if match.end() < len(paragraph):
            yield Part(match.start("label"), match.end(), match["label"])
