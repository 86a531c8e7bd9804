"""Whatever the text: never an error, never a lost word, never more work than its size asks."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.bench_bulletins import PATTERNS
from tests.bulletins.scoring import truths
from tui.bulletins import Reading, read_text
from tui.bulletins.mirrors import without_injected
from tui.query.fold import fold

LINES = st.sampled_from(
    [
        "杭州市",
        "【邵阳】",
        "教育系统",
        "淳安县:3月5日,县妇联召开会议。",
        "3月5日,淳安县妇联召开会议,学习《办法》。",
        "会议指出,要落实。",
        "近日,库车市关工委组织学习。",
        "(记者 张三)",
        "发布时间:2023-03-06 来源:某网",
        "责任编辑:李四",
        "目录",
        "编者按:各地行动。",
        "一、养老服务",
        "- 1 -",
        "地区\t时间\t内容",
        "淳安县\t3月5日\t召开会议。",
        "〔伊州区 2023-02-08〕",
        "1022日,高昌区关工委召开会议。",
        "",
        "首页 > 动态",
    ]
)
MARKS = set("★☆●○◎◆◇■□▲△▼▽※·•*#☞►▶✦♦❖➤▍▎|【】〔〕[](){}<>「」『』:、.一二三四五六七八九十 -")


def _kept(reading: Reading) -> str:
    """Every word that a reading has kept anywhere."""
    reports = reading.reports
    return "\n".join(
        (
            *(report.body for report in reports),
            *(report.source.tag for report in reports),
            *(report.heading for report in reports),
            *(report.title for report in reports),
            *(report.held.as_written for report in reports),
            *(report.organisation or "" for report in reports),
            *(report.county or "" for report in reports),
            *(left.text for left in reading.left_out),
            *reading.headings,
            reading.title,
        )
    )


THEME = re.compile("[一二三四五六七八九]是")
"""一是, 二是: the number of an item."""


def _words(text: str) -> list[str]:
    """Runs of letters: what must not be lost; digits may be the numbers of items."""
    text = THEME.sub(" ", text)
    runs = "".join(sign if sign.isalpha() and sign not in MARKS else " " for sign in text)
    return runs.split()


def _lost(text: str, reading: Reading) -> list[str]:
    kept = "".join(_words(_kept(reading)))
    lost = [word for word in _words(without_injected(text)) if word not in kept]
    return [word for word in lost if _below_heading(word, reading) not in kept]


def _below_heading(word: str, reading: Reading) -> str:
    """A word without the heading that is glued to it: 遵义市为用好, below 遵义市."""
    heads = (head for head in reading.headings if len(head) < len(word) and word.startswith(head))
    return word.removeprefix(max(heads, key=len, default=""))


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_word_is_lost_whatever_the_order(text: str) -> None:
    assert not _lost(text, read_text(text))


def test_no_word_of_the_set_is_lost() -> None:
    for truth in truths():
        path = truth["path"]
        if path.suffix == ".txt" and path.read_bytes()[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                continue
            assert not _lost(text, read_text(text)), path.name


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read_text(text)


@pytest.mark.parametrize("seed", range(60))
def test_mangled_bulletins_are_read(seed: int) -> None:
    chosen = random.Random(seed)
    names = [truth["path"] for truth in truths()]
    path = chosen.choice([name for name in names if name.suffix == ".txt"])
    text = list(path.read_bytes().decode("utf-8", "ignore"))
    for _ in range(60):
        at = chosen.randrange(len(text))
        text[at] = chosen.choice(["", "\n", "。", "《", "》", "(", "月", "日", " ", text[at - 1]])
    mangled = "".join(text)
    assert not _lost(mangled, read_text(mangled))


def test_reading_twice_gives_the_same() -> None:
    text = "杭州市\n3月5日,淳安县妇联召开会议。\n会议指出,要落实2023年任务。"
    assert read_text(text) == read_text(text)


def test_folding_keeps_places_of_words() -> None:
    text = "３月５日，淳安县妇联召开会议；（记者 张三）"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("name", PATTERNS)
def test_the_work_grows_with_the_size(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in places looked at, not in seconds."""
    from tui.bulletins import regions

    looked = 0
    step = regions._step

    def counting(text: str, at: int, scope: regions.Scope, above: regions.Naming | None) -> object:
        nonlocal looked
        looked += 1
        return step(text, at, scope, above)

    monkeypatch.setattr(regions, "_step", counting)
    read_text(PATTERNS[name](100))
    small, looked = looked, 0
    read_text(PATTERNS[name](400))
    assert looked <= 4.5 * small + 40
