"""Bytes to text. The encoding is decided by strict decoding; nothing is ever replaced."""

import codecs
import re

from tui.bulletins.errors import BulletinError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "ascii": "utf-8"}
"""Pages declare less than they use; these take in all of what is declared."""

_NO_PAGES = frozenset(("unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"))
"""What Python takes for encodings of text, and no page is written in."""

_COMMON = frozenset("的一是了在不和有人中大我为以会上个国年月日要工作省市县区")
_COMMON_TRADITIONAL = frozenset("的一是了在不和有人中大我為以會上個國年月日要工作省市縣區")


def decode(content: bytes, file: str, encoding: str | None = None) -> str:
    """The text of `content`.

    A byte order mark decides; then what an HTML page declares, if it decodes; then UTF-8; then
    UTF-16 without a mark; then GB18030 or Big5, whichever gives the more usual characters.

    Raises:
        BulletinError: the bytes are none of these, or not the `encoding` asked for.
    """
    if encoding is not None:
        return _decode_as(content, file, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decode_as(content, file, name)
    for name in _guesses(content):
        text = _try(content, name)
        if text is not None:
            return text
    _refuse_broken(content, file)
    return _chinese(content, file)


def _refuse_broken(content: bytes, file: str) -> None:
    """Say where UTF-8 breaks off, rather than read all of it as something else.

    No text in GB18030 or Big5 is UTF-8 over more than a few characters.
    """
    bad = _first_bad(content)
    before = sum(1 for byte in content[max(0, bad - 4000) : bad] if byte >= 0xC0)
    if before >= 10 or (before >= 2 and bad >= len(content) - 3):
        raise BulletinError("bulletins.broken-utf8", file=file, byte=bad + 1)


def _guesses(content: bytes) -> list[str]:
    names = ["utf-8"]
    if declared := _DECLARED.search(content, 0, 4096):
        name = declared[1].decode("ascii").lower()
        if name.replace("-", "_") not in _NO_PAGES:
            names.insert(0, _WIDER.get(name, name))
    if b"\0" in content[:4096]:
        # UTF-16 without a mark: Latin letters and line ends have one zero byte each.
        even, odd = content[:4096:2].count(0), content[1:4096:2].count(0)
        if even + odd > 2 and not (even and odd):
            names.insert(0, "utf-16-le" if odd > even else "utf-16-be")
    return names


def _chinese(content: bytes, file: str) -> str:
    simplified, traditional = _try(content, "gb18030"), _try(content, "big5hkscs")
    if simplified is None and traditional is None:
        raise BulletinError("bulletins.undecodable", file=file, byte=_first_bad(content) + 1)
    if simplified is None or traditional is None:
        return simplified if simplified is not None else traditional or ""
    better = _share(traditional, _COMMON_TRADITIONAL) > _share(simplified, _COMMON)
    return traditional if better else simplified


def _share(text: str, common: frozenset[str]) -> float:
    sample = text[:20_000]
    return sum(character in common for character in sample) / max(len(sample), 1)


def _first_bad(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _try(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return None


def _decode_as(content: bytes, file: str, name: str) -> str:
    try:
        return content.decode(name)
    except LookupError:
        raise BulletinError("bulletins.no-encoding", file=file, encoding=name) from None
    except UnicodeError as error:
        byte = getattr(error, "start", 0) + 1
        raise BulletinError("bulletins.not-encoded", file=file, encoding=name, byte=byte) from None
