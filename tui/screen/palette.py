"""The palette of commands: in the interface's language, found by name in both, or by pinyin."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import ThemeProvider

from tui import locale
from tui.locale.messages import MESSAGES
from tui.query.pinyin import matches
from tui.screen.bindings import BROWSER_BINDINGS
from tui.screen.keys import shown_key
from tui.screen.options import Palette


@dataclass(frozen=True, slots=True)
class Command:
    """An action under its name."""

    action: str
    name: str
    help: str
    names: tuple[str, str]
    """The name in English and in Chinese."""

    @classmethod
    def of(cls, binding: Binding) -> "Command":
        """The command that a key stands for; the key is told along."""
        keys = " ".join(shown_key(key) for key in binding.key.split(","))
        help_text = f"{keys} · {locale.text(binding.tooltip)}"
        names = MESSAGES[binding.description]
        return cls(binding.action, locale.text(binding.description), help_text, names)

    def score(self, typed: str) -> float:
        """How well `typed` names it; 0 where it does not."""
        wanted = typed.strip().casefold()
        names = [name.casefold() for name in self.names]
        if any(name.startswith(wanted) for name in names):
            return 3
        if any(wanted in name for name in names):
            return 2
        return 1 if matches(wanted, self.names[1]) else 0


def commands() -> Iterator[Command]:
    """Every action of the browser in the order of its keys, and the themes."""
    for binding in BROWSER_BINDINGS:
        if not binding.action.endswith("command_palette"):
            yield Command.of(binding)
    yield Command(
        "app.change_theme",
        locale.text("screen.palette.theme"),
        locale.text("screen.palette.theme-help"),
        MESSAGES["screen.palette.theme"],
    )


class Commands(Provider):
    """What the palette offers."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in commands():
            yield DiscoveryHit(
                Content(command.name), self._run(command), command.name, command.help
            )

    async def search(self, query: str) -> Hits:
        """What `query` names, the nearest first; a line that says so where it names nothing."""
        found = [(score, one) for one in commands() if (score := one.score(query))]
        for score, command in found:
            name = Content(command.name)
            yield Hit(score, name, self._run(command), command.name, command.help)
        if not found:
            nothing = locale.text("screen.palette.none")
            help_text = locale.text("screen.palette.none-help")
            yield Hit(1, Content(nothing), _nothing, nothing, help_text)

    def _run(self, command: Command) -> Callable[[], Awaitable[None]]:
        return partial(self.screen.run_action, command.action)


def _nothing() -> None:
    """Chosen where nothing was found."""


def command_palette() -> CommandPalette:
    """The palette of commands."""
    placeholder = locale.text("screen.palette.placeholder")
    return Palette([Commands], placeholder=placeholder, id="--command-palette")


def theme_palette() -> CommandPalette:
    """The palette of themes."""
    placeholder = locale.text("screen.palette.theme-placeholder")
    return Palette([ThemeProvider], placeholder=placeholder)
