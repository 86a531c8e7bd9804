"""``jianbao coverage``: who has reported and who has not."""

import sys
from argparse import Namespace
from shutil import get_terminal_size

from tui.cli.opened import opened, read_query
from tui.cli.output import put, tell
from tui.cli.status import Status
from tui.export.coverage import PLAIN_WIDTH, lines, record, write_csv
from tui.export.json import line_of
from tui.query.catalog import Period
from tui.query.coverage import coverage, fitting_period


def run(arguments: Namespace) -> Status:
    """Print the table of regions and periods, or its rows as JSON or CSV."""
    query = read_query(arguments.query)
    counties = arguments.level == "county"
    with opened(arguments.archive, query) as (_, catalog):
        period = Period(arguments.by) if arguments.by else fitting_period(catalog, query)
        table = coverage(catalog, query, period, counties=counties)
    if not table.rows:
        tell("cli.nothing", query=query.describe())
        return Status.NOTHING
    if arguments.json:
        for row in table.rows:
            put(line_of(record(table, row)))
    elif arguments.csv:
        for line in write_csv(table):
            put(line.rstrip("\n"))
    else:
        room = get_terminal_size().columns if sys.stdout.isatty() else PLAIN_WIDTH
        for line in lines(table, room):
            put(line)
    if table.total:
        return Status.DONE
    tell("cli.nothing", query=query.describe())
    return Status.NOTHING
