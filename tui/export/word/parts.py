"""The fixed parts of a Word document: styles, fonts, page, page numbers (ECMA-376, part 1).

Sizes are half points (二号 44, 三号 32, 四号 28), lengths twentieths of a point.
"""

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

BODY = 32
"""三号, the size of all but titles and page numbers."""

LINE = 579
"""Exact line spacing: the 225 mm between the margins hold the 22 lines of the standard, no 580."""

CLOSER = -5
"""Twentieths of a point between characters of 三号: the 156 mm of a line hold the standard's 28.

Word's own grid would do that as well, but others count its cells and lines otherwise."""


def _fonts(name: str, latin: str = "Times New Roman") -> str:
    """What Chinese is set in, and what letters and figures are."""
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}"'
        ' w:cs="Times New Roman"/>'
    )


def _style(name: str, shown: str, font: str, size: int, paragraph: str, more: str = "") -> str:
    closer = f'<w:spacing w:val="{CLOSER}"/>' if size == BODY else ""
    fonts = _fonts(font, font) if name == "Footer" else _fonts(font)  # 半角宋体阿拉伯数字
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"{more}><w:name w:val="{shown}"/>'
        f'<w:qFormat/><w:pPr>{paragraph}<w:spacing w:before="0" w:after="0" w:line="{LINE}"'
        f' w:lineRule="exact"/>{_INDENTS[name]}</w:pPr>'
        f'<w:rPr>{fonts}{closer}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_INDENTS = {
    "Normal": '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
    "Heading1": '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/>',
    "Title": '<w:ind w:firstLine="0"/><w:jc w:val="center"/>',
    "Period": '<w:ind w:firstLine="0"/><w:jc w:val="center"/>',
    "Note": '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
    "Footer": '<w:ind w:firstLine="0"/>',
}

STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts("仿宋")}'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", "仿宋", BODY, "", ' w:default="1"')
    + _style("Heading1", "heading 1", "黑体", BODY, "<w:keepNext/>")
    + _style("Title", "Title", "方正小标宋简体", 44, "<w:keepNext/>")
    + _style("Period", "Period", "楷体", BODY, "<w:keepNext/>", ' w:customStyle="1"')
    + _style("Note", "Note", "楷体", BODY, "", ' w:customStyle="1"')
    + _style("Footer", "footer", "宋体", 28, "")
    + "</w:styles>"
)

FONTS = f'{_HEAD}<w:fonts xmlns:w="{W}">' + "".join(
    f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
    for name, other in (
        ("方正小标宋简体", "宋体"),
        ("仿宋", "仿宋_GB2312"),
        ("黑体", "SimHei"),
        ("楷体", "楷体_GB2312"),
    )
)
FONTS += "</w:fonts>"
"""What to use where a font is not installed; 方正小标宋简体 does not come with Word."""

SETTINGS = f'{_HEAD}<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/></w:settings>'

SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851"'
    ' w:footer="1400" w:gutter="0"/></w:sectPr>'
)
"""A4 with the standard's margins: 37 mm above, 28 mm left, 26 mm right, 35 mm below."""


def _footer(side: str) -> str:
    """A page number between dashes, one character in from the outer edge."""
    return (
        f'{_HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("fontTable", "fontTable"),
            ("settings", "settings"),
            ("footer1", "footer"),
            ("footer2", "footer"),
        )
    )
    + "</Types>"
)

FIXED_PARTS = {
    "[Content_Types].xml": _CONTENT_TYPES,
    "_rels/.rels": _relationships({"word/document.xml": f"{_R}/officeDocument"}),
    "word/_rels/document.xml.rels": _relationships(
        {
            "styles.xml": f"{_R}/styles",
            "fontTable.xml": f"{_R}/fontTable",
            "settings.xml": f"{_R}/settings",
            "footer1.xml": f"{_R}/footer",
            "footer2.xml": f"{_R}/footer",
        }
    ),
    "word/styles.xml": STYLES,
    "word/fontTable.xml": FONTS,
    "word/settings.xml": SETTINGS,
    "word/footer1.xml": _footer("right"),
    "word/footer2.xml": _footer("left"),
}
"""Name in the package -> content."""

DOCUMENT_HEAD = f'{_HEAD}<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>'
DOCUMENT_END = f"{SECTION}</w:body></w:document>"
