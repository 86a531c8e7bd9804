"""Correcting what was read of a report, in the words a label is written in.

``哈密市 伊州区 2023-02-08 单位:伊州区关工委`` is region, date and organisation in one line that
can be typed, checked and read back; see `tui.reports.label` for the grammar.
"""

from dataclasses import dataclass, replace
from typing import Any

from tui.reports.date import MeetingDate
from tui.reports.errors import JianbaoError, RecordError
from tui.reports.label import Label
from tui.reports.places import Level, Place, places
from tui.reports.report import Report


class CorrectionError(JianbaoError):
    """A correction that names no place or date, or more than one."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a meeting was held: a prefecture and perhaps a county of it."""

    prefecture: str | None
    prefecture_code: str | None
    county: str | None
    county_code: str | None


def correction_of(report: Report) -> str:
    """What is known of `report`, as a line to be corrected."""
    prefecture = report.prefecture or ""
    county = (report.county or "") if report.prefecture else None
    label = Label(prefecture, county, report.held, report.organisation or "")
    return str(label)[1:-1]


def first_reading(report: Report) -> Report | None:
    """`report` as it was first read; none where it was never corrected, or nobody can tell."""
    if not report.original:
        return None
    try:
        return Report.from_record({**report.record(), **report.original, "original": None})
    except RecordError:
        return None


def fields_between(before: Report, after: Report) -> dict[str, Any]:
    """The fields of `after` that differ, by the names of `Report.record`."""
    old, new = before.record(), after.record()
    return {
        name: value for name, value in new.items() if name != "original" and value != old[name]
    }


def corrected(report: Report, line: str) -> Report:
    """`report` with region, date and organisation as `line` says; what it leaves out stays.

    The id stays too: it names the report as it was first read.

    Raises:
        CorrectionError: the line is no label, or a name in it is no place or several.
    """
    label = Label.parse(f"〔{' '.join(line.split())}〕")
    if label is None:
        raise CorrectionError("reports.correction-unreadable", line=line)
    changed = report
    if label.prefecture is not None or label.county is not None:
        region = _region(label, report)
        changed = replace(
            changed,
            prefecture=region.prefecture,
            prefecture_code=region.prefecture_code,
            county=region.county,
            county_code=region.county_code,
        )
    if label.held is not None:
        changed = replace(changed, held=_held(label.held, report.held))
    if label.organisation is not None:
        changed = replace(changed, organisation=label.organisation or None)
    return changed


def _held(held: MeetingDate, before: MeetingDate) -> MeetingDate:
    """The corrected date keeps the words it was read from."""
    same = (held.start, held.end, held.precision) == (before.start, before.end, before.precision)
    return before if same else held._replace(as_written=before.as_written)


def _region(label: Label, report: Report) -> Region:
    if label.prefecture == "":
        return Region(None, None, None, None)
    if label.prefecture is None:
        return _one_name(label.county or "", report)
    prefecture = _only(label.prefecture, Level.PREFECTURE, None)
    if not label.county:
        return Region(prefecture.name, prefecture.code, None, None)
    return _county(_only(label.county, Level.COUNTY, prefecture.code))


def _one_name(name: str, report: Report) -> Region:
    """One name alone: the prefecture itself (本级), a county of it, or any place of China."""
    code = report.prefecture_code
    if not name:
        return Region(report.prefecture, code, None, None)
    here = [place for place in places().named(name) if place.parent == code]
    if len(here) == 1:
        return _county(here[0])
    place = _only(name, None, None)
    return (
        _county(place)
        if place.level is Level.COUNTY
        else Region(place.name, place.code, None, None)
    )


def _county(county: Place) -> Region:
    prefecture = places().prefecture_of(county)
    if prefecture is None:
        raise CorrectionError("reports.correction-no-place", name=county.name)
    return Region(prefecture.name, prefecture.code, county.name, county.code)


def _only(name: str, level: Level | None, prefecture: str | None) -> Place:
    """The one place of that name, level and prefecture."""
    found = [
        place
        for place in places().named(name)
        if place.level is not Level.PROVINCE
        and (level is None or place.level is level)
        and (prefecture is None or place.parent == prefecture)
    ]
    full = [place for place in found if place.name == name]
    if len(full or found) == 1:
        return (full or found)[0]
    if not found:
        raise CorrectionError("reports.correction-no-place", name=name)
    raise CorrectionError("reports.correction-many", name=name, count=len(found))
