"""What the tests of this room share."""

from collections.abc import Iterator

import pytest

from tui import locale


@pytest.fixture
def speak() -> Iterator[None]:
    """Go back to English after a test that changed the language."""
    yield
    locale.use("en")
