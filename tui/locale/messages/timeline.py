"""Sentences of ``timeline``; keys begin with ``timeline.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "timeline.earlier.key": ("Earlier period", "前一时段"),
    "timeline.later.key": ("Later period", "后一时段"),
    "timeline.extend-earlier.key": ("Take in an earlier period", "向前扩展时段"),
    "timeline.extend-later.key": ("Take in a later period", "向后扩展时段"),
    "timeline.first.key": ("First period", "最早时段"),
    "timeline.last.key": ("Last period", "最近时段"),
    "timeline.choose.key": ("Show this period", "只看此时段"),
    "timeline.clear.key": ("Show all periods", "显示全部时段"),
}
