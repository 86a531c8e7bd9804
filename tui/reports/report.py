"""A meeting report, the record it is stored as, and the digest that names it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeVar

from tui.reports.date import MeetingDate, Precision
from tui.reports.errors import RecordError

T = TypeVar("T")

READ_FIELDS = (
    "prefecture",
    "prefecture_code",
    "county",
    "county_code",
    "heading",
    "date_start",
    "date_end",
    "precision",
    "date_as_written",
    "year_inferred",
    "organisation",
    "title",
    "documents",
)
"""The fields of `Report.record`, in order, that are read from the words."""

LONGEST_TITLE = 32
"""Characters of a title that is made of a report's words."""


class Source(NamedTuple):
    """Where a report came from."""

    file: str = ""
    """Name of the bulletin's file, without its folder."""
    bulletin: str = ""
    """Title of the bulletin; empty where it has none."""
    line: int = 0
    """Line of the file on which the report begins, from 1; 0 where it has none."""
    import_id: str = ""
    """The import it came with; empty before it is stored."""
    tag: str = ""
    """The closing tag as written, such as （记者 …）; it is not part of the body."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one organisation reported of one meeting."""

    id: str
    """12 hex digits; see `report_id`."""
    paragraphs: tuple[str, ...]
    """The body as written, one line each, without line ends."""
    prefecture: str | None = None
    """Full official name: 伊犁哈萨克自治州."""
    prefecture_code: str | None = None
    """Six digits of GB/T 2260."""
    county: str | None = None
    """Full official name of the county-level unit; none where the meeting is the prefecture's."""
    county_code: str | None = None
    heading: str = ""
    """The heading it stood under, as written; the region's name where no prefecture is known."""
    held: MeetingDate = field(default_factory=MeetingDate)
    organisation: str | None = None
    """Who held the meeting, as written."""
    title: str = ""
    """One line that tells the reports of a county apart, without the date."""
    documents: tuple[str, ...] = ()
    """Titles cited in 《》, in order, each once."""
    source: Source = field(default_factory=Source)
    flags: tuple[str, ...] = ()
    """What the reader was not sure of: keys of the catalogue, such as ``bulletins.no-year``."""
    original: Mapping[str, Any] | None = None
    """Fields as first read, where a correction replaced them."""

    @property
    def body(self) -> str:
        r"""The paragraphs joined by ``\n``."""
        return "\n".join(self.paragraphs)

    @property
    def region_key(self) -> str:
        """What groups reports by prefecture: its code or name, else the heading, or nothing."""
        return self.prefecture_code or self.prefecture or self.heading

    @property
    def county_key(self) -> str:
        """What groups reports within a prefecture: the county's code, or its name, or nothing."""
        return self.county_code or self.county or ""

    def record(self) -> dict[str, Any]:
        """The report as plain JSON values: what is stored, and what ``--json`` prints."""
        held = self.held
        record: dict[str, Any] = {
            "id": self.id,
            "prefecture": self.prefecture,
            "prefecture_code": self.prefecture_code,
            "county": self.county,
            "county_code": self.county_code,
            "heading": self.heading,
            "date_start": held.start.isoformat() if held.start else None,
            "date_end": held.end.isoformat() if held.end else None,
            "precision": held.precision.value,
            "date_as_written": held.as_written,
            "year_inferred": held.year_inferred,
            "organisation": self.organisation,
            "title": self.title,
            "body": self.body,
            "documents": list(self.documents),
            "source": {
                "file": self.source.file,
                "bulletin": self.source.bulletin,
                "line": self.source.line,
                "import": self.source.import_id,
                "tag": self.source.tag,
            },
            "flags": list(self.flags),
        }
        if self.original is not None:
            record["original"] = dict(self.original)
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any], where: str = "record") -> "Report":
        """The report that `record` was made from.

        Fields that may be absent get their defaults, so that a table kept by another program
        needs no more than ``body``; an ``id`` that is missing is computed, and the first words of
        the body stand for a ``title`` that is.

        Args:
            record: a mapping with the keys of `record`.
            where: names the record in the error, such as a file and a number.

        Raises:
            RecordError: a field has the wrong kind, or there is no body.
        """
        read = _Fields(record, where)
        body = read.text("body")
        if not body.strip():
            raise RecordError("reports.bad-record", where=where, field="body")
        code = read.optional("prefecture_code")
        source = _Fields(read.mapping("source"), where)
        return cls(
            id=read.optional("id") or report_id(code, body),
            paragraphs=tuple(body.split("\n")),
            prefecture=read.optional("prefecture"),
            prefecture_code=code,
            county=read.optional("county"),
            county_code=read.optional("county_code"),
            heading=read.optional("heading") or "",
            held=MeetingDate(
                start=read.day("date_start"),
                end=read.day("date_end"),
                precision=read.precision(),
                as_written=read.optional("date_as_written") or "",
                year_inferred=bool(record.get("year_inferred", False)),
            ),
            organisation=read.optional("organisation"),
            title=first_words(body) if record.get("title") is None else read.text("title"),
            documents=read.texts("documents"),
            source=Source(
                file=source.optional("file") or "",
                bulletin=source.optional("bulletin") or "",
                line=source.number("line"),
                import_id=source.optional("import") or "",
                tag=source.optional("tag") or "",
            ),
            flags=read.texts("flags"),
            original=read.mapping("original") or None,
        )


class _Fields:
    """Reads a record's fields, and says which one is wrong."""

    def __init__(self, record: Mapping[str, Any], where: str) -> None:
        self._record = record
        self._where = where

    def _typed(self, name: str, kind: type[T], default: T) -> T:
        value = self._record.get(name)
        if value is None:
            return default
        if not isinstance(value, kind):
            raise self._wrong(name)
        return value

    def _wrong(self, name: str) -> RecordError:
        return RecordError("reports.bad-record", where=self._where, field=name)

    def text(self, name: str) -> str:
        return self._typed(name, str, "")

    def optional(self, name: str) -> str | None:
        return self._typed(name, str, "") or None

    def number(self, name: str) -> int:
        return self._typed(name, int, 0)

    def mapping(self, name: str) -> Mapping[str, Any]:
        return self._typed(name, dict, {})

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._typed(name, list, [])
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(name)
        return tuple(values)

    def day(self, name: str) -> date | None:
        value = self.optional(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self._wrong(name) from None

    def precision(self) -> Precision:
        value = self.optional("precision")
        if value is None:
            return Precision.DAY if self.day("date_start") else Precision.UNKNOWN
        try:
            return Precision(value)
        except ValueError:
            raise self._wrong("precision") from None


def first_words(body: str) -> str:
    """The beginning of a body, in place of a title."""
    line = body.lstrip()[: LONGEST_TITLE + 1].partition("\n")[0].rstrip()
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


def report_id(prefecture_code: str | None, body: str) -> str:
    """The 12 hex digits that name a report.

    A digest of the prefecture's code and the body with width folded (NFKC) and white space
    dropped, so that the same report imported twice is the same report.
    """
    from hashlib import blake2b  # brings a cryptography library along; showing needs no digest

    folded = "".join(unicodedata.normalize("NFKC", body).split())
    content = f"{prefecture_code or ''}\n{folded}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=6).hexdigest()
