"""Which of many values are there twice, found in little room."""

from collections.abc import Callable, Iterable

_SLOTS = 16
"""Bytes for each value: one in so many is taken for repeated though it is not."""


def perhaps_repeated(values: Iterable[str], count: int) -> Callable[[str], bool]:
    """A test that is true of every value there is twice, and of few others.

    Args:
        values: the values.
        count: how many they are, about; a set of them takes three times as much room.
    """
    slots = bytearray(_SLOTS * count + 1)
    for value in values:
        slot = hash(value) % len(slots)
        slots[slot] = min(2, slots[slot] + 1)
    return lambda value: slots[hash(value) % len(slots)] > 1
