"""``jianbao check``: the archive, the catalog and the terminal, and what to do about them."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from platform import python_version
from shutil import get_terminal_size
from time import perf_counter

from tui import locale
from tui.archive.archive import Archive
from tui.archive.errors import ArchiveError
from tui.cli.opened import catalog_of
from tui.cli.output import has_colour, put
from tui.cli.status import Status
from tui.cli.version import version_of
from tui.query.query import Query
from tui.reports.folders import has_home
from tui.reports.neutral import neutral

SMALLEST = (60, 16)
"""Columns and rows below which one pane is shown at a time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    sentence: str
    advice: str = ""
    """What to do; empty where all is well."""
    status: Status = Status.DONE


def run(arguments: Namespace) -> Status:
    """Print what was found, a line each, with advice below what is not well."""
    status = Status.DONE
    for finding in (*program(), *of_archive(arguments.archive), *of_terminal()):
        put(f"{'!' if finding.advice else '✓'} {neutral(finding.sentence)}")
        if finding.advice:
            put(f"  {neutral(finding.advice)}")
        status = max(status, finding.status)
    return status


def _found(
    key: str, advice: str = "", status: Status = Status.DONE, /, **values: object
) -> Finding:
    return Finding(
        locale.text(f"cli.check-{key}", **values),
        locale.text(f"cli.advice-{advice}", **values) if advice else "",
    )


def program() -> Iterator[Finding]:
    """The versions of the program and of what it is built on."""
    yield _found(
        "program",
        version=version_of("jianbao"),
        python=python_version(),
        textual=version_of("textual"),
        tinydb=version_of("tinydb"),
    )


def of_archive(named: Path | None) -> Iterator[Finding]:
    """Whether the archive is there, whole and writable, and how fast it answers."""
    try:
        archive = Archive.open(named)
        kind = "bundled" if archive.read_only else "folder" if archive.is_folder else "file"
        files, damaged = archive.files(), archive.damaged()
    except ArchiveError as error:
        yield _unread(error, named)
        return
    path = archive.path
    yield _found(f"archive-{kind}", path=path, files=len(files))
    if not has_home():
        yield _found("no-home", "no-home")
    for file in damaged:
        advice = "backup" if file.backup else "damaged"
        shown = locale.text(f"cli.advice-{advice}", backup=file.backup, path=file.path)
        yield Finding(str(file), shown, Status.ARCHIVE)
    if not archive.read_only and not os.access(path, os.W_OK):
        yield _found("archive-not-writable", "not-writable", path=path)
    try:
        yield from of_catalog(archive)
    except ArchiveError as error:
        if not damaged:
            yield _unread(error, named)


def _unread(error: ArchiveError, named: Path | None) -> Finding:
    """What to say of an archive that cannot be read: the user's own, or the one `named`."""
    advice = "own-archive" if named is None else "archive"
    return Finding(str(error), locale.text(f"cli.advice-{advice}"), Status.ARCHIVE)


def of_catalog(archive: Archive) -> Iterator[Finding]:
    """How many reports the catalog knows and how long it takes to be ready."""
    start = perf_counter()
    with catalog_of(archive) as catalog:
        total = catalog.total(Query())
    yield _found("catalog", reports=total, seconds=f"{perf_counter() - start:.2f}")


def of_terminal() -> Iterator[Finding]:
    """Whether the browser can be shown here."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield _found("no-terminal")
        return
    columns, rows = get_terminal_size()
    small = columns < SMALLEST[0] or rows < SMALLEST[1]
    yield _found("terminal-size", "small" if small else "", columns=columns, rows=rows)
    encoding = (sys.stdout.encoding or "?").lower()
    is_utf8 = encoding.replace("-", "") == "utf8"
    yield _found("encoding", "" if is_utf8 else "encoding", encoding=encoding)
    yield _found("colour" if has_colour(sys.stdout) else "no-colour")
    from tui.screen.terminal import ambiguous_width, width_advice  # imports no textual

    if ambiguous_width() == 2:
        yield Finding(locale.text("cli.check-wide"), width_advice())
