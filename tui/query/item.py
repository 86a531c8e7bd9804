"""A report as a scan looks at it: its texts folded once, when they are first wanted."""

import re
from datetime import date
from functools import cached_property

from tui.query.catalog import Entry
from tui.query.fold import fold
from tui.query.matching import affiliation_text, source_text
from tui.reports.report import Report

LETTER = re.compile("[a-zü]")
"""What `is_pinyin` takes for letters, in folded text."""


class Item:
    """One report of a `ScanCatalog`."""

    def __init__(self, report: Report) -> None:
        """Keep the report; nothing is folded yet."""
        self.report = report
        self.entry = Entry.of(report)
        self.region_key = report.region_key
        self.county_key = report.county_key
        self.start: date | None = report.held.first
        self.end: date | None = report.held.last

    @cached_property
    def title(self) -> str:
        """The title, folded."""
        return fold(self.report.title).replace("\n", " ")

    @cached_property
    def affiliation(self) -> str:
        """Organisation and region, folded."""
        return affiliation_text(self.report)

    @cached_property
    def organisation(self) -> str:
        """The organisation, folded."""
        return fold(self.report.organisation or "")

    @cached_property
    def text(self) -> str:
        """As `search_text`."""
        return f"{self.title}\n{self.affiliation}\n{fold(self.report.body)}"

    @cached_property
    def has_letters(self) -> bool:
        """Whether there are Latin letters in the text: in most reports there are none."""
        return LETTER.search(self.text) is not None

    @cached_property
    def source(self) -> str:
        """As `source_text`."""
        return source_text(self.report)
