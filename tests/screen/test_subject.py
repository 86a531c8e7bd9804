"""What an export or a copy is about, and in which order."""

from collections.abc import Iterator
from random import Random

import pytest

from tests.bench.generate import reports
from tui.archive.notebook import Notes
from tui.export.options import Grouping
from tui.query.query import Query
from tui.query.scan import ScanCatalog
from tui.screen.subject import Scope, Subject


@pytest.fixture
def catalog() -> ScanCatalog:
    """A hundred reports."""
    return ScanCatalog(list(reports(100)))


def shuffled(catalog: ScanCatalog) -> Iterator[str]:
    """The reports' ids in another order."""
    ids = [entry.id for entry in catalog.page(Query(), limit=100)]
    Random(1).shuffle(ids)
    yield from ids


def test_by_date_a_basket_comes_as_the_matches_do(catalog: ScanCatalog) -> None:
    subject = Subject(Query(), None, Notes(basket=tuple(shuffled(catalog))))
    basket = list(subject.reports(Scope.BASKET, catalog, Grouping.DATE))
    assert basket == list(subject.reports(Scope.MATCHES, catalog, Grouping.DATE))


def test_as_ordered_a_basket_keeps_its_order(catalog: ScanCatalog) -> None:
    ids = list(shuffled(catalog))
    subject = Subject(Query(), None, Notes(basket=tuple(ids)))
    found = subject.reports(Scope.BASKET, catalog, Grouping.ORDERED)
    assert [report.id for report in found] == ids


def test_as_ordered_matches_come_as_the_query_has_them(catalog: ScanCatalog) -> None:
    query = Query.parse("学习 order:relevance")
    found = Subject(query, None, Notes()).reports(Scope.MATCHES, catalog, Grouping.ORDERED)
    ids = [report.id for report in found]
    assert ids == [entry.id for entry in catalog.page(query, limit=100)]
    newest = Query.parse("学习")
    assert ids != [entry.id for entry in catalog.page(newest, limit=100)]
