"""The catalog of an archive: an SQLite file derived from it, which can be deleted any time."""
