"""The catalog gives the answers of a plain scan, for any archive and any query."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bench.generate import reports, write_archive
from tui.archive.archive import Archive
from tui.archive.catalog.layout import Layout
from tui.archive.catalog.schema import connect, create, remove
from tui.archive.catalog.sidecar import SidecarCatalog
from tui.archive.catalog.update import update
from tui.query.catalog import Catalog, Facet, Period
from tui.query.conditions import Condition, Field, FieldValues, Flag, Flagged, Order, Words
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report

LAYOUT = Layout(10, 12)


def catalogued(folder: Path) -> SidecarCatalog:
    """A catalog of the archive in `folder`, brought up to date."""
    path = folder.with_name(folder.name + ".sqlite")
    is_new = not path.exists()
    connection = connect(path, write=True)
    if is_new:
        create(connection, LAYOUT)
    update(connection, LAYOUT, folder)
    connection.close()
    return SidecarCatalog(path, folder)


def assert_same(one: Catalog, other: Catalog, query: Query) -> None:
    """Both catalogs answer `query` alike in every way."""
    everything = one.page(query, limit=10_000)
    assert everything == other.page(query, limit=10_000)
    assert one.total(query) == other.total(query) == len(everything)
    assert one.regions(query) == other.regions(query)
    for facet in Facet:
        assert one.facet(query, facet) == other.facet(query, facet), facet
    for period in Period:
        for counties in (False, True):
            assert one.cells(query, period, counties=counties) == other.cells(
                query, period, counties=counties
            )
    assert [report.id for report in one.reports(query)] == [entry.id for entry in everything]
    for at in {0, len(everything) // 3, len(everything) - 1} if everything else set():
        entry = everything[at]
        assert one.position(query, entry) == other.position(query, entry) == at + 1
        for limit in (1, 7):
            assert one.page(query, after=entry, limit=limit) == everything[at + 1 :][:limit]
            assert (
                one.page(query, before=entry, limit=limit) == everything[max(at - limit, 0) : at]
            )
        assert one.report(entry.id) == other.report(entry.id)
    ids = [entry.id for entry in everything[:3]]
    assert list(one.entries([*ids[::-1], "none"])) == list(other.entries([*ids[::-1], "none"]))


WORDS = [
    "会", "学习", "实施意见", "立德树人", "伊犁", "哈密市", "关工委", "yili", "wss", "w", "shi",
    "cj州", "立德樹人", "ＡＢ", "，", "“五老”", "《", "月8日", "a", "NEAR(", "'; drop", '"', "*",
    "党的二十大精神", "等重要", "xx", "1", "关 工",
]  # fmt: skip
VALUES = {
    Field.PREFECTURE: ["伊犁", "哈密市", "654000", "yl", "none", "新疆", "喀什地区", "某某局"],
    Field.COUNTY: ["伊州区", "察布查尔", "无", "cbcex", "市"],
    Field.DATE: ["2023", "2015-02", "2月", "..2014", "2020..", "2018-03..2018-09", "12月31日"],
    Field.ORG: ["关工委", "教育", "jiaoyu", "伊", "k"],
    Field.DOC: ["实施意见", "《关于新时代加强和改进思想政治工作的意见》", "意见》"],
    Field.SOURCE: ["1.txt", "0", "某", "."],
}  # fmt: skip


def conditions() -> st.SearchStrategy[Condition]:
    """Any condition that says something about the generated reports."""
    excluded = st.sampled_from([False, False, True])
    return st.one_of(
        st.builds(
            Words, st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(tuple), excluded
        ),
        *(
            st.builds(
                FieldValues,
                st.just(name),
                st.lists(st.sampled_from(values), min_size=1, max_size=2).map(tuple),
                excluded,
            )
            for name, values in VALUES.items()
        ),
        st.builds(Flagged, st.sampled_from(Flag), excluded),
    )


QUERIES = st.builds(
    Query, st.lists(conditions(), max_size=3).map(tuple), st.sampled_from(list(Order))
)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[SidecarCatalog, ScanCatalog]:
    """Both catalogs of one archive."""
    folder = tmp_path_factory.mktemp("archive")
    archive = Archive.open(folder)
    some = list(reports(300))
    archive.add([("a.txt", some[:150]), ("b.txt", [*some[150:], *odd_reports()])])
    sidecar, scan = catalogued(folder), ScanCatalog(archive.read())
    sidecar.marked = scan.marked = frozenset(report.id for report in some[::7])
    return sidecar, scan


def odd_reports() -> list[Report]:
    """Reports such as other programs leave: no region, odd dates, controls, few characters."""
    day = date(2018, 3, 5)
    return [
        Report("odd1", ("学",), title="x"),
        Report("odd2", ("立德\n树人", "\x00\ud800\U0001f600"), heading="某某局", title="w\n乌苏"),
        Report("zz", ("a b c",), county="某县", prefecture="某州", documents=("意见", "某")),
        Report("aa", ("会议",), county="某县", held=MeetingDate(None, day, Precision.UNKNOWN)),
        Report("bb", ("会议",), held=MeetingDate(day, date(2019, 1, 2), Precision.RANGE, "久")),
        Report("cc", ("会议",), held=MeetingDate(date(9999, 12, 31)), prefecture_code="999999"),
        Report("dd", ("会议",), held=MeetingDate(date(1, 1, 1)), organisation="乌苏市\n教育"),
        *(Report(f"s{n}", ("日",), held=MeetingDate(day), heading=f"{n % 3}") for n in range(30)),
    ]  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=QUERIES)
def test_any_query_has_the_answers_of_a_scan(
    pair: tuple[SidecarCatalog, ScanCatalog], query: Query
) -> None:
    assert_same(*pair, query)


@pytest.mark.parametrize("excluded", [False, True])
@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in VALUES.items() for value in values]
)
def test_any_value_has_the_answers_of_a_scan(
    pair: tuple[SidecarCatalog, ScanCatalog], name: Field, value: str, excluded: bool
) -> None:
    assert_same(*pair, Query((FieldValues(name, (value,), excluded),)))


@pytest.mark.parametrize("excluded", [False, True])
@pytest.mark.parametrize("flag", Flag)
def test_any_flag_has_the_answers_of_a_scan(
    pair: tuple[SidecarCatalog, ScanCatalog], flag: Flag, excluded: bool
) -> None:
    assert_same(*pair, Query((Flagged(flag, excluded),)))


@pytest.mark.parametrize("word", WORDS)
def test_any_word_has_the_answers_of_a_scan(
    pair: tuple[SidecarCatalog, ScanCatalog], word: str
) -> None:
    for order in Order:
        assert_same(*pair, Query((Words((word,)),), order))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_parts_of_the_texts_are_found(
    pair: tuple[SidecarCatalog, ScanCatalog], data: st.DataObject
) -> None:
    sidecar, scan = pair
    report = data.draw(st.sampled_from(list(scan.reports(Query()))))
    start = data.draw(st.integers(0, len(report.body) - 1))
    word = report.body[start : start + data.draw(st.integers(1, 12))]
    query = Query((Words((word,)),))
    assert report.id in {entry.id for entry in sidecar.page(query, limit=10_000)} or "\n" in word
    assert_same(sidecar, scan, query)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_a_catalog_follows_any_changes(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("archive")
    archive = Archive.open(folder)
    pool = [*reports(60), *odd_reports()[:7]]
    for step in range(6):
        change(archive, pool, chance, step)
        sidecar, scan = catalogued(folder), ScanCatalog(archive.read())
        for text in ("", "学习", "order:region", "wss", "is:undated", "date:2018", "-会"):
            assert_same(sidecar, scan, Query.parse(text))
        sidecar.close()


def change(archive: Archive, pool: Sequence[Report], chance: random.Random, step: int) -> None:
    """Do to an archive something that people do."""
    have = [] if step == 0 else list(archive.read())
    kind = chance.choice(["add", "add", "correct", "undo", "copy", "delete"]) if have else "add"
    if kind == "add":
        archive.add([(f"{chance.randrange(99)}.txt", chance.sample(pool, 15))])
    elif kind == "correct":
        archive.correct(chance.choice(have).id, title=f"改{step}", date_start="2018-01-01")
    elif kind == "undo":
        archive.undo()
    else:
        file = chance.choice(archive.files())
        if kind == "delete":
            file.unlink()
        else:
            copy = file.with_name(f"{chance.randrange(99)}-{file.name}")
            copy.write_bytes(file.read_bytes())


def test_a_narrow_layout_is_refused_and_a_wide_one_taken(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive")
    day = MeetingDate(date(2023, 2, 8))
    archive.add([("a", [replace(one, held=day) for one in reports(40)])])
    path = tmp_path / "catalog.sqlite"
    from tui.archive.catalog.layout import LayoutError

    connection = connect(path, write=True)
    create(connection, Layout(8, 4))
    with pytest.raises(LayoutError):
        update(connection, Layout(8, 4), archive.path)
    connection.close()
    remove(path)
    connection = connect(path, write=True)
    wide = Layout(8, 4).wider()
    create(connection, wide)
    update(connection, wide, archive.path)
    connection.close()
    assert_same(
        SidecarCatalog(path, archive.path), ScanCatalog(archive.read()), Query.parse("学习")
    )


def test_the_newest_file_is_found_before_the_others_are_read(tmp_path: Path) -> None:
    files = write_archive(tmp_path / "archive", 1500)
    connection = connect(tmp_path / "index.sqlite", write=True)
    create(connection, LAYOUT)
    found = []

    def look(*_: int) -> None:
        catalog = SidecarCatalog(tmp_path / "index.sqlite", tmp_path / "archive")
        found.append(catalog.total(Query()))
        catalog.close()

    update(connection, LAYOUT, tmp_path / "archive", look)
    connection.close()
    assert len(found) == len(files) > 2
    assert 0 < found[0] == found[1] < 1500
