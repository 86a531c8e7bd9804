"""A hundred thousand reports: whoever types faster than counting never sees a stale answer."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from time import sleep

import pytest

from tests.bench.generate import reports
from tests.journeys.clerk import Clerk, at_work
from tui.archive.archive import Archive
from tui.query.catalog import Catalog, Entry
from tui.query.matching import search_text
from tui.query.query import Query
from tui.reports.report import Report
from tui.screen.branches import Branch, Branches
from tui.screen.browser import BrowserScreen
from tui.screen.desk import Desk
from tui.screen.panes.headline import Headline
from tui.screen.panes.regions import RegionTree
from tui.screen.reading.pane import ReadingPane

COUNT = 100_000
A_FILE = 1000
BODY = 48
"""Characters of a report's text that are kept: what counts here is how many reports there are."""

WORDS = ("学习贯彻", "关工委", "实施意见", "会议", "zhaosu", "hami", "五老", "精神", "没有此词")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An archive of many short reports, and its index."""
    folder = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        archive = folder / "archive"
        archive.mkdir()
        all_reports = [replace(one, paragraphs=(one.body[:BODY],)) for one in reports(COUNT)]
        for start in range(0, COUNT, A_FILE):
            rows = {str(n): one.record() for n, one in enumerate(all_reports[start:][:A_FILE], 1)}
            path = archive / f"{start:06}.json"
            path.write_text(json.dumps({"_default": rows}, ensure_ascii=False), encoding="utf-8")
        catalog = Archive.open(archive).catalog(wait=False)
        while catalog.progress is not None:
            catalog.refresh()
        catalog.close()
    yield archive


@pytest.fixture(autouse=True)
def use_its_index(large: Path, own_folders: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser finds the index that is there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(large.parent / "cache"))


class Witness:
    """Notes everything the browser shows of its answers."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Look at the headline and the reading pane whenever they are drawn."""
        self.counts: set[tuple[str, int]] = set()
        self.shown: list[tuple[str, Report]] = []
        self.stale: list[tuple[str, str]] = []
        render, show, grow = Headline.render, ReadingPane.show, RegionTree.show

        def rendered(headline: Headline) -> object:
            if headline.total is not None:
                self.counts.add((str(headline.query_shown), headline.total))
            return render(headline)

        def showing(
            pane: ReadingPane, report: Report | None, query: Query, position: str = ""
        ) -> None:
            if report is not None:
                self.shown.append((str(query), report))
            show(pane, report, query, position)

        def growing(tree: RegionTree, tops: tuple[Branch, ...], year: int) -> None:
            browser = tree.screen
            assert isinstance(browser, BrowserScreen)
            assert browser.branches is not None
            if browser.branches.query != browser.asked:
                self.stale.append((str(browser.asked), str(browser.branches.query)))
            grow(tree, tops, year)

        patch.setattr(RegionTree, "show", growing)
        patch.setattr(Headline, "render", rendered)
        patch.setattr(ReadingPane, "show", showing)


def slow_down(patch: pytest.MonkeyPatch) -> None:
    """Have answers come late, in any order: as on a machine with much else to do."""
    random = Random(1)
    first, count = Desk.first, Branches.__init__

    def late_first(desk: Desk, query: Query) -> tuple[Entry | None, Report | None]:
        found = first(desk, query)
        sleep(random.random() * 0.05)
        return found

    def late_count(branches: Branches, catalog: Catalog, query: Query) -> None:
        count(branches, catalog, query)
        sleep(random.random() * 0.1)

    patch.setattr(Desk, "first", late_first)
    patch.setattr(Branches, "__init__", late_count)


async def burst(clerk: Clerk, keys: Sequence[str], random: Random) -> None:
    """Press keys without waiting for answers, now and then long enough for half of one."""
    for key in keys:
        await clerk.pilot.press(key)
        if random.random() < 0.3:
            await clerk.pilot.pause(random.choice((0.0, 0.01, 0.03)))


async def test_no_answer_is_stale(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    witness = Witness(monkeypatch)
    slow_down(monkeypatch)
    random = Random(7)
    async with at_work(large) as clerk:
        await clerk.press("slash")
        box = clerk.browser.search_line.box
        for _ in range(24):
            word = random.choice(WORDS)
            await burst(clerk, [*word], random)
            await burst(clerk, ["backspace"] * random.randint(0, len(word)), random)
            if random.random() < 0.5:
                await burst(clerk, ["space", *random.choice(WORDS)[:2]], random)
            if random.random() < 0.4:
                await clerk.settle()
                assert str(clerk.browser.headline.query_shown) == str(Query.parse(box.value))
            if random.random() < 0.6:
                await clerk.press("ctrl+u")
        await clerk.settle()
        catalog = clerk.browser.desk.catalog
        assert str(clerk.browser.headline.query_shown) == str(Query.parse(box.value))
        for query, total in witness.counts:
            assert catalog.total(Query.parse(query)) == total, query
    assert len(witness.counts) > 20
    assert not witness.stale
    for query, report in witness.shown:
        for condition in Query.parse(query).words:
            if not condition.isascii():
                assert condition in search_text(report), query
