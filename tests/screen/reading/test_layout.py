"""Chinese line breaking: tables of what breaks where, and what must hold for every text."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reports.neutral import neutral
from tui.screen.reading.layout import break_lines

BULLETIN = Path(__file__).parents[3] / "data" / "bulletins" / "xinjiang-2023-02.txt"
CLOSING = frozenset("，,。.、；;：:？?！!）)》〉】』」]}”’…—·％%℃～．・•‧﹐﹑﹔﹖﹚")
OPENING = frozenset("（(《〈【『「[{“‘﹙")


def lines(text: str, width: int, indent: int = 0) -> list[str]:
    """The lines as drawn, indent and all."""
    return [
        " " * line.indent + line.shown(text) for line in break_lines(text, width, indent=indent)
    ]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("", 20, [""]),
        ("会议指出", 8, ["会议指出"]),
        ("会议指出", 7, ["会议指", "出"]),
        # closing punctuation takes the character before it along
        ("各级关工委,要", 10, ["各级关工", "委,要"]),
        ("各级关工委。要", 10, ["各级关工", "委。要"]),
        ("学习《实施意见》。好", 16, ["学习《实施意", "见》。好"]),
        # opening punctuation goes with what it opens
        ("组织学习《实施意见》", 10, ["组织学习", "《实施意", "见》"]),
        ("骨干“五老”", 6, ["骨干", "“五老”"]),
        ("各地——各级", 6, ["各地——", "各级"]),
        ("各地——各级", 5, ["各", "地——", "各级"]),
        ("等等……好", 5, ["等", "等……", "好"]),
        # figures keep their unit, and the comma before them is Chinese punctuation
        ("截至2023年2月8日", 10, ["截至2023年", "2月8日"]),
        ("截至2023年2月8日", 8, ["截至", "2023年", "2月8日"]),
        ("切实增强,2023年", 14, ["切实增强,", "2023年"]),
        ("全长3.5公里", 6, ["全长", "3.5公", "里"]),
        ("增长12.5%以上", 8, ["增长", "12.5%以", "上"]),
        ("共有1,024人", 8, ["共有", "1,024人"]),
        ("自第3期起", 6, ["自", "第3期", "起"]),
        # full-width figures and letters are figures and letters
        ("投入１．２亿元", 10, ["投入", "１．２亿元"]),
        ("共有１２０００名代表", 14, ["共有", "１２０００名代", "表"]),
        ("于２０２３年２月", 11, ["于", "２０２３年", "２月"]),
        ("通过ＩＳＯ认证", 8, ["通过", "ＩＳＯ认", "证"]),
        ("面积为100㎡整", 10, ["面积为", "100㎡整"]),
        # runs of Latin letters stay whole, or are folded where they stand
        ("使用WeChat群", 7, ["使用", "WeChat", "群"]),
        ("见https://example.org/abcdef", 12, ["见https://ex", "ample.org/ab", "cdef"]),
        # a path keeps the stroke it begins with
        ("已写入 /tmp/a.txt", 12, ["已写入", "/tmp/a.txt"]),
        ("已写入“/tmp/a.txt”", 13, ["已写入", "“/tmp/a.txt”"]),
        ("学习和/或宣讲", 8, ["学习和/", "或宣讲"]),
        # blanks hang, and never break early
        ("会议 2023 年召开", 10, ["会议 2023", "年召开"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two   three", 7, ["one two", "three"]),
        ("会议　　指出", 6, ["会议", "指出"]),
        ("会议指出      ", 8, ["会议指出"]),
        ("第一 （二）", 6, ["第一", "（二）"]),
        # an accent, a variant and a family stay in one piece
        ("cafe\u0301cafe\u0301", 4, ["cafe\u0301", "cafe\u0301"]),
        ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 4, ["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]),
        ("葛\U000e0100城葛\U000e0100城", 6, ["葛\U000e0100城葛\U000e0100", "城"]),
        # what has no place to break is cut between characters
        ("。。。。。。", 8, ["。。。。", "。。"]),
        ("（（（（（（", 4, ["（（", "（（", "（（"]),
        ("会议", 1, ["会", "议"]),
    ],
)
def test_where_lines_break(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width) == broken


def test_the_first_line_is_indented_by_two_characters() -> None:
    text = "会议要求各级关工委深刻认识重要意义"
    assert lines(text, 20, 4) == ["    会议要求各级关工", "委深刻认识重要意义"]


def test_a_blank_of_its_own_is_indent_enough() -> None:
    assert lines("　　会议要求", 20, 4) == ["　　会议要求"]


def test_a_narrow_pane_has_no_room_for_an_indent() -> None:
    assert lines("会议要求", 8, 4) == ["会议要求"]


def violations(text: str, width: int) -> int:
    """How many lines begin with closing or end with opening punctuation."""
    broken = [line.shown(text) for line in break_lines(text, width, indent=4)]
    begins = sum(line[:1] in CLOSING for line in broken[1:] if line)
    ends = sum(line[-1:] in OPENING for line in broken[:-1] if line)
    return begins + ends


@pytest.mark.parametrize("width", range(20, 101))
def test_no_punctuation_out_of_place_in_the_bundled_bulletin(width: int) -> None:
    paragraphs = BULLETIN.read_text(encoding="utf-8").splitlines()
    assert sum(violations(paragraph, width) for paragraph in paragraphs) == 0


def generated(seed: int, clauses: int = 120) -> str:
    """A paragraph in the bulletins' manner, with every kind of punctuation they use."""
    pick = random.Random(seed)
    hanzi = "会议指出要求强调各级关工委深刻认识意见精神切实增强政治自觉主动对标上级地区伊犁塔城"
    shapes = [
        "{a}", "《{a}》", "“{a}”", "（{a}）", "({a})", "《关于〈{a}〉的{b}》", "“《{a}》{b}”",
        "2023年{m}月{d}日", "{m}月{d}日—{d}日", "{d}.5%", "1,0{d}人", "第{m}期", "{a} {m} {b}",
        "‘{a}’", "【{a}】", "『{a}』", "[{a}]", "{a}·{b}", "{a}/{b}", "{a}——{b}", "{a}……",
        "{a}・{b}", "﹙{a}﹚", "２０{m}年{d}月", "１．{d}亿元", "{a}﹐{b}", "{a}•{b}",
        "www.example.org", "OSC 52", "{m}:30", "-{d}℃", "{d}％",
    ]  # fmt: skip

    def words() -> str:
        return "".join(pick.choices(hanzi, k=pick.randint(1, 9)))

    parts = []
    for _ in range(clauses):
        shape = pick.choice(shapes)
        parts.append(
            shape.format(a=words(), b=words(), m=pick.randint(1, 12), d=pick.randint(1, 31))
        )
        parts.append(pick.choice([",", "，", "。", "、", "；", ":", "", "", "!", "？", "）。"]))
    return "".join(parts)


