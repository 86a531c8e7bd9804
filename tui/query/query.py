"""The one question everything on screen answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions joined by AND, and an order."""
