"""What may stand on the command line.

The first word decides: the name of a command is that command; anything else is a query for the
browser. A query that is a command's name comes after ``--``.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR
from pathlib import Path
from typing import NoReturn

from tui import locale
from tui.cli.output import say

BROWSE = ""
"""The command that has no name: open the browser."""

_GLOBAL = ("--archive", "--lang")
"""Options with a value that may stand before a command."""

_EXCLUDED_WORD = re.compile(r"-(?=[^\x00-\x7f\-])")
"""The hyphen of ``-会议``: it excludes a word, as no option is written in Chinese."""

_HELD = "\ue000"
"""Stands for that hyphen while options are told from words."""


_ARGPARSE = {
    "usage: ": "usage",
    "positional arguments": "positional",
    "options": "options",
    "unrecognized arguments: %s": "unrecognized",
    "the following arguments are required: %s": "required",
    "argument %(argument_name)s: %(message)s": "argument",
    "expected one argument": "expected-one",
    "expected at least one argument": "expected-some",
    "invalid choice: %(value)r (choose from %(choices)s)": "choice",
    "invalid %(type)s value: %(value)r": "value",
    "not allowed with argument %s": "not-with",
}
"""What argparse says, and the catalogue's name for it: ``cli.argparse-usage``."""


def _translated(message: str) -> str:
    """What argparse says, in the language spoken."""
    key = _ARGPARSE.get(message)
    return message if key is None else locale.text(f"cli.argparse-{key}")


