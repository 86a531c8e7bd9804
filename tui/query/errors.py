"""What is said of a query that cannot be read."""

import unicodedata

from tui.reports.errors import JianbaoError


class DateError(JianbaoError):
    """Words that are not a date, or name one that does not exist."""


class QueryError(JianbaoError):
    """A query that cannot be read, and the place where it stops making sense."""

    def __init__(self, key: str, text: str, position: int, /, **values: object) -> None:
        """Keep the sentence, the whole query and the place in it, counted in characters from 0."""
        super().__init__(key, **values)
        self.text = text
        self.position = position

    def pointed(self) -> str:
        """The query, and below it a ``^`` at the place that is meant."""
        line = "".join(" " if character.isspace() else character for character in self.text)
        wide = sum(
            unicodedata.east_asian_width(character) in "WF" for character in line[: self.position]
        )
        return f"{line}\n{' ' * (self.position + wide)}^"
