"""What a browser asks of an archive."""

from pathlib import Path

from tests.journeys.conftest import BULLETIN
from tui.archive.archive import Archive
from tui.bulletins.reading import read_file
from tui.query.catalog import Facet
from tui.query.query import Query
from tui.reports.bundled import bundled_archive
from tui.screen.desk import AT_HAND, Desk


def test_facets_come_as_they_are_counted() -> None:
    desk = Desk(Archive.open(bundled_archive()))
    counted = list(desk.facets(Query.parse("地州:哈密 学习")))
    assert [len(facets) for facets in counted] == [1, 2, 3, 4, 5]
    assert set(counted[-1]) == set(Facet)
    assert len(counted[-1][Facet.PREFECTURE]) > 1, "a facet's own field does not narrow it"
    assert [one.value for one in counted[-1][Facet.COUNTY]] == ["伊州区"]


def test_reports_read_ahead_are_few_and_of_the_archive_as_it_is(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive")
    archive.add([("one.txt", read_file(BULLETIN).reports)])
    desk = Desk(archive)
    ids = [one.id for one in desk.catalog.page(Query(), limit=AT_HAND)]
    desk.read_ahead(ids[:2])
    kept = desk.at_hand(ids[0])
    assert kept == desk.catalog.report(ids[0])
    assert desk.at_hand(ids[2]) is None
    desk.read_ahead([*ids, "no such report"])
    assert all(desk.at_hand(one) for one in ids)
    assert desk.at_hand("no such report") is None
    desk.correct(ids[0], {"organisation": "关工委"})
    assert desk.at_hand(ids[0]) is None, "the archive is another"
    desk.catalog.close()
