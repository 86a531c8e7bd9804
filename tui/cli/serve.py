"""``jianbao serve``: the browser in a web browser."""

import shlex
import socket
import sys
from argparse import Namespace
from importlib import import_module
from importlib.util import find_spec

from tui.cli.opened import UsageError, read_query
from tui.cli.output import tell
from tui.cli.status import Status
from tui.locale import language


def run(arguments: Namespace) -> Status:
    """Serve the browser until interrupted; it needs the package ``textual-serve``."""
    read_query(arguments.query)
    if find_spec("textual_serve") is None:
        raise UsageError("cli.no-textual-serve")
    if not 0 < arguments.port < 65536:
        raise UsageError("cli.bad-port", port=str(arguments.port))
    _check_address(arguments.host, arguments.port)
    server = import_module("textual_serve.server").Server
    tell("cli.serving", address=f"http://{arguments.host}:{arguments.port}/")
    server(command(arguments), host=arguments.host, port=arguments.port).serve()
    return Status.DONE


def _check_address(host: str, port: int) -> None:
    """See that a server can listen there.

    Raises:
        UsageError: another program does, or this computer has no such address.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError("cli.cannot-serve", host=host, port=str(port), reason=reason) from error


def command(arguments: Namespace) -> str:
    """The command that opens the same browser in a terminal."""
    words = [sys.executable, "-m", "tui", "--lang", language()]
    if arguments.archive is not None:
        words += ["--archive", str(arguments.archive.resolve())]
    return shlex.join([*words, "--", *arguments.query])
