"""What selects the matches of a query: an expression for `words`, a range, and tests."""

from dataclasses import dataclass, replace

from tui.archive.catalog import words

NUMBER = "\0"
"""Stands in tests for the column that has the number of a report."""

END = 1 << 62
"""Greater than every number."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What selects the matches of a query."""

    found: tuple[str, ...] = ()
    """Expressions that all hold."""
    not_found: tuple[str, ...] = ()
    """Expressions none of which holds."""
    low: int = 0
    high: int = END
    """Numbers, the second excluded, outside of which nothing matches."""
    tests: tuple[tuple[str, tuple[object, ...]], ...] = ()
    """SQL conditions with their values; they may use the columns of ``report``."""
    impossible: bool = False
    has_gone: bool = True
    """Whether `words` may find numbers of reports that are no more."""

    @property
    def expression(self) -> str | None:
        """What `words` is asked, or none where it need not be."""
        if not self.found and not self.not_found:
            return None
        wanted = " AND ".join(self.found or (words.EVERY,))
        return f"({wanted}) NOT ({' OR '.join(self.not_found)})" if self.not_found else wanted

    @property
    def selects_all(self) -> bool:
        """Whether every report matches."""
        return self == Plan(has_gone=self.has_gone)

    @property
    def is_range(self) -> bool:
        """Whether every report with a number of the range matches."""
        return not (self.found or self.not_found or self.tests or self.impossible)

    def finding(self, expression: str) -> "Plan":
        """With something that `words` must find as well."""
        return replace(self, found=(*self.found, expression))

    def within(self, low: int, high: int) -> "Plan":
        """With a range of numbers as well."""
        return replace(self, low=max(self.low, low), high=min(self.high, high))

    def sql(self, columns: str, rest: str = "", joins: str = "") -> tuple[str, list[object]]:
        """A statement that selects `columns` of the matches, and its values.

        Args:
            columns: may use `NUMBER`, and the columns of ``report`` if `joins` are given.
            rest: what follows the condition, such as an order.
            joins: further tables; ``report`` is among the tables whenever there are any.
        """
        conditions: list[str] = []
        values: list[object] = []
        if self.expression is None:
            number = listed = "report.number"
            source = "report" + joins
        else:
            # Without the sign SQLite would ask `words` for each number that a test lists.
            number, listed, source = "words.rowid", "+words.rowid", "words"
            if joins or any("report." in test for test, _ in self.tests):
                source += " CROSS JOIN report ON report.number = words.rowid" + joins
            conditions.append("words MATCH ?")
            values.append(self.expression)
            if self.has_gone:
                conditions.append("words.rowid NOT IN (SELECT number FROM gone)")
        if self.low > 0:
            conditions.append(f"{number} >= ?")
            values.append(self.low)
        if self.high < END:
            conditions.append(f"{number} < ?")
            values.append(self.high)
        for test, given in self.tests:
            conditions.append(test.replace(NUMBER, listed))
            values += given
        if self.impossible:
            conditions = ["0"]
            values = []
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        statement = f"SELECT {columns} FROM {source}{where} {rest}"
        return statement.replace(NUMBER, number), values


IMPOSSIBLE = Plan(impossible=True)
"""Selects nothing."""
