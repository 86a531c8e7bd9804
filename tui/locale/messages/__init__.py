"""Every visible sentence, by room: key -> (English, Chinese)."""

from tui.locale.messages import (
    archive,
    bulletins,
    cli,
    export,
    query,
    reading,
    reports,
    screen,
    terminal,
    timeline,
)

MESSAGES: dict[str, tuple[str, str]] = {
    **reports.MESSAGES,
    **query.MESSAGES,
    **archive.MESSAGES,
    **bulletins.MESSAGES,
    **export.MESSAGES,
    **screen.MESSAGES,
    **reading.MESSAGES,
    **terminal.MESSAGES,
    **timeline.MESSAGES,
    **cli.MESSAGES,
}
