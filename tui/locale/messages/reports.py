"""Sentences of ``reports``; keys begin with ``reports.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "reports.undated": ("undated", "无日期"),
    "reports.no-region": ("Region not given", "未注明地区"),
    "reports.bad-record": (
        "{where} is not a report: the field “{field}” is missing or of the wrong kind.",
        "{where} 不是一条报告：字段“{field}”缺失或类型不符。",
    ),
    "reports.correction-unreadable": (
        "“{line}” is not read. Write region, date and organisation with a blank between: 哈密市 伊州区 2023-02-08 单位:伊州区关工委.",
        "无法读懂“{line}”。请按“地区 日期 单位”书写，以空格分隔：哈密市 伊州区 2023-02-08 单位:伊州区关工委。",
    ),
    "reports.correction-no-place": (
        "There is no place called “{name}” there. Use its official name.",
        "该处没有名为“{name}”的地方，请用官方全称。",
    ),
    "reports.correction-many": (
        "“{name}” is the name of {count} places. Put its prefecture before it.",
        "名为“{name}”的地方有 {count} 个，请在前面写明地州市。",
    ),
}
