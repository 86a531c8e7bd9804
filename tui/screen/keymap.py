"""The user's own keys: ``keys.toml`` in the configuration folder, a line an action."""

from collections.abc import Collection
from pathlib import Path

import platformdirs

from tui.reports.errors import JianbaoError


class KeymapError(JianbaoError):
    """The key file cannot be used; the built-in keys stay in force."""


def keymap_path() -> Path:
    """Where the user's keys stand."""
    return platformdirs.user_config_path("jianbao", appauthor=False) / "keys.toml"


def read_keymap(known: Collection[str | None], path: Path | None = None) -> dict[str, str]:
    """The user's keys by the action's id, such as ``{"export": "x,ctrl+e"}``.

    Args:
        known: the ids there are.
        path: the file; by default `keymap_path`. Empty where there is none.

    Raises:
        KeymapError: the file is not TOML, or names an action that does not exist.
    """
    path = path or keymap_path()
    if not path.exists():
        return {}
    import tomllib  # most users have no keys of their own

    try:
        keys = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KeymapError("screen.keymap-unreadable", path=path, reason=error) from error
    for name, value in keys.items():
        if name not in known or not isinstance(value, str):
            raise KeymapError("screen.keymap-unknown", path=path, name=name)
    return keys
