"""``jianbao export``: reports to a file or down a pipe."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tui.cli.list import entries
from tui.cli.opened import UsageError, opened, read_query
from tui.cli.output import tell
from tui.cli.progress import progress
from tui.cli.status import Status
from tui.export.errors import ExportError
from tui.export.options import Encoding, Format, Grouping, Options
from tui.export.summary import Tally, summarize
from tui.export.writing import check_target, encoded, write_file
from tui.query.query import Order
from tui.reports.neutral import neutral
from tui.reports.report import Report

PIPE = "-"

_ORDERS = {Grouping.PREFECTURE: Order.REGION, Grouping.DATE: Order.NEWEST}


def run(arguments: Namespace) -> Status:
    """Write the reports that match; nothing is written where none does."""
    options = _options(arguments)
    asked = read_query(arguments.query)
    query = asked._replace(order=_ORDERS.get(options.grouping, asked.order))
    with opened(arguments.archive, query) as (archive, catalog):
        target = None if arguments.output == PIPE else Path(arguments.output)
        if target is not None:
            if arguments.output.endswith(("/", os.sep)):
                raise ExportError("export.is-folder", path=neutral(arguments.output))
            check_target(target, force=arguments.force, archive=archive.path)
        reports = catalog.reports(query)
        first = next(reports, None)
        if first is None:
            tell("cli.nothing", query=asked.describe())
            return Status.NOTHING
        if arguments.period:
            period = summarize(entries(catalog, query)).period()
            options = replace(options, period=period)
        tally = Tally()
        stream = tally.watch(chain([first], reports))
        count = catalog.total(query)
        with progress("cli.exporting", lambda: count) as report_progress:
            if target is None:
                _to_pipe(stream, options, count)
            else:
                write_file(
                    stream,
                    target,
                    options,
                    read_back=read_back,
                    count=count,
                    progress=report_progress,
                    force=arguments.force,
                    archive=archive.path,
                )
    if target is not None:
        tell("cli.exported", summary=tally.summary, path=neutral(str(target)))
    return Status.DONE


def read_back(text: str) -> Sequence[Report]:
    """The reports an import would read from `text`."""
    from tui.bulletins import read_text

    return read_text(text).reports


def _options(arguments: Namespace) -> Options:
    target = arguments.output
    if arguments.format:
        form = Format(arguments.format)
    else:
        form = Format.TEXT if target == PIPE else Format.of(Path(target))
    if target == PIPE and form is Format.DOCX and sys.stdout.isatty():
        raise UsageError("cli.binary-to-terminal")
    if arguments.encoding and form in (Format.JSON, Format.DOCX) and arguments.encoding != "utf-8":
        raise UsageError("cli.fixed-encoding", format=form.value)
    fitting = {
        "--title": form.has_title,
        "--period": form.has_numbers,
        "--numbered": form.has_numbers,
    }
    for option, fits in fitting.items():
        if getattr(arguments, option.removeprefix("--")) and not fits:
            raise UsageError("cli.no-such-line", format=form.value, option=option)
    return Options(
        form,
        Encoding(arguments.encoding) if arguments.encoding else None,
        Grouping(arguments.group),
        arguments.numbered,
        arguments.title,
    )


def _to_pipe(reports: Iterator[Report], options: Options, count: int) -> None:
    """Write to standard output as bytes, so that encoding and line ends are those asked for."""
    sys.stdout.flush()
    for piece in encoded(reports, options, options.for_pipe, read_back, count):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
