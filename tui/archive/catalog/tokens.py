"""The tokens by which the index finds a report, apart from those that name rows of its tables."""

from dataclasses import dataclass
from functools import lru_cache

from tui.archive.catalog import sounds, words
from tui.query.fold import fold
from tui.query.matching import affiliation_text
from tui.reports.report import Report


@dataclass(frozen=True, slots=True)
class Tokens:
    """What `words` is given of one report."""

    all: str
    """With blanks between."""
    of_title: str
    """The pairs of the title's characters, among them; with blanks between."""


def tokens_of(report: Report) -> Tokens:
    """The tokens of a report's text, title and names."""
    affiliation = affiliation_text(report)
    title = report.title.replace("\n", " ")
    heard = _heard_in(affiliation) | sounds.heard(fold(title))
    body, names, title = words.moved(report.body), words.moved(affiliation), words.moved(title)
    characters = {*body, *title, *names} - {words.LINE_END}
    of_title = words.pairs(title)
    parts = (words.pairs(body), of_title, words.pairs(names), words.title_tokens(title))
    return Tokens(" ".join((*parts, *characters, *sounds.tokens(heard))), of_title)


@lru_cache(maxsize=20_000)
def _heard_in(affiliation: str) -> frozenset[str]:
    """What is heard in names that many reports share."""
    return frozenset().union(*map(sounds.heard, affiliation.split("\n")))
