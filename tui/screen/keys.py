"""Names of keys as a reader writes them."""

NAMES = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "space": "␣",
    "minus": "-",
    "equals_sign": "=",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "fullwidth_solidus": "／",
    "fullwidth_question_mark": "？",
    "fullwidth_colon": "：",
    "ideographic_comma": "、",
    "ideographic_space": "（全角空格）",
    "left_black_lenticular_bracket": "【",
    "right_black_lenticular_bracket": "】",
    "escape": "Esc",
    "backspace": "Backspace",
    "enter": "Enter",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
"""Textual's name of a key -> what stands on it."""


def shown_key(key: str) -> str:
    """``ctrl+t`` as ``Ctrl+T``, ``slash`` as ``/``, ``f7`` as ``F7``."""
    *modifiers, last = key.split("+")
    name = NAMES.get(last, last)
    if modifiers or (len(last) > 1 and last[0] == "f" and last[1:].isdigit()):
        name = name.upper() if len(name) <= 3 else name
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
