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
    "ideographic_space": "全角␣",
    "left_black_lenticular_bracket": "【",
    "right_black_lenticular_bracket": "】",
    "left_double_angle_bracket": "《",
    "right_double_angle_bracket": "》",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Del",
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
    is_function_key = last[0] == "f" and last[1:].isdigit()
    if is_function_key or (modifiers and len(name) == 1):
        name = name.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
