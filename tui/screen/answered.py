"""Asking the catalog in a thread, as often as it takes."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from tui.query.catalog import Interrupted
from tui.screen.desk import AGAIN

T = TypeVar("T")


async def answered(ask: Callable[[], T]) -> T:
    """What `ask` gives, called in a thread.

    Whoever goes on typing behind an errand interrupts what the catalog counts for it; the errand
    is still wanted, so it asks again.
    """
    while True:
        try:
            return await asyncio.to_thread(ask)
        except Interrupted:
            await asyncio.sleep(AGAIN)
