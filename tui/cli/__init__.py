"""The command line: one module a command; it knows every room, no room knows it."""

from tui.cli.main import main

__all__ = ["main"]
