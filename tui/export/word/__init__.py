"""Word documents in the style of Chinese official documents (GB/T 9704-2012)."""

from tui.export.word.document import write_docx

__all__ = ["write_docx"]