# argparse asks gettext, which wants a compiled file for each language; here is one catalogue.
vars(argparse)["_"] = _translated


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and where to read more."""

    def error(self, message: str) -> NoReturn:
        say(locale.text("cli.usage-error", message=message, command=self.prog))
        raise SystemExit(2)


def split(argv: Sequence[str]) -> tuple[str, list[str]]:
    """The command that is meant, and the arguments without its name."""
    place = 0
    while place < len(argv):
        word = argv[place]
        if word in COMMANDS:
            return word, [*argv[:place], *argv[place + 1 :]]
        if word == "--" or not word.startswith("-") or _EXCLUDED_WORD.match(word):
            break
        place += 2 if word in _GLOBAL else 1
    return BROWSE, list(argv)


def parse(argv: Sequence[str]) -> tuple[str, argparse.Namespace]:
    """The command that is meant, and its arguments.

    Raises:
        SystemExit: with status 0 after showing help, 2 where the arguments make no sense.
    """
    command, rest = split(argv)
    parsed = parser(command).parse_args([_EXCLUDED_WORD.sub(_HELD, word, 1) for word in rest])
    for name, value in vars(parsed).items():
        if isinstance(value, list):
            setattr(parsed, name, [word.replace(_HELD, "-") for word in value])
    return command, parsed


def parser(command: str) -> argparse.ArgumentParser:
    """The parser of one command."""
    made = _Parser(
        prog=f"jianbao {command}".strip(),
        description=locale.text(f"cli.help-{command or 'browse'}"),
        epilog=None if command else _commands(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    COMMANDS[command](made)
    made.add_argument(
        "--archive", metavar="PATH", type=lambda name: Path(_named(name)), help=_help("archive")
    )
    made.add_argument("--lang", choices=("zh", "en"), help=_help("lang"))
    made.add_argument("-h", "--help", action="help", help=_help("help"))
    return made


def _commands() -> str:
    lines = [f"  {name:<10}{locale.text(f'cli.help-{name}')}" for name in COMMANDS if name]
    return "\n".join([locale.text("cli.commands"), *lines, "", locale.text("cli.first-word")])


def _help(name: str) -> str:
    return locale.text(f"cli.option-{name}")


def _named(name: str) -> str:
    """The name of a file; an empty one, as of a variable that is not set, is none."""
    if not name:
        raise argparse.ArgumentTypeError(locale.text("cli.empty-name"))
    return name


def _encoding(name: str) -> str:
    """The name of an encoding of text."""
    with suppress(UnicodeError):  # a blank is no text in UTF-16
        try:
            b" ".decode(name)
        except LookupError:
            raise argparse.ArgumentTypeError(
                locale.text("cli.bad-encoding", encoding=repr(name))
            ) from None
    return name


def _year(text: str) -> int:
    """A year that a date can have."""
    if not (text.isdecimal() and len(text) <= 4 and MINYEAR <= int(text) <= MAXYEAR):
        raise argparse.ArgumentTypeError(locale.text("cli.bad-year", year=repr(text)))
    return int(text)


def _flag(made: argparse.ArgumentParser, *names: str) -> None:
    made.add_argument(*names, action="store_true", help=_help(names[-1].lstrip("-")))


def _query(made: argparse.ArgumentParser) -> None:
    made.add_argument("query", nargs="*", metavar="QUERY", help=_help("query"))


def _browse(made: argparse.ArgumentParser) -> None:
    _query(made)
    _flag(made, "--version")


def _list(made: argparse.ArgumentParser) -> None:
    _query(made)
    _flag(made, "--json")


def _show(made: argparse.ArgumentParser) -> None:
    made.add_argument("ids", nargs="+", metavar="ID", help=_help("ids"))
    _flag(made, "--json")


def _export(made: argparse.ArgumentParser) -> None:
    _query(made)
    made.add_argument(
        "-o", "--output", required=True, metavar="FILE", type=_named, help=_help("output")
    )
    forms = ("text", "markdown", "csv", "json", "docx")
    made.add_argument("--format", choices=forms, help=_help("format"))
    encodings = ("utf-8-sig", "utf-8", "gb18030", "gbk")
    made.add_argument("--encoding", choices=encodings, help=_help("encoding"))
    groupings = ("prefecture", "date", "ordered")
    made.add_argument("--group", choices=groupings, default="prefecture", help=_help("group"))
    made.add_argument("--title", default="", metavar="TEXT", help=_help("title"))
    _flag(made, "--period")
    _flag(made, "--numbered")
    _flag(made, "--force")


def _import(made: argparse.ArgumentParser) -> None:
    paths = "FILE|FOLDER|-"
    made.add_argument("paths", nargs="+", metavar=paths, type=_named, help=_help("paths"))
    made.add_argument("--year", type=_year, metavar="YEAR", help=_help("year"))
    made.add_argument("--encoding", metavar="NAME", type=_encoding, help=_help("read-encoding"))
    _flag(made, "--dry-run")
    _flag(made, "--json")
    _flag(made, "-y", "--yes")


def _imports(made: argparse.ArgumentParser) -> None:
    _flag(made, "--json")


def _undo(made: argparse.ArgumentParser) -> None:
    made.add_argument("import_id", nargs="?", metavar="IMPORT", help=_help("import"))


def _coverage(made: argparse.ArgumentParser) -> None:
    _query(made)
    made.add_argument("--by", choices=("day", "week", "month"), help=_help("by"))
    levels = ("prefecture", "county")
    made.add_argument("--level", choices=levels, default="prefecture", help=_help("level"))
    formats = made.add_mutually_exclusive_group()
    formats.add_argument("--json", action="store_true", help=_help("json"))
    formats.add_argument("--csv", action="store_true", help=_help("csv"))


def _check(made: argparse.ArgumentParser) -> None:
    """Takes nothing of its own."""


def _serve(made: argparse.ArgumentParser) -> None:
    _query(made)
    made.add_argument("--host", default="localhost", help=_help("host"))
    made.add_argument("--port", type=int, default=8000, help=_help("port"))


COMMANDS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    BROWSE: _browse,
    "list": _list,
    "show": _show,
    "export": _export,
    "import": _import,
    "imports": _imports,
    "undo": _undo,
    "coverage": _coverage,
    "check": _check,
    "serve": _serve,
}
"""Each command by its name, with what declares its arguments."""
