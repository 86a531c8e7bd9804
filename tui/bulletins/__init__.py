"""From a bulletin's file to reports: bytes, text, lines, headings and paragraphs, fields."""

from tui.bulletins.errors import BulletinError
from tui.bulletins.leftouts import LeftOut
from tui.bulletins.reading import Reading, read_file, read_text

__all__ = ["BulletinError", "LeftOut", "Reading", "read_file", "read_text"]
