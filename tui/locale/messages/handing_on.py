"""What is said when reports are exported or copied; keys begin with ``screen.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "screen.export-write": ("Write", "写入"),
    "screen.export-title": ("title line (optional)", "标题行（可空）"),
    "screen.export-numbered": ("numbered 一、（一）", "编号 一、（一）"),
    "screen.export-period": ("with the period", "附起止日期"),
    "screen.export-notes": ("with notes", "附备注"),
    "screen.export-basket": ("The basket: {summary}", "选文篮：{summary}"),
    "screen.export-matches": ("All that match: {summary}", "全部检索结果：{summary}"),
    "screen.export-report": ("This report: {summary}", "本条报告：{summary}"),
    "screen.export-done": ("Written: {path} ({summary}).", "已写入 {path}（{summary}）。"),
    "screen.export-left": (
        "The export was not finished when Jianbao was left: {path} was not written.",
        "退出时导出尚未完成：没有写入 {path}。",
    ),
    "screen.export-gone": (
        "{count} no longer in the archive",
        "{count} 条在档案中已不存在",
    ),
    "screen.export-so-far": (
        "so far; what is still being indexed is waited for",
        "暂计；索引编制完毕后写入全部",
    ),
    "screen.export-counting": ("counting… Esc stops", "正在统计… Esc 取消"),
    "screen.export-waits": (
        "export waits, indexing {percent}%… Esc stops",
        "索引 {percent}%，完毕后导出… Esc 取消",
    ),
    "screen.export-overwrite": ("{path} exists already. Replace it?", "{path} 已存在，是否替换？"),
    "screen.format.text": ("Text (bulletin)", "文本（简报格式）"),
    "screen.format.markdown": ("Markdown", "Markdown"),
    "screen.format.csv": ("CSV table", "CSV 表格"),
    "screen.format.json": ("JSON", "JSON"),
    "screen.format.docx": ("Word document", "Word 文档"),
    "screen.encoding.utf-8-sig": ("UTF-8 for office programs", "UTF-8（办公软件）"),
    "screen.encoding.utf-8": ("UTF-8 plain", "UTF-8（无标记）"),
    "screen.encoding.gb18030": ("GB18030", "GB18030"),
    "screen.encoding.gbk": ("GBK (old programs)", "GBK（旧软件）"),
    "screen.grouping.prefecture": ("by prefecture", "按地州市"),
    "screen.grouping.date": ("by date", "按日期"),
    "screen.grouping.ordered": ("in the order listed", "按列出的顺序"),
    "screen.export-writing": ("writing… Esc stops", "正在写入… Esc 取消"),
    "screen.export-progress": (
        "writing: {count} of {total}… Esc stops",
        "正在写入：{count}/{total} 条… Esc 取消",
    ),
    "screen.export-stopped": (
        "The export was stopped; nothing was written.",
        "已取消导出，没有写入任何内容。",
    ),
    "screen.copy-basket": (
        "Sent the basket, {count|report|reports}, to the terminal's clipboard. If nothing can be "
        "pasted, export it instead.",
        "已将选文篮的 {count} 条报告发送到终端剪贴板。如粘贴不出，请改用导出。",
    ),
    "screen.copy-report": (
        "Sent this report to the terminal's clipboard. If nothing can be pasted, export it instead.",
        "已将本条报告发送到终端剪贴板。如粘贴不出，请改用导出。",
    ),
    "screen.copy-file": (
        "Too much for a terminal's clipboard: {count|report|reports} written to {path}.",
        "内容超出终端剪贴板容量：{count} 条报告已写入 {path}。",
    ),
}
