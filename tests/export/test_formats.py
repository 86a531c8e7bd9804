"""What is written reads right: CSV by a CSV reader, JSON by a JSON reader, Word by its XML."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import AKSU_CITY, KUQA, SAMPLES, YIZHOU, report
from tui.export.csv import COLUMNS, guarded, write_csv
from tui.export.errors import EncodingError, ExportError
from tui.export.json import json_line, write_json
from tui.export.markdown import escape
from tui.export.options import Encoding, Format, Options
from tui.export.word import document, write_docx
from tui.export.word.parts import STYLES, W
from tui.export.writing import encoded, preview, written
from tui.reports.date import MeetingDate, Precision
from tui.reports.report import Report


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＠x"])
def test_a_formula_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are() -> None:
    assert guarded("2月9日=") == "2月9日="


def rows(reports: Iterable[Report]) -> list[list[str]]:
    """The table as a CSV reader sees it."""
    return list(csv.reader(io.StringIO("".join(write_csv(reports)), newline="")))


def test_csv_reads_back() -> None:
    head, first, *_ = rows(SAMPLES)
    assert len(head) == len(COLUMNS)
    cells = dict(zip(COLUMNS, first, strict=True))
    assert cells["body"] == YIZHOU.body
    assert cells["documents"] == "\n".join(YIZHOU.documents)
    assert cells["date_end"] == ""


def test_a_table_says_in_the_user_s_language_how_exact_a_date_is(chinese: None) -> None:
    held = [MeetingDate(precision=precision) for precision in Precision]
    table = rows([replace(YIZHOU, held=one) for one in held])
    said = [line[COLUMNS.index("precision")] for line in table[1:]]
    assert said == ["日", "起止", "旬", "月", "不详"]


@given(st.text(min_size=1).filter(str.strip))
def test_no_cell_of_a_table_runs(text: str) -> None:
    for cell in rows([report((text,), organisation=text, title=text)])[1]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("count", [0, 1, 4])
def test_json_reads_back(count: int) -> None:
    reports = SAMPLES[:count]
    records = json.loads("".join(write_json(reports)))
    assert [Report.from_record(record) for record in records] == list(reports)


@given(st.text(st.characters(), min_size=1).filter(str.strip))
def test_a_line_of_json_loses_nothing_and_shows_everything(text: str) -> None:
    traps = report(tuple(text.split("\n")))
    line = json_line(traps)
    assert line.replace("\u3000", "").isprintable()
    assert Report.from_record(json.loads(line)) == traps


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. 一", r"1\. 一"),
        ("- 一", r"\- 一"),
        ("+ 一", r"\+ 一"),
        ("2023-02-09 x.y", "2023-02-09 x.y"),
        ("===", r"\==="),
        ("[/附件](x) *粗* `a` <b> a|b", r"\[/附件\](x) \*粗\* \`a\` \<b\> a\|b"),
        ("# 题", r"\# 题"),
    ],
)
def test_markdown_shows_text_unchanged(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def word(reports: Iterable[Report], options: Options) -> ElementTree.Element:
    """The body of a Word document."""
    content = b"".join(encoded(reports, options, Encoding.UTF_8))
    with ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))
        return ElementTree.fromstring(package.read("word/document.xml"))


def paragraphs(tree: ElementTree.Element) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    found = []
    for paragraph in tree.iter(f"{{{W}}}p"):
        style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        words = "".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t"))
        found.append(("" if style is None else style.attrib[f"{{{W}}}val"], words))
    return found


def test_a_word_document() -> None:
    options = Options(Format.DOCX, numbered=True, title="简报", period="2023年2月8日至9日")
    assert paragraphs(word((YIZHOU, AKSU_CITY, KUQA), options)) == [
        ("Title", "简报"),
        ("Period", "2023年2月8日至9日"),
        ("", ""),
        ("Heading1", "一、哈密市"),
        ("", f"（一）{YIZHOU.paragraphs[0]}"),
        ("", YIZHOU.paragraphs[1]),
        ("Heading1", "二、阿克苏地区"),
        ("", f"（一）{AKSU_CITY.body}"),
        ("", f"（二）{KUQA.body}"),
    ]


def test_a_page_holds_what_the_standard_says() -> None:
    """22 lines of 28 characters between its margins (GB/T 9704-2012, 5.2)."""
    page = word(SAMPLES, Options(Format.DOCX))
    styles = ElementTree.fromstring(STYLES)
    size, margins = (
        one.attrib for name in ("pgSz", "pgMar") for one in page.iter(f"{{{W}}}{name}")
    )
    body = next(one for one in styles if one.get(f"{{{W}}}styleId") == "Normal")

    def twips(found: Mapping[str, str], name: str) -> int:
        return int(found[f"{{{W}}}{name}"])

    def of_body(path: str, name: str = "val") -> int:
        found = body.find("/".join(f"{{{W}}}{part}" for part in path.split("/")))
        assert found is not None
        return twips(found.attrib, name)

    high = twips(size, "h") - twips(margins, "top") - twips(margins, "bottom")
    wide = twips(size, "w") - twips(margins, "left") - twips(margins, "right")
    assert high // of_body("pPr/spacing", "line") == 22
    assert wide // (10 * of_body("rPr/sz") + of_body("rPr/spacing")) == 28
    assert of_body("pPr/ind", "firstLineChars") == 200


def test_chinese_quotes_are_chinese() -> None:
    """In Word they are as narrow as Latin ones but for a hint."""
    page = word([report(("“五老”会议。",))], Options(Format.DOCX))
    hints = [one.get(f"{{{W}}}hint") for one in page.iter(f"{{{W}}}rFonts")]
    assert len(hints) == len(list(page.iter(f"{{{W}}}r"))) > 0
    assert set(hints) == {"eastAsia"}


@given(st.text(st.characters(), min_size=1).filter(lambda text: text.strip("\u3000 ")))
def test_any_text_makes_a_word_document(text: str) -> None:
    assert len(paragraphs(word([report((text,))], Options(Format.DOCX)))) == 2


def test_a_note_stands_on_the_page_where_its_report_ends() -> None:
    noted = {YIZHOU.id: "核实"}
    tree = word((AKSU_CITY, YIZHOU, KUQA), Options(Format.DOCX, notes=noted))
    kept = [
        "".join(paragraph.itertext())
        for paragraph in tree.iter(f"{{{W}}}p")
        if paragraph.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None
    ]
    assert kept == [YIZHOU.paragraphs[-1]]


def test_equal_word_documents_have_equal_bytes() -> None:
    options = Options(Format.DOCX)
    assert b"".join(write_docx(SAMPLES, options)) == b"".join(write_docx(SAMPLES, options))


def test_a_word_document_too_long_to_open_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_REPORTS", 2)
    with pytest.raises(ExportError, match="more than 2 reports"):
        list(write_docx(SAMPLES, Options(Format.DOCX)))


def test_a_missing_character_is_named() -> None:
    rare = report(("乌鲁木齐 ئۇيغۇر 会议。",))
    options = Options(encoding=Encoding.GBK)
    with pytest.raises(EncodingError, match=r"gbk has no character “ئ” \(U\+0626, in “"):
        list(encoded([rare], options, Encoding.GBK))
    assert b"".join(encoded([rare], Options(encoding=Encoding.GB18030), Encoding.GB18030))


@pytest.mark.parametrize("form", Format)
def test_a_preview_is_the_beginning(form: Format) -> None:
    shown = preview(SAMPLES, Options(form), lines=3)
    assert 1 <= len(shown.split("\n")) <= 3
    assert "哈密市" in shown


def test_a_preview_of_word_shows_what_stands_in_it() -> None:
    options = Options(Format.DOCX, numbered=True, title="简\x1b报", period="2023年2月")
    shown = preview((YIZHOU, KUQA), options).split("\n")
    assert shown[:4] == ["简␛报", "2023年2月", "", "\u3000\u3000一、哈密市"]
    assert shown[4] == f"\u3000\u3000（一）{YIZHOU.paragraphs[0]}"
    words = [text for _, text in paragraphs(word((YIZHOU, KUQA), options))]
    assert [line.strip() for line in shown] == words


NOTES = {KUQA.id: "=给主任\x1b[2J #看"}


def test_notes_go_along_where_they_are_wanted() -> None:
    table = "".join(written(SAMPLES, Options(Format.CSV, notes=NOTES)))
    head, *lines = csv.reader(io.StringIO(table, newline=""))
    assert head[-1] == "Note"
    assert [line[-1] for line in lines] == ["", "", "'=给主任␛[2J #看", ""]
    shown = "".join(written(SAMPLES, Options(Format.MARKDOWN, notes=NOTES)))
    assert r"> Note: =给主任␛\[2J \#看" in shown.splitlines()
    found = paragraphs(word((YIZHOU, KUQA), Options(Format.DOCX, notes=NOTES)))
    assert found[-1] == ("Note", "Note: =给主任␛[2J #看")
    records = json.loads("".join(written(SAMPLES, Options(Format.JSON, notes=NOTES))))
    assert [one.pop("note") for one in records] == [None, None, NOTES[KUQA.id], None]
    assert records == [one.record() for one in SAMPLES]
    assert "note" not in json.loads("".join(written(SAMPLES, Options(Format.JSON))))[2]
