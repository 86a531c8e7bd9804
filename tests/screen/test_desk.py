"""What a browser asks of an archive."""

from tui.archive.archive import Archive
from tui.query.catalog import Facet
from tui.query.query import Query
from tui.reports.bundled import bundled_archive
from tui.screen.desk import Desk


def test_facets_come_as_they_are_counted() -> None:
    desk = Desk(Archive.open(bundled_archive()))
    counted = list(desk.facets(Query.parse("地州:哈密 学习")))
    assert [len(facets) for facets in counted] == [1, 2, 3, 4, 5]
    assert set(counted[-1]) == set(Facet)
    assert len(counted[-1][Facet.PREFECTURE]) > 1, "a facet's own field does not narrow it"
    assert [one.value for one in counted[-1][Facet.COUNTY]] == ["伊州区"]
