"""How a piece of a paragraph opens, seen with the report above it."""

import re
from dataclasses import replace

from tui.bulletins.beginnings import goes_on
from tui.bulletins.datewords import NEXT, DateWords
from tui.bulletins.heads import Cut
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.regions import Scope
from tui.bulletins.splitting import cuts_of
from tui.reports.places import Place

_QUOTED = re.compile(r" *\"[^\"]+\"[。!?]? *")
LOOK = 300
"""How much of a paragraph is looked at to see how it opens."""


def alone(plain: str, head: Cut, scope: Scope) -> Opening:
    """How a piece opens that no report stands above."""
    return opening_of(plain[head.body : head.body + LOOK], scope)


def below(plain: str, head: Cut, scope: Scope, place: Place | None) -> Opening:
    """How a piece opens below a report from `place`.

    Who the next report of the paragraph is about is not who this one is.
    """
    opening = alone(plain, head, scope)
    subject = opening.subject
    near = plain[head.body : head.body + LOOK]
    if subject is None or "。" not in near[: subject.start]:
        return opening
    follows = next(cuts_of(plain, scope, place, head.body), None)
    if follows is None or follows.start - head.body > subject.start:
        return opening
    if follows.named is None and not goes_on(near):
        return opening
    if is_quotation(plain[head.body : follows.start], opening):
        return opening
    return opening_of(plain[head.body : follows.start], scope)


def is_quotation(plain: str, opening: Opening) -> bool:
    """Whether folded words, after a lead-in, are only what somebody said: "再不学就晚了。"."""
    return _QUOTED.fullmatch(plain, opening.lead_end) is not None


def same_day(opening: Opening, above: DateWords | None) -> Opening:
    """同日,… and 次日,…: dated with the day of the report above, or the one after it."""
    date = opening.date
    if date is None or above is None or not (above.day or date.text in ("同日", "同一天")):
        return opening
    if not (date.counts_from_text or date.relative == NEXT):
        return opening
    above = above.day_after() if date.relative == NEXT else above
    meant = replace(above, start=date.start, end=date.end, text=date.text)
    return replace(opening, date=meant)
