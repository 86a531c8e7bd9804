"""Reports that say the same: of one county, of one date, in words that mostly agree.

The same report in the same words has the same id and is no matter of this module.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from tui.reports.report import Report

AGREEMENT = 0.6
"""The share of common shingles from which two texts count as mostly agreeing."""

_SHINGLE = 4
_SKETCH = 64
"""How many shingles stand for a text: those with the smallest digests."""

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A new report and the known one it nearly repeats."""

    report: Report
    known: Report
    agreement: float
    """From 0 to 1."""


def near_duplicates(new: Sequence[Report], known: Iterable[Report]) -> Iterator[NearDuplicate]:
    """For each new report the known one it agrees with most, if any does enough.

    Takes time for every known report once, and compares only reports of one county and date.
    """
    wanted = defaultdict(list)
    for report in new:
        wanted[_key(report)].append(report)
    best: dict[str, NearDuplicate] = {}
    sketches: dict[str, frozenset[int]] = {}
    for other in known:
        for report in wanted.get(_key(other), ()):
            if report.id == other.id:
                continue
            agreement = _agreement(_sketch_of(report, sketches), _sketch_of(other, sketches))
            found = best.get(report.id)
            if agreement >= AGREEMENT and (found is None or agreement > found.agreement):
                best[report.id] = NearDuplicate(report, other, agreement)
    return (best[report.id] for report in new if report.id in best)


def _key(report: Report) -> _Key:
    start = report.held.start
    return report.region_key, report.county_key, start.isoformat() if start else ""


def _sketch_of(report: Report, sketches: dict[str, frozenset[int]]) -> frozenset[int]:
    sketch = sketches.get(report.id)
    if sketch is None:
        sketch = sketches[report.id] = sketch_of(report.body)
    return sketch


def sketch_of(body: str) -> frozenset[int]:
    """The smallest digests of the pieces of four characters, white space and signs left out."""
    folded = unicodedata.normalize("NFKC", body)
    text = "".join(sign for sign in folded if sign.isalnum())
    pieces = {text[at : at + _SHINGLE] for at in range(max(1, len(text) - _SHINGLE + 1))}
    digests = (int.from_bytes(_digest(piece), "big") for piece in pieces)
    return frozenset(sorted(digests)[:_SKETCH])


def _digest(piece: str) -> bytes:
    return blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of common pieces, among the smallest of both together."""
    together = sorted(one | other)[:_SKETCH]
    both = one & other
    return sum(1 for digest in together if digest in both) / max(len(together), 1)
