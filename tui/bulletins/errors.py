"""What can be wrong with a bulletin's file."""

from tui.reports.errors import JianbaoError


class BulletinError(JianbaoError):
    """A file that cannot be read as a bulletin; nothing of it was taken in."""
