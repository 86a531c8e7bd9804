"""A search kept under a name."""

from dataclasses import dataclass

from tui.query.query import Query


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A name and the text of a query; the text may have become unreadable since."""

    name: str
    text: str

    @classmethod
    def of(cls, name: str, query: Query) -> "SavedSearch":
        """Keep `query`; a name is one line without blanks at its ends."""
        return cls(" ".join(name.split()), str(query))

    @classmethod
    def parse(cls, line: str) -> "SavedSearch":
        """The search that `str` wrote: name, tab, query; without a tab the query names itself."""
        name, tab, text = line.strip("\r\n").partition("\t")
        return cls(" ".join(name.split()), text if tab else name.strip())

    def __str__(self) -> str:
        """One line of text."""
        return f"{self.name}\t{' '.join(self.text.splitlines())}"

    def query(self) -> Query:
        """What it asks for.

        Raises:
            QueryError: the text cannot be read.
        """
        return Query.parse(self.text)
