"""Writing reports into the tables of a catalog, and taking them out."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tui.archive.catalog import words
from tui.archive.catalog.layout import Layout, group_of
from tui.archive.catalog.records import Record
from tui.archive.catalog.rows import facts, kept, kept_or_none
from tui.archive.catalog.tokens import Tokens, tokens_of
from tui.query.matching import date_order, months_of, source_text
from tui.reports.date import MeetingDate
from tui.reports.report import Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record to be written, and the row of its file."""

    record: Record
    file: int


class Writer:
    """Fills the tables through one connection; the caller begins and commits."""

    def __init__(self, connection: sqlite3.Connection, layout: Layout) -> None:
        """Keep the connection; names that have a row are looked up when they come."""
        self._run = connection.execute
        self._run_many = connection.executemany
        self._layout = layout
        self._rows: dict[tuple[str, object], int] = {}
        self._pairs: set[str] = set()

    def forget(self) -> None:
        """Look names up again, after a rollback or to keep memory small."""
        self._rows.clear()
        self._pairs.clear()

    def write(self, arrivals: Iterable[Arrival]) -> None:
        """Add reports that are not there.

        Raises:
            LayoutError: the numbers have no room for them.
        """
        # Ascending: FTS5 writes what it has gathered to disk whenever a number is smaller.
        ordered = sorted(arrivals, key=lambda one: date_order(one.record.report))
        serials: dict[int, int] = {}
        numbered = []
        for arrival in ordered:
            group = group_of(arrival.record.report)
            serial = serials[group] = serials.get(group, self._last_serial(group)) + 1
            region = self._region(arrival.record.report)
            numbered.append((self._layout.number(group, serial, region), region, arrival))
        for number, region, arrival in sorted(numbered, key=lambda one: one[0]):
            self._write_one(number, region, arrival)
        if len(self._rows) > 200_000:
            self.forget()

    def remove(self, numbers: Iterable[int]) -> None:
        """Take reports out; `words` goes on finding their numbers, which ``gone`` lists."""
        gone = [(number,) for number in numbers]
        span, mask = self._layout.span, self._layout.region_mask
        self._run_many("INSERT INTO gone VALUES (?)", gone)
        self._run_many("DELETE FROM report WHERE number = ?", gone)
        self._run_many("DELETE FROM citation WHERE number = ?", gone)
        self._run_many("DELETE FROM lasting WHERE number = ?", gone)
        self._run_many(
            "UPDATE region SET count = count - 1 WHERE id = ?",
            ((number & mask,) for (number,) in gone),
        )
        self._run_many(
            "UPDATE day SET count = count - 1 WHERE day_group = ?",
            ((number >> span,) for (number,) in gone),
        )

    def _last_serial(self, group: int) -> int:
        low, high = group << self._layout.span, (group + 1) << self._layout.span
        # Above the span's own bits the region would decide, so the serial stands before it.
        found = (
            self._run(
                f"SELECT max(number) FROM {table} WHERE number >= ? AND number < ?", (low, high)
            ).fetchone()[0]
            for table in ("report", "gone")
        )
        return max((self._layout.serial(number) for number in found if number), default=-1)

    def _write_one(self, number: int, region: int, arrival: Arrival) -> None:
        report, record = arrival.record.report, arrival.record
        held = report.held
        organisation = report.organisation and self._row("organisation", report.organisation)
        source = self._row("source", words.moved(source_text(report)))
        documents = [self._row("document", name) for name in dict.fromkeys(report.documents)]
        self._run(
            "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                kept(report.id),
                region,
                organisation or None,
                kept(report.title),
                held.first.toordinal() if held.first else None,
                held.last.toordinal() if held.last else None,
                facts(held),
                kept(held.as_written),
                source,
                arrival.file,
                record.offset,
                record.length,
                record.digest,
            ),
        )
        self._run_many(
            "INSERT INTO citation VALUES (?, ?)", [(number, document) for document in documents]
        )
        tags = [words.EVERY, f"r{region}", f"s{source}"]
        tags += [f"o{organisation}"] if organisation else []
        tags += [f"d{document}" for document in documents]
        tags += self._note_length(number, held)
        tags += [words.SPANNING] if held.first and len(months_of(held)) != 1 else []
        self._write_words(number, record.tokens or tokens_of(report), tags)
        self._run("UPDATE region SET count = count + 1 WHERE id = ?", (region,))
        self._run(
            "INSERT INTO day VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
            (number >> self._layout.span,),
        )

    def _note_length(self, number: int, held: MeetingDate) -> list[str]:
        """Keep how long a report lasted, if more than a day; its token."""
        days = (held.last - held.first).days if held.first and held.last else 0
        if not days:
            return []
        self._run("INSERT INTO lasting VALUES (?, ?)", (number, days))
        return [words.LASTING]

    def _write_words(self, number: int, tokens: Tokens, tags: list[str]) -> None:
        self._run(
            "INSERT INTO words (rowid, tokens) VALUES (?, ?)",
            (number, " ".join((tokens.all, *tags))),
        )
        new = set(tokens.of_title.split(" ")) - self._pairs - {""}
        self._run_many("INSERT OR IGNORE INTO title_pair VALUES (?)", [(pair,) for pair in new])
        self._pairs |= new

    def _row(self, table: str, name: str) -> int:
        """The row of a name, which is made where there is none."""
        known = self._rows.get((table, name))
        if known is None:
            value = kept(name)
            found = self._run(f"SELECT id FROM {table} WHERE name = ?", (value,)).fetchone()
            known = found[0] if found else self._insert(table, (value,))
            self._rows[table, name] = known
        return known

    def _region(self, report: Report) -> int:
        columns = (
            report.prefecture,
            report.prefecture_code,
            report.county,
            report.county_code,
            report.heading,
        )
        known = self._rows.get(("region", columns))
        if known is None:
            values = tuple(map(kept_or_none, columns))
            found = self._run(
                "SELECT id FROM region WHERE prefecture IS ? AND prefecture_code IS ?"
                " AND county IS ? AND county_code IS ? AND heading IS ?",
                values,
            ).fetchone()
            known = found[0] if found else self._insert("region", (*values, 0))
            self._rows["region", columns] = known
        return known

    def _insert(self, table: str, values: tuple[object, ...]) -> int:
        marks = ", ".join("?" * len(values))
        row = self._run(f"INSERT INTO {table} VALUES (NULL, {marks})", values).lastrowid
        assert row is not None
        return row
