"""Sentences of ``archive``; keys begin with ``archive.``."""

MESSAGES: dict[str, tuple[str, str]] = {}
