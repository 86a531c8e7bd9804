"""Ways a bulletin is changed on its way to the reader that must not change what is read.

Each takes the lines of a plain bulletin and gives the bytes of a file with the same reports.
"""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from html import escape

from tui.bulletins.headings import HeadingKind, heading_anywhere
from tui.bulletins.plain import plain_of

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DATED = re.compile(r"\s*\d{1,2}月\d{1,2}日")
_LONG = 34
"""Characters in a line of a hard-wrapped page."""

Mangling = Callable[[Sequence[str]], bytes]


def _text(lines: Sequence[str], end: str = "\n") -> bytes:
    return (end.join(lines) + end).encode()


def with_carriage_returns(lines: Sequence[str]) -> bytes:
    """Lines as Windows ends them."""
    return _text(lines, "\r\n")


def with_mark(lines: Sequence[str]) -> bytes:
    """UTF-8 with a byte order mark."""
    return b"\xef\xbb\xbf" + _text(lines)


def in_utf16(lines: Sequence[str]) -> bytes:
    """UTF-16 with its mark."""
    return "\n".join(lines).encode("utf-16")


def in_gb18030(lines: Sequence[str]) -> bytes:
    """The national encoding."""
    return "\n".join(lines).encode("gb18030")


def with_wide_digits(lines: Sequence[str]) -> bytes:
    """Digits as an input method gives them."""
    return _text([line.translate(_WIDE) for line in lines])


def with_half_punctuation(lines: Sequence[str]) -> bytes:
    """Commas, colons and brackets as extracted text has them."""
    signs = str.maketrans("，：（）；", ",:();")
    return _text([line.translate(signs) for line in lines])


def with_trailing_blanks(lines: Sequence[str]) -> bytes:
    """Blanks at the ends of lines."""
    return _text([line + " \u3000 " if line.strip() else line for line in lines])


def with_indents(lines: Sequence[str]) -> bytes:
    """Every paragraph indented, as pages are typed."""
    return _text(["\u3000\u3000" + line.strip() if line.strip() else line for line in lines])


def with_blank_lines(lines: Sequence[str]) -> bytes:
    """A blank line after every line."""
    return _text([line + "\n" for line in lines if line.strip()])


def with_blanks_at_dates(lines: Sequence[str]) -> bytes:
    """2 月 9 日, as portals set figures apart."""
    dates = re.compile(r"(?<=\d)(?=[年月日])|(?<=[年月])(?=\d)")
    return _text([dates.sub(" ", line) for line in lines])


def with_bracketed_headings(lines: Sequence[str]) -> bytes:
    """Region headings in 【】."""
    return _text([f"【{line.strip()}】" if _is_region(line) else line for line in lines])


def with_numbered_headings(lines: Sequence[str]) -> bytes:
    """Region headings counted 一、二、."""
    numbers = iter("一二三四五六七八九十")
    counted = [
        f"{next(numbers, '★')}、{line.strip()}" if _is_region(line) else line for line in lines
    ]
    return _text([line.replace("★、", "★") for line in counted])


def with_starred_headings(lines: Sequence[str]) -> bytes:
    """Region headings between stars, with a colon."""
    return _text([f"★ {line.strip()}：" if _is_region(line) else line for line in lines])


def with_spaced_headings(lines: Sequence[str]) -> bytes:
    """Region headings with their characters set apart."""
    return _text([" ".join(line.strip()) if _is_region(line) else line for line in lines])


def with_chrome(lines: Sequence[str]) -> bytes:
    """What a site puts round an article."""
    above = ["首页 | 新闻中心 | 工作动态 | 联系我们", "您当前的位置：首页 > 工作动态 > 正文"]
    below = [
        *("责任编辑：小王", "【字体：大 中 小】 打印本页 关闭窗口"),
        *("上一篇：关于召开会议的通知", "下一篇：没有了", "版权所有 某某网 京ICP备00000000号"),
    ]
    return _text([*above, *lines, *below])


def hard_wrapped(lines: Sequence[str]) -> bytes:
    """Paragraphs broken into lines of one length, as copied from a PDF."""
    wrapped = [
        line[at : at + _LONG] for line in lines for at in range(0, max(len(line), 1), _LONG)
    ]
    return _text(wrapped)


