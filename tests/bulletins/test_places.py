"""Every county of China is read, by its full and its usual name, below its heading and without."""

import pytest

from tui.bulletins import read_text
from tui.reports.places import Level, Place, places


def _counties(prefecture: Place) -> list[Place]:
    return list(places().children(prefecture.code))


PROVINCES = sorted({place.code[:2] for place in places() if place.level is Level.COUNTY})


def _prefectures(province: str) -> list[Place]:
    return [
        place
        for place in places()
        if place.level is Level.PREFECTURE and place.code.startswith(province)
    ]


@pytest.mark.parametrize("province", PROVINCES)
def test_below_their_headings(province: str) -> None:
    lines = []
    expected = []
    for prefecture in _prefectures(province):
        lines.append(prefecture.name)
        for county in _counties(prefecture):
            lines.append(f"2023年3月5日,{county.usual_name}关工委召开会议,学习文件。")
            expected.append((prefecture.name, county.name, f"{county.usual_name}关工委"))
    reports = read_text("\n".join(lines)).reports
    assert [(r.prefecture, r.county, r.organisation) for r in reports] == expected


@pytest.mark.parametrize("province", PROVINCES)
def test_with_their_prefecture_before_them(province: str) -> None:
    expected = [
        (prefecture.name, county.name)
        for prefecture in _prefectures(province)
        if not prefecture.name.endswith("行政区划")
        for county in _counties(prefecture)
    ]
    lines = [f"2023年3月5日,{above}{name}教育局召开会议。" for above, name in expected]
    reports = read_text("\n".join(lines)).reports
    assert [(report.prefecture, report.county) for report in reports] == expected
