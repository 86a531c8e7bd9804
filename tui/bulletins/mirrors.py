"""What mirror sites put into a text: the reading of a character in brackets after it."""

import re

_READING = re.compile(
    r"(?<=[\u3400-\u9fff])[(（](?:[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}|"
    r"[\u3100-\u312f\u02c9\u02ca\u02c7\u02cb\u02d9]{1,5})[)）]"
)
_FEWEST = 3
"""Fewer are brackets the author wrote."""


def without_readings(text: str) -> str:
    """`text` without the readings injected after its characters: 學(xué)習 is 學習."""
    if "(" not in text and "（" not in text:
        return text
    cleaned, count = _READING.subn("", text)
    return cleaned if count >= _FEWEST else text
