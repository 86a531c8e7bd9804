"""The command line: one module a command; it knows every room, no room knows it."""

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run ``jianbao`` with `argv` (without the program's name; by default the process's own)."""
    try:
        from tui.cli.command import run
    except KeyboardInterrupt:  # pressed while the program is still being loaded
        return 130
    return run(argv)
