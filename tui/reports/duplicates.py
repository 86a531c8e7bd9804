"""Reports that say the same: of one county, of one date, in words that mostly agree.

The same report in the same words has the same id and is no matter of this module.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from tui.reports.report import Report

AGREEMENT = 0.6
"""The share of common shingles from which two texts count as mostly agreeing."""

_SHINGLE = 4
_SKETCH = 64
"""How many shingles stand for a text: those with the smallest digests."""

_HOLDERS = 20
"""Reports remembered for one digest; more have only a phrase of their office in common."""
_CANDIDATES = 3
"""Reports with the most digests in common that are compared in full."""

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A new report and the known one it nearly repeats."""

    report: Report
    known: Report
    """A known report, or a new one that came before."""
    agreement: float
    """From 0 to 1."""


def near_duplicates(new: Sequence[Report], known: Iterable[Report]) -> Iterator[NearDuplicate]:
    """For each new report the one before it that it agrees with most, if any does enough.

    Before it come all known reports and the new ones that stand above it. Only reports of one
    county and date are compared, and of these the likeliest, so time grows with their number.
    """
    groups: dict[_Key, _Group] = defaultdict(_Group)
    sizes = Counter(map(_key, new))
    for other in known:
        key = _key(other)
        if key in sizes:
            groups[key].add(other)
    for report in new:
        key = _key(report)
        if sizes[key] == 1 and key not in groups:
            continue
        found = groups[key].nearest(report)
        if found is not None:
            yield found
        groups[key].add(report)


def _key(report: Report) -> _Key:
    start = report.held.start
    return report.region_key, report.county_key, start.isoformat() if start else ""


class _Group:
    """Reports of one county and date, found by the digests they have in common."""

    def __init__(self) -> None:
        self._sketches: dict[str, tuple[Report, frozenset[int]]] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def add(self, report: Report) -> None:
        """Remember a report, once."""
        if report.id in self._sketches:
            return
        sketch = sketch_of(report.body)
        self._sketches[report.id] = report, sketch
        for digest in sketch:
            if len(self._holders[digest]) < _HOLDERS:
                self._holders[digest].append(report.id)

    def nearest(self, report: Report) -> NearDuplicate | None:
        """The other report that agrees most with this one, if it does enough."""
        if report.id in self._sketches:
            return None
        sketch = sketch_of(report.body)
        common = Counter(one for digest in sketch for one in self._holders.get(digest, ()))
        best: NearDuplicate | None = None
        for one, _ in common.most_common(_CANDIDATES):
            other, others = self._sketches[one]
            agreement = _agreement(sketch, others)
            if agreement >= AGREEMENT and (best is None or agreement > best.agreement):
                best = NearDuplicate(report, other, agreement)
        return best


def sketch_of(body: str) -> frozenset[int]:
    """The smallest digests of the pieces of four characters, white space and signs left out."""
    folded = unicodedata.normalize("NFKC", body)
    text = "".join(sign for sign in folded if sign.isalnum())
    pieces = {text[at : at + _SHINGLE] for at in range(max(1, len(text) - _SHINGLE + 1))}
    digests = (crc32(piece.encode("utf-8", "surrogatepass")) for piece in pieces)
    return frozenset(sorted(digests)[:_SKETCH])


def _agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of common pieces, among the smallest of both together."""
    together = sorted(one | other)[:_SKETCH]
    both = one & other
    return sum(1 for digest in together if digest in both) / max(len(together), 1)
