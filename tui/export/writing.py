"""An export as bytes: to a file that is whole or not there, or down a pipe."""

import codecs
import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tui.export.csv import write_csv
from tui.export.errors import EncodingError, ExportError
from tui.export.json import write_json
from tui.export.layout import ReadBack
from tui.export.markdown import write_markdown
from tui.export.options import Encoding, Format, Options
from tui.export.text import write_text
from tui.reports.files import write_atomically
from tui.reports.neutral import neutral
from tui.reports.report import Report

GATHERED = 1 << 15
"""Characters from which on pieces are encoded: many at a time, in a processor's cache."""

Progress = Callable[[int], None]
"""Is told, after every report, how many are written."""


def write_file(
    reports: Iterable[Report],
    path: Path,
    options: Options,
    *,
    read_back: ReadBack | None = None,
    count: int | None = None,
    progress: Progress | None = None,
    force: bool = False,
    archive: Path | None = None,
) -> None:
    """Write `reports` to `path`, all or nothing.

    Args:
        reports: in the order wanted.
        path: the file; its folder must exist.
        options: format, encoding, headings.
        read_back: see `write_text`.
        count: see `write_text`.
        progress: is told how far it is.
        force: replace a file that is there.
        archive: the open archive, a file or a folder, which is never written over.

    Raises:
        ExportError: the file may not or cannot be written; nothing has changed.
    """
    pieces = encoded(reports, options, options.for_file, read_back, count, progress)
    write_pieces(pieces, path, force=force, archive=archive)


def write_pieces(
    pieces: Iterable[bytes], path: Path, *, force: bool = False, archive: Path | None = None
) -> None:
    """Write `pieces` to `path`, all or nothing; arguments and errors as `write_file`."""
    check_target(path, force=force, archive=archive)
    with _refusals(path):
        write_atomically(path, pieces)


def check_target(path: Path, *, force: bool = False, archive: Path | None = None) -> None:
    """See that an export may be written to `path`.

    Raises:
        ExportError: it may not, and why.
    """
    with _refusals(path):
        _check_target(path, force, archive)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """What the system refuses, in words."""
    try:
        yield
    except OSError as error:
        raise _refused(path, error) from error
    except ValueError as error:  # a NUL in the name
        raise ExportError("export.bad-name", path=neutral(str(path))) from error


def _check_target(path: Path, force: bool, archive: Path | None) -> None:
    shown = neutral(str(path))
    if not path.name or path.is_dir():
        raise ExportError("export.is-folder", path=shown)
    if not path.parent.is_dir():
        raise ExportError("export.no-folder", folder=neutral(str(path.parent)))
    if archive is not None and _is_of_archive(path, archive):
        raise ExportError("export.is-archive", path=shown)
    if path.exists() and not path.is_file():
        raise ExportError("export.not-a-file", path=shown)
    if path.exists() and not force:
        raise ExportError("export.exists", path=shown)


def _is_of_archive(path: Path, archive: Path) -> bool:
    """Whether `path` is the archive, or would become one of its files."""
    target, own = path.resolve(), archive.resolve()
    return target == own or (own in target.parents and target.suffix.lower() == ".json")


_SENTENCES = {
    errno.EACCES: "export.no-rights",
    errno.EPERM: "export.no-rights",
    errno.EROFS: "export.read-only",
    errno.ENOSPC: "export.disk-full",
    errno.EDQUOT: "export.disk-full",
    errno.ENAMETOOLONG: "export.bad-name",
    errno.EINVAL: "export.bad-name",
    errno.EILSEQ: "export.bad-name",
    errno.ENOTDIR: "export.no-folder",
}


def _refused(path: Path, error: OSError) -> ExportError:
    shown, folder = neutral(str(path)), neutral(str(path.parent))
    key = _SENTENCES.get(error.errno or 0)
    if key is None:
        return ExportError("export.refused", path=shown, reason=error.strerror or str(error))
    return ExportError(
        key, **({"folder": folder} if key == "export.no-folder" else {"path": shown})
    )


def encoded(
    reports: Iterable[Report],
    options: Options,
    encoding: Encoding,
    read_back: ReadBack | None = None,
    count: int | None = None,
    progress: Progress | None = None,
) -> Iterator[bytes]:
    """The bytes of an export, in pieces; arguments as `write_file`.

    Raises:
        EncodingError: `encoding` does not have one of the characters.
    """
    counted = reports if progress is None else _counted(reports, progress)
    if options.format is Format.DOCX:
        from tui.export.word import write_docx  # only this format needs zip files

        yield from write_docx(counted, options)
        return
    yield from in_encoding(written(counted, options, read_back, count), encoding)


def in_encoding(pieces: Iterable[str], encoding: Encoding) -> Iterator[bytes]:
    """Text whose lines end in LF as the bytes of a file in `encoding`.

    Raises:
        EncodingError: `encoding` does not have one of the characters.
    """
    if encoding is Encoding.UTF_8_SIG:
        yield codecs.BOM_UTF8
    codec = "utf-8" if encoding is Encoding.UTF_8_SIG else encoding.value
    line_end = encoding.line_end
    for piece in _gathered(pieces):
        try:
            yield (piece if line_end == "\n" else piece.replace("\n", line_end)).encode(codec)
        except UnicodeEncodeError as error:
            raise _missing(error, codec) from error


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in longer pieces."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= GATHERED:
            yield "".join(waiting)
            waiting.clear()
            length = 0
    if waiting:
        yield "".join(waiting)


def written(
    reports: Iterable[Report],
    options: Options,
    read_back: ReadBack | None = None,
    count: int | None = None,
) -> Iterator[str]:
    """The text of an export that is text, in pieces; lines end in LF."""
    options = replace(options, title=neutral(options.title), period=neutral(options.period))
    match options.format:
        case Format.CSV:
            return write_csv(reports, options.notes)
        case Format.JSON:
            return write_json(reports, options.notes)
        case Format.MARKDOWN:
            return write_markdown(reports, options)
        case _:
            return write_text(
                reports,
                read_back=read_back,
                title=options.title,
                notes=options.notes,
                count=count,
            )


def _counted(reports: Iterable[Report], progress: Progress) -> Iterator[Report]:
    for count, report in enumerate(reports, 1):
        yield report
        progress(count)


def _missing(error: UnicodeEncodeError, codec: str) -> EncodingError:
    """The error that names the character `codec` does not have, and what stands round it."""
    text, sign = error.object, error.object[error.start]
    near = text[max(0, error.start - 8) : error.start + 9]
    return EncodingError(
        "export.no-such-character",
        character=sign,
        code=f"U+{ord(sign):04X}",
        encoding=codec,
        near=" ".join(near.split()),
    )


PREVIEW_REPORTS = 20


def preview(
    reports: Iterable[Report],
    options: Options,
    *,
    read_back: ReadBack | None = None,
    count: int | None = None,
    lines: int = 40,
) -> str:
    """The first lines of an export, as a dialog shows them; of Word, its paragraphs.

    `count` is how many reports the whole export has.
    """
    some = islice(reports, PREVIEW_REPORTS)
    if options.format is Format.DOCX:
        from tui.export.word.document import lines as lines_of_word

        text = "".join(lines_of_word(some, options))
    else:
        text = "".join(written(some, options, read_back, count))
    return "\n".join(text.split("\n")[:lines]).rstrip("\n")
