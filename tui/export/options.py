"""What an export looks like: its format, its encoding, how it is ordered and headed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tui.export.errors import ExportError


class Format(StrEnum):
    """The kinds of file an export can be."""

    TEXT = "text"
    """The bulletin format, which an import reads back."""
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"

    @property
    def suffix(self) -> str:
        """The usual end of a file's name."""
        return {Format.TEXT: ".txt", Format.MARKDOWN: ".md"}.get(self, f".{self.value}")

    @property
    def has_title(self) -> bool:
        """Whether a title may stand above the reports."""
        return self not in {Format.CSV, Format.JSON}

    @property
    def has_numbers(self) -> bool:
        """Whether it may have numbers before headings and reports, and a line for the period.

        Text has none: it is read back, so its words stay as they are.
        """
        return self in {Format.MARKDOWN, Format.DOCX}

    def named(self, path: Path) -> Path:
        """`path` with this format's suffix, in place of the one it has or behind its name.

        What stands after the dot of 2023.2月简报 is part of the name; no name gets no suffix.
        """
        if path.name in ("", ".."):
            return path
        if is_suffix(path.suffix):
            return path.with_suffix(self.suffix)
        return path.with_name(path.name + self.suffix)

    @classmethod
    def of(cls, path: Path) -> "Format":
        """The format that the end of a file's name asks for; text where there is none.

        Raises:
            ExportError: no format has this suffix.
        """
        suffix = path.suffix.lower()
        found = _SUFFIXES.get(suffix)
        if found is None:
            raise ExportError("export.unknown-suffix", suffix=suffix)
        return found


def is_suffix(suffix: str) -> bool:
    """Whether the end of a file's name says of what kind it is: a few Latin letters or figures."""
    return _SUFFIX.fullmatch(suffix) is not None


_SUFFIX = re.compile(r"\.(?=\w*[a-z])\w{1,8}", re.ASCII | re.IGNORECASE)

_SUFFIXES = {form.suffix: form for form in Format} | {
    "": Format.TEXT,
    ".text": Format.TEXT,
    ".markdown": Format.MARKDOWN,
}


class Encoding(StrEnum):
    """The encodings a text can be written in."""

    UTF_8_SIG = "utf-8-sig"
    """With a byte order mark, by which office programs know UTF-8; lines end in CR LF."""
    UTF_8 = "utf-8"
    """Without a mark; lines end in LF."""
    GB18030 = "gb18030"
    """Holds every character; lines end in CR LF."""
    GBK = "gbk"
    """For old programs; an export that it cannot hold is refused. Lines end in CR LF."""

    @property
    def line_end(self) -> str:
        """How lines end: as office programs expect it, or as everything else does."""
        return "\n" if self is Encoding.UTF_8 else "\r\n"


class Grouping(StrEnum):
    """What headings are made of, and so in which order reports should come."""

    PREFECTURE = "prefecture"
    """By prefecture in official order."""
    DATE = "date"
    """By day, a heading wherever it changes; each report says its region."""
    ORDERED = "ordered"
    """As they come, with a heading wherever the prefecture changes."""


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that decides the bytes of an export but the reports."""

    format: Format = Format.TEXT
    encoding: Encoding | None = None
    """None: what the format's readers expect; see `for_file`."""
    grouping: Grouping = Grouping.PREFECTURE
    numbered: bool = False
    """一、 before headings and （一） before reports, in formats that have numbers."""
    title: str = ""
    """A first line; empty for none."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What is noted on a report, by its id."""
    period: str = ""
    """A line below the title that says which time it is about; see `Summary.period`."""

    @property
    def for_file(self) -> Encoding:
        """The encoding of a file.

        Text and CSV are opened in office programs, which want a byte order mark; what reads
        Markdown and JSON wants none (for JSON it is forbidden: RFC 8259, 8.1).
        """
        if self.encoding is not None:
            return self.encoding
        office = self.format in {Format.TEXT, Format.CSV}
        return Encoding.UTF_8_SIG if office else Encoding.UTF_8

    @property
    def for_pipe(self) -> Encoding:
        """The encoding on standard output, where no office program is waiting."""
        return self.encoding or Encoding.UTF_8
