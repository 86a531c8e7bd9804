"""The user's own keys: ``keys.toml`` in the configuration folder, a line an action."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.binding import Binding

from tui import locale
from tui.reports.errors import JianbaoError
from tui.reports.folders import user_folder
from tui.screen.keys import shown_key

Keys = Mapping[str, tuple[str, ...]]
"""The keys of every action that can be pressed at one place, by the action's id."""


class KeymapError(JianbaoError):
    """The key file cannot be used; the built-in keys stay in force."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A line of the key file that is not followed."""

    name: str
    key: str
    other: str
    """The action whose key it is already."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The user's keys that are in force, and those that cannot be."""

    path: Path
    keys: Mapping[str, tuple[str, ...]]
    clashes: tuple[Clash, ...] = ()

    def complaint(self) -> str:
        """One sentence about the clashes; empty where there are none."""
        if not self.clashes:
            return ""
        first, *more = self.clashes
        sentence = locale.text(
            "screen.keymap-clash",
            path=self.path,
            key=shown_key(first.key),
            name=first.name,
            other=first.other,
        )
        return sentence + (
            " " + locale.text("screen.keymap-clashes", count=len(more)) if more else ""
        )


def keymap_path() -> Path:
    """Where the user's keys stand."""
    return user_folder("config") / "keys.toml"


def read_keymap(places: Sequence[Iterable[Binding]], path: Path | None = None) -> Keymap:
    """The user's keys by the action's id, such as ``{"export": ("x", "ctrl+e")}``.

    A key that is already another action's, where both can be pressed, is not given away.

    Args:
        places: for each place where keys are pressed the bindings that are in force there.
        path: the file; by default `keymap_path`.

    Raises:
        KeymapError: the file is not TOML, or names an action that does not exist.
    """
    import tomllib  # few have such a file

    path = path or keymap_path()
    try:
        lines = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise KeymapError("screen.keymap-unreadable", path=path, reason=error) from error
    built_in = [_by_id(bindings) for bindings in places]
    known = {name for keys in built_in for name in keys}
    wanted: dict[str, tuple[str, ...]] = {}
    for name, value in lines.items():
        keys = _keys(value)
        if name not in known or not keys:
            raise KeymapError("screen.keymap-unknown", path=path, name=name)
        wanted[name] = keys
    clashes: list[Clash] = []
    while clash := _clash(wanted, built_in):
        clashes.append(clash)
        del wanted[clash.name]
    return Keymap(path, wanted, tuple(clashes))


def _by_id(bindings: Iterable[Binding]) -> Keys:
    found: dict[str, tuple[str, ...]] = {}
    for binding in bindings:
        if binding.id:
            found[binding.id] = (*found.get(binding.id, ()), *_keys(binding.key))
    return found


def _keys(value: object) -> tuple[str, ...]:
    """Textual's names of keys written as ``"x, Ctrl+E"`` or in a list; empty for anything else."""
    written = value.split(",") if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(one, str) for one in written):
        return ()
    names = [one.strip() or one for one in written if one]
    names = [name if len(name) == 1 else name.lower() for name in names]
    try:
        made = list(Binding.make_bindings([Binding(name, "", "") for name in names]))
    except ValueError:
        return ()
    return tuple(binding.key for binding in made)


def _clash(wanted: Keys, built_in: Sequence[Keys]) -> Clash | None:
    """The last line that gives away a key of another action, unless the two shared it before."""
    for name in reversed(list(wanted)):
        for before in built_in:
            if name not in before:
                continue
            now = {**before, **{one: wanted[one] for one in wanted if one in before}}
            for other, keys in sorted(now.items(), key=lambda one: one[0] in wanted):
                shared = set(keys) & set(now[name])
                shared -= set(before[other]) & set(before[name])
                if other != name and shared:
                    return Clash(name, min(shared), other)
    return None
