"""What the keys of the strip of counts over time do."""

MESSAGES: dict[str, tuple[str, str]] = {
    "timeline.any-date": ("any date · {count}", "不限日期 · {count}"),
    "screen.key.earlier": ("Earlier", "前一时段"),
    "screen.help.earlier": ("Go to the period before.", "转到前一时段。"),
    "screen.key.later": ("Later", "后一时段"),
    "screen.help.later": ("Go to the period after.", "转到后一时段。"),
    "screen.key.extend-earlier": ("Extend earlier", "向前扩展"),
    "screen.help.extend-earlier": ("Take in the period before.", "把前一时段也包括进来。"),
    "screen.key.extend-later": ("Extend later", "向后扩展"),
    "screen.help.extend-later": ("Take in the period after.", "把后一时段也包括进来。"),
    "screen.key.first-period": ("First period", "最早时段"),
    "screen.help.first-period": ("Go to the first period.", "转到最早的时段。"),
    "screen.key.last-period": ("Last period", "最近时段"),
    "screen.help.last-period": ("Go to the last period.", "转到最近的时段。"),
    "screen.key.choose-period": ("This period only", "只看此时段"),
    "screen.help.choose-period": ("Show the reports of this period.", "只查看此时段的报告。"),
    "screen.key.clear-period": ("All periods", "全部时段"),
    "screen.help.clear-period": ("Show the reports of all periods.", "查看全部时段的报告。"),
}
