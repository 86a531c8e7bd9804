"""What an archive has of reports that are about to be taken in."""

from dataclasses import replace
from datetime import date

from tests.query.sample import other, sample
from tui.query.repeats import repeats
from tui.query.scan import ScanCatalog
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report, report_id


def _changed(report: Report, **fields: object) -> Report:
    """The report with a word more at its end, and so another id."""
    body = report.body + "散会。"
    changed = replace(report, paragraphs=(body,), id=report_id(report.prefecture_code, body))
    return replace(changed, **fields)  # type: ignore[arg-type]


def test_the_same_and_nearly_the_same() -> None:
    stored = [*sample(), other()]
    new = [stored[0], _changed(stored[1]), _changed(other())]
    found = repeats(ScanCatalog(stored), new)
    assert found.known == {stored[0].id}
    assert {one: near.report for one, near in found.near.items()} == {
        new[1].id: stored[1],
        new[2].id: stored[-1],
    }
    assert all(near.stored for near in found.near.values())


def test_of_another_day_or_region_it_is_another_report() -> None:
    stored = sample()
    day = MeetingDate(date(2023, 2, 10), None, Precision.DAY)
    moved = _changed(stored[1], prefecture_code="654300", county_code="654301")
    new = [_changed(stored[0], held=day), moved]
    assert not repeats(ScanCatalog(stored), new).near


def test_without_a_date_the_organisation_decides() -> None:
    undated = next(report for report in sample() if report.held.start is None)
    new = _changed(undated)
    assert repeats(ScanCatalog(sample()), [new]).near[new.id].report == undated


def test_among_those_that_come_together() -> None:
    first = sample()[0]
    second = _changed(first)
    third = _changed(second)
    found = repeats(None, [first, second, third, first])
    assert {one: near.report.id for one, near in found.near.items()} == {
        second.id: first.id,
        third.id: first.id,
    }
    assert not any(near.stored for near in found.near.values())
