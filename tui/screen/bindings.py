"""Every key of the browser, once: footer, help, palette and the README's table come from here.

A description and a tooltip are keys of the catalogue. The first key is the one shown; the last
ones of a line work while an input method is on. A user changes any of them by ``id``.
"""

from textual.binding import Binding


def _key(keys: str, action: str, name: str, *, show: bool = False) -> Binding:
    description = f"screen.key.{name}"
    return Binding(keys, action, description, show=show, id=name, tooltip=f"screen.help.{name}")


BROWSER_BINDINGS = [
    _key("slash,fullwidth_solidus,ideographic_comma,ctrl+f", "search", "search", show=True),
    _key("f,f7", "filter", "filter", show=True),
    _key("space,ideographic_space,ctrl+t", "mark", "mark", show=True),
    _key("e,ctrl+e", "export", "export", show=True),
    _key("question_mark,fullwidth_question_mark,f1", "help", "help", show=True),
    _key("b,f8", "basket", "basket", show=True),
    _key("y,ctrl+y", "copy", "copy", show=True),
    _key("i,ctrl+o", "import", "import", show=True),
    _key("c,f9", "coverage", "coverage", show=True),
    _key("z", "zoom", "zoom", show=True),
    _key("n,f3", "next_hit", "next-hit"),
    _key("N,shift+f3", "previous_hit", "previous-hit"),
    _key("escape,backspace", "step_back", "back"),
    _key("v", "range", "range"),
    _key("shift+down", "extend_range(1)", "range-down"),
    _key("shift+up", "extend_range(-1)", "range-up"),
    _key("ctrl+a", "mark_all", "mark-all"),
    _key("u", "clear_marks", "clear-marks"),
    _key("right_square_bracket,right_black_lenticular_bracket", "part(1)", "next-part"),
    _key("left_square_bracket,left_black_lenticular_bracket", "part(-1)", "previous-part"),
    _key("right_curly_bracket", "by_date(1)", "next-by-date"),
    _key("left_curly_bracket", "by_date(-1)", "previous-by-date"),
    _key("minus", "fold_all", "collapse-all"),
    _key("equals_sign", "unfold_all", "expand-all"),
    _key("g", "go", "top"),
    _key("tab,f6", "next_pane(1)", "next-pane"),
    _key("shift+tab,shift+f6", "next_pane(-1)", "previous-pane"),
    _key("s", "save_search", "save-search"),
    _key("o", "pager", "pager"),
    _key("E", "editor", "editor"),
    _key("U", "undo", "undo"),
    _key("ctrl+p,colon,fullwidth_colon", "app.command_palette", "palette"),
    _key("q,ctrl+q", "app.quit", "quit"),
]
"""Keys of the browser as a whole; those of a single pane stand with the pane."""
