"""``jianbao --version``, and the versions of what it is built on."""

from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version

from tui import locale
from tui.cli.output import put
from tui.cli.status import Status


def run(arguments: Namespace) -> Status:
    """Print the version."""
    del arguments  # there are none
    put(f"jianbao {version_of('jianbao')}")
    return Status.DONE


def version_of(package: str) -> str:
    """The version of an installed package, or that it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return locale.text("cli.not-installed")
