"""Report text is data: what could steer a terminal or hide in a file is shown, not obeyed.

Control characters (line ends and ANSI escapes among them), bidirectional controls, line and
paragraph separators, a byte order mark in the middle and lone surrogates become one visible
character each, so that lengths and offsets stay what they were. A tab becomes a blank.
"""

_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
"""U+2400 block *Control Pictures*: ESC is shown as ␛."""

_HIDDEN = (
    *range(0x80, 0xA0),  # C1 controls; U+009B opens an escape sequence as ESC [ does
    0x061C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xD800, 0xE000),
)
"""Bidirectional and other controls that have no picture: they become U+FFFD."""

_TABLE = _PICTURES | dict.fromkeys(_HIDDEN, 0xFFFD) | {0x09: 0x20}


def neutral(text: str) -> str:
    """One line of `text` with nothing in it that a terminal or a file would obey.

    Same length always; text that is already neutral comes back as it is.
    """
    if text.isprintable():
        return text
    return text.translate(_TABLE)
