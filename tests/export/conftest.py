"""What the tests of this room share."""

from collections.abc import Iterator

import pytest

from tui import locale


@pytest.fixture
def chinese() -> Iterator[None]:
    """The interface in Chinese."""
    locale.use("zh")
    yield
    locale.use("en")
