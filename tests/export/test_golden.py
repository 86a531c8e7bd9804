"""Every format and encoding, byte for byte.

Run ``python -m tests.export.test_golden`` to write the files anew, and look at the difference.
"""

from pathlib import Path

import pytest

from tests.export.samples import KUQA, SAMPLES
from tests.export.test_round_trip import read
from tui import locale
from tui.export.options import Encoding, Format, Grouping, Options
from tui.export.writing import encoded

GOLDEN = Path(__file__).parent / "golden"

CASES = {
    "text-utf-8-sig.txt": Options(),
    "text-utf-8.txt": Options(encoding=Encoding.UTF_8, title="关工委简报"),
    "text-gb18030.txt": Options(encoding=Encoding.GB18030),
    "plain.md": Options(Format.MARKDOWN),
    "numbered.md": Options(
        Format.MARKDOWN, numbered=True, title="关工委简报", period="2023年2月8日至12日"
    ),
    "by-date.md": Options(Format.MARKDOWN, grouping=Grouping.DATE),
    "table-utf-8-sig.csv": Options(Format.CSV),
    "table-gb18030.csv": Options(Format.CSV, Encoding.GB18030),
    "records.json": Options(Format.JSON),
}


def export(options: Options) -> bytes:
    """The samples, with the interface in Chinese."""
    return b"".join(encoded(SAMPLES, options, options.for_file, read))


@pytest.mark.parametrize("name", CASES)
def test_bytes(name: str, chinese: None) -> None:
    assert export(CASES[name]) == (GOLDEN / name).read_bytes()


def test_a_head_in_english() -> None:
    options = Options(Format.CSV, Encoding.UTF_8)
    head = b"".join(encoded([KUQA], options, Encoding.UTF_8)).splitlines()[0]
    assert head.startswith(b"ID,Prefecture,Prefecture code,County,")


if __name__ == "__main__":
    locale.use("zh")
    for name, options in CASES.items():
        (GOLDEN / name).write_bytes(export(options))
