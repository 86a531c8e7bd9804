"""Sentences of ``screen``; keys begin with ``screen.``."""

MESSAGES: dict[str, tuple[str, str]] = {}
