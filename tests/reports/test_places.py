"""The administrative divisions: names, codes, short forms and order."""

import pytest

from tui.reports.places import Level, places


@pytest.mark.parametrize(
    ("code", "name", "shorts"),
    [
        ("650000", "新疆维吾尔自治区", "新疆"),
        ("150000", "内蒙古自治区", "内蒙古"),
        ("430000", "湖南省", "湖南"),
        ("110000", "北京市", "北京"),
        ("654000", "伊犁哈萨克自治州", "伊犁州 伊犁"),
        ("652700", "博尔塔拉蒙古自治州", "博州 博尔塔拉州 博尔塔拉"),
        ("652800", "巴音郭楞蒙古自治州", "巴州 巴音郭楞州 巴音郭楞"),
        ("653000", "克孜勒苏柯尔克孜自治州", "克州 克孜勒苏州 克孜勒苏"),
        ("433100", "湘西土家族苗族自治州", "湘西州 湘西"),
        ("632500", "海南藏族自治州", "海南州"),
        ("652900", "阿克苏地区", "阿克苏"),
        ("152500", "锡林郭勒盟", "锡林郭勒 锡盟"),
        ("654022", "察布查尔锡伯自治县", "察布查尔县 察布查尔 察县"),
        ("653131", "塔什库尔干塔吉克自治县", "塔县 塔什库尔干县 塔什库尔干"),
        ("622926", "东乡族自治县", "东乡县 东乡"),
        ("150723", "鄂伦春自治旗", "鄂伦春旗 鄂伦春"),
        ("150521", "科尔沁左翼中旗", "科左中旗"),
        ("410104", "管城回族区", "管城区 管城"),
        ("429021", "神农架林区", "神农架"),
        ("520203", "六枝特区", "六枝"),
        ("130107", "井陉矿区", ""),
        ("130129", "赞皇县", "赞皇"),
        ("130133", "赵县", ""),
        ("659001", "石河子市", "石河子 第八师石河子市 八师石河子市 第八师 八师"),
        ("653229", "和安县", "和安"),
        ("659012", "白杨市", "白杨 第九师白杨市 九师白杨市 第九师 九师"),
    ],
)
def test_names(code: str, name: str, shorts: str) -> None:
    place = places().get(code)
    assert place is not None
    assert (place.name, place.short_names) == (name, tuple(shorts.split()))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("伊犁州", ["654000"]),
        ("昌吉", ["652300", "652301"]),
        ("喀什", ["653100", "653101"]),
        ("朝阳区", ["110105", "220104"]),
        ("塔县", ["653131"]),
        ("八师", ["659001"]),
        ("海南", ["460000"]),
        ("", []),
        ("教育系统", []),
    ],
)
def test_named(name: str, codes: list[str]) -> None:
    assert [place.code for place in places().named(name)] == codes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("察布查尔县关工委组织", ["察布查尔锡伯自治县"]),
        ("昌吉州关工委召开会议", ["昌吉回族自治州", "昌吉市"]),
        ("阿克苏市关工委召开会议", ["阿克苏市", "阿克苏地区"]),
        ("第八师石河子市关工委", ["石河子市"]),
        ("克拉玛依区昆仑路街道", ["克拉玛依区", "克拉玛依市"]),
        ("会议指出", []),
        ("乌", []),
        ("", []),
    ],
)
def test_starting(text: str, names: list[str]) -> None:
    assert [place.name for place in places().starting(text)] == names


@pytest.mark.parametrize(
    ("code", "prefecture"),
    [
        ("654022", "654000"),
        ("654000", "654000"),
        ("110101", "110000"),
        ("110000", "110000"),
        ("500240", "500000"),
        ("419001", "419000"),
        ("659001", "659000"),
        ("650000", None),
    ],
)
def test_prefecture_of(code: str, prefecture: str | None) -> None:
    place = places().get(code)
    assert place is not None
    found = places().prefecture_of(place)
    assert (found.code if found else None) == prefecture


def test_xinjiang_has_its_own_order() -> None:
    order = (
        "伊犁州 塔城地区 阿勒泰地区 克拉玛依市 博州 昌吉州 乌鲁木齐市 哈密市 吐鲁番市 "
        "巴州 阿克苏地区 克州 喀什地区 和田地区 自治区直辖县级行政区划"
    )
    children = places().children("650000")
    assert " ".join(place.usual_name for place in children) == order


def test_other_provinces_are_ordered_by_code() -> None:
    codes = [place.code for place in places().children("430000")]
    assert codes == sorted(codes)
    assert [place.code for place in places().children("")][:3] == ["110000", "120000", "130000"]


def test_unknown_codes_come_last() -> None:
    assert places().rank("659012") < places().rank("999999") == places().rank(None)


def test_the_table_is_whole() -> None:
    """Every code once, every parent there and before its children, no name said twice of one."""
    seen: set[str] = set()
    for place in places():
        assert place.code not in seen
        assert not place.parent or place.parent in seen
        assert len({place.name, *place.short_names}) == 1 + len(place.short_names)
        assert (place.level is Level.COUNTY) == (place.code[4:] != "00")
        seen.add(place.code)
    assert len(seen) == len(places()) > 3200


def test_former_names_find_their_successors() -> None:
    assert [place.name for place in places().named("米林县")] == ["米林市"]
    assert [place.name for place in places().starting("会理县关工委")] == ["会理市"]
    assert [place.name for place in places().named("襄樊市")] == ["襄阳市"]


def test_dissolved_counties_are_places_but_no_children() -> None:
    gone = next(place for place in places().named("渝北区"))
    assert places().parent(gone) == places().get("500000")
    assert gone not in places().children("500000")
    assert places().rank(gone.code) < places().rank(None)
