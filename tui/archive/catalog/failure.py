"""What is raised when an index cannot answer; the archive is read whole instead."""


class CatalogError(Exception):
    """The index is damaged, locked, outdated or cannot be; never shown."""
