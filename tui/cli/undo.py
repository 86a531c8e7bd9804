"""``jianbao undo``: take an import out of the archive again."""

from argparse import Namespace

from tui.archive.archive import Archive
from tui.cli.imports import imports_of
from tui.cli.output import tell
from tui.cli.status import Status


def run(arguments: Namespace) -> Status:
    """Undo the import that is named, or the latest one."""
    archive = Archive.open(arguments.archive)
    if arguments.import_id is None and not imports_of(archive):
        tell("cli.no-imports")
        return Status.NOTHING
    batch = archive.undo(arguments.import_id)
    tell("cli.undone", id=batch.id, reports=batch.added, files=" ".join(batch.files))
    return Status.DONE
