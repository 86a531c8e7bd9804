"""The facts of an import: what went into the archive together, and can be taken out together."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from tui.archive.errors import ArchiveError
from tui.reports.report import Report

Bulletin = tuple[str, Sequence[Report]]
"""The name of a bulletin's file and its reports."""


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """Bulletins that came in together."""

    id: str
    """8 hex digits; each report has it as `Source.import_id`."""
    when: datetime
    files: tuple[str, ...]
    """Names of the bulletins that something was taken from."""
    added: int
    duplicates: int = 0
    """Reports of these bulletins that were in the archive before."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of `Archive.add`."""

    batch: ImportBatch | None
    """The import, or none where nothing was new."""
    added: tuple[str, ...]
    """Ids of the reports that are new."""
    duplicates: tuple[str, ...]
    """Ids of the reports that were in the archive before, or twice in the import."""
    failed: tuple[tuple[str, ArchiveError], ...] = ()
    """Bulletins of which nothing could be stored, and why; the others went in."""


def now() -> datetime:
    """The time of an import; ``SOURCE_DATE_EPOCH`` makes it the same on every run."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdecimal():
        with suppress(OverflowError, OSError, ValueError):  # no time that a calendar has
            return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def import_id(when: datetime, bulletins: Iterable[Bulletin]) -> str:
    """8 hex digits: a digest of the time and of everything that was imported."""
    digest = blake2b(when.isoformat().encode(), digest_size=4)
    for name, reports in bulletins:
        for text in (name, *(report.id for report in reports)):
            digest.update(b"\n" + text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def fact(batch: ImportBatch, bulletin: str, added: int, duplicates: int) -> dict[str, Any]:
    """The row of the table of imports that says what one bulletin brought."""
    return {
        "id": batch.id,
        "when": batch.when.isoformat(),
        "bulletin": bulletin,
        "added": added,
        "duplicates": duplicates,
    }


def batches(facts: Iterable[dict[str, Any]]) -> list[ImportBatch]:
    """The imports that `facts` tell of, the latest first; rows that are none are passed over."""
    found: dict[str, ImportBatch] = {}
    for row in facts:
        try:
            when = datetime.fromisoformat(row["when"])
            one = ImportBatch(
                str(row["id"]),
                when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC),
                (str(row["bulletin"]),),
                int(row["added"]),
                int(row.get("duplicates", 0)),
            )
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
        found[one.id] = _joined(found[one.id], one) if one.id in found else one
    return sorted(found.values(), key=lambda batch: (batch.when, batch.id), reverse=True)


def _joined(one: ImportBatch, other: ImportBatch) -> ImportBatch:
    return ImportBatch(
        one.id,
        min(one.when, other.when),
        tuple(dict.fromkeys((*one.files, *other.files))),
        one.added + other.added,
        one.duplicates + other.duplicates,
    )
