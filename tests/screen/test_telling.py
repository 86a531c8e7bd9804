"""Work in a thread that is given up: nothing of it goes on behind."""

import asyncio
from threading import Event

import pytest

from tui.screen.errands.telling import Stopped, wanted


@pytest.mark.parametrize("left", [False, True], ids=["stopped", "left"])
async def test_work_that_is_not_wanted_ends(left: bool) -> None:
    ended: list[bool] = []

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(True)

    stop = Event()
    waiting = asyncio.ensure_future(wanted(work(), stop))
    await asyncio.sleep(0)
    if left:
        waiting.cancel()
    else:
        stop.set()
    with pytest.raises(asyncio.CancelledError if left else Stopped):
        await waiting
    await asyncio.sleep(0)
    assert ended == [True]
