"""What a query is made of: words, values of fields, flags; and the order of its answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Field(StrEnum):
    """What a report can be asked for by name."""

    PREFECTURE = "prefecture"
    COUNTY = "county"
    DATE = "date"
    ORG = "org"
    DOC = "doc"
    SOURCE = "source"


class Flag(StrEnum):
    """What a report is or is not."""

    MARKED = "marked"
    UNDATED = "undated"


class Order(StrEnum):
    """How the answers are ordered."""

    NEWEST = "newest"
    REGION = "region"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class Words:
    """A report has at least one of these words or phrases, or none of them."""

    alternatives: tuple[str, ...]
    excluded: bool = False

    def __post_init__(self) -> None:
        """Refuse a condition that would be about nothing."""
        _check(self.alternatives)


@dataclass(frozen=True, slots=True)
class FieldValues:
    """A field has at least one of these values, or none of them."""

    field: Field
    values: tuple[str, ...]
    """As written: a date stays ``上月``, so that a query kept for later stays relative."""
    excluded: bool = False

    def __post_init__(self) -> None:
        """Refuse a condition that would be about nothing."""
        _check(self.values)


class Flagged(NamedTuple):
    """A report has the flag, or has it not."""

    flag: Flag
    excluded: bool = False


Condition = Words | FieldValues | Flagged


def _check(values: tuple[str, ...]) -> None:
    if not all(values) or not values:
        raise ValueError("a condition needs values, none of them empty")
