"""Every key of the browser, once: footer, help, palette and the README's table come from here.

A description and a tooltip are keys of the catalogue. The first key is the one shown; the last
ones of a line work while an input method is on. A user changes any of them by ``id``.
"""

from collections.abc import Mapping

from textual.binding import Binding


def key(
    keys: str, action: str, name: str, *, show: bool = False, priority: bool = False
) -> Binding:
    """A binding whose sentences stand in the catalogue under its `name`, which is also its id."""
    return Binding(
        keys,
        action,
        f"screen.key.{name}",
        show=show,
        id=name,
        tooltip=f"screen.help.{name}",
        priority=priority,
    )


SEARCH_KEYS = "slash,fullwidth_solidus,ideographic_comma,ctrl+f"


BROWSER_BINDINGS = [
    # With priority the box has the keyboard before the next key, however fast it follows.
    key(SEARCH_KEYS, "search", "search", show=True, priority=True),
    key("f,f7", "filter", "filter", show=True),
    key("space,ideographic_space,ctrl+t", "mark", "mark", show=True),
    key("e,ctrl+e", "export", "export", show=True),
    key("question_mark,fullwidth_question_mark,f1", "help", "help", show=True),
    key("b,f8", "basket", "basket", show=True),
    key("B,shift+f8", "marked_only", "marked-only"),
    key("y,ctrl+y", "copy", "copy", show=True),
    key("Y,alt+y", "copy(True)", "copy-headed"),
    key("i,ctrl+o", "import", "import", show=True),
    key("c,f9", "coverage", "coverage", show=True),
    key("p,shift+f9", "charts", "charts"),
    key("z", "zoom", "zoom", show=True),
    key("t,f4", "toggle_indent", "indent"),
    key("n,f3", "next_hit", "next-hit"),
    key("N,shift+f3", "previous_hit", "previous-hit"),
    key("escape,backspace", "step_back", "back"),
    key("v", "range", "range"),
    key("shift+down", "extend_range(1)", "range-down"),
    key("shift+up", "extend_range(-1)", "range-up"),
    key("ctrl+a", "mark_all", "mark-all"),
    key("u", "clear_marks", "clear-marks"),
    key("right_square_bracket,right_black_lenticular_bracket", "part(1)", "next-part"),
    key("left_square_bracket,left_black_lenticular_bracket", "part(-1)", "previous-part"),
    key("right_curly_bracket", "by_date(1)", "next-by-date"),
    key("left_curly_bracket", "by_date(-1)", "previous-by-date"),
    key("1", "same('county')", "same-county"),
    key("2", "same('org')", "same-organisation"),
    key("3", "same('doc')", "same-document"),
    key("H,alt+left", "history(-1)", "history-back"),
    key("L,alt+right", "history(1)", "history-forward"),
    key("minus", "fold_all", "collapse-all"),
    key("equals_sign", "unfold_all", "expand-all"),
    key("g", "go", "top"),
    key("tab,f6", "next_pane(1)", "next-pane"),
    key("shift+tab,shift+f6", "next_pane(-1)", "previous-pane"),
    key("s", "save_search", "save-search"),
    key("r,ctrl+r", "correct", "correct"),
    key("R", "uncorrect", "uncorrect"),
    key("o", "pager", "pager"),
    key("E", "editor", "editor"),
    key("U", "undo", "undo"),
    key("ctrl+p,colon,fullwidth_colon", "app.command_palette", "palette"),
    key("q,ctrl+q", "app.quit", "quit"),
]
"""Keys of the browser as a whole; those of a single pane stand with the pane."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "find": ("search", "filter", "next-hit", "previous-hit", "back", "save-search"),
    "read": (
        *("next-part", "previous-part", "next-by-date", "previous-by-date", "zoom", "indent"),
        *("same-county", "same-organisation", "same-document", "history-back", "history-forward"),
        *("pager", "editor"),
    ),
    "hand-on": (
        *("mark", "range", "range-down", "range-up", "mark-all", "clear-marks"),
        *("basket", "marked-only", "export", "copy", "copy-headed"),
    ),
    "survey": ("coverage", "charts"),
    "move": ("next-pane", "previous-pane", "top", "collapse-all", "expand-all"),
    "archive": ("import", "correct", "uncorrect", "undo"),
    "program": ("help", "palette", "quit"),
}
"""The ids of the browser's keys by what they are for, as the help shows them."""
