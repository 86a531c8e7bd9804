"""The region tree as values: nothing twice, nothing lost, every report on its way."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.bench.generate import reports
from tui.query.catalog import Entry
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.screen import branches as tree
from tui.screen.branches import Branch, Branches, Child, Level, More, Path

COUNT = 600


@pytest.fixture(scope="module")
def catalog() -> ScanCatalog:
    """Six hundred reports, some of them undated, over all prefectures."""
    return ScanCatalog(reports(COUNT))


@pytest.fixture(
    params=[
        pytest.param((12, 200, 400), id="as it is"),
        pytest.param((0, 3, 400), id="months everywhere"),
        pytest.param((0, 200, 2), id="pages of two"),
        pytest.param((1000, 200, 400), id="no counties"),
    ]
)
def grown(
    request: pytest.FixtureRequest, catalog: ScanCatalog, monkeypatch: pytest.MonkeyPatch
) -> Branches:
    """The branches of everything, with other limits between the levels."""
    compact, months, page = request.param
    monkeypatch.setattr(tree, "COMPACT", compact)
    monkeypatch.setattr(tree, "MONTHS_ABOVE", months)
    monkeypatch.setattr(tree, "PAGE", page)
    return Branches(catalog, Query())


def walk(branches: Branches, child: Child) -> Iterator[tuple[Path, Entry]]:
    """Every report under `child` with the branch it stands in, in the tree's order."""
    pending: list[tuple[Path, Child]] = [((), child)]
    while pending:
        path, here = pending.pop()
        if isinstance(here, Entry):
            yield path, here
            continue
        below = branches.children(here) if isinstance(here, Branch) else branches.more(here)
        path = here.path if isinstance(here, Branch) else path
        pending += [(path, child) for child in reversed(below)]


def across_months(entry: Entry) -> int:
    """How often a report may stand in the tree: under every month it lasted in."""
    first, last = entry.held.first, entry.held.last
    return last.month - first.month + 1 + 12 * (last.year - first.year) if first and last else 1


def test_every_report_stands_in_the_tree_once(grown: Branches) -> None:
    entries = [entry for _, entry in walk(grown, grown.root(lambda _: False))]
    counts = Counter(entry.id for entry in entries)
    assert len(counts) == grown.total == COUNT
    assert all(counts[entry.id] in (1, across_months(entry)) for entry in entries)


def test_a_branch_counts_what_stands_under_it(grown: Branches) -> None:
    pending = [grown.root(lambda _: False)]
    while pending:
        branch = pending.pop()
        assert branch.count == len({entry.id for _, entry in walk(grown, branch)})
        pending += [child for child in grown.children(branch) if isinstance(child, Branch)]


def test_the_way_to_a_report_ends_where_it_stands(grown: Branches) -> None:
    places: dict[str, set[Path]] = {}
    entries: dict[str, Entry] = {}
    for path, entry in walk(grown, grown.root(lambda _: False)):
        places.setdefault(entry.id, set()).add(path)
        entries[entry.id] = entry
    for entry in entries.values():
        assert grown.way_to(entry)[-1] in places[entry.id]


def test_its_neighbours_are_the_lines_above_and_below(grown: Branches) -> None:
    root = grown.root(lambda _: False)
    entries = [entry for _, entry in walk(grown, root)]
    if any(place != number for number, place in enumerate(map(grown.position, entries), 1)):
        pytest.skip("a report that lasted over the end of a month stands under both")
    for before, after in pairwise(entries):
        assert grown.neighbour(before, 1) == after
        assert grown.neighbour(after, -1) == before
    assert grown.neighbour(entries[0], -1) is None
    assert grown.neighbour(entries[-1], 1) is None


def test_a_line_for_more_says_how_many(
    catalog: ScanCatalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "COMPACT", 0)
    monkeypatch.setattr(tree, "PAGE", 2)
    branches = Branches(catalog, Query())
    counties = [
        child
        for top in branches.children(branches.root(lambda _: False))
        if isinstance(top, Branch)
        for child in branches.children(top)
        if isinstance(child, Branch) and child.level is Level.COUNTY and child.count > 2
    ]
    assert counties
    for county in counties:
        *listed, line = branches.children(county)
        assert len(listed) == 2
        assert isinstance(line, More)
        assert line.count == county.count - 2


def test_an_open_branch_is_grown_and_a_closed_one_is_not(grown: Branches) -> None:
    closed = grown.root(lambda _: False)
    assert closed.children is None
    top = grown.root(lambda branch: branch.level is Level.ALL)
    assert top.children
    assert all(child.children is None for child in top.children if isinstance(child, Branch))
