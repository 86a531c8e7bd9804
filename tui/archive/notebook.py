"""What a user keeps beside an archive: the basket, notes, saved searches. One small JSON file.

It stands in the user's state folder, never beside the archive, so that an archive on a shared
drive can be opened read-only by many. Every change reads the file again under a lock before it
writes, so two open browsers add to one basket.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tui.reports.errors import JianbaoError
from tui.reports.files import write_atomically
from tui.reports.folders import user_folder


class NotebookError(JianbaoError):
    """The basket and saved searches cannot be kept."""

    notes: "Notes | None" = None
    """What they would hold after a change that could not be written."""


class Notes(NamedTuple):
    """The contents of a notebook at one moment."""

    basket: tuple[str, ...] = ()
    """Ids of the marked reports, in the user's order."""
    notes: Mapping[str, str] = MappingProxyType({})
    """The user's note on a report, by its id."""
    searches: Mapping[str, str] = MappingProxyType({})
    """Saved queries as text, by their name."""

    @property
    def marked(self) -> frozenset[str]:
        """The ids in the basket."""
        return frozenset(self.basket)


class Notebook:
    """The notebook of one archive."""

    def __init__(self, archive: Path, folder: Path | None = None) -> None:
        """Name the notebook of `archive`; nothing is read yet.

        Args:
            archive: the archive's file or folder.
            folder: where notebooks are kept; by default ``notebooks`` in the user's state folder.
        """
        self.archive = archive.resolve()
        self._folder = folder
        self._unwritten: Notes | None = None
        """What could not be written is kept as long as the program runs."""

    @cached_property
    def path(self) -> Path:
        """The notebook's file."""
        from hashlib import blake2b  # asked for after the first frame

        digest = blake2b(str(self.archive).encode("utf-8", "surrogateescape"), digest_size=8)
        folder = self._folder or user_folder("state") / "notebooks"
        return folder / f"{digest.hexdigest()}.json"

    def read(self) -> Notes:
        """The contents; empty where there is no notebook yet.

        Raises:
            NotebookError: the file is not a notebook. It is left alone.
        """
        return self._stored() if self._unwritten is None else self._unwritten

    def _stored(self) -> Notes:
        try:
            kept = self.path.read_text("utf-8")
            from json import loads  # the first frame does without where nothing was kept

            record = loads(kept)
            return Notes(
                tuple(dict.fromkeys(_strings(record.get("basket", [])))),
                _mapping(record.get("notes", {})),
                _mapping(record.get("searches", {})),
            )
        except FileNotFoundError:
            return Notes()
        except (OSError, ValueError, AttributeError) as error:
            raise NotebookError("archive.notebook-unreadable", path=self.path) from error

    def mark(self, ids: Iterable[str]) -> Notes:
        """Add reports to the end of the basket; those in it stay where they are."""
        wanted = tuple(ids)
        return self._change(
            lambda old: old._replace(basket=tuple(dict.fromkeys((*old.basket, *wanted))))
        )

    def unmark(self, ids: Iterable[str]) -> Notes:
        """Take reports out of the basket."""
        unwanted = frozenset(ids)
        return self._change(
            lambda old: old._replace(
                basket=tuple(one for one in old.basket if one not in unwanted)
            )
        )

    def arrange(self, basket: Iterable[str]) -> Notes:
        """Give the basket another order or other contents, as an undo does."""
        wanted = tuple(dict.fromkeys(basket))
        return self._change(lambda old: old._replace(basket=wanted))

    def place(self, report_id: str, place: int) -> Notes:
        """Put a report at a place in the basket, counted from 0, whether it is in it or not."""

        def placed(old: Notes) -> Notes:
            basket = [one for one in old.basket if one != report_id]
            basket.insert(place, report_id)
            return old._replace(basket=tuple(basket))

        return self._change(placed)

    def note(self, report_id: str, text: str) -> Notes:
        """Keep a note on a report; an empty one is taken away."""
        return self._change(
            lambda old: old._replace(notes=_with(old.notes, report_id, text.strip()))
        )

    def save(self, name: str, query: str) -> Notes:
        """Keep a query under a name; an empty query takes the name away."""
        return self._change(lambda old: old._replace(searches=_with(old.searches, name, query)))

    def rename(self, name: str, new: str) -> Notes:
        """Give a saved search another name, in its place; one that had it is replaced."""

        def renamed(old: Notes) -> Notes:
            kept = {one: query for one, query in old.searches.items() if one != new or one == name}
            searches = {new if one == name else one: query for one, query in kept.items()}
            return old._replace(searches=searches)

        return self._change(renamed)

    def arrange_searches(self, searches: Mapping[str, str]) -> Notes:
        """Keep exactly these searches, as an undo does."""
        return self._change(lambda old: old._replace(searches=dict(searches)))

    def _change(self, change: Callable[[Notes], Notes]) -> Notes:
        from filelock import FileLock  # brings asyncio and ssl along; browsing needs none of it

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=10):
                stored = self._stored()
                new = change(stored if self._unwritten is None else self._unwritten)
                self._write(new)
                self._unwritten = None
                return new
        except NotebookError as damage:
            damage.notes = self._keep_unwritten(change)
            raise
        except OSError as problem:
            reason = problem.strerror or problem
            error = NotebookError("archive.notebook-unwritable", path=self.path, reason=reason)
            error.notes = self._keep_unwritten(change)
            raise error from problem

    def _write(self, notes: Notes) -> None:
        from json import dumps

        record = {
            "archive": str(self.archive),
            "basket": list(notes.basket),
            "notes": dict(notes.notes),
            "searches": dict(notes.searches),
        }
        text = dumps(record, ensure_ascii=False, indent=1)
        # A lone surrogate becomes its JSON escape.
        write_atomically(self.path, text.encode("utf-8", "backslashreplace"))

    def _keep_unwritten(self, change: Callable[[Notes], Notes]) -> Notes:
        if self._unwritten is None:
            try:
                self._unwritten = self._stored()
            except NotebookError:
                self._unwritten = Notes()
        self._unwritten = change(self._unwritten)
        return self._unwritten


def _with(mapping: Mapping[str, str], key: str, value: str) -> dict[str, str]:
    kept = {name: old for name, old in mapping.items() if name != key}
    return {**kept, key: value} if value else kept


def _strings(values: Any) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(values)
    return values


def _mapping(values: Any) -> dict[str, str]:
    if not isinstance(values, dict):
        raise ValueError(values)
    _strings(list(values.values()))
    return values
