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


@pytest.mark.parametrize(
    ("former", "prefecture", "county"),
    [
        ("怒江州泸水县妇联", "怒江傈僳族自治州", "泸水市"),
        ("宝坻县妇联", "天津市", "宝坻区"),
        ("江津市妇联", "重庆市", "江津区"),
        ("大丰市妇联", "盐城市", "大丰区"),
        ("毕节地区妇联", "毕节市", None),
        ("呼伦贝尔盟妇联", "呼伦贝尔市", None),
        ("襄樊市妇联", "襄阳市", None),
        ("伊克昭盟妇联", "鄂尔多斯市", None),
    ],
)
def test_what_it_was_before(former: str, prefecture: str, county: str | None) -> None:
    (report,) = read_text(f"1996年3月5日，{former}召开会议，学习文件。").reports
    assert (report.prefecture, report.county) == (prefecture, county)
    assert report.organisation == former


def test_a_word_that_only_begins_like_a_place() -> None:
    (report,) = read_text("1996年3月5日，宝坻市场管理所召开会议，学习文件。").reports
    assert report.county is None