def hard_wrapped_with_indents(lines: Sequence[str]) -> bytes:
    """The same, narrower, each paragraph but not a heading with a first line that is indented."""
    wrapped: list[str] = []
    for line in lines:
        words = line.strip()
        words = "\u3000\u3000" + words if "。" in words else words
        wrapped += [words[at : at + 24] for at in range(0, max(len(words), 1), 24)]
    return _text(wrapped)


def on_one_line(lines: Sequence[str]) -> bytes:
    """The whole page on one line, as an extractor leaves it."""
    return _text([" ".join(line.strip() for line in lines if line.strip())])


def without_blank_lines(lines: Sequence[str]) -> bytes:
    """Every blank line taken out."""
    return _text([line for line in lines if line.strip()])


def with_bullets(lines: Sequence[str]) -> bytes:
    """A bullet before each paragraph that opens with a date."""
    return _text([f"● {line.strip()}" if _DATED.match(line) else line for line in lines])


def with_numbers(lines: Sequence[str]) -> bytes:
    """A number before each paragraph that opens with a date."""
    count = iter(range(1, 10_000))
    return _text(
        [f"{next(count)}.{line.strip()}" if _DATED.match(line) else line for line in lines]
    )


def as_markdown(lines: Sequence[str]) -> bytes:
    """Headings and items as a chat window's assistant writes them."""
    marked = [
        f"## **{line.strip()}**"
        if _is_region(line)
        else f"- {line.strip()}"
        if _DATED.match(line)
        else line
        for line in lines
    ]
    return _text(marked)


def with_inline_headings(lines: Sequence[str]) -> bytes:
    """A region heading and the paragraph below it in one line."""
    joined: list[str] = []
    heading = ""
    for line in lines:
        if heading and line.strip():
            joined.append(f"{heading}　　{line.strip()}")
            heading = ""
        elif _is_region(line):
            heading = line.strip()
        else:
            joined.append(line)
    return _text(joined)


def as_page(lines: Sequence[str]) -> bytes:
    """A saved web page, a paragraph a line."""
    words = "".join(f"<p>&nbsp;&nbsp;{_escaped(line)}</p>" for line in lines if line.strip())
    return f"<!DOCTYPE html><html><body><div>{words}</div></body></html>".encode()


def as_page_of_breaks(lines: Sequence[str]) -> bytes:
    """A saved web page whose lines end with breaks."""
    words = "<br/>\n".join(_escaped(line) for line in lines)
    head = '<html><head><meta charset="gb2312"></head>'
    return f"{head}<body><td>{words}</td></body></html>".encode("gb18030")


def as_word(lines: Sequence[str]) -> bytes:
    """A Word file, a paragraph a line."""
    words = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r></w:p>'
        for line in lines
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        document = f'<w:document xmlns:w="{_WORD}"><w:body>{words}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def _escaped(line: str) -> str:
    return escape(line).replace("  ", "&nbsp;&nbsp;")


def _is_region(line: str) -> bool:
    """Whether a line is no more than the name of a region."""
    name = line.strip()
    if not 2 <= len(name) <= 12 or not name.isalpha():
        return False
    heading = heading_anywhere(name, plain_of(name))
    return heading is not None and heading.kind is HeadingKind.REGION


MANGLINGS: tuple[tuple[Mangling, str], ...] = (
    *((with_carriage_returns, ".txt"), (with_mark, ".txt"), (in_utf16, ".txt")),
    *((in_gb18030, ".txt"), (with_wide_digits, ".txt"), (with_half_punctuation, ".txt")),
    *((with_trailing_blanks, ".txt"), (with_indents, ".txt"), (with_blank_lines, ".txt")),
    *((with_blanks_at_dates, ".txt"), (with_bracketed_headings, ".txt")),
    *((with_numbered_headings, ".txt"), (with_starred_headings, ".txt")),
    *((with_spaced_headings, ".txt"), (with_chrome, ".txt"), (hard_wrapped, ".txt")),
    *((hard_wrapped_with_indents, ".txt"), (on_one_line, ".txt"), (without_blank_lines, ".txt")),
    *((with_bullets, ".txt"), (with_numbers, ".txt"), (as_markdown, ".txt")),
    *((with_inline_headings, ".txt"),),
    *((as_page, ".html"), (as_page_of_breaks, ".html"), (as_word, ".docx")),
)
"""Every change, and what its file is called at the end."""
