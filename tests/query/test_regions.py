"""Which regions of an archive a value means."""

import pytest

from tui.query.regions import Region, names_of, regions_named
from tui.reports.places import Level, places

PREFECTURES = (
    *(
        Region(code, place.name)
        for code in ["654000", "650200", "652300", "652900", "653000", "431200"]
        if (place := places().get(code))
    ),
    Region("教育系统", "教育系统"),
    Region("雄安新区", "雄安新区"),
    Region("", ""),
)

COUNTIES = (
    *(
        Region(code, place.name)
        for code in ["652301", "652901", "650203", "653024", "110105", "220104"]
        if (place := places().get(code))
    ),
    Region("开发区", "开发区"),
    Region("", ""),
)


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ("伊犁哈萨克自治州", "654000"),
        ("伊犁州", "654000"),
        ("伊犁", "654000"),
        ("伊犁哈薩克自治州", "654000"),
        ("654000", "654000"),
        ("6540", "654000"),
        ("650000", "654000 650200 652300 652900 653000"),
        ("新疆", "654000 650200 652300 652900 653000"),
        ("yili", "654000"),
        ("ylhskzzz", "654000"),
        ("kz", "653000"),
        ("kezhou", "653000"),
        ("昌吉", "652300"),
        ("cj州", "652300"),
        ("yi", "654000"),
        ("克", "654000 650200 652900 653000"),
        ("教育系统", "教育系统"),
        ("教育", "教育系统"),
        ("jyxt", "教育系统"),
        ("雄安", "雄安新区"),
        ("none", ""),
        ("无", ""),
    ],
)
def test_prefectures(value: str, keys: str) -> None:
    assert regions_named(value, PREFECTURES, Level.PREFECTURE) == set(keys.split() or [""])


@pytest.mark.parametrize(
    "value", ["喀什", "653100", "65310", "昌吉市", "海南", "xyz", "*", "\ud800", " "]
)
def test_no_prefecture(value: str) -> None:
    """Known ones that have no reports do not fall back to what sounds alike."""
    found = regions_named(value, PREFECTURES, Level.PREFECTURE)
    assert found == frozenset()


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ("昌吉", "652301"),
        ("阿克苏", "652901"),
        ("朝阳区", "110105 220104"),
        ("wuqia", "653024"),
        ("wq", "653024"),
        ("开发区", "开发区"),
        ("克拉玛依", "650203"),
        ("none", ""),
    ],
)
def test_counties(value: str, keys: str) -> None:
    assert regions_named(value, COUNTIES, Level.COUNTY) == set(keys.split() or [""])


def test_names() -> None:
    assert names_of(Region("653000", "克州")) == (
        "克州",
        "克孜勒苏柯尔克孜自治州",
        "克孜勒苏州",
        "克孜勒苏",
    )
