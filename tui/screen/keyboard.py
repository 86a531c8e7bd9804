"""Keys one after the other: each is meant for the screen that the one before it leads to.

Keys come faster than they are done where a clerk types ahead, or where they are pasted. Textual
hands each to whatever has the keyboard at that moment; so the words of a note would be commands
of the list behind it. Here a key waits until the one before is done, and the dialog that it
opens, if any, is there.
"""

from collections import deque
from contextlib import suppress
from time import monotonic
from typing import Any, TypeVar
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import NoActiveWorker, Worker, get_current_worker

Result = TypeVar("Result")
Typed = events.Key | events.Paste

AT_ONCE = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that wait for nothing: whoever wants to leave may."""
ROUNDS = 3
"""How often a `Done` follows a key: a key's messages may lead to others, and these to more."""
PATIENCE = 2.0
"""Seconds after which a key is no longer held back, whatever is still to come."""
AGAIN = 0.01
"""Seconds until it is looked again whether a dialog is there."""
ERRANDS = "default"
"""The group of the workers that lead through dialogs."""


class Done(Message):
    """Follows a key on its way from the widget to the application: the key has been that way."""

    def __init__(self, rounds: int) -> None:
        """Go the way `rounds` times."""
        super().__init__()
        self.rounds = rounds


class KeyboardApp(App[Result]):
    """An application that does one key after the other."""

    def __init__(self) -> None:
        """Nothing is typed yet."""
        super().__init__()
        self._typed: deque[Typed] = deque()
        self._doing = False
        """A key is on its way, unless its widget is gone."""
        self._followed: Widget | None = None
        """Where the last `Done` began."""
        self._since = 0.0
        """When the last key was sent on its way, or the next began to wait for a dialog."""
        self._looks_again = False
        self._at_dialog: WeakSet[Worker[Any]] = WeakSet()
        """The errands that have opened a dialog."""
        self._last_input = monotonic()

    @property
    def idle(self) -> float:
        """Seconds since the last key, or the last movement of the mouse."""
        return monotonic() - self._last_input

    @property
    def keys_waiting(self) -> int:
        """How many keys are not done yet."""
        return len(self._typed) + self._is_doing

    @property
    def _is_doing(self) -> bool:
        """Whether a key is on its way; where its widget was taken away, it has arrived."""
        return self._doing and (self._followed is None or self._followed.is_attached)

    async def on_event(self, event: events.Event) -> None:
        """Put a key behind those that are not done; everything else goes its way at once."""
        if isinstance(event, events.InputEvent | events.Paste):
            self._last_input = monotonic()
        if not isinstance(event, Typed) or event.is_forwarded or self._may_pass(event):
            await super().on_event(event)
            return
        if not self.keys_waiting:
            self._since = monotonic()
        self._typed.append(event)
        await self._go_on()

    def _may_pass(self, event: Typed) -> bool:
        """Whether a key cannot do harm: what is typed into a line of text is text."""
        if isinstance(event, events.Key) and event.key in AT_ONCE:
            return True
        typing = isinstance(self.focused, Input) and (
            isinstance(event, events.Paste) or event.is_printable
        )
        return typing and not self.keys_waiting and self._is_ready

    @property
    def _is_ready(self) -> bool:
        """Whether what the keys before have opened is there."""
        opening = any(
            worker.group == ERRANDS and not worker.is_finished and worker not in self._at_dialog
            for worker in self.workers
        )
        screen = self.screen
        if opening or not screen.is_mounted or not getattr(screen, "is_ready", True):
            return False
        return screen.focused is not None or not screen.focus_chain

    async def _go_on(self) -> None:
        """Send the next key on its way, if it is its turn."""
        waited = monotonic() - self._since > PATIENCE
        if (self._is_doing and not waited) or (self._typed and not self._is_ready and not waited):
            self._look_again()
        elif self._typed:
            self._doing, self._since, self._followed = True, monotonic(), None
            await super().on_event(self._typed.popleft())
            self._follow(ROUNDS)
        else:
            self._doing = False

    def _look_again(self) -> None:
        if not self._looks_again:
            self._looks_again = True
            self.set_timer(AGAIN, self._looked)

    async def _looked(self) -> None:
        self._looks_again = False
        await self._go_on()

    def _follow(self, rounds: int) -> None:
        self._followed = self.focused or self.screen
        self._followed.post_message(Done(rounds))

    async def on_done(self, event: Done) -> None:
        """The key before has been everywhere; after the last round the next one may come."""
        if event.rounds > 1:
            self._follow(event.rounds - 1)
            return
        self._doing, self._since = False, monotonic()
        if self._typed:
            await self._go_on()

    def push_screen(self, screen: Any, *args: Any, **more: Any) -> Any:
        """As Textual's; remembers which errand is at a dialog now."""
        with suppress(NoActiveWorker):
            self._at_dialog.add(get_current_worker())
        return super().push_screen(screen, *args, **more)
