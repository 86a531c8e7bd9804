"""The tables of a catalog, and opening one: what is old, foreign or damaged is begun anew."""

import json
import sqlite3
from pathlib import Path
from zlib import crc32

from tui.archive.catalog.layout import Layout
from tui.reports.bundled import data_folder

FORMAT = 6
"""Raised whenever what is stored changes its meaning."""

PATIENCE = 5000
"""Milliseconds to wait for another process that has locked the file."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE file (
    id INTEGER PRIMARY KEY, name UNIQUE, inode INT, size INT, modified INT, damage TEXT);
CREATE TABLE region (
    id INTEGER PRIMARY KEY, prefecture, prefecture_code, county, county_code, heading, count INT,
    UNIQUE (prefecture, prefecture_code, county, county_code, heading));
CREATE TABLE organisation (id INTEGER PRIMARY KEY, name UNIQUE);
CREATE TABLE document (id INTEGER PRIMARY KEY, name UNIQUE);
CREATE TABLE source (id INTEGER PRIMARY KEY, name UNIQUE);
CREATE TABLE report (
    number INTEGER PRIMARY KEY, id UNIQUE, region INT, organisation INT, title, first INT,
    last INT, facts INT, written, source INT, file INT, offset INT, length INT, digest INT);
CREATE INDEX report_file ON report (file);
CREATE TABLE citation (number INT, document INT, PRIMARY KEY (number, document)) WITHOUT ROWID;
CREATE TABLE gone (number INTEGER PRIMARY KEY);
CREATE TABLE lasting (number INTEGER PRIMARY KEY, days INT);
CREATE TABLE day (day_group INTEGER PRIMARY KEY, count INT);
CREATE TABLE title_pair (pair TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE twin (id, file INT, PRIMARY KEY (id, file)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    tokens, content='', columnsize=0, detail=full, tokenize='ascii');
"""
"""
``report`` has a row for each report; ``first`` and ``last`` are days as `date.toordinal`,
``facts`` is `rows.facts`, and ``offset``, ``length`` and ``digest`` say where in the file its
record stands. ``words`` finds reports by pairs of characters and by single ones, by pairs of the
title after a ``t``, by ``r5``, ``o7``, ``d3``, ``s2``: rows of region, organisation, document
and source, by ``l`` and ``m``, see `words`, and by ``pwo``, see `sounds`. ``lasting`` has the
days from the first to the last of reports that have several. ``gone`` has the numbers that
``words`` still finds although their reports are no more. ``twin`` names
files that have a report which another file before them has too.
"""


class OutdatedError(Exception):
    """The file is not a catalog of this format."""


def version() -> int:
    """The format, and the tables that folding and names come from, as one number."""
    digest = FORMAT
    for name in ("fold.tsv", "places.tsv", "pinyin.tsv"):
        digest = crc32((data_folder() / name).read_bytes(), digest)
    return digest & 0x7FFFFFFF


def has_fts5() -> bool:
    """Whether this Python's SQLite can search texts."""
    try:
        with sqlite3.connect(":memory:") as memory:
            memory.execute("CREATE VIRTUAL TABLE probe USING fts5 (x)")
    except sqlite3.OperationalError:
        return False
    finally:
        memory.close()
    return True


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """A connection to a catalog; those that read can be used from several threads in turn."""
    mode = "rwc" if write else "rw"
    uri = path.absolute().as_uri() + f"?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16000")
    else:
        connection.execute("PRAGMA query_only = ON")
    return connection


def create(connection: sqlite3.Connection, layout: Layout) -> None:
    """Make the tables of an empty catalog."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in TABLES.split(";\n"):
        connection.execute(statement) if statement.strip() else None
    connection.execute(
        "INSERT INTO meta VALUES ('layout', ?)",
        (json.dumps([layout.region_bits, layout.serial_bits]),),
    )
    # Less is merged while building; SQLite's own limit is 1 MB.
    connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', 16000000)")
    connection.execute(f"PRAGMA user_version = {version()}")
    connection.execute("COMMIT")


def layout_of(connection: sqlite3.Connection) -> Layout:
    """The layout of a catalog's numbers.

    Raises:
        OutdatedError: it is of another format, or empty.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] != version():
        raise OutdatedError
    row = connection.execute("SELECT value FROM meta WHERE key = 'layout'").fetchone()
    return Layout(*json.loads(row[0]))


def remove(path: Path) -> None:
    """Delete a catalog and what belongs to it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
