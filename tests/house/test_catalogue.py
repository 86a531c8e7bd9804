"""Every sentence exists in both languages and asks for the same values."""

import re

import pytest

from tui import locale
from tui.locale.messages import MESSAGES

FIELD = re.compile(r"\{(\w+)[^}]*\}")


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_ask_for_the_same_values(key: str) -> None:
    english, chinese = MESSAGES[key]
    assert english.strip()
    assert chinese.strip()
    assert set(FIELD.findall(english)) == set(FIELD.findall(chinese))


def test_a_value_is_never_read_as_a_format() -> None:
    shown = locale.text("reports.bad-record", where="{field}", field="{where}")
    assert "{field}" in shown
    assert "{where}" in shown
