"""Names for the files of an archive, made from the names of bulletins."""

import re
from collections.abc import Container

LONGEST = 150
"""Bytes of UTF-8; file systems allow 255, and a backup and a number must fit too."""

_FORBIDDEN = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff'
    r"\ud800-\udfff]+"
)
"""What some system forbids in a name, or nobody could see."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that are devices on Windows."""


def file_name(bulletin: str, taken: Container[str]) -> str:
    """A name for the file of a bulletin that is safe on every system and not taken.

    Args:
        bulletin: the bulletin's own name, with or without a suffix such as ``.txt``.
        taken: names in the folder, in lower case.
    """
    stem = re.sub(r"\.(txt|html?|docx|json|md|text)$", "", bulletin, flags=re.IGNORECASE)
    stem = shortened(_FORBIDDEN.sub("_", stem).strip(" ._"), LONGEST).strip(" .") or "bulletin"
    if _RESERVED.fullmatch(stem):
        stem += "_"
    name, number = f"{stem}.json", 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}.json"
    return name


def shortened(text: str, limit: int) -> str:
    """As much of `text` as has at most `limit` bytes in UTF-8."""
    return text.encode("utf-8")[:limit].decode("utf-8", "ignore")
