"""The interface in Chinese and English: every visible sentence, and which language is spoken."""

from tui.locale.catalogue import Language, language, system_language, text, use

__all__ = ["Language", "language", "system_language", "text", "use"]
