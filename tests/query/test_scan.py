"""The catalog that looks at every report, on the customer's bulletin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.generate import reports as generated
from tests.query.queries import QUERIES
from tests.query.sample import other, sample
from tui.query.catalog import Catalog, Facet, FacetCount, Interrupted, RegionCount
from tui.query.item import Item
from tui.query.matching import name_text, order_of, search_text
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.reports.report import Report

SAMPLE = [*sample(), other()]

CATALOG = ScanCatalog(SAMPLE)

USUAL = ["察布查尔", "乌苏", "克拉玛依", "昌吉", "伊州", "阿克苏", "库车", "喀什", "教育"]
"""What the reports of `SAMPLE` are called here."""


def _found(query: str, catalog: Catalog = CATALOG) -> str:
    entries = catalog.page(Query.parse(query))
    ids = [report.id for report in SAMPLE]
    return " ".join(USUAL[ids.index(entry.id)] for entry in entries)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "教育 察布查尔 阿克苏 喀什 乌苏 克拉玛依 伊州 昌吉 库车"),
        ("order:region", "察布查尔 乌苏 克拉玛依 昌吉 伊州 阿克苏 库车 喀什 教育"),
        ("库车 order:relevance", "库车"),
        ("学习 order:relevance", "察布查尔 乌苏 库车 阿克苏 喀什 克拉玛依 伊州 昌吉"),
        # Words: body, title, organisation, region; folded.
        ("昆仑路", "克拉玛依"),
        ("會議決定", "阿克苏"),
        ('"会议决定，阿克苏市"', "阿克苏"),
        ("“急党政所急、想青少年所需”", "阿克苏"),
        ("阿布都克尤木•麦麦提", "喀什"),
        ('"关工委 2023 年度"', "喀什"),
        ("专题会议 -阿克苏", "伊州"),
        ("昆仑路|库车", "克拉玛依 库车"),
        ("-昆仑路|实施意见", "教育"),
        ("塔城地区", "乌苏"),
        ("昌吉州", "昌吉"),
        ("巴州", ""),
        ("教育系统", "教育"),
        # Pinyin: never of bodies.
        ("wss", "乌苏"),
        ("yili", "察布查尔"),
        ("ylhsk", "察布查尔"),
        ("cj州", "昌吉"),
        ("jyxt", "教育"),
        ("jixiangyuan", "克拉玛依"),
        ("yangyonghua", ""),
        # Regions.
        ("地州:阿克苏", "阿克苏 库车"),
        ("地州:阿克苏地区 县市:库车", "库车"),
        ("prefecture:652900", "阿克苏 库车"),
        ("prefecture:6529", "阿克苏 库车"),
        ("prefecture:aks", "阿克苏 库车"),
        ("prefecture:yili,ks", "察布查尔 喀什"),
        ("prefecture:kash", "喀什"),
        ("prefecture:新疆", "察布查尔 阿克苏 喀什 乌苏 克拉玛依 伊州 昌吉 库车"),
        ("prefecture:65", "察布查尔 阿克苏 喀什 乌苏 克拉玛依 伊州 昌吉 库车"),
        ("prefecture:教育系统", "教育"),
        ("prefecture:教育", "教育"),
        ("prefecture:昌吉回族自治州", "昌吉"),
        ("prefecture:昌吉市", ""),
        ("prefecture:河南", ""),
        ("prefecture:none", ""),
        ("-prefecture:新疆", "教育"),
        ("county:阿克苏", "阿克苏"),
        ("county:kuche", "库车"),
        ("county:none", "教育 喀什 昌吉"),
        ("县市:无 地州:喀什", "喀什"),
        # Dates.
        ("date:2023", "教育 察布查尔 阿克苏 喀什 乌苏 克拉玛依 伊州 昌吉"),
        ("date:2023-02-08", "乌苏 克拉玛依 伊州"),
        ("date:2月8日,2月7日", "乌苏 克拉玛依 伊州 昌吉"),
        ("date:2023-03", "教育"),
        ("date:2023-02-28", "教育"),
        ("date:2023-02-09..", "教育 察布查尔 阿克苏 喀什"),
        ("date:..2023-02-07", "昌吉"),
        ("-date:2023", "库车"),
        ("is:undated", "库车"),
        ("-无日期 地州:阿克苏", "阿克苏"),
        ("date:2022", ""),
        # Organisation, documents, source.
        ("org:社区", "克拉玛依"),
        ("org:wss", "乌苏"),
        ("doc:意见", "察布查尔 阿克苏 喀什 乌苏 克拉玛依 伊州 昌吉 库车"),
        ("doc:《意见》", "察布查尔 喀什 伊州"),
        ("doc:顾秀莲", "昌吉"),
        ("source:2023-03", "教育"),
        ("-来源:xinjiang", "教育"),
        # Nothing in common.
        ("NEAR(a b)", ""),
        ("\ud800", ""),
        ('"阿克苏市\n阿克苏"', ""),
    ],
)
def test_found(query: str, found: str) -> None:
    assert _found(query) == found


def test_marked() -> None:
    catalog = ScanCatalog(SAMPLE)
    assert _found("is:marked", catalog) == ""
    catalog.marked = frozenset({SAMPLE[1].id, SAMPLE[6].id, "gone"})
    assert _found("is:marked", catalog) == "乌苏 库车"
    assert _found("-已选 地州:阿克苏", catalog) == "阿克苏"


def test_regions() -> None:
    assert CATALOG.regions(Query.parse("专题会议|库车|教育系统|昌吉州")) == [
        RegionCount("652300", "昌吉回族自治州", "", "", 1),
        RegionCount("650500", "哈密市", "650502", "伊州区", 1),
        RegionCount("652900", "阿克苏地区", "652901", "阿克苏市", 1),
        RegionCount("652900", "阿克苏地区", "652902", "库车市", 1),
        RegionCount("教育系统", "教育系统", "", "", 1),
    ]


@pytest.mark.parametrize(
    ("query", "facet", "counts"),
    [
        ("地州:阿克苏,哈密", Facet.PREFECTURE, "哈密市 1 阿克苏地区 2"),
        ("地州:阿克苏,教育", Facet.PREFECTURE, "阿克苏地区 2 教育系统 1"),
        ("地州:阿克苏,喀什", Facet.COUNTY, "阿克苏市 1 库车市 1"),
        ("", Facet.MONTH, "2023-02 8 2023-03 1"),
        ("地州:阿克苏", Facet.ORGANISATION, "库车市关工委 1 阿克苏市关工委 1"),
        ("专题会议", Facet.DOCUMENT, None),
        ("nothing", Facet.MONTH, ""),
    ],
)
def test_facets(query: str, facet: Facet, counts: str | None) -> None:
    found = CATALOG.facet(Query.parse(query), facet)
    if counts is not None:
        assert " ".join(f"{one.value} {one.count}" for one in found) == counts
    else:
        assert FacetCount("《实施意见》", 2) in found
    for one in found:
        field = {Facet.MONTH: "date", Facet.ORGANISATION: "org"}.get(facet, facet.value)
        assert CATALOG.total(Query.parse(f"{query} {field}:{one.value}")) == one.count


def test_what_is_searched_is_the_search_text() -> None:
    for report in [*SAMPLE, *MANY[:20]]:
        item = Item(report)
        assert item.text == search_text(report)
        assert item.text.startswith(name_text(report))


def test_one_report() -> None:
    assert CATALOG.report(SAMPLE[3].id) == SAMPLE[3]
    assert CATALOG.report("gone") is None
    entries = CATALOG.entries([SAMPLE[3].id, "gone", SAMPLE[0].id])
    assert [entry.title for entry in entries] == [SAMPLE[3].title, SAMPLE[0].title]


def test_a_report_that_comes_twice_counts_once() -> None:
    assert ScanCatalog([*SAMPLE, *SAMPLE]).total(Query()) == len(SAMPLE)


def test_pages_go_on_from_an_entry_that_is_gone() -> None:
    first = CATALOG.page(Query(), limit=2)
    rest = ScanCatalog([report for report in SAMPLE if report.id != first[1].id])
    assert rest.page(Query(), after=first[1], limit=1) == CATALOG.page(Query())[2:3]
    assert rest.position(Query(), first[1]) == 0


def test_a_count_is_interrupted() -> None:
    catalog = ScanCatalog(generated(2000))

    class Interrupting(frozenset[str]):
        def __contains__(self, item: object) -> bool:
            catalog.interrupt()
            return False

    catalog.marked = Interrupting()
    with pytest.raises(Interrupted):
        catalog.total(Query.parse("is:marked"))
    assert catalog.total(Query.parse("")) == 2000


MANY = list(generated(300))
MANY_CATALOG = ScanCatalog(MANY)

WORDS = "学习 实施意见 -五老 wss ks|yl 关工委 a is:undated date:2015 date:..2018"
FIELDS = "county:none 地州:伊犁 prefecture:新疆 org:教育 doc:实施意见"
TYPED = st.sampled_from(f"{WORDS} {FIELDS}".split())
PLAUSIBLE = st.lists(TYPED, max_size=3, unique=True).map(" ".join).map(Query.parse)


@settings(max_examples=60)
@given(PLAUSIBLE, st.sampled_from(["", "order:region", "order:relevance"]), st.integers(1, 40))
def test_pages_positions_and_counts_agree(query: Query, order: str, limit: int) -> None:
    query = query.and_(Query.parse(order))
    fresh = ScanCatalog(MANY)
    everything = [report.id for report in MANY_CATALOG.reports(query)]
    in_order = sorted(MANY_CATALOG.reports(query), key=order_of(query))
    assert everything == [report.id for report in in_order]
    forward: list[str] = []
    page = fresh.page(query, limit=limit)
    while page:
        forward += [entry.id for entry in page]
        page = fresh.page(query, after=page[-1], limit=limit)
    assert forward == everything
    assert fresh.total(query) == len(everything) == sum(one.count for one in fresh.regions(query))
    entries = list(fresh.entries(everything))
    for place, entry in list(enumerate(entries, 1))[:: max(1, len(entries) // 5)]:
        assert fresh.position(query, entry) == place
        before = fresh.page(query, before=entry, limit=limit)
        assert before == entries[max(0, place - 1 - limit) : place - 1]
        assert before == ScanCatalog(MANY).page(query, before=entry, limit=limit)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "an" * 5_000,
        "ggw" * 3_000,
        "实" * 10_000,
        " ".join(f"-{number}" for number in range(2_000)),
        "|".join(f"没有{number}" for number in range(1_500)),
        "地州:" + ",".join(["yi"] * 3_000),
        "org:" + "g" * 9_000,
        "NEAR(学习 会议, 5) 学习* '; drop table report; --",
    ],
)
def test_long_and_strange_queries(text: str) -> None:
    query = Query.parse(text)
    assert len(CATALOG.page(query)) == CATALOG.total(query)


@given(QUERIES)
def test_any_query_can_be_asked(query: Query) -> None:
    found = [report.id for report in CATALOG.reports(query)]
    assert [entry.id for entry in CATALOG.page(query)] == found
    excluded = [one for one in query.conditions if one.excluded]
    if not excluded:
        whole: list[Report] = list(CATALOG.reports(Query(query.conditions[:1], query.order)))
        assert set(found) <= {report.id for report in whole}
