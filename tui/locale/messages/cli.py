"""Sentences of ``cli``; keys begin with ``cli.``."""

MESSAGES: dict[str, tuple[str, str]] = {}
