"""Sentences of the charts, and what their own keys do."""

MESSAGES: dict[str, tuple[str, str]] = {
    "charts.title": ("Charts", "图表"),
    "charts.months-a-bar": ("{months|month|months} a bar", "每柱 {months} 个月"),
    "charts.years-a-bar": ("{years|year|years} a bar", "每柱 {years} 年"),
    "charts.missing": (
        "Charts need one more package: pip install 'jianbao[charts]'.",
        "图表需要另装一个程序包：pip install 'jianbao[charts]'。",
    ),
    "screen.place.ChartScreen": ("In the charts", "在图表中"),
    "screen.key.charts": ("Charts", "图表"),
    "screen.help.charts": (
        "See the reports as charts: over time and by prefecture.",
        "以图表查看报告：按时间和按地州市。",
    ),
    "screen.key.other-chart": ("Time or prefectures", "时间／地州市"),
    "screen.help.other-chart": (
        "Show the other chart: over time, or by prefecture.",
        "切换图表：按时间或按地州市。",
    ),
    "screen.key.sort-chart": ("Most first", "按数量排序"),
    "screen.help.sort-chart": (
        "Put the prefectures with the most reports first; again in official order.",
        "报告最多的地州市排在前面；再按一次恢复行政区划顺序。",
    ),
    "screen.key.leave-charts": ("Close", "关闭"),
    "screen.help.leave-charts": ("Go back to the reports.", "返回报告。"),
}
