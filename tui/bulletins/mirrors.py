"""What mirror and other sites put into a text: readings after characters, doubled commas."""

import re

_READING = re.compile(
    r"(?<=[\u3400-\u9fff])(?:[(（](?:[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}|"
    r"[\u3100-\u312f\u02c9\u02ca\u02c7\u02cb\u02d9]{1,5})[)）])+"
)
_DOUBLED = re.compile(r"[,，]+([,，、。;；:：!！?？])")
"""A comma before another sign, which no author writes: 市委,、市政府,。"""
_LOST = re.compile(r"(?<=[。！!])(?:[ \u3000]*[?\ufffd]){3,}[ \u3000]*")
"""Blanks that became signs of an encoding that had none."""
_IMAGES = re.compile(r"(?:[0-9a-f]{20,}\.(?:jpe?g|png|gif))+")
"""The names of images that were cut out: c29af9…1d3000.jpg."""
_MAY_BE_DOUBLED = tuple(comma + sign for comma in ",，" for sign in ",，、。")
"""A cheap look before: where there are any, there are some of these."""
_IMAGE_ENDS = (".jpg", ".jpeg", ".png", ".gif")
_FEWEST = 3
"""Fewer are brackets, or slips, of the author's."""


def without_injected(text: str) -> str:
    """`text` without what was injected into it: 學(xué)習,,討論 is 學習,討論."""
    for signs, pattern, instead in (("(（", _READING, ""), (_MAY_BE_DOUBLED, _DOUBLED, r"\1")):
        if any(sign in text for sign in signs):
            cleaned, count = pattern.subn(instead, text)
            text = cleaned if count >= _FEWEST else text
    text = _LOST.sub("", text) if "?" in text or "\ufffd" in text else text
    return _IMAGES.sub("", text) if any(end in text for end in _IMAGE_ENDS) else text
