"""Scores readings against the truth that stands beside each bulletin of the set."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.bulletins import BulletinError, Reading, read_file
from tui.bulletins.plain import plain_of
from tui.reports.report import Report

FOLDERS = tuple(Path(__file__).parent / name for name in ("files", "blind"))
SETS = ("tuned", "held-out", "blind")
FIELDS = ("prefecture", "county", "date_start", "date_end", "organisation", "documents")
CLASSES = ("easy", "medium", "hard")


@dataclass(slots=True)
class Score:
    """How often one field was right, over the reports of one class."""

    right: int = 0
    wrong: int = 0
    """Answered, and not what the text says."""
    missed: int = 0
    """Not answered, though the text says it."""

    @property
    def total(self) -> int:
        """All reports asked."""
        return self.right + self.wrong + self.missed

    @property
    def exact(self) -> float:
        """The share that is exactly right, what is rightly left open included."""
        return self.right / self.total if self.total else 1.0


@dataclass(slots=True)
class Tally:
    """Everything counted over some bulletins."""

    fields: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    answered: Counter[str] = field(default_factory=Counter)
    """Answers given per field, and of those that are right under ``right-…``."""
    expected: Counter[str] = field(default_factory=Counter)
    reports: Score = field(default_factory=Score)
    """Reports found with their first and last words right."""
    faults: list[str] = field(default_factory=list)


def truths(chosen: str | None = None) -> Iterator[dict[str, Any]]:
    """The truth of every bulletin of one of the `SETS`, or of all."""
    for path in sorted(path for folder in FOLDERS for path in folder.glob("*.json")):
        truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        truth["path"] = path.with_name(truth["file"])
        if chosen in (None, truth["set"]):
            yield truth


def score(bulletins: Iterable[dict[str, Any]]) -> dict[str, Tally]:
    """A tally per class of difficulty."""
    tallies = {name: Tally() for name in CLASSES}
    for truth in bulletins:
        try:
            reading = read_file(truth["path"], year=truth.get("year"))
        except BulletinError:
            reading = Reading(())
        _score_bulletin(truth, reading, tallies[truth["difficulty"]])
    return tallies


def _score_bulletin(truth: dict[str, Any], reading: Reading, tally: Tally) -> None:
    expected = truth["reports"]
    pairs = _aligned(expected, reading.reports)
    found = set()
    for wanted, index in pairs:
        if index is None:
            tally.reports.missed += 1
            tally.faults.append(f"{truth['file']}: not found: {wanted['opens']}")
            for name in FIELDS:
                tally.fields[name].missed += 1
                tally.expected[name] += bool(wanted[name])
            continue
        found.add(index)
        _score_report(truth["file"], wanted, reading.reports[index], tally)
    for index, report in enumerate(reading.reports):
        if index not in found:
            tally.reports.wrong += 1
            tally.faults.append(f"{truth['file']}: no report: {report.body[:30]}")


def _packed(text: str) -> str:
    """Without white space, and of one width."""
    return plain_of("".join(text.split()))


def _aligned(
    expected: Sequence[dict[str, Any]], reports: Sequence[Report]
) -> list[tuple[dict[str, Any], int | None]]:
    """Each wanted report with the one that holds its first words; each of these once."""
    bodies = [_packed(report.body) for report in reports]
    taken: set[int] = set()
    pairs: list[tuple[dict[str, Any], int | None]] = []
    for wanted in expected:
        opens = _packed(wanted["opens"])
        exact = [i for i, body in enumerate(bodies) if i not in taken and body.startswith(opens)]
        close = [i for i, body in enumerate(bodies) if i not in taken and opens in body[:80]]
        chosen = next(iter(exact or close), None)
        if chosen is not None:
            taken.add(chosen)
        pairs.append((wanted, chosen))
    return pairs


def _score_report(file: str, wanted: dict[str, Any], report: Report, tally: Tally) -> None:
    body = _packed(report.body)
    opens, closes = _packed(wanted["opens"]), _packed(wanted["closes"])
    if body.startswith(opens) and body.endswith(closes):
        tally.reports.right += 1
    else:
        tally.reports.wrong += 1
        tally.faults.append(
            f"{file}: bounds: {body[:14]}…{body[-14:]} not {wanted['opens']}…{wanted['closes']}"
        )
    record = report.record()
    for name in FIELDS:
        _score_field(file, name, wanted, record[name], tally)


def _score_field(file: str, name: str, wanted: dict[str, Any], answer: Any, tally: Tally) -> None:
    truth = wanted[name]
    right = _agrees(name, truth, answer)
    tally.expected[name] += bool(truth)
    tally.answered[name] += bool(answer)
    tally.answered[f"right-{name}"] += bool(answer) and right
    scored = tally.fields[name]
    if right:
        scored.right += 1
        return
    if answer:
        scored.wrong += 1
    else:
        scored.missed += 1
    tally.faults.append(f"{file}: {wanted['opens'][:12]} {name}: {answer} not {truth}")


def _agrees(name: str, truth: Any, answer: Any) -> bool:
    if name == "organisation" and truth and answer:
        truth, answer = _packed(truth), _packed(answer)
        return truth in answer or answer in truth
    if name == "documents":
        return [_packed(title) for title in truth] == [_packed(title) for title in answer]
    return bool(truth == answer)


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """Lines that show precision, recall and exact match per field and class."""
    yield f"{'':14}" + "".join(f"{name:>26}" for name in CLASSES)
    yield f"{'':14}" + "".join(f"{'prec.  recall   exact':>26}" for _ in CLASSES)
    for name in FIELDS:
        cells = []
        for tally in tallies.values():
            right = tally.answered[f"right-{name}"]
            precision = right / tally.answered[name] if tally.answered[name] else 1.0
            recall = right / tally.expected[name] if tally.expected[name] else 1.0
            cells.append(f"{precision:>11.1%}{recall:>8.1%}{tally.fields[name].exact:>8.1%}")
        yield f"{name:14}" + "".join(f"{cell:>26}" for cell in cells)
    yield f"{'reports':14}" + "".join(
        f"{f'{tally.reports.right} of {tally.reports.total} {tally.reports.exact:.1%}':>26}"
        for tally in tallies.values()
    )
