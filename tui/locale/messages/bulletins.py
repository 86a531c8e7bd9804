"""Sentences of ``bulletins``; keys begin with ``bulletins.``."""

MESSAGES: dict[str, tuple[str, str]] = {}
