"""Sentences of ``coverage``, the coverage screen; keys begin with ``coverage.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "coverage.title": ("Coverage", "报送情况"),
    "coverage.counting": ("Counting …", "正在统计……"),
    "coverage.nothing": (
        "No report matches, so nothing can be compared.",
        "没有匹配的报告，无从对比。",
    ),
    "coverage.prefectures": (
        "{reported} of {expected|prefecture|prefectures} reported ({share}%) · "
        "{total|report|reports}",
        "{expected} 个地州市中 {reported} 个已报送（{share}%）· 共 {total} 条",
    ),
    "coverage.counties": (
        "{reported} of {expected|county|counties} reported ({share}%) · {total|report|reports}",
        "{expected} 个县市区中 {reported} 个已报送（{share}%）· 共 {total} 条",
    ),
    "coverage.silent-only": ("only those that have not reported", "只看未报送的"),
    "coverage.all-reported": ("All have reported.", "均已报送。"),
    "coverage.cell": (
        "{region} · {period} · {count|report|reports}",
        "{region} · {period} · {count} 条",
    ),
    "coverage.no-report": ("{region} · {period} · no report", "{region} · {period} · 未报送"),
    "coverage.region": ("Region", "地区"),
    "coverage.no-region": ("Region not given", "未注明地区"),
    "coverage.own": ("the prefecture’s own", "地州市本级"),
    "coverage.total": ("Total", "合计"),
    "coverage.undated": ("Undated", "无日期"),
    "coverage.all-regions": ("All regions", "所有地区"),
    "coverage.all-dates": ("all dates", "所有日期"),
    "coverage.week": ("{first} to {last}", "{first} 至 {last}"),
    "coverage.up.key": ("Up", "上"),
    "coverage.down.key": ("Down", "下"),
    "coverage.left.key": ("Left", "左"),
    "coverage.right.key": ("Right", "右"),
    "coverage.page-up.key": ("Page up", "上一页"),
    "coverage.page-down.key": ("Page down", "下一页"),
    "coverage.row-start.key": ("First column", "首列"),
    "coverage.row-end.key": ("Last column", "末列"),
    "coverage.open.key": ("Open the reports", "打开报告"),
    "coverage.by-day.key": ("By day", "按日"),
    "coverage.by-week.key": ("By week", "按周"),
    "coverage.by-month.key": ("By month", "按月"),
    "coverage.level.key": ("Prefectures or counties", "地州市／县市区"),
    "coverage.silent.key": ("Only those that have not reported", "只看未报送的"),
    "coverage.close.key": ("Close", "关闭"),
}
