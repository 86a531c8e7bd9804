"""Word files: what a reader of the document sees is what is read, and nothing else."""

import zipfile
from pathlib import Path

import pytest

from tui.bulletins import read_file
from tui.bulletins.counting import counted
from tui.bulletins.docx import docx_lines

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REPORT = "3月5日,淳安县妇联召开会议,安排工作。"


def _part(name: str, content: str) -> str:
    spaces = (
        f'xmlns:w="{WORD}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:shape"'
    )
    return f"<w:{name} {spaces}>{content}</w:{name}>"


def _docx(folder: Path, body: str, **parts: str) -> Path:
    path = folder / "b.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", _part(name.rstrip("0123456789"), content))
    return path


def _run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(words)}</w:p>"


def _listed(words: str, level: int = 0, number: int = 1) -> str:
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return _p(words, f"<w:numPr>{place}</w:numPr>")


def _level(at: int, style: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _numbering(levels: str, nums: str = "") -> str:
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{first}{nums}'


def _texts(path: Path) -> list[str]:
    return [line.text for line in docx_lines(path, path.name)[0]]


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("chineseCounting", "1一 2二 10十 11十一 20二十 101一百零一 110一百一十 1002一千零二"),
        ("japaneseCounting", "9九 19十九"),
        ("chineseLegalSimplified", "1壹 12壹拾贰"),
        ("ideographDigital", "10一〇"),
        ("ideographTraditional", "1甲 10癸 11*11"),
        ("decimalEnclosedCircle", "1① 20⑳ 21*21"),
        ("decimalFullWidth", "12１２"),
        ("decimalZero", "7*07"),
        ("upperRoman", "4IV 1999MCMXCIX"),
        ("lowerLetter", "1a 27aa"),
        ("decimal", "12*12"),
        ("somethingNew", "3*3"),
        ("chineseCounting", "0*0 10000*10000"),
    ],
)
def test_numbers_as_word_writes_them(style: str, numbers: str) -> None:
    for pair in numbers.split():
        figure, _, wanted = pair.partition("*")
        if not wanted:
            figure = "".join(sign for sign in pair if sign in "0123456789")
            wanted = pair[len(figure) :]
        assert counted(int(figure), style) == wanted


def test_lists_are_numbered_as_they_are_seen(tmp_path: Path) -> None:
    levels = (
        _level(0, "chineseCounting", "%1、")
        + _level(1, "chineseCounting", "（%2）")
        + _level(2, "decimal", "%3.")
        + _level(3, "decimal", "%1.%4", "<w:isLgl/>")
    )
    body = "".join(
        (
            _listed("杭州市"),
            _listed("淳安县", 1),
            _listed("甲事", 2),
            _listed("乙事", 2),
            _listed("建德市", 1),
            _listed("丙事", 2),
            _listed("宁波市"),
            _listed("象山县", 1),
            _listed("丁事", 3),
            _listed("不编号", number=0),
            _listed("无此表", number=7),
        )
    )
    path = _docx(tmp_path, body, numbering=_numbering(levels))
    assert _texts(path) == [
        "一、杭州市",
        "（一）淳安县",
        "1. 甲事",
        "2. 乙事",
        "（二）建德市",
        "1. 丙事",
        "二、宁波市",
        "（一）象山县",
        "2.1 丁事",
        "不编号",
        "无此表",
    ]


def test_a_list_goes_on_in_another_unless_it_starts_anew(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(_listed(f"第{number}表", number=number) for number in (1, 2, 3, 3))
    path = _docx(tmp_path, body, numbering=_numbering(_level(0, "decimal", "%1."), nums))
    assert _texts(path) == ["1. 第1表", "2. 第2表", "5. 第3表", "6. 第3表"]


def test_styles_number_their_paragraphs(tmp_path: Path) -> None:
    place = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        f'<w:style w:styleId="a"><w:pPr>{place}</w:pPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    body = _p("杭州市", '<w:pStyle w:val="a"/>') + _p("宁波市", '<w:pStyle w:val="b"/>')
    path = _docx(
        tmp_path, body, numbering=_numbering(_level(0, "chineseCounting", "%1、")), styles=styles
    )
    assert _texts(path) == ["一、杭州市", "二、宁波市"]


def test_marks_of_lists_in_symbol_fonts_are_bullets(tmp_path: Path) -> None:
    levels = _level(0, "bullet", "\uf06c") + _level(1, "bullet", "◆") + _level(2, "bullet", "l")
    body = _listed(REPORT) + _listed(REPORT, 1) + _listed(REPORT, 2)
    path = _docx(tmp_path, body, numbering=_numbering(levels))
    assert _texts(path) == [f"● {REPORT}", f"◆ {REPORT}", f"● {REPORT}"]


def test_numbered_regions_and_reports_are_read(tmp_path: Path) -> None:
    levels = _level(0, "chineseCounting", "%1、") + _level(1, "decimal", "%2.")
    one, other = "3月5日,淳安县妇联召开会议。", "3月6日,建德市妇联召开会议。"
    body = _listed("杭州市") + _listed(one, 1) + _listed(other, 1) + _listed("宁波市")
    body += _listed("3月7日,象山县妇联召开会议。", 1)
    path = _docx(tmp_path, _p("2023年各地动态") + body, numbering=_numbering(levels))
    reports = read_file(path).reports
    assert [report.county for report in reports] == ["淳安县", "建德市", "象山县"]
    assert [report.body for report in reports][:2] == [one, other]


def test_what_was_deleted_moved_away_or_hidden_is_not_read(tmp_path: Path) -> None:
    body = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
        f"{_run('3月5日,')}"
        "<w:del><w:r><w:delText>旧词</w:delText></w:r></w:del>"
        f"<w:ins>{_run('淳安县')}</w:ins></w:p>"
        f"<w:p><w:moveFrom>{_run('移走')}</w:moveFrom><w:moveTo>{_run('妇联')}</w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>召开</w:t></w:r>'
        f"<w:r><w:ruby><w:rt>{_run('huì')}</w:rt><w:rubyBase>{_run('会')}</w:rubyBase></w:ruby>"
        f"</w:r>{_run('议。')}</w:p>"
    )
    assert _texts(_docx(tmp_path, body)) == ["3月5日,淳安县妇联召开会议。"]


