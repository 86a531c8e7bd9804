"""Sentences of the reading pane, and what its own keys do."""

MESSAGES: dict[str, tuple[str, str]] = {
    "reading.weekdays": ("Mon Tue Wed Thu Fri Sat Sun", "周一 周二 周三 周四 周五 周六 周日"),
    "reading.day": ("{day} {weekday}", "{day} {weekday}"),
    "reading.range": ("{first} to {last}", "{first} 至 {last}"),
    "reading.as-written": ("{date} ({words})", "{date}（{words}）"),
    "reading.undated": ("undated", "无日期"),
    "reading.no-region": ("Region not given", "未注明地区"),
    "reading.flag": ("! {flag}", "! {flag}"),
    "reading.corrected": (
        "Corrected: the fields differ from what was first read.",
        "已更正：字段与最初读出的不同。",
    ),
    "reading.corrected-from": ("Corrected; first read as {first}", "已更正；最初读作：{first}"),
    "reading.year-inferred": (
        "The year is not in the report; it was inferred.",
        "报告未写年份，年份为推断。",
    ),
    "reading.source": ("From {source}", "来源：{source}"),
    "reading.source-line": ("{file}, line {line}", "{file} 第{line}行"),
    "reading.outline": ("Parts", "结构"),
    "reading.no-parts": ("One part only", "不分部分"),
    "screen.key.indent": ("Indent", "首行缩进"),
    "screen.help.indent": (
        "Begin paragraphs with an indent of two characters, or part them by a blank line.",
        "段首缩进两字，或以空行分段。",
    ),
    "screen.key.next-document": ("Next document", "下一文件"),
    "screen.help.next-document": ("Go to the next document cited.", "转到下一个引用的文件。"),
    "screen.key.previous-document": ("Document before", "上一文件"),
    "screen.help.previous-document": (
        "Go to the document cited before.",
        "转到上一个引用的文件。",
    ),
    "screen.key.choose-document": ("Who cites it", "引用此文件"),
    "screen.help.choose-document": (
        "Show the reports that cite the document gone to.",
        "查看引用该文件的报告。",
    ),
}
