"""Every visible sentence, by room: key -> (English, Chinese)."""

from tui.locale.messages import (
    archive,
    bulletins,
    charts,
    cli,
    coverage,
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
    **coverage.MESSAGES,
    **charts.MESSAGES,
    **cli.MESSAGES,
}
