"""Sentences of ``reports``; keys begin with ``reports.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "reports.undated": ("undated", "无日期"),
    "reports.no-region": ("Region not given", "未注明地区"),
    "reports.bad-record": (
        "{where} is not a report: the field “{field}” is missing or of the wrong kind.",
        "{where} 不是一条报告：字段“{field}”缺失或类型不符。",
    ),
}
