"""The errors a user is told of: what failed, where, why, and what to do."""

from tui import locale


class JianbaoError(Exception):
    """Something the user can understand and act on.

    A room subclasses it for each kind of failure; the message comes from the catalogue in the
    language spoken when it is shown, so an error keeps its key and values, not a sentence.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        """Keep the catalogue's ``key`` and the ``values`` its sentence wants."""
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        """The sentence, in the current language."""
        return locale.text(self.key, **self.values)


class RecordError(JianbaoError):
    """A stored record that is not a report."""
