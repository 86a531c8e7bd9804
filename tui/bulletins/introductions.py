"""Paragraphs before the first report that introduce them all."""

from collections.abc import Callable

from tui.bulletins.beginnings import names_county
from tui.bulletins.heads import head_of
from tui.bulletins.leads import introduces, is_local, is_of_many
from tui.bulletins.openings import Opening, opening_of
from tui.bulletins.regions import Scope
from tui.bulletins.splitting import cuts_of
from tui.bulletins.tags import tag_of


def introduces_reports(
    plain: str, scope: Scope, headed: bool, report_next: Callable[[], bool]
) -> bool:
    """Whether the first words of a bulletin, under no heading, are nobody's meeting.

    Args:
        plain: the folded paragraph.
        scope: where its places are looked for.
        headed: whether headings that name regions follow.
        report_next: whether the words after it may begin a report.
    """
    opening = opening_of(plain, scope)
    if is_local(opening, plain) and not introduces(plain[:120]):
        return False
    placed = opening.subject is None and opening.starts_dated and _is_placed(opening)
    if placed and not introduces(plain[:120]):
        return False
    if opening.subject is not None and tag_of(plain) is not None:
        return False
    head = head_of(plain, scope)
    if head.marked or head.label_end > head.label_start:
        return False
    leads = opening.subject is None or introduces(plain) or is_of_many(opening, plain)
    if not headed and next(cuts_of(plain, scope, None), None) is not None:
        return False
    return headed or (leads and report_next())


def _is_placed(opening: Opening) -> bool:
    """Whether it names the county it was held in."""
    return names_county(opening) or (opening.venue is not None and opening.venue.place is not None)