def test_old_numbers_of_a_changed_paragraph_do_not_count(tmp_path: Path) -> None:
    old = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    body = _p("杭州市", old)
    path = _docx(tmp_path, body, numbering=_numbering(_level(0, "decimal", "%1.")))
    assert _texts(path) == ["杭州市"]


def test_fields_links_breaks_and_tabs(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>DATE</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("3月5日")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>'
        f"{field}<w:fldSimple>{_run(',淳安县')}</w:fldSimple>"
        f"<w:hyperlink>{_run('妇联')}</w:hyperlink>"
        "<w:r><w:tab/><w:t>召开会议。</w:t><w:br/><w:t>会议要求</w:t>"
        "<w:noBreakHyphen/><w:t>学</w:t></w:r></w:p>"
    )
    assert _texts(_docx(tmp_path, body)) == ["3月5日,淳安县妇联 召开会议。", "会议要求-学"]


def test_a_box_of_text_comes_after_the_paragraph_it_hangs_on(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{_p('简　报')}{_p('第3期')}</w:txbxContent>"
    shape = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p>{_run('3月5日,')}<w:r>{shape}</w:r>{_run('淳安县')}</w:p>{_p('完')}"
    assert _texts(_docx(tmp_path, body)) == ["3月5日,淳安县", "简 报", "第3期", "完"]


def test_notes_and_margins_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    body = (
        _p("杭州市")
        + f'<w:p>{_run(REPORT)}<w:r><w:footnoteReference w:id="2"/></w:r>'
        + '<w:r><w:endnoteReference w:id="1"/></w:r>'
        + '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    path = _docx(
        tmp_path,
        body,
        footnotes=f'<w:footnote w:id="-1">{_p("")}</w:footnote>'
        f'<w:footnote w:id="2">{_p("指县妇联。")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{_p("文尾注。")}</w:endnote>',
        comments=f'<w:comment w:id="0">{_p("请核。")}</w:comment>',
        header1=_p("内部资料"),
        header2=_p("内部资料"),
        footer1=_p("第 1 页"),
    )
    reading = read_file(path)
    assert [report.body for report in reading.reports] == [REPORT]
    assert [(left.line, left.text, left.reason) for left in reading.left_out] == [
        (2, "指县妇联。", "bulletins.left-footnote"),
        (2, "文尾注。", "bulletins.left-footnote"),
        (2, "请核。", "bulletins.left-comment"),
        (1, "内部资料", "bulletins.left-running-head"),
        (1, "第 1 页", "bulletins.left-running-head"),
    ]


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def test_a_table_within_a_table(tmp_path: Path) -> None:
    inner = f"<w:tbl>{_row(_p('甲'), _p('乙'))}{_row(_p('丙'), _p('丁'))}</w:tbl>"
    outer = f"<w:tbl>{_row(_p('外') + inner, _p('右'))}</w:tbl>"
    assert _texts(_docx(tmp_path, outer + _p("完"))) == ["外", "甲 乙", "丙 丁", "右", "完"]


def test_merged_cells_hold_for_every_row_they_stand_in(tmp_path: Path) -> None:
    restart, goes_on = (
        '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
        "<w:tcPr><w:vMerge/></w:tcPr>",
    )
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    table = (
        _row(_p("地区"), _p("时间"), _p("内容"), _p("备注"))
        + _row(_p("淳安县"), restart + _p("3月5日"), _p("县妇联召开会议。"), _p(""))
        + _row(_p("建德市"), goes_on + _p(""), wide + _p("市妇联召开会议。"))
        + _row(_p("桐庐县"), _p(""), _p("县妇联召开会议。"), _p(""))
    )
    reports = read_file(_docx(tmp_path, f"{_p('2023年动态')}<w:tbl>{table}</w:tbl>")).reports
    assert [(report.county, report.held.as_written) for report in reports] == [
        ("淳安县", "3月5日"),
        ("建德市", "3月5日"),
        ("桐庐县", ""),
    ]


def test_the_document_may_have_another_name(tmp_path: Path) -> None:
    path = tmp_path / "b.docx"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w") as archive:
        link = f'<Relationship Id="a" Type="{kind}" Target="word/document2.xml"/>'
        archive.writestr("_rels/.rels", f"<Relationships>{link}</Relationships>")
        archive.writestr("word/document2.xml", _part("document", f"<w:body>{_p('字')}</w:body>"))
    assert _texts(path) == ["字"]


def test_other_parts_that_are_broken_or_too_large_do_no_harm(tmp_path: Path) -> None:
    assert _texts(_docx(tmp_path, _listed("杭州市"), numbering="<w:num")) == ["杭州市"]
    huge = _numbering(_level(0, "decimal", "%1.")) + " " * 4_000_000
    assert _texts(_docx(tmp_path, _listed("杭州市"), numbering=huge)) == ["杭州市"]
