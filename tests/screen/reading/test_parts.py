"""The words that open a part of a report, and those that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.screen.reading.parts import Part, parts


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("会议指出,《实施意见》是措施。", [(0, 5, "会议指出")]),
        ("会议要求各级关工委学习。", [(0, 4, "会议要求")]),
        ("2月9日,县关工委开会。会议强调：要学习。", [(12, 17, "会议强调")]),
        ("学习。会议还要求,学习。", [(3, 9, "会议还要求")]),
        ("学习。会议最后强调，学习。", [(3, 10, "会议最后强调")]),
        ("大家纷纷表示,要学。", [(0, 7, "大家纷纷表示")]),
        ("与会“五老”一致认为,要学。", []),
        ("与会人员一致认为,要学。", [(0, 9, "与会人员一致认为")]),
        ("会上,县关工委学习。座谈会上，大家发言。", [(0, 3, "会上"), (10, 15, "座谈会上")]),
        ("在动员会上,主任讲话。", [(0, 6, "在动员会上")]),
        ("学习。 　会议决定,要学。", [(5, 10, "会议决定")]),
        ("“要学习。”会议号召,要学。", [(6, 11, "会议号召")]),
        ("本次会议明确,要学。", [(0, 7, "本次会议明确")]),
        # in the middle of a sentence, or no part's opening
        ("传达会议要求,学习。", []),
        ("落实。按会议要求,学习。", []),
        ("会议由主任主持。会议听取了汇报。会议明确了任务。", []),
        ("晚会上演。社会上流传。", []),
        ("会议指出", []),
        # nothing would stand under the heading but punctuation
        ("学习。会议要求。会议指出、会议强调,学习。会上,。", []),
        ("学习。会议要求 ；要学。", []),
        ("", []),
    ],
)  # fmt: skip
def test_parts(paragraph: str, found: list[tuple[int, int, str]]) -> None:
    assert list(parts(paragraph)) == [Part(*part) for part in found]


@given(st.text("会议指出要求强调上,。 大家一致认为”", max_size=60))
def test_parts_are_places_in_the_text(paragraph: str) -> None:
    end = 0
    for part in parts(paragraph):
        assert end <= part.offset < part.end < len(paragraph)
        assert paragraph[part.offset :].startswith(part.label)
        end = part.end
