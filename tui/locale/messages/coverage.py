"""Sentences of the coverage screen, and what its own keys do."""

MESSAGES: dict[str, tuple[str, str]] = {
    "coverage.title": ("Coverage", "报送情况"),
    "coverage.counting": ("Counting …", "正在统计……"),
    "coverage.nothing": (
        "No report matches, so nothing can be compared.",
        "没有匹配的报告，无从对比。",
    ),
    "coverage.so-far": (
        "Not all yet, the archive is still being indexed",
        "暂计，索引尚在编制",
    ),
    "coverage.export-later": (
        "The archive is still being indexed: the table is not complete yet. Export it when it is.",
        "索引尚在编制，此表还不完整，请待编制完毕后再导出。",
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
    "coverage.share-of-period": (
        "{sentence} · {reported} of {expected} reported",
        "{sentence} · {expected} 个中 {reported} 个已报送",
    ),
    "coverage.region": ("Region", "地区"),
    "coverage.no-region": ("Region not given", "未注明地区"),
    "coverage.own": ("the prefecture’s own", "地州市本级"),
    "coverage.total": ("Total", "合计"),
    "coverage.undated": ("Undated", "无日期"),
    "coverage.all-regions": ("All regions", "所有地区"),
    "coverage.all-dates": ("all dates", "所有日期"),
    "coverage.week": ("{first} to {last}", "{first} 至 {last}"),
    "screen.place.CoverageScreen": ("In the coverage", "在报送情况中"),
    "screen.key.row-start": ("Totals", "合计"),
    "screen.help.row-start": ("Go to the region's total.", "转到该地区的合计。"),
    "screen.key.row-end": ("Last period", "最近时段"),
    "screen.help.row-end": ("Go to the last period.", "转到最近的时段。"),
    "screen.key.open-cell": ("Open", "打开"),
    "screen.help.open-cell": ("Show the reports that were counted.", "查看所统计的报告。"),
    "screen.key.by-day": ("By day", "按日"),
    "screen.help.by-day": ("Count by day.", "按日统计。"),
    "screen.key.by-week": ("By week", "按周"),
    "screen.help.by-week": ("Count by week.", "按周统计。"),
    "screen.key.by-month": ("By month", "按月"),
    "screen.help.by-month": ("Count by month.", "按月统计。"),
    "screen.key.level": ("Level", "地州／县市"),
    "screen.help.level": ("Count prefectures, or counties.", "按地州市或县市区统计。"),
    "screen.key.silent": ("Missing only", "只看未报送"),
    "screen.help.silent": ("Show only regions without a report.", "只列未报送的地区。"),
    "coverage.file": ("coverage", "报送情况"),
    "coverage.export-path": (
        "Write this table to (.csv or .txt):",
        "将此表写入（.csv 或 .txt）：",
    ),
    "coverage.exported": (
        "Written: {path} ({regions|region|regions}).",
        "已写入 {path}（{regions} 个地区）。",
    ),
    "screen.key.export-coverage": ("Export", "导出"),
    "screen.help.export-coverage": (
        "Write the table to a file, as CSV or text.",
        "将此表写入文件（CSV 或文本）。",
    ),
    "screen.key.leave-coverage": ("Close", "关闭"),
    "screen.help.leave-coverage": ("Go back to the reports.", "返回报告。"),
}
