"""Equal values kept once: the reports of a bulletin have dates, bodies and openings in common."""

from collections.abc import Hashable
from typing import TypeVar, cast

Value = TypeVar("Value", bound=Hashable)

_MOST = 10_000
"""Values remembered; where there are more they are hardly ever equal."""


class Shared:
    """Remembers values, and gives the one it has for an equal one."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._values: dict[Hashable, Hashable] = {}

    def one(self, value: Value) -> Value:
        """The value kept that equals `value`."""
        if len(self._values) > _MOST:
            self._values.clear()
        return cast("Value", self._values.setdefault(value, value))
