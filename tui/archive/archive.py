"""The archive: a TinyDB file of reports, or a folder of them, one per imported bulletin.

What writes and what answers queries is loaded when it is first needed: a browser draws its first
frame before either.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.archive.errors import ArchiveError, DamagedFile, unreadable
from tui.archive.folder import clean, file_keys, is_gone
from tui.archive.lock import PATIENCE, locked
from tui.reports.bundled import bundled_archive
from tui.reports.folders import has_home, user_folder
from tui.reports.report import Report

if TYPE_CHECKING:
    from tui.archive.catalog.live import ArchiveCatalog
    from tui.archive.imports import Bulletin, ImportBatch, ImportResult
    from tui.archive.notebook import Notebook
    from tui.archive.reading import ReportFiles


def own_archive() -> Path:
    """The folder of the user's own archive; it is there after the first import."""
    return user_folder("data") / "archive"


class Archive:
    """The reports at one place, and the only thing that writes them."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Name the archive; nothing is read yet, and it need not exist before the first import.

        Args:
            path: a TinyDB file or a folder of them.
            read_only: the bundled archive: the first import starts the user's own from it.
        """
        self.path = path
        self.read_only = read_only

    @classmethod
    def open(cls, path: Path | None = None) -> "Archive":
        """The archive at `path`; without one the user's own, or else the bundled one.

        Raises:
            ArchiveError: whether there is one of the user's own may not be looked at.
        """
        own = cls(own_archive() if path is None else path)
        if path is not None or (own.exists and own.path.is_dir()):
            return own
        return cls(bundled_archive(), read_only=True)

    @property
    def exists(self) -> bool:
        """Something is there: a file or a folder.

        Raises:
            ArchiveError: it may not be looked at, or the system takes no such name.
        """
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise unreadable(self.path, error) from error
        return True

    @property
    def is_folder(self) -> bool:
        """It is, or will be at the first import, a folder of files; raises as `exists`."""
        return self.path.is_dir() if self.exists else self.path.suffix.lower() != ".json"

    def files(self) -> list[Path]:
        """The files it consists of, by name.

        Raises:
            ArchiveError: it is not there, or may not be looked into.
        """
        names = [key.name for key in file_keys(self.path)]
        folder = self.path if self.path.is_dir() else self.path.parent
        return [folder / name for name in names]

    def read(self) -> Iterator[Report]:
        """Every report once; damaged files of a folder are passed over: see `damaged`.

        Raises:
            ArchiveError: it is not there, or it is one file and that is damaged.
        """
        return iter(self._contents())

    def catalog(
        self, *, wait: bool = True, progress: Callable[[int, int], None] | None = None
    ) -> "ArchiveCatalog":
        """What answers queries about the archive.

        Args:
            wait: answer from every report from the start; without it a large archive that has no
                index yet answers from its newest reports until there is one, see
                `ArchiveCatalog.progress` and `ArchiveCatalog.refresh`.
            progress: told the files done and in all while waiting.

        Raises:
            ArchiveError: it is not there, or it is one file and that is damaged.
        """
        from tui.archive.catalog.live import ArchiveCatalog

        return ArchiveCatalog(self.path, wait=wait, progress=progress)

    def notebook(self) -> "Notebook":
        """The user's notebook on it; the bundled archive's goes on as that of the user's own."""
        from tui.archive.notebook import Notebook

        return Notebook(own_archive() if self.read_only else self.path)

    def damaged(self) -> list[DamagedFile]:
        """The files that cannot be read, and those with rows that are not reports.

        Raises:
            ArchiveError: the archive is not there, or may not be looked into.
        """
        from tui.archive.reading import ReportFiles

        contents = ReportFiles(self.files())
        for _ in contents:
            pass
        return contents.damaged

    def add(
        self,
        bulletins: "Sequence[Bulletin]",
        *,
        patience: float = PATIENCE,
        progress: Callable[[int], object] = lambda done: None,
    ) -> "ImportResult":
        """Take bulletins in as one import; reports that are there already are passed over.

        Each bulletin goes in whole or not at all. In a folder it becomes a file of its own.

        Args:
            bulletins: for each, the name of its file and its reports.
            patience: seconds to wait for another writer.
            progress: told before each new report how many have been written. What it raises
                ends the import and is raised again, with the archive as it was before.

        Raises:
            LockedError: somebody else is writing.
            ArchiveError: nothing could be stored.
        """
        from tui.archive import adding

        is_new = not self.exists
        self._begin()
        try:
            with locked(self.path, patience):
                clean(self.path if self.is_folder else self.path.parent)
                known = self._known(bulletins)
                return adding.add(self.path, bulletins, known, progress)
        except BaseException:
            if is_new:
                adding.remove_empty(self.path)
            raise

    def imports(
        self, passed_over: Callable[[ArchiveError], object] = lambda error: None
    ) -> "list[ImportBatch]":
        """The imports that are in the archive, the latest first.

        Args:
            passed_over: told why a file of a folder cannot say what it came with.

        Raises:
            ArchiveError: the archive is not there, or it is one file and that is damaged.
        """
        from tui.archive.imports import batches

        return batches(fact for facts in self._facts(passed_over).values() for fact in facts)

    def undo(self, import_id: str | None = None) -> "ImportBatch":
        """Take the reports of an import out; they are kept in ``undone``.

        Args:
            import_id: which one; without it the latest.

        Raises:
            UnknownError: there is no such import.
            ArchiveError: the archive cannot be written.
        """
        from tui.archive import undoing

        self._must_be_writable()
        with locked(self.path):
            return undoing.undo(self.path, self._facts(), import_id)

    def correct(self, report_id: str, **fields: Any) -> Report:
        """Replace fields of a report; what was read first is kept as `Report.original`.

        Args:
            report_id: which; it stays its id.
            fields: values by the names of `Report.record`.

        Raises:
            UnknownError: there is no such report.
            RecordError: a value is of the wrong kind.
            ArchiveError: the archive cannot be written.
        """
        from tui.archive import correcting

        self._must_be_writable()
        with locked(self.path):
            return correcting.correct(self._files_for(report_id), report_id, fields)

    def uncorrect(self, report_id: str) -> Report:
        """Give a report the fields back that were read first; raises as `correct`."""
        from tui.archive import correcting

        self._must_be_writable()
        with locked(self.path):
            return correcting.uncorrect(self._files_for(report_id), report_id)

    def _contents(self) -> "ReportFiles":
        from tui.archive.reading import ReportFiles

        return ReportFiles(self.files(), strict=not self.path.is_dir())

    def _known(self, bulletins: "Sequence[Bulletin]") -> set[str]:
        """The ids of those reports that are in the archive."""
        from tui.archive.catalog.failure import CatalogError
        from tui.archive.catalog.live import SMALL

        keys = file_keys(self.path) if self.exists else []
        if not keys:
            return set()
        ids = {report.id for _, reports in bulletins for report in reports}
        if sum(key.size for key in keys) > SMALL:
            from tui.archive.catalog.index import known_ids

            with suppress(CatalogError):
                if (known := known_ids(self.path, ids)) is not None:
                    return known
        if not self.path.is_dir():
            return {report.id for report in self.read() if report.id in ids}
        from tui.archive.reading import known_among

        return known_among(self.files(), ids)

    def _files_for(self, report_id: str) -> list[Path]:
        """The files, the one first that the index says the report is in."""
        from tui.archive.catalog.failure import CatalogError
        from tui.archive.catalog.live import SMALL

        files, likely = self.files(), None
        if sum(key.size for key in file_keys(self.path)) > SMALL:
            from tui.archive.catalog.index import file_with

            with suppress(CatalogError):
                likely = file_with(self.path, report_id)
        return sorted(files, key=lambda path: path.name != likely)

    def _facts(
        self, passed_over: Callable[[ArchiveError], object] = lambda error: None
    ) -> dict[Path, list[dict[str, Any]]]:
        """The rows of the tables of imports, by file; damaged files have none."""
        from tui.archive.tables import read_imports

        facts: dict[Path, list[dict[str, Any]]] = {}
        for path in self.files():
            try:
                facts[path] = list(read_imports(path).values())
            except ArchiveError as error:
                if not self.path.is_dir():
                    raise
                if not is_gone(error):
                    passed_over(error)
        return facts

    def begin_own(self) -> None:
        """Start the user's own archive with the bundled reports, if this is the bundled one.

        Raises:
            ArchiveError: it cannot be written.
        """
        from tui.archive import adding

        if not self.read_only:
            return
        if not has_home():
            raise ArchiveError("archive.no-home", path=own_archive())
        adding.begin(own_archive(), bundled_archive())
        self.path, self.read_only = own_archive(), False

    def _begin(self) -> None:
        """Make the folder that is written to."""
        from tui.archive import adding

        self.begin_own()
        adding.make_folder(self.path if self.is_folder else self.path.parent)

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise ArchiveError("archive.bundled", path=self.path)
        self.files()