@pytest.mark.parametrize("width", range(20, 101))
def test_no_punctuation_out_of_place_in_generated_text(width: int) -> None:
    assert sum(violations(generated(seed), width) for seed in range(8)) == 0


TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "会议指出,。、“”《》（）()…—·% 　12aZ年月\u0301\u200d\ufe0f❤👩\u200b\u00a0"
        ),
        st.characters(),
    ),
    max_size=300,
).map(lambda text: neutral(text))


@given(TEXTS, st.integers(-1, 100), st.sampled_from([0, 4]))
@example("a" * 9000 + "会议" * 5000, 7, 4)
@example("　" * 9000, 7, 4)
@example("会" + "\u0301" * 9000, 7, 4)
def test_lines_cover_the_text_and_fit(text: str, width: int, indent: int) -> None:
    broken = list(break_lines(text, width, indent=indent))
    assert "".join(text[line.start : line.end] for line in broken) == text
    assert all(line.end > line.start for line in broken) or text == ""
    assert all(line.indent + cell_len(line.shown(text)) <= max(width, 2) for line in broken)


@given(st.integers(0, 1000), st.integers(4, 100))
def test_a_long_text_breaks_as_its_end_would_alone(seed: int, width: int) -> None:
    """Breaking a text piece by piece changes nothing."""
    text = generated(seed, 900)
    broken = list(break_lines(text, width))
    middle = broken[len(broken) // 2].start
    again = [line.start + middle for line in break_lines(text[middle:], width)]
    assert again == [line.start for line in broken if line.start >= middle]
