"""What the README takes from the program: the table of keys.

python -m tests.house.readme        writes it anew
"""

import re
from pathlib import Path

from tui import locale
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.keys import shown_key

README = Path(__file__).resolve().parents[2] / "README.md"
BETWEEN = re.compile(r"(<!-- keys -->\n).*?(<!-- /keys -->)", re.DOTALL)


def key_table() -> str:
    """A row an action: its keys, its name, what it does, its id."""
    locale.use("en")
    rows = ["| keys | action | what it does | id |", "| --- | --- | --- | --- |"]
    for binding in BROWSER_BINDINGS:
        keys = " ".join(f"`{shown_key(key)}`" for key in binding.key.split(","))
        name, tip = locale.text(binding.description), locale.text(binding.tooltip)
        rows.append(f"| {keys} | {name} | {tip} | `{binding.id}` |")
    return "\n".join(rows) + "\n"


def with_keys(text: str) -> str:
    """The README with the table as it should be."""
    return BETWEEN.sub(lambda found: found[1] + key_table() + found[2], text)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
