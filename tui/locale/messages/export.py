"""Sentences of ``export``; keys begin with ``export.``."""

MESSAGES: dict[str, tuple[str, str]] = {}
