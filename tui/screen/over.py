"""What stands over the browser and is left again, by keys that may be faster than its drawing."""

from typing import TypeVar

from textual import work
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from tui.screen.bindings import key

HELP = key("question_mark,fullwidth_question_mark,f1", "help", "help", show=True)
"""The keys for help, for those whose keys are more than can be seen."""

Answer = TypeVar("Answer")


class OverScreen(ModalScreen[Answer]):
    """A screen over the browser."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave with an answer, once, and not before everything on the screen is there.

        Widgets that are taken away while they are being set up fail; and what stands over this
        screen is left first.
        """
        if not self.is_mounted:
            self.call_later(self._leave, result)
        elif self.is_current and not self._is_answered:
            return super().dismiss(result)
        return AwaitComplete()

    @work
    async def action_help(self) -> None:
        """Show every key there is here."""
        from tui.screen.dialogs.help import Help
        from tui.screen.manual import manual

        await self.app.push_screen_wait(Help(manual(self)))

    @property
    def is_ready(self) -> bool:
        """Whether its keys mean what they will mean to whoever looks at it."""
        return True

    @property
    def _is_answered(self) -> bool:
        """Whether whoever waits for the answer has one, or waits no longer."""
        futures = [waiting.future for waiting in self._result_callbacks]
        return any(future is not None and future.done() for future in futures)

    def _leave(self, result: Answer | None) -> None:
        self.dismiss(result)
