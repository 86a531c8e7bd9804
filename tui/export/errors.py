"""Why an export was not written."""

from tui.reports.errors import JianbaoError


class ExportError(JianbaoError):
    """An export that cannot be made as asked; nothing was written."""


class EncodingError(ExportError):
    """A character that the encoding asked for does not have."""
