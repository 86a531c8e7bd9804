"""A file, whatever it is, to text or lines."""

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from tui.bulletins.decoding import decode
from tui.bulletins.docx import docx_lines
from tui.bulletins.errors import BulletinError
from tui.bulletins.html import html_lines, is_html
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.lines import Line
from tui.bulletins.mirrors import without_injected

_PAGES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
_WORD = frozenset((".docx", ".docm"))
_OTHERS = frozenset(
    f".{name}"
    for name in (
        *("doc", "pdf", "xls", "xlsx", "ppt", "pptx", "wps", "et", "ofd", "rtf", "odt"),
        *("zip", "rar", "7z", "mht", "mhtml", "jpg", "jpeg", "png", "gif"),
    )
)
_CONTROLS = frozenset(range(9)) | frozenset(range(14, 27))
_STRAY = 5
"""Control codes that the text of a few lines may have caught."""
LARGEST = 40_000_000
"""Bytes of a file; one of short reports takes ten times as much to read."""
_ZIP = b"PK\x03\x04"
_WORD_ONCE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Marked:
    """A file that says by itself where its lines begin and end."""

    lines: list[Line]
    left_out: tuple[LeftOut, ...] = ()
    """What stands beside the text: notes, the head and foot of pages."""


def file_content(path: Path, encoding: str | None = None) -> str | Marked:
    """The text of the bulletin at `path`, or what is read of it where it is marked up.

    Raises:
        BulletinError: it cannot be read, or is none of the kinds that can.
    """
    file = shown_name(path)
    suffix = path.suffix.lower()
    if suffix in _OTHERS:
        raise BulletinError("bulletins.unknown-kind", file=file, suffix=suffix)
    content = _content(path, file)
    if content.startswith(_WORD_ONCE):
        raise BulletinError("bulletins.old-word", file=file)
    if suffix in _WORD or content.startswith(_ZIP):
        lines, left_out = docx_lines(path, file)
        return Marked(lines, tuple(left_out))
    text = decode(content, file, encoding)
    if _is_binary(text):
        raise BulletinError("bulletins.binary", file=file)
    if suffix in _PAGES and not is_html(text):
        return Marked(html_lines(without_injected(text)))
    return text


def shown_name(path: Path) -> str:
    """The name of a file as messages and reports give it: no line ends, no undecodable bytes."""
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def _content(path: Path, file: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise BulletinError("bulletins.is-folder", file=file)
        if not S_ISREG(mode):  # a pipe nobody writes to would be waited for without end
            raise BulletinError("bulletins.no-file", file=file)
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise BulletinError("bulletins.unreadable", file=file, reason=reason) from None
    if len(content) > LARGEST:
        raise BulletinError("bulletins.too-long", file=file, limit=LARGEST // 1_000_000)
    if not content.strip():
        raise BulletinError("bulletins.empty", file=file)
    return content


def _is_binary(text: str) -> bool:
    """More than one control code in a hundred characters, and some: not a text anyone wrote."""
    sample = text[:20_000]
    codes = sum(1 for sign in sample if ord(sign) in _CONTROLS)
    return (codes - _STRAY) * 100 > len(sample)
