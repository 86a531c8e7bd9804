"""Sentences of ``screen``; keys begin with ``screen.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "screen.basket-gone": (
        "no longer in the archive ({id})",
        "档案中已不存在（{id}）",
    ),
    "screen.basket-unindexed": ("not indexed yet ({id})", "尚未编入索引（{id}）"),
    "screen.basket-count-unindexed": ("{count} not indexed yet", "{count} 条尚未编入索引"),
    "screen.basket-count-gone": (
        "{count} no longer in the archive: C takes them out",
        "{count} 条在档案中已不存在：按 C 清除",
    ),
    "screen.basket-empty": (
        "Empty: Space on a report or region puts it in.",
        "选文篮是空的：在报告或地区上按空格键放入。",
    ),
    "screen.basket-note": ("Note: {note}", "备注：{note}"),
    "screen.basket-ask-note": (
        "Note on this report (empty takes it away):",
        "为此报告写备注（留空则删除）：",
    ),
    "screen.all-reports": ("All reports", "全部报告"),
    "screen.own-reports": ("Prefecture itself", "本级"),
    "screen.searches": ("Saved searches", "常用检索"),
    "screen.regions": ("Regions", "地区"),
    "screen.more-reports": ("{count} more…", "还有 {count} 条…"),
    "screen.counting": ("counting…", "正在统计…"),
    "screen.counts": ("{total} of {all|report|reports}", "{total} / {all} 条报告"),
    "screen.basket-count": ("basket {count}", "选文篮 {count}"),
    "screen.search-placeholder": (
        "words, prefecture:哈密, date:2023-02, yili …",
        "检索词，地州:哈密，日期:2023-02，yili …",
    ),
    "screen.nothing-found": ("Nothing found.", "没有找到。"),
    "screen.facet.prefecture": ("Prefecture", "地州市"),
    "screen.facet.county": ("County", "县市区"),
    "screen.facet.date": ("Date", "日期"),
    "screen.facet.month": ("Month", "月份"),
    "screen.facet.organisation": ("Organisation", "单位"),
    "screen.facet.document": ("Cited document", "引用文件"),
    "screen.date-from": ("from", "自"),
    "screen.date-to": ("to", "至"),
    "screen.filter-title": ("Filter · {count}", "筛选 · {count}"),
    "screen.undated-only": ("Undated only", "仅无日期"),
    "screen.period.today": ("Today", "今天"),
    "screen.period.this-week": ("This week", "本周"),
    "screen.period.last-week": ("Last week", "上周"),
    "screen.period.this-month": ("This month", "本月"),
    "screen.period.last-month": ("Last month", "上月"),
    "screen.period.last-7-days": ("Last 7 days", "近 7 天"),
    "screen.period.last-30-days": ("Last 30 days", "近 30 天"),
    "screen.period.this-year": ("This year", "今年"),
    "screen.range-needs-report": (
        "A range begins at a report. Space marks all of a branch.",
        "范围须从某条报告开始。按空格可选中整个分支。",
    ),
    "screen.range-open": (
        "range of {count}: move, then v",
        "选取范围 {count} 条：移动后按 v",
    ),
    "screen.too-many-to-mark": (
        "{count} reports are more than the basket takes at once ({most}). Narrow the query, or export the query itself.",
        "{count} 条报告超出选文篮一次可放入的数量（{most}）。请缩小范围，或直接导出检索结果。",
    ),
    "screen.basket-emptied": (
        "The basket is empty now; U brings {count|report|reports} back.",
        "选文篮已清空；按 U 可恢复 {count} 条。",
    ),
    "screen.nothing-to-undo": ("Nothing to undo.", "没有可撤销的操作。"),
    "screen.palette.theme": ("Theme", "主题"),
    "screen.palette.theme-help": ("Choose other colours.", "更换配色。"),
    "screen.keymap-unreadable": (
        "The key file {path} cannot be read ({reason}); the built-in keys are in force.",
        "无法读取按键文件 {path}（{reason}）；使用内置按键。",
    ),
    "screen.keymap-unknown": (
        "The key file {path} names “{name}”, which is no action or has no keys in quotes; the built-in keys are in force.",
        "按键文件 {path} 中的“{name}”不是动作名，或其按键未加引号；使用内置按键。",
    ),
    "screen.dialog-line-hint": ("Enter accepts, Esc turns back.", "回车确定，Esc 取消。"),
    "screen.help-filter": ("type to find a key", "键入文字查找按键"),
    "screen.help-nothing": ("No key is named like that.", "没有这样的按键。"),
    "screen.place.RegionTree": ("In the tree", "在地区树中"),
    "screen.place.ReadingPane": ("In the report", "在正文中"),
    "screen.place.Outline": ("In the list of parts", "在结构栏中"),
    "screen.place.Timeline": ("In the strip of counts over time", "在时间条中"),
    "screen.place.FilterPanel": ("In the filter panel", "在筛选面板中"),
    "screen.place.BasketDialog": ("In the basket", "在选文篮中"),
    "screen.section.find": ("Find", "查找"),
    "screen.section.read": ("Read", "阅读"),
    "screen.section.hand-on": ("Choose and hand on", "选取与导出"),
    "screen.section.survey": ("Survey", "统计"),
    "screen.section.move": ("Move", "移动"),
    "screen.section.archive": ("Archive", "档案"),
    "screen.section.program": ("Program", "程序"),
    "screen.help-language-title": ("In the search box", "在检索框中"),
    "screen.help-language": (
        'Words are joined by AND; -word excludes; "two words" keeps the blank; a|b is OR. '
        "Latin letters match the pinyin of regions, organisations and titles. "
        "prefecture: county: date: org: doc: source: is:marked is:undated",
        "各词同时满足；-词 排除；“带 空格”整体匹配；甲|乙 任一满足。拼音字母可匹配地区、单位和标题。"
        "地州: 县市: 日期: 单位: 文件: 来源: 已选 无日期",
    ),
    "screen.save-search-name": ("Name for this search:", "为此检索命名："),
    "screen.save-search-none": (
        "There is no query to save: search or filter first.",
        "没有可保存的检索：请先检索或筛选。",
    ),
    "screen.save-search-done": (
        "Saved as “{name}”, above the regions.",
        "已存为“{name}”，列于地区树上方。",
    ),
    "screen.search-removed": (
        "“{name}” is no longer among the saved searches; U brings it back.",
        "已删除常用检索“{name}”；按 U 恢复。",
    ),
    "screen.search-name-taken": (
        "There is a saved search “{name}” already.",
        "已有名为“{name}”的常用检索。",
    ),
    "screen.cancel": ("Cancel", "取消"),
    "screen.import-path": ("File or folder to import:", "要导入的文件或文件夹："),
    "screen.import-paste": ("… or paste the bulletin here:", "……或在此粘贴简报正文："),
    "screen.import-read": ("Read", "读取"),
    "screen.replace": ("Replace", "替换"),
    "screen.keep": ("Keep it", "保留"),
    "screen.import-title": ("What was understood", "读取结果"),
    "screen.import-hint": (
        "Enter corrects a line, x leaves it out, Ctrl+S stores, Esc turns back.",
        "回车更正，x 排除，Ctrl+S 存入，Esc 取消。",
    ),
    "screen.import-store": ("Store", "存入"),
    "screen.import-reading": ("reading… Esc stops", "正在读取… Esc 取消"),
    "screen.import-read-so-far": (
        "reading: {reports|report|reports}… Esc stops",
        "正在读取：{reports} 条… Esc 取消",
    ),
    "screen.import-comparing": ("comparing… Esc stops", "正在比对… Esc 取消"),
    "screen.import-storing": ("storing… Esc stops", "正在存入… Esc 取消"),
    "screen.import-stored": (
        "storing: {done} of {total}… Esc stops",
        "正在存入：{done}/{total} 条… Esc 取消",
    ),
    "screen.import-stopped": (
        "The import was stopped; nothing was stored.",
        "已取消导入，没有存入任何内容。",
    ),
    "screen.import-known": ("already in the archive", "档案中已有"),
    "screen.import-counts": (
        "{reports|report|reports}, {new} new; {noise|line|lines} left out as noise.",
        "{reports} 条报告，其中新报告 {new} 条；略去无关文字 {noise} 行。",
    ),
    "screen.import-done": (
        "{added|report|reports} added, {known} known already. U takes the import back.",
        "新增 {added} 条报告，{known} 条已有。按 U 撤销导入。",
    ),
    "screen.import-nothing": (
        "Nothing added: {known|report was|reports were} in the archive already.",
        "没有新增：{known} 条报告已在档案中。",
    ),
    "screen.import-undone": (
        "The import is taken back: {count|report|reports} moved to “undone”.",
        "已撤销导入：{count} 条报告移入 undone 文件夹。",
    ),
    "screen.correct-line": ("Region, date and organisation:", "地区、日期与单位："),
    "screen.correct-own": (
        "The bundled reports cannot be changed. Start your own archive with a copy of them, and correct it there? Your basket and saved searches come along.",
        "随附的报告不能改动。是否以其副本建立您自己的档案，并在其中更正？选文篮和常用检索会一并带入。",
    ),
    "screen.correct-start": ("Start my archive", "建立档案"),
    "screen.correct-nothing": ("Nothing was changed.", "没有改动。"),
    "screen.corrected": (
        "Corrected: {line}. U takes it back.",
        "已更正：{line}。按 U 撤销。",
    ),
    "screen.uncorrected": ("Back to what was first read: {line}.", "已恢复最初的读法：{line}。"),
    "screen.column.region": ("Region", "地区"),
    "screen.column.date": ("Date", "日期"),
    "screen.column.organisation": ("Organisation", "单位"),
    "screen.column.title": ("Title", "标题"),
    "screen.column.flags": ("Remarks", "提示"),
    "screen.hit": ("hit {current} of {total}", "第 {current} / {total} 处"),
    "screen.no-pager": (
        "There is no pager: set PAGER to one.",
        "没有可用的分页程序：请设置 PAGER。",
    ),
    "screen.no-editor": (
        "There is no editor: set EDITOR to one.",
        "没有可用的编辑器：请设置 EDITOR。",
    ),
    "screen.choice-unwritable": (
        "Holds until you quit: {path} cannot be written ({reason}).",
        "仅在本次有效：无法写入 {path}（{reason}）。",
    ),
    "screen.program-failed": (
        "{name} cannot be run: {reason}.",
        "无法运行 {name}：{reason}。",
    ),
    "screen.no-terminal": (
        "No other program can use this terminal.",
        "此终端中无法运行其他程序。",
    ),
    "screen.damaged-more": (
        "{count} more files cannot be read: “jianbao check” names them.",
        "另有 {count} 个文件无法读取，可用“jianbao check”查看。",
    ),
    "screen.damaged-advice": (
        "Bring it back from a backup, or move it away; the other reports are shown.",
        "请用备份恢复，或将其移走；其余报告照常显示。",
    ),
    "screen.damaged-backup": (
        "Its previous version is {backup}; the other reports are shown.",
        "上一版本为 {backup}；其余报告照常显示。",
    ),
    "screen.keymap-clash": (
        "The key file {path} gives {key} to “{name}”, but “{other}” has it where both can be "
        "pressed; “{name}” keeps its built-in keys.",
        "按键文件 {path} 将 {key} 指定给“{name}”，但它在同一处已是“{other}”的按键；“{name}”仍用内置按键。",
    ),
    "screen.keymap-clashes": (
        "{count} more of its lines clash likewise.",
        "另有 {count} 行同样冲突。",
    ),
    "screen.quit-hint": (
        "Nothing is lost by leaving: press {key} to quit.",
        "要退出请按 {key}；已选内容会保留。",
    ),
    "screen.palette.placeholder": ("Command, by name or pinyin …", "命令名称或拼音…"),
    "screen.palette.theme-placeholder": ("Theme …", "主题…"),
    "screen.palette.none": ("No such command.", "没有这样的命令。"),
    "screen.palette.none-help": (
        "Esc closes; ? in the browser lists all keys.",
        "Esc 关闭；浏览时按 ? 列出全部按键。",
    ),
    "screen.report-gone": (
        "This report is no longer in the archive.",
        "该报告已不在档案中。",
    ),
    "screen.indexing": ("indexing {percent}%", "编制索引 {percent}%"),
    "screen.empty-hint": (
        "Backspace takes the last condition away.",
        "按 Backspace 去掉最后一个条件。",
    ),
    "screen.still-indexing": (
        "Nothing yet: the archive is still being indexed.",
        "暂无结果：正在为档案建立索引。",
    ),
    "screen.import-near": (
        "nearly the same as “{title}” in the archive",
        "与档案中的“{title}”基本相同",
    ),
    "screen.import-near-new": (
        "nearly the same as “{title}” above",
        "与上文的“{title}”基本相同",
    ),
    "screen.import-twice": ("the same as a report above", "与上文的一条报告相同"),
}
