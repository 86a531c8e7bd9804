"""Reports that say the same: of one county, of one date, in words that mostly agree.

The same report in the same words has the same id and is no matter of this module.
"""

import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

from tui.reports.report import Report

AGREEMENT = 0.6
"""The share of common shingles from which two texts count as mostly agreeing."""

_SHINGLE = 4
_SKETCH = 64
"""How many shingles stand for a text: those with the smallest digests."""

_HOLDERS = 20
"""Reports remembered for one digest; more have only a phrase of their office in common."""
_MOST = 5_000
"""Reports of one county and date that are remembered; nobody ever held so many."""
_CANDIDATES = 3
"""Reports with the most digests in common that are compared in full."""

_Key = tuple[str, str, str]
Sketch: TypeAlias = "array[int]"
"""Digests, the smallest first."""


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A new report and the known one it nearly repeats."""

    report: Report
    known: Report
    """A known report, or a new one that came before."""
    agreement: float
    """From 0 to 1."""
    is_new: bool
    """Whether the known one is a new report that came before."""


def near_duplicates(new: Iterable[Report], known: Iterable[Report]) -> Iterator[NearDuplicate]:
    """For each new report the one before it that it agrees with most, if any does enough.

    Before it come all known reports and the new ones that stand above it. Only reports of one
    county and date are compared, and of these the likeliest, so time grows with their number.
    They are given one county and date after the other, as few digests are remembered at once.
    """
    groups: dict[_Key, list[Report]] = defaultdict(list)
    for report in new:
        groups[_key(report)].append(report)
    others: dict[_Key, list[Report]] = defaultdict(list)
    for other in known:
        key = _key(other)
        if key in groups:
            others[key].append(other)
    for key, reports in groups.items():
        if len(reports) > 1 or key in others:
            yield from _Group(others.pop(key, [])).repeats(reports)


def _key(report: Report) -> _Key:
    start = report.held.start
    return report.region_key, report.county_key, start.isoformat() if start else ""


class _Group:
    """Reports of one county and date, found by the digests they have in common."""

    def __init__(self, known: Iterable[Report]) -> None:
        self._reports: list[Report] = []
        self._sketches: list[Sketch] = []
        self._ids: set[str] = set()
        self._holders: dict[int, int | list[int]] = {}
        """Which reports have a digest; most digests have one."""
        for report in known:
            if report.id not in self._ids:
                self._add(report, sketch_of(report.body))
        self._known = len(self._reports)

    def repeats(self, new: Iterable[Report]) -> Iterator[NearDuplicate]:
        """What each of `new` nearly repeats; each is remembered for those after it."""
        for report in new:
            if report.id not in self._ids:
                sketch = sketch_of(report.body)
                found = self._nearest(report, sketch)
                if found is not None:
                    yield found
                self._add(report, sketch)

    def _add(self, report: Report, sketch: Sketch) -> None:
        number = len(self._reports)
        if number == _MOST:
            return
        self._ids.add(report.id)
        self._reports.append(report)
        self._sketches.append(sketch)
        for digest in sketch:
            holders = self._holders.setdefault(digest, number)
            if isinstance(holders, list):
                if len(holders) < _HOLDERS:
                    holders.append(number)
            elif holders != number:
                self._holders[digest] = [holders, number]

    def _having(self, digest: int) -> Sequence[int]:
        holders = self._holders.get(digest, ())
        return (holders,) if isinstance(holders, int) else holders

    def _nearest(self, report: Report, sketch: Sketch) -> NearDuplicate | None:
        """The other report that agrees most with this one, if it does enough."""
        common = Counter(one for digest in sketch for one in self._having(digest))
        best: NearDuplicate | None = None
        for one, _ in common.most_common(_CANDIDATES):
            agreement = _agreement(sketch, self._sketches[one])
            if agreement >= AGREEMENT and (best is None or agreement > best.agreement):
                is_new = one >= self._known
                best = NearDuplicate(report, self._reports[one], agreement, is_new)
        return best


def sketch_of(body: str) -> Sketch:
    """The smallest digests of the pieces of four characters, white space and signs left out."""
    folded = unicodedata.normalize("NFKC", body)
    text = "".join(sign for sign in folded if sign.isalnum())
    pieces = {text[at : at + _SHINGLE] for at in range(max(1, len(text) - _SHINGLE + 1))}
    digests = {crc32(piece.encode("utf-8", "surrogatepass")) for piece in pieces}
    return array("I", sorted(digests)[:_SKETCH])


def _agreement(one: Sketch, other: Sketch) -> float:
    """The share of common pieces, among the smallest of both together."""
    together = sorted({*one, *other})[:_SKETCH]
    both = {*one}.intersection(other)
    return sum(1 for digest in together if digest in both) / max(len(together), 1)
