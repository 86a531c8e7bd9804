"""What the user chose once for every time: indent, theme, way of exporting."""

from pathlib import Path

from tui.reports.errors import JianbaoError
from tui.reports.folders import user_folder


class ChoiceError(JianbaoError):
    """A choice holds, but cannot be kept for the next time."""


def choices_path() -> Path:
    """Where the choices stand."""
    return user_folder("state") / "choices.json"


def read_choices() -> dict[str, object]:
    """What was chosen, by its name; nothing where there is no such file, or it is damaged."""
    try:
        kept = choices_path().read_text("utf-8")
        from json import loads  # the first frame does without where nothing was chosen

        choices = loads(kept)
    except (OSError, ValueError):
        return {}
    return choices if isinstance(choices, dict) else {}


def keep_choice(name: str, value: object) -> None:
    """Keep a choice beside the others.

    Raises:
        ChoiceError: the file cannot be written.
    """
    from json import dumps

    from tui.reports.files import write_atomically  # nothing is chosen before the first frame

    path = choices_path()
    record = dumps({**read_choices(), name: value}, ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, record.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = error.strerror or error
        raise ChoiceError("screen.choice-unwritable", path=path, reason=reason) from error
