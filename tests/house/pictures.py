"""The README's pictures, taken of the real program on the bundled archive.

python -m tests.house.pictures      takes them anew
"""

import asyncio
import os
import re
import tempfile

from tests.house.readme import README
from tests.journeys.clerk import at_work
from tui import locale
from tui.reports.bundled import bundled_archive

FOLDER = README.parent / "data" / "pictures"
FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""They would be fetched from a server; any monospaced font does."""

PICTURES: dict[str, tuple[locale.Language, tuple[int, int], tuple[str, ...]]] = {
    "browser": ("en", (80, 24), ()),
    "chinese": ("zh", (120, 36), ("slash", *"实施意见", "enter")),
    "coverage": ("en", (80, 24), ("c",)),
}
"""Name of the file: language, columns and rows, keys pressed."""


async def take(name: str) -> str:
    """The picture as SVG."""
    language, size, keys = PICTURES[name]
    locale.use(language)
    async with at_work(bundled_archive(), size=size) as clerk:
        await clerk.press(*keys)
        return FONT_FACES.sub("", clerk.app.export_screenshot(title="Jianbao 简报"))


def main() -> None:
    """Take them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for folder in ("DATA", "STATE", "CACHE", "CONFIG"):
            os.environ[f"XDG_{folder}_HOME"] = home
        for name in PICTURES:
            (FOLDER / f"{name}.svg").write_text(asyncio.run(take(name)), "utf-8")


if __name__ == "__main__":
    main()
