"""An archive of text that tries to act: as markup, as a terminal's commands, by its length."""

import json
from pathlib import Path
from typing import Any

from tui.archive.notebook import Notebook

HOSTILE = {
    "closing": "[/附件]通知",
    "bold": "[b]粗[/b]体[red on blue]红",
    "click": "[@click=app.quit]退出[/] [link='file:///etc']链[/link]",
    "escape": "\x1b[31m红\x1b[2J\x1b]0;PWNED\x07\x1bPq\x1b\\字",
    "c1": "字\x9b2J\x90q\x9c\x85尾",
    "nul": "空\x00字\x7f\x08退",
    "bidi": "\u202e反转\u202c\u2066隔离\u2069\u200e",
    "surrogate": "孤\ud800独\udfff",
    "zero": "零\u200b宽\u200d连\ufeff接\u2060",
    "emoji": "一家👨\u200d👩\u200d👧\u200d👦旗🇨🇳肤👍🏽",
    "combining": "叠" + "\u0301" * 200,
    "lines": "一\r二\x0b三\x0c四\u2028五\u2029六\t七",
    "long": "长" * 100_000,
    "wide": "W" * 100_000,
    "dollar": "$variable {value} %s \\[x] [[y]]",
    "braces": "[ [/] [/b [] ]",
}
"""What is tried, by the name the report has in its id."""


def record(number: int, text: str) -> dict[str, Any]:
    """A report that carries `text` in every field that takes any."""
    return {
        "id": f"{number:012x}",
        "prefecture": text if number % 3 == 0 else "阿克苏地区",
        "prefecture_code": None if number % 3 == 0 else "652900",
        "county": text if number % 2 else "库车市",
        "county_code": None if number % 2 else "652902",
        "heading": text,
        "date_start": f"2023-02-{number % 28 + 1:02}" if number % 4 else None,
        "date_end": None,
        "precision": "day" if number % 4 else "unknown",
        "date_as_written": text,
        "organisation": text,
        "title": text,
        "body": f"{text}\n会议指出,{text}《{text}》。会议要求,{text}",
        "documents": [text],
        "source": {"file": text, "bulletin": text, "line": 1, "import": text, "tag": text},
        "flags": [text, "bulletins.no-year"],
    }


def hostile_archive(path: Path, longest: int = 100_000) -> Path:
    """Write the archive at `path`, and a notebook whose marks, notes and searches are as bad."""
    texts = list(enumerate((text[:longest] for text in HOSTILE.values()), 1))
    rows = {str(number): record(number, text) for number, text in texts}
    path.write_text(json.dumps({"_default": rows}), "utf-8")
    notebook = Notebook(path)
    notebook.path.parent.mkdir(parents=True, exist_ok=True)
    short = [text for text in HOSTILE.values() if len(text) < 1000]
    notebook.path.write_text(
        json.dumps(
            {
                "basket": [f"{1:012x}", f"{4:012x}", *short],
                "notes": {f"{4:012x}": HOSTILE["escape"]},
                "searches": {text: f'"{text}"' for text in short},
            }
        ),
        "utf-8",
    )
    return path
