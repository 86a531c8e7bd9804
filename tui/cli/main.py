"""The command ``jianbao``: reads the arguments, runs a command, gives its exit status."""


def main(argv: list[str] | None = None) -> int:
    """Run ``jianbao`` with `argv` (without the program's name; by default the process's own)."""
    raise NotImplementedError
