"""Every visible sentence, by room: key -> (English, Chinese)."""

from tui.locale.messages import (
    archive,
    bulletins,
    charts,
    cli,
    coverage,
    export,
    keys,
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
    **keys.MESSAGES,
    **reading.MESSAGES,
    **terminal.MESSAGES,
    **timeline.MESSAGES,
    **coverage.MESSAGES,
    **charts.MESSAGES,
    **cli.MESSAGES,
}
