"""The one question everything on screen answers.

Reading, writing and describing it is loaded when it is needed: the first query is empty as a rule.
"""

from datetime import date
from typing import NamedTuple, TypeGuard

from tui import locale
from tui.query.conditions import Condition, Field, FieldValues, Flag, Flagged, Order, Words
from tui.query.errors import QueryError

__all__ = [
    "Condition",
    "Field",
    "FieldValues",
    "Flag",
    "Flagged",
    "Order",
    "Query",
    "QueryError",
    "Words",
]


class Query(NamedTuple):
    """Conditions joined by AND, and an order."""

    conditions: tuple[Condition, ...] = ()
    order: Order = Order.NEWEST

    @classmethod
    def parse(cls, text: str) -> "Query":
        """The query that `text` means.

        Raises:
            QueryError: it cannot be read; the error knows the place.
        """
        if not text.strip():
            return cls()
        from tui.query import reader

        return cls(*reader.read(text, date.today()))

    def __str__(self) -> str:
        """The query in its own language, with English names; `parse` gives the same query."""
        from tui.query import writer

        return writer.write(self.conditions, self.order)

    def written(self) -> str:
        """As `str`, with names in the language spoken: what a search box shows."""
        from tui.query import writer

        return writer.write(self.conditions, self.order, locale.language())

    def describe(self) -> str:
        """A sentence in the language spoken: 伊犁州 · 2023-02 · “实施意见”."""
        from tui.query import description

        return description.describe(self.conditions, self.order)

    @staticmethod
    def describe_condition(condition: Condition) -> str:
        """One part of that sentence."""
        from tui.query import description

        return description.describe_condition(condition)

    @property
    def words(self) -> tuple[str, ...]:
        """The words and phrases asked for, each once: what is highlighted."""
        asked = (
            word
            for condition in self.conditions
            if isinstance(condition, Words) and not condition.excluded
            for word in condition.alternatives
        )
        return tuple(dict.fromkeys(asked))

    def values(self, field: Field) -> tuple[str, ...]:
        """The values asked for in a field, in all its conditions that exclude nothing."""
        conditions = (part for part in self.conditions if _asks(part, field))
        return tuple(dict.fromkeys(value for part in conditions for value in part.values))

    def has_flag(self, flag: Flag) -> bool:
        """Whether reports with the flag are asked for."""
        return Flagged(flag) in self.conditions

    def with_values(self, field: Field, values: tuple[str, ...]) -> "Query":
        """With one condition on `field` in place of all that exclude nothing; none for ()."""
        new = (FieldValues(field, values),) if values else ()
        places = [at for at, part in enumerate(self.conditions) if _asks(part, field)]
        at = places[0] if places else len(self.conditions)
        others = tuple(part for part in self.conditions[at:] if not _asks(part, field))
        return self._replace(conditions=(*self.conditions[:at], *new, *others))

    def with_flag(self, flag: Flag, on: bool) -> "Query":
        """Asking for reports with the flag, or no more about it."""
        asked = Flagged(flag)
        others = tuple(
            part
            for part in self.conditions
            if not (isinstance(part, Flagged) and part.flag is flag and part != asked)
        )
        if not on:
            return self._replace(conditions=tuple(part for part in others if part != asked))
        return self._replace(conditions=others if asked in others else (*others, asked))

    def without(self, condition: Condition) -> "Query":
        """Without that condition."""
        return self._replace(
            conditions=tuple(part for part in self.conditions if part != condition)
        )

    def without_last(self) -> "Query":
        """Without the condition written last; without its order where no condition is left."""
        left = self.conditions[:-1]
        return self._replace(conditions=left) if left else Query()

    def and_(self, other: "Query") -> "Query":
        """Both queries' conditions, each once, in `other`'s order where it asks for one."""
        new = (part for part in other.conditions if part not in self.conditions)
        order = self.order if other.order is Order.NEWEST else other.order
        return Query((*self.conditions, *new), order)


def _asks(condition: Condition, field: Field) -> TypeGuard[FieldValues]:
    return (
        isinstance(condition, FieldValues) and condition.field is field and not condition.excluded
    )
