"""Sentences of ``query``; keys begin with ``query.``."""

MESSAGES: dict[str, tuple[str, str]] = {}
