"""Look up a sentence by its key; the sentences themselves stand in ``messages/``, by room."""

import locale
import os
from typing import Literal

from tui.locale.messages import MESSAGES

Language = Literal["zh", "en"]

_current: Language = "en"


def use(chosen: Language) -> None:
    """Speak ``chosen`` from now on, in the whole process."""
    global _current
    _current = chosen


def language() -> Language:
    """The language spoken now."""
    return _current


def system_language() -> Language:
    """The language of the user's environment: Chinese where the locale says so.

    ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` decide in this order (POSIX, *Locale*); where none is
    set, as on Windows, the system's own setting does.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def text(key: str, /, **values: object) -> str:
    """The sentence for ``key`` in the current language, with ``values`` put in.

    A value is put in as it is: it is never read as a format or as markup. A count in English
    may choose its noun: ``{count|report|reports}`` gives "1 report", "2 reports".

    Raises:
        KeyError: there is no such key (a defect, found by the tests).
    """
    english, chinese = MESSAGES[key]
    sentence = chinese if _current == "zh" else english
    if not values:
        return sentence
    return _fill(sentence, values)


def _fill(sentence: str, values: dict[str, object]) -> str:
    parts = []
    rest = sentence
    while True:
        before, opened, rest = rest.partition("{")
        parts.append(before)
        if not opened:
            return "".join(parts)
        field, _, rest = rest.partition("}")
        parts.append(_field(field, values))


def _field(field: str, values: dict[str, object]) -> str:
    name, *nouns = field.split("|")
    value = values[name]
    shown = f"{value:,}" if isinstance(value, int) else str(value)
    if nouns:
        return f"{shown} {nouns[0] if value == 1 else nouns[1]}"
    return shown
